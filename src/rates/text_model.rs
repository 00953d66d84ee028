//! A model that reads images and writes text: it drives the Responses route, or analyses.
//!
//! Knows its rates and how it counts the images it reads; must not know the arithmetic (`tokens`).

use super::{Basis, Detail, Lifecycle, Residency, Source, TierRates};
use rust_decimal::Decimal;

/// A model that reads images and writes text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextModel {
    /// The id that a request names.
    pub id: &'static str,
    /// Other ids that mean the same model.
    pub aliases: &'static [&'static str],
    /// When it came and goes.
    pub lifecycle: Lifecycle,
    /// How it counts the images it reads.
    pub vision: &'static VisionRule,
    /// Whether it can call the image tool of the Responses API.
    pub image_tool: bool,
    /// Whether a turn above `long_context` tokens costs more; none where it does not.
    pub long_context: Option<LongContext>,
    /// Whether regional processing touches it.
    pub residency: Residency,
    /// Its rates, a tier at most once.
    pub rates: &'static [TierRates],
    /// Where its dates and capabilities were read.
    pub source: &'static Source,
}

/// The surcharge on a turn with very many input tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LongContext {
    /// It begins above this many input tokens.
    pub above: u64,
    /// Multiplies the rates of every input meter.
    pub input_times: Decimal,
    /// Multiplies the rate of text output.
    pub output_times: Decimal,
}

/// How a text model counts the images it reads.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct VisionRule {
    /// Its name in rates.json.
    pub name: &'static str,
    /// What each detail level does; a level that is missing is refused.
    pub levels: &'static [(Detail, VisionLevel)],
    /// Why it can be trusted.
    pub basis: Basis,
    /// Where it was read.
    pub source: &'static Source,
}

/// One detail level of a vision rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VisionLevel {
    /// Square patches, times a multiplier.
    Patches {
        /// The edge of a patch, in pixels.
        patch: u32,
        /// The longest edge before patches are counted, in pixels.
        max_edge: u32,
        /// The most patches; none where there is no budget.
        budget: Option<u32>,
        /// Numerator and denominator of the multiplier.
        multiplier: (u32, u32),
        /// An image of more patches is rejected.
        reject_above: u32,
    },
    /// Tiles of 512 pixels after a fit into `fit` and a short side of `short`.
    Tiles {
        /// The square an image is fit into, in pixels.
        fit: u32,
        /// The short side after that, in pixels.
        short: u32,
        /// The edge of a tile, in pixels.
        tile: u32,
        /// Tokens of any image.
        base: u32,
        /// Tokens of each tile.
        per_tile: u32,
    },
    /// The same for every image.
    Flat {
        /// Tokens of an image.
        tokens: u32,
    },
}
