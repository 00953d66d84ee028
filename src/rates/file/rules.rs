//! The rules as written: what counts tokens, and which sizes there are.
//!
//! Knows keys; must not know what makes a rule sound (`check` does). What each key means stands in
//! rates.schema.json and at the checked types.

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

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Input {
    pub kind: InputKind,
    pub basis: String,
    pub source: String,
    pub checked: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InputKind {
    Tiles(Tiles),
    Patches(Patches),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tiles {
    pub fit: u32,
    pub short: u32,
    pub tile: u32,
    pub base: u32,
    pub per_tile: u32,
    pub high: Option<HighFidelity>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HighFidelity {
    pub square: u32,
    pub other: u32,
    pub basis: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Patches {
    pub patch: u32,
    pub enlarge_to: u32,
    pub enlarge_max: u32,
    pub budget: u32,
    pub shrink_spread: u32,
    pub max_ratio: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Overhead {
    pub generate: [u64; 2],
    pub edit: [u64; 2],
    pub edit_per_image: bool,
    pub basis: String,
    pub source: String,
    pub checked: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextReturned {
    pub per_image: [u64; 2],
    pub basis: String,
    pub source: String,
    pub checked: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vision {
    pub levels: Entries<VisionLevel>,
    pub basis: String,
    pub source: String,
    pub checked: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VisionLevel {
    Patches(VisionPatches),
    Tiles(VisionTiles),
    Flat(VisionFlat),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VisionPatches {
    pub max_edge: u32,
    pub budget: Option<u32>,
    pub multiplier: [u32; 2],
    pub reject_above: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VisionTiles {
    pub fit: u32,
    pub short: u32,
    pub tile: u32,
    pub base: u32,
    pub per_tile: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VisionFlat {
    pub tokens: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Responses {
    pub framing: u64,
    pub tool: [u64; 2],
    pub reread: [u64; 2],
    pub output: [u64; 2],
    pub revised: [u64; 2],
    pub basis: String,
    pub source: String,
    pub checked: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Analysis {
    pub framing: u64,
    pub basis: String,
    pub source: String,
    pub checked: String,
}
