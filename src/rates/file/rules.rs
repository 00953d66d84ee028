//! The rules as written: all of them, and those of what comes back.
//!
//! Knows keys; must not know what makes a rule sound (`check` does). What each key means stands in
//! rates.schema.json and at the checked types.

use super::input_rules::{Analysis, Input, Overhead, Responses, TextReturned, Vision};
use super::{Entries, Piece, Written};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    pub sizes: Entries<Piece<Sizes>>,
    pub output: Entries<Piece<Output>>,
    pub input: Entries<Piece<Input>>,
    pub overhead: Entries<Piece<Overhead>>,
    pub text_returned: Entries<Piece<TextReturned>>,
    pub vision: Entries<Piece<Vision>>,
    pub responses: Entries<Piece<Responses>>,
    pub analysis: Entries<Piece<Analysis>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sizes {
    pub kind: SizeKind,
    pub source: String,
    pub checked: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SizeKind {
    Fixed(Fixed),
    Flexible(Flexible),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fixed {
    pub sizes: Vec<String>,
    pub auto: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Flexible {
    pub step: u32,
    pub max_edge: u32,
    pub max_ratio: u32,
    pub min_pixels: u32,
    pub max_pixels: u32,
    pub experimental_above: u32,
    pub auto: AutoSizes,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AutoSizes {
    pub fewest_tokens: String,
    pub most_tokens: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Output {
    pub kind: OutputKind,
    pub partial_tokens: u32,
    pub basis: String,
    pub source: String,
    pub checked: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OutputKind {
    Table(Entries<Entries<u32>>),
    Area(Area),
    Spread(Spread),
    UsdPerImage(Entries<Entries<Written>>),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Area {
    pub factors: Entries<u32>,
    pub offset: u64,
    pub divisor: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spread {
    pub area: Area,
    pub times: Entries<[Written; 2]>,
}
