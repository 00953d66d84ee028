//! A stage of an estimate as JSON: what was asked, its line items, and amounts.

use crate::estimate::{Charge, LineItem, StageEstimate, Totals, explain};
use crate::interval::Interval;
use crate::link;
use crate::money::{Usd, UsdRange};
use crate::rates::{RateSnapshot, Source};
use crate::scenario::Stage;
use rust_decimal::Decimal;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

/// Decimals as strings, both ends.
#[derive(Serialize)]
pub(in crate::export) struct Range {
    low: String,
    high: String,
}

pub(in crate::export) fn range(amount: Interval<Decimal>) -> Range {
    let text = |end: Decimal| end.normalize().to_string();
    Range {
        low: text(amount.low),
        high: text(amount.high),
    }
}

pub(in crate::export) fn usd(amount: UsdRange) -> Range {
    range(amount.map(|end: Usd| end.0))
}

#[derive(Serialize)]
pub(super) struct TotalsOut {
    total: Option<Range>,
    images: Option<Range>,
    accepted_images: Option<Range>,
    per_image: Option<Range>,
    per_accepted_image: Option<Range>,
    basis: Option<&'static str>,
}

impl TotalsOut {
    pub(super) fn of(totals: Option<&Totals>) -> Self {
        Self {
            total: totals.map(|totals| usd(totals.total)),
            images: totals.map(|totals| range(totals.images)),
            accepted_images: totals.map(|totals| range(totals.accepted_images)),
            per_image: totals.and_then(|totals| totals.per_image).map(usd),
            per_accepted_image: totals.and_then(|totals| totals.per_accepted_image).map(usd),
            basis: totals
                .and_then(|totals| totals.basis)
                .map(|basis| basis.as_str()),
        }
    }
}

#[derive(Serialize)]
pub(super) struct StageOut {
    asked: Asked,
    deliver: bool,
    sends: String,
    per_request: Option<Range>,
    #[serde(flatten)]
    totals: TotalsOut,
    line_items: Vec<LineOut>,
}

/// Every key of the stage with its value in force.
struct Asked(Vec<(&'static str, Option<String>)>);

impl Serialize for Asked {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, value) in &self.0 {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

impl StageOut {
    pub(super) fn of(snapshot: &RateSnapshot, asked: &Stage, priced: &StageEstimate) -> Self {
        let lines = priced.line_items.iter();
        Self {
            asked: Asked(link::asked(asked)),
            deliver: priced.deliver,
            sends: priced.sends.normalize().to_string(),
            per_request: priced.per_request.map(usd),
            totals: TotalsOut::of(priced.totals.as_ref()),
            line_items: lines
                .map(|item| LineOut::of(snapshot, asked, item))
                .collect(),
        }
    }
}

#[derive(Serialize)]
struct LineOut {
    meter: Option<&'static str>,
    what: &'static str,
    tokens_per_request: Option<Interval64>,
    usd_per_mtok: Option<Range>,
    #[serde(skip_serializing_if = "Option::is_none")]
    images_per_request: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    usd_per_image: Option<Range>,
    per_request: Range,
    basis: &'static str,
    source: Option<&'static str>,
    rate_source: Option<&'static str>,
    formula: String,
}

#[derive(Serialize)]
struct Interval64 {
    low: u64,
    high: u64,
}

impl LineOut {
    fn of(snapshot: &RateSnapshot, asked: &Stage, item: &LineItem) -> Self {
        let url = |source: Option<&'static Source>| source.map(|source| source.url);
        let mut line = Self {
            meter: item.meter().map(|meter| meter.as_str()),
            what: item.what.as_str(),
            tokens_per_request: None,
            usd_per_mtok: None,
            images_per_request: None,
            usd_per_image: None,
            per_request: usd(item.per_request),
            basis: item.basis.as_str(),
            source: url(item.source),
            rate_source: None,
            formula: explain::formula(snapshot, asked, item),
        };
        match item.charge {
            Charge::Tokens {
                tokens,
                usd_per_mtok,
                rate_source,
                ..
            } => {
                line.tokens_per_request = Some(Interval64 {
                    low: tokens.low,
                    high: tokens.high,
                });
                line.usd_per_mtok = Some(range(usd_per_mtok));
                line.rate_source = url(rate_source);
            }
            Charge::Images { images, usd } => {
                line.images_per_request = Some(images);
                line.usd_per_image = Some(range(usd));
            }
        }
        line
    }
}
