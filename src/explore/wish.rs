//! What a size must at least be: a ratio within a tolerance, edges, pixels.
//!
//! Knows pixels; must not know models or prices.

use crate::size::{AspectRatio, Size};

/// The largest tolerance of a ratio that can be asked for, in percent.
pub const MOST_TOLERANCE: u8 = 50;

/// What is asked of a size. The default asks nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// The ratio of width to height; none where any will do.
    pub ratio: Option<AspectRatio>,
    /// How far the ratio may be off, either way, in percent of the smaller of both, 0 to
    /// [`MOST_TOLERANCE`].
    pub tolerance: u8,
    /// The least width, in pixels.
    pub width: u32,
    /// The least height, in pixels.
    pub height: u32,
    /// The fewest pixels.
    pub pixels: u64,
}

impl Wish {
    /// At least the pixels of a size, at its ratio within a tolerance in percent.
    pub fn like(size: Size, tolerance: u8) -> Self {
        Self {
            ratio: Some(size.ratio()),
            tolerance,
            pixels: size.pixels(),
            ..Self::default()
        }
    }

    /// Whether a size is what is asked for.
    pub fn holds(&self, size: Size) -> bool {
        size.width >= self.width
            && size.height >= self.height
            && size.pixels() >= self.pixels
            && self
                .ratio
                .is_none_or(|ratio| self.is_near(size, ratio.width, ratio.height))
    }

    /// In whole numbers: `w/h` against `a/b` is `w·b` against `h·a`.
    fn is_near(&self, size: Size, width: u32, height: u32) -> bool {
        let one = u64::from(size.width) * u64::from(height);
        let other = u64::from(size.height) * u64::from(width);
        let tolerance = u64::from(self.tolerance.min(MOST_TOLERANCE));
        one.max(other) * 100 <= one.min(other) * (100 + tolerance)
    }
}
