//! The rules as written of what is sent along, and of what text models read.
//!
//! Knows keys; must not know what makes a rule sound (`check` does). What each key means stands in
//! rates.schema.json and at the checked types.

use super::Entries;
use serde::Deserialize;

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
    pub patch: u32,
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
