//! Contract 2: an estimate as JSON. Numbers that are not token counts are decimal strings; an
//! interval always has both ends; with problems there are no totals, and they are null.

use crate::estimate::{Charge, Estimate, Fix, LineItem, StageEstimate, Totals, explain};
use crate::interval::Interval;
use crate::link::{self, SetAside};
use crate::money::{Usd, UsdRange};
use crate::rates::{RateBook, Source};
use crate::scenario::{Scenario, Stage};
use rust_decimal::Decimal;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

/// The estimate of a scenario as JSON, indented. `site` is the address of the page, without a
/// fragment; `set_aside` is what reading the link set aside.
pub fn json(
    book: &RateBook,
    scenario: &Scenario,
    estimate: &Estimate,
    site: &str,
    set_aside: &[SetAside],
) -> String {
    let file = File::of(book, scenario, estimate, site, set_aside);
    // Strings, numbers and maps with string keys only: writing them cannot fail.
    serde_json::to_string_pretty(&file).unwrap_or_default()
}

#[derive(Serialize)]
struct File {
    v: u8,
    rates: String,
    link: String,
    #[serde(flatten)]
    totals: TotalsOut,
    stages: Vec<StageOut>,
    problems: Vec<ProblemOut>,
    notices: Vec<NoticeOut>,
}

impl File {
    fn of(
        book: &RateBook,
        scenario: &Scenario,
        estimate: &Estimate,
        site: &str,
        set_aside: &[SetAside],
    ) -> Self {
        let snapshot = crate::estimate::snapshot_of(book, scenario);
        let stages = scenario.stages.iter().zip(&estimate.stages);
        let told = estimate.notices.iter().map(|notice| NoticeOut {
            stage: notice.stage,
            code: notice.kind.code(),
            message: notice.kind.to_string(),
        });
        let aside = set_aside.iter().map(|aside| NoticeOut {
            stage: None,
            code: aside.code(),
            message: aside.to_string(),
        });
        Self {
            v: 1,
            rates: estimate.rates.to_string(),
            link: format!("{site}#{}", link::write(scenario)),
            totals: TotalsOut::of(estimate.totals.as_ref()),
            stages: stages
                .map(|(asked, priced)| StageOut::of(snapshot, asked, priced))
                .collect(),
            problems: estimate.problems.iter().map(ProblemOut::of).collect(),
            notices: told.chain(aside).collect(),
        }
    }
}

/// Decimals as strings, both ends.
#[derive(Serialize)]
struct Range {
    low: String,
    high: String,
}

fn range(amount: Interval<Decimal>) -> Range {
    let text = |end: Decimal| end.normalize().to_string();
    Range {
        low: text(amount.low),
        high: text(amount.high),
    }
}

fn usd(amount: UsdRange) -> Range {
    range(amount.map(|end: Usd| end.0))
}

#[derive(Serialize)]
struct TotalsOut {
    total: Option<Range>,
    images: Option<Range>,
    accepted_images: Option<Range>,
    per_image: Option<Range>,
    per_accepted_image: Option<Range>,
    basis: Option<&'static str>,
}

impl TotalsOut {
    fn of(totals: Option<&Totals>) -> Self {
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
struct StageOut {
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
    fn of(snapshot: &crate::rates::RateSnapshot, asked: &Stage, priced: &StageEstimate) -> Self {
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
    fn of(snapshot: &crate::rates::RateSnapshot, asked: &Stage, item: &LineItem) -> Self {
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

#[derive(Serialize)]
struct ProblemOut {
    stage: usize,
    field: &'static str,
    code: &'static str,
    message: String,
    fixes: Vec<FixOut>,
}

struct FixOut(Fix);

impl Serialize for FixOut {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let changes = &self.0.0;
        let mut map = serializer.serialize_map(Some(changes.len()))?;
        for change in changes {
            map.serialize_entry(change.key, &change.value)?;
        }
        map.end()
    }
}

impl ProblemOut {
    fn of(problem: &crate::estimate::Problem) -> Self {
        Self {
            stage: problem.stage,
            field: problem.field,
            code: problem.code(),
            message: problem.message(),
            fixes: problem.fixes.iter().cloned().map(FixOut).collect(),
        }
    }
}

#[derive(Serialize)]
struct NoticeOut {
    #[serde(skip_serializing_if = "Option::is_none")]
    stage: Option<usize>,
    code: &'static str,
    message: String,
}
