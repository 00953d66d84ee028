//! Rules of what is sent along and billed beside the prompt: input images and text tokens.
//!
//! Knows the constants; must not know the arithmetic (`tokens`) or any model.

use super::{Basis, Source};
use crate::interval::Interval;

/// How input image tokens are counted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct InputRule {
    /// Its name in rates.json.
    pub name: &'static str,
    /// The rule itself.
    pub kind: InputKind,
    /// Why it can be trusted (at low fidelity, where fidelity matters).
    pub basis: Basis,
    /// Where it was read.
    pub source: &'static Source,
}

/// Tiles of an image that is shrunk first, or patches of one that is enlarged first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum InputKind {
    /// gpt-image-1 and its kin.
    Tiles(TileRule),
    /// gpt-image-2 and later.
    Patches(PatchRule),
}

/// Fit into `fit`, short side to `short` (never enlarged), one floor at the end, tiles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TileRule {
    /// The square an image is fit into, in pixels.
    pub fit: u32,
    /// The short side after that, in pixels.
    pub short: u32,
    /// The edge of a tile, in pixels.
    pub tile: u32,
    /// Tokens of any image.
    pub base: u32,
    /// Tokens of each tile.
    pub per_tile: u32,
    /// High fidelity, where the model takes it.
    pub high: Option<HighFidelity>,
}

/// What high fidelity adds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HighFidelity {
    /// Tokens, where the original is square.
    pub square: u32,
    /// Tokens otherwise.
    pub other: u32,
    /// Why it can be trusted.
    pub basis: Basis,
}

/// Enlarge the long side, count patches, shrink to a budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PatchRule {
    /// The edge of a patch, in pixels.
    pub patch: u32,
    /// A shorter long side is enlarged to this, in pixels.
    pub enlarge_to: u32,
    /// But at most by this factor.
    pub enlarge_max: u32,
    /// The most patches.
    pub budget: u32,
    /// How many patches more the other shrink step on record may count.
    pub shrink_spread: u32,
    /// Beyond this ratio the count spans padding and cropping to it.
    pub max_ratio: u32,
}

/// Text tokens that are billed beside the prompt.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OverheadRule {
    /// Its name in rates.json.
    pub name: &'static str,
    /// Tokens on a generation.
    pub generate: Interval<u64>,
    /// Tokens on an edit.
    pub edit: Interval<u64>,
    /// Whether `edit` is for each input image instead of for the request.
    pub edit_per_image: bool,
    /// Why it can be trusted.
    pub basis: Basis,
    /// Where it was read.
    pub source: &'static Source,
}

/// Text tokens that come back with each image.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextReturnedRule {
    /// Its name in rates.json.
    pub name: &'static str,
    /// Tokens an image.
    pub per_image: Interval<u64>,
    /// Why it can be trusted.
    pub basis: Basis,
    /// Where it was read.
    pub source: &'static Source,
}
