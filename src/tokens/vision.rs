//! Vision tokens: what an image counts for when a text model reads it.
//!
//! Knows the published arithmetic; must not know what a token costs. Rules:
//! <https://developers.openai.com/api/docs/guides/images-vision>.

use super::patches::{covering, shrunk};
use crate::interval::Interval;
use crate::rates::{Detail, VisionLevel, VisionRule};
use crate::size::Size;

/// Why a text model does not read an image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VisionFault {
    /// The model does not have this detail level.
    NoLevel,
    /// The image has this many patches, and the API rejects more than `most`.
    TooManyPatches {
        /// Patches of the image.
        patches: u64,
        /// The most that are taken.
        most: u32,
    },
}

impl VisionRule {
    /// What the level does; none where the model refuses it.
    pub fn level(&self, detail: Detail) -> Option<VisionLevel> {
        self.levels
            .iter()
            .find(|(known, _)| *known == detail)
            .map(|(_, level)| *level)
    }

    /// Tokens of one image at a detail level.
    ///
    /// # Errors
    /// The level is refused, or the image has more patches than the API takes.
    pub fn tokens(&self, size: Size, detail: Detail) -> Result<u64, VisionFault> {
        self.level(detail).ok_or(VisionFault::NoLevel)?.tokens(size)
    }

    /// From the fewest to the most tokens over every level that takes the image; none where no
    /// level does.
    pub fn any_level(&self, size: Size) -> Option<Interval<u64>> {
        let counts = self
            .levels
            .iter()
            .filter_map(|(_, level)| level.tokens(size).ok());
        counts.map(Interval::point).reduce(Interval::hull)
    }
}

impl VisionLevel {
    /// Tokens of one image.
    ///
    /// # Errors
    /// The image has more patches than the API takes.
    pub fn tokens(&self, size: Size) -> Result<u64, VisionFault> {
        match *self {
            Self::Flat { tokens } => Ok(tokens.into()),
            Self::Tiles {
                fit,
                short,
                tile,
                base,
                per_tile,
            } => Ok(u64::from(base) + u64::from(per_tile) * tiles(size, fit, short, tile)),
            Self::Patches {
                patch,
                max_edge,
                budget,
                multiplier: (times, over),
                reject_above,
            } => {
                let patches = patches(fit_edge(size, max_edge), patch, budget);
                if patches > u64::from(reject_above) {
                    return Err(VisionFault::TooManyPatches {
                        patches,
                        most: reject_above,
                    });
                }
                Ok((patches * u64::from(times)).div_ceil(over.into()))
            }
        }
    }
}

fn patches(size: Size, patch: u32, budget: Option<u32>) -> u64 {
    let (width, height) = (f64::from(size.width), f64::from(size.height));
    let all = covering(width, height, patch);
    match budget {
        Some(budget) if all > u64::from(budget) => shrunk(width, height, patch, budget),
        _ => all,
    }
}

/// Tiles after a fit into a square and a shrink of the short side, its other side rounded down.
fn tiles(size: Size, fit: u32, short: u32, tile: u32) -> u64 {
    let fitted = fit_edge(size, fit);
    let (mut long, mut side) = (u64::from(fitted.long()), u64::from(fitted.short()));
    if side > u64::from(short) {
        long = long * u64::from(short) / side;
        side = u64::from(short);
    }
    long.div_ceil(tile.into()) * side.div_ceil(tile.into())
}

/// Shrinks to a longest edge, to the nearest pixel, halves to even; never enlarges.
fn fit_edge(size: Size, max_edge: u32) -> Size {
    let long = size.long();
    if long <= max_edge {
        return size;
    }
    let scaled = |edge: u32| {
        let product = u64::from(edge) * u64::from(max_edge);
        let (whole, rest) = (product / u64::from(long), product % u64::from(long));
        let up = (rest * 2).cmp(&u64::from(long));
        let half_to_even = up.is_eq() && !whole.is_multiple_of(2);
        let rounded = whole + u64::from(up.is_gt() || half_to_even);
        u32::try_from(rounded).unwrap_or(max_edge).max(1)
    };
    Size::new(scaled(size.width), scaled(size.height))
}
