//! rates.json as a person writes it.
//!
//! Knows the keys of the file and nothing of what they mean: every name is still text, every
//! decimal still a string. Must not be used by anything but `check`, which turns it into the form
//! that the program trusts. Not part of the page: the build reads the file, and so do the tests.

mod input_rules;
mod models;
mod reading;
mod rules;
mod side_table;

pub use input_rules::{
    Analysis, Input, InputKind, Overhead, Patches, Responses, TextReturned, Tiles, Vision,
    VisionLevel, VisionPatches, VisionTiles,
};
pub use models::{
    Lifecycle, LongContext, Model, Printed, Promotion, Rates, Supports, TextModel, TierRates,
};
pub use reading::{Entries, Piece, Written, read};
pub use rules::{Area, Flexible, Output, OutputKind, Rules, SizeKind, Sizes, Spread};
pub use side_table::{BillingRule, Plan};

use serde::Deserialize;

/// The whole file.
#[derive(Deserialize)]
#[serde(
    deny_unknown_fields,
    expecting = "an object with sources, rules and snapshots"
)]
pub struct File {
    /// For editors; says nothing here.
    #[serde(rename = "$schema", default)]
    pub _schema: String,
    /// Sources by name.
    pub sources: Entries<Piece<Source>>,
    /// Rules by kind and name.
    pub rules: Rules,
    /// Rate snapshots, oldest first.
    pub snapshots: Vec<Piece<Snapshot>>,
    /// Plans that images can be bought by instead of the API.
    #[serde(default)]
    pub plans: Vec<Piece<Plan>>,
    /// Billing rules of contracts, by name.
    #[serde(default)]
    pub billing: Entries<Piece<BillingRule>>,
}

/// A page that facts were read on.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub title: String,
    pub url: String,
}

/// All that was known on one date.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Snapshot {
    pub date: String,
    pub note: String,
    pub image_models: Vec<Piece<Model>>,
    pub text_models: Vec<Piece<TextModel>>,
    pub regional: Option<Regional>,
    pub responses: Option<String>,
    pub analysis: Option<String>,
}

/// What regional processing costs.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Regional {
    pub times: Written,
    pub source: String,
    pub checked: String,
}
