//! What a rate book is made of: snapshots, sources, rates and lifecycles.
//!
//! Knows dates, meters and tiers; must not know how tokens are counted or how the file is written.

use super::{AnalysisRule, Meter, Model, RegionalUplift, ResponsesRule, TextModel, Tier};
use crate::date::Date;
use rust_decimal::Decimal;

/// The whole of rates.json: every rate snapshot, oldest first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RateBook {
    /// Oldest first, dates strictly rising, at least one.
    pub snapshots: &'static [RateSnapshot],
}

/// All that was known on one date: models, rates, capabilities, and the rules that count tokens.
/// Appended, never edited.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RateSnapshot {
    /// The date it was true on.
    pub date: Date,
    /// What is new in it against the one before, in a sentence.
    pub note: &'static str,
    /// Models that make images.
    pub image_models: &'static [&'static Model],
    /// Models that read images and write text; they drive the Responses route.
    pub text_models: &'static [&'static TextModel],
    /// What regional processing costs; none where no source of its date says (it stands in the
    /// pricing page's copy of August 2026, so from 2026-09-08).
    pub regional: Option<RegionalUplift>,
    /// How the driver of the Responses route is counted; none in a snapshot without text models.
    pub responses: Option<&'static ResponsesRule>,
    /// How an analysis is framed; none in a snapshot without text models.
    pub analysis: Option<&'static AnalysisRule>,
}

/// Where a fact was read, and when it was last checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// What it is: "OpenAI pricing page, copy of August 2026".
    pub title: &'static str,
    /// The page itself.
    pub url: &'static str,
    /// The day on which it was last checked.
    pub checked: Date,
}

/// The rates of one model on one tier.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TierRates {
    /// The tier.
    pub tier: Tier,
    /// USD per million tokens, a meter at most once.
    pub usd_per_mtok: &'static [(Meter, Decimal)],
    /// Meters among them whose rate is not printed but taken as half of the standard one.
    pub inferred: &'static [Meter],
    /// Where they were read.
    pub source: &'static Source,
    /// A promotion that these rates are part of.
    pub promotion: Option<Promotion>,
}

/// A rate that is guaranteed only until a date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Promotion {
    /// The last day it is guaranteed.
    pub until: Date,
    /// What it was before, in words.
    pub note: &'static str,
}

/// Whether OpenAI's +10 % for regional processing touches a model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Residency {
    /// Released on or after 2026-03-05, and eligible.
    Applies,
    /// Released before.
    Exempt,
    /// Release or eligibility is not known: the rate is an interval.
    Unknown,
}

/// When a model came, and when it goes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Lifecycle {
    /// Its first day.
    pub released: Option<Date>,
    /// The day OpenAI announced its end.
    pub deprecated: Option<Date>,
    /// The first day it no longer answers.
    pub shutdown: Option<Date>,
    /// The id of the model that OpenAI names to replace it.
    pub replacement: Option<&'static str>,
}
