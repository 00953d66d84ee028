//! `prices.json`: every rate of the current snapshot, and for each image model what an image costs
//! at common sizes, with the token counts behind it.
//!
//! Knows the file's shape (docs/prices.md); numbers that are no token counts are decimal strings.

use super::{SIZES, one_image, sold};
use crate::estimate::{Charge, Estimate, What};
use crate::interval::Interval;
use crate::link;
use crate::money::UsdRange;
use crate::rates::{Meter, Model, Quality, RateBook, Source, TextModel, Tier, TierRates};
use crate::size::Size;
use rust_decimal::Decimal;
use serde::Serialize;
use std::collections::BTreeMap;

/// The file, indented. `site` is the address of the page; links begin with it.
pub fn prices(book: &RateBook, site: &str) -> String {
    let newest = book.newest();
    let file = File {
        v: 1,
        rates: newest.date.to_string(),
        note: "USD before tax. request: one image from a prompt of 50 tokens, sent once. Where OpenAI publishes no count, both ends of an interval stand.",
        image_models: sold(newest)
            .map(|model| ImageModel::of(book, model, site))
            .collect(),
        text_models: newest
            .text_models
            .iter()
            .map(|model| TextModelOut::of(model))
            .collect(),
    };
    // Strings, numbers and maps with string keys only: writing them cannot fail.
    serde_json::to_string_pretty(&file).unwrap_or_default() + "\n"
}

#[derive(Serialize)]
struct File {
    v: u8,
    rates: String,
    note: &'static str,
    image_models: Vec<ImageModel>,
    text_models: Vec<TextModelOut>,
}

#[derive(Serialize)]
struct ImageModel {
    id: &'static str,
    aliases: &'static [&'static str],
    released: Option<String>,
    shutdown: Option<String>,
    replacement: Option<&'static str>,
    tiers: Vec<TierOut>,
    images: Vec<ImageOut>,
}

#[derive(Serialize)]
struct TextModelOut {
    id: &'static str,
    aliases: &'static [&'static str],
    tiers: Vec<TierOut>,
}

#[derive(Serialize)]
struct TierOut {
    tier: &'static str,
    usd_per_mtok: BTreeMap<&'static str, String>,
    source: SourceOut,
}

#[derive(Serialize)]
struct SourceOut {
    title: &'static str,
    url: &'static str,
    checked: String,
}

/// An image at a size and a quality.
#[derive(Serialize)]
struct ImageOut {
    size: String,
    quality: &'static str,
    output_tokens: Range<u64>,
    output_usd: Range<String>,
    request: BTreeMap<&'static str, Range<String>>,
    basis: &'static str,
    source: Option<&'static str>,
    link: String,
}

#[derive(Serialize)]
struct Range<T> {
    low: T,
    high: T,
}

fn usd(amount: UsdRange) -> Range<String> {
    Range {
        low: amount.low.to_string(),
        high: amount.high.to_string(),
    }
}

impl ImageModel {
    fn of(book: &RateBook, model: &'static Model, site: &str) -> Self {
        let life = &model.lifecycle;
        let at = |quality: Quality| SIZES.iter().map(move |size| (quality, *size));
        let choices = model.qualities().flat_map(at);
        Self {
            id: model.id,
            aliases: model.aliases,
            released: life.released.map(|date| date.to_string()),
            shutdown: life.shutdown.map(|date| date.to_string()),
            replacement: life.replacement,
            tiers: model.rates.iter().map(TierOut::of).collect(),
            images: choices
                .filter_map(|(quality, size)| ImageOut::of(book, model, quality, size, site))
                .collect(),
        }
    }
}

impl TextModelOut {
    fn of(model: &TextModel) -> Self {
        Self {
            id: model.id,
            aliases: model.aliases,
            tiers: model.rates.iter().map(TierOut::of).collect(),
        }
    }
}

impl TierOut {
    fn of(rates: &TierRates) -> Self {
        let text = |(meter, usd): &(Meter, Decimal)| (meter.as_str(), usd.normalize().to_string());
        Self {
            tier: rates.tier.as_str(),
            usd_per_mtok: rates.usd_per_mtok.iter().map(text).collect(),
            source: SourceOut::of(rates.source),
        }
    }
}

impl SourceOut {
    fn of(source: &Source) -> Self {
        Self {
            title: source.title,
            url: source.url,
            checked: source.checked.to_string(),
        }
    }
}

impl ImageOut {
    /// None where the model does not take the size.
    fn of(
        book: &RateBook,
        model: &Model,
        quality: Quality,
        size: Size,
        site: &str,
    ) -> Option<Self> {
        let (scenario, priced) = one_image(book, model, quality, size, Tier::Standard);
        let priced = priced?;
        let made = priced.stages.first()?.line_items.iter();
        let made = made.clone().find(|item| item.what == What::OutputImages)?;
        let Charge::Tokens { tokens, .. } = made.charge else {
            return None;
        };
        Some(Self {
            size: size.to_string(),
            quality: quality.as_str(),
            output_tokens: range(tokens),
            output_usd: usd(made.per_request),
            request: by_tier(book, model, quality, size),
            basis: made.basis.as_str(),
            source: made.source.map(|source| source.url),
            link: format!("{site}#{}", link::write(&scenario)),
        })
    }
}

fn range(tokens: Interval<u64>) -> Range<u64> {
    Range {
        low: tokens.low,
        high: tokens.high,
    }
}

/// One request on each tier that the model is sold on.
fn by_tier(
    book: &RateBook,
    model: &Model,
    quality: Quality,
    size: Size,
) -> BTreeMap<&'static str, Range<String>> {
    let on = |tier: &Tier| {
        let (_, priced): (_, Option<Estimate>) = one_image(book, model, quality, size, *tier);
        Some((tier.as_str(), usd(priced?.totals?.total)))
    };
    Tier::ALL.iter().filter_map(on).collect()
}
