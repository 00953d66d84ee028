//! Rules of what comes back: which sizes there are, and how output images are counted or priced.
//!
//! Knows the constants; must not know the arithmetic (`tokens`, `sizing`) or any model.

use super::{Basis, Quality, Source};
use crate::interval::Interval;
use crate::size::Size;
use rust_decimal::Decimal;

/// Which sizes a model takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SizeRule {
    /// Its name in rates.json.
    pub name: &'static str,
    /// The rule itself.
    pub kind: SizeKind,
    /// Where it was read.
    pub source: &'static Source,
}

/// A list of sizes, or bounds on edges and pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SizeKind {
    /// Just these; `auto` means one of them, where the model takes `auto`.
    Fixed {
        /// The sizes.
        sizes: &'static [Size],
        /// Whether `auto` is taken.
        auto: bool,
    },
    /// Any size within bounds.
    Flexible(FlexibleSizes),
}

/// The bounds of a flexible size rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FlexibleSizes {
    /// Each edge is a multiple of this many pixels.
    pub step: u32,
    /// The longest edge, in pixels.
    pub max_edge: u32,
    /// The long edge is at most this many times the short one.
    pub max_ratio: u32,
    /// The fewest pixels.
    pub min_pixels: u32,
    /// The most pixels.
    pub max_pixels: u32,
    /// Above this many pixels OpenAI calls the output experimental.
    pub experimental_above: u32,
    /// What `auto` was observed to return: the sizes with the fewest and the most tokens.
    pub auto: (Size, Size),
}

/// How output image tokens are counted, or output images priced.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OutputRule {
    /// Its name in rates.json.
    pub name: &'static str,
    /// The rule itself.
    pub kind: OutputKind,
    /// Tokens of a partial image.
    pub partial_tokens: u32,
    /// Why it can be trusted.
    pub basis: Basis,
    /// Where it was read.
    pub source: &'static Source,
}

/// A table, OpenAI's area formula, a spread around it, or a flat price.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum OutputKind {
    /// Tokens for a quality and a size.
    Table(&'static [(Quality, Size, u32)]),
    /// OpenAI's area formula, with a factor for each quality.
    Area(AreaFormula),
    /// The area formula, times an interval for each quality: measured, not published.
    Spread {
        /// The formula that the spread is around.
        area: AreaFormula,
        /// Quality, lowest and highest factor.
        factors: &'static [(Quality, Interval<Decimal>)],
    },
    /// USD an image, for a quality and a size.
    Flat(&'static [(Quality, Size, Decimal)]),
}

/// The constants of OpenAI's area formula:
/// `tokens = ceil(q * s * (offset + W*H) / divisor)`, `s = round(q / (long/short))`, ties to even.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AreaFormula {
    /// `q` for each quality, lowest first.
    pub factors: &'static [(Quality, u32)],
    /// Added to the pixels.
    pub offset: u64,
    /// Divides the product.
    pub divisor: u64,
}
