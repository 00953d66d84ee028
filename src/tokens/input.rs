//! Input image tokens of image models: tiles (gpt-image-1 and kin) and patches (2 and later).
//!
//! Knows the arithmetic; must not know what a token costs.

use super::patches::{covering, shrunk};
use crate::interval::Interval;
use crate::rates::{Basis, Fidelity, InputKind, InputRule, PatchRule, TileRule};
use crate::size::Size;

/// A count, and why it can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// Tokens.
    pub tokens: Interval<u64>,
    /// Why.
    pub basis: Basis,
}

impl InputRule {
    /// Tokens of one input image.
    pub fn tokens(&self, size: Size, fidelity: Fidelity) -> Counted {
        match self.kind {
            InputKind::Tiles(rule) => self.tiles(rule, size, fidelity),
            InputKind::Patches(rule) => self.patches(rule, size),
        }
    }

    fn tiles(&self, rule: TileRule, size: Size, fidelity: Fidelity) -> Counted {
        let low = u64::from(rule.base) + u64::from(rule.per_tile) * rule.tiles(size);
        let (tokens, basis) = match (fidelity, rule.high) {
            (Fidelity::High, Some(high)) => {
                let more = if size.width == size.height {
                    high.square
                } else {
                    high.other
                };
                (low + u64::from(more), self.basis.max(high.basis))
            }
            _ => (low, self.basis),
        };
        Counted {
            tokens: Interval::point(tokens),
            basis,
        }
    }

    fn patches(&self, rule: PatchRule, size: Size) -> Counted {
        let (long, short) = rule.enlarged(size);
        let ratio = f64::from(rule.max_ratio);
        if u64::from(size.long()) <= u64::from(size.short()) * u64::from(rule.max_ratio) {
            return Counted {
                tokens: rule.count(long, short),
                basis: self.basis,
            };
        }
        let padded = rule.count(long, long / ratio);
        let cropped = rule.count(short * ratio, short);
        Counted {
            tokens: padded.hull(cropped),
            basis: Basis::Assumed,
        }
    }
}

impl TileRule {
    /// Tiles after the fit and the shrink of the short side: one floor of both edges at the end.
    pub fn tiles(&self, size: Size) -> u64 {
        let (long, short) = (u64::from(size.long()), u64::from(size.short()));
        let (fit, target) = (u64::from(self.fit), u64::from(self.short));
        // The scale as a fraction, so that the floor is exact.
        let (up, down) = if long > fit { (fit, long) } else { (1, 1) };
        let (up, down) = if short * up > target * down {
            (target, short)
        } else {
            (up, down)
        };
        let tiles = |edge: u64| (edge * up / down).max(1).div_ceil(u64::from(self.tile));
        tiles(long) * tiles(short)
    }
}

impl PatchRule {
    /// Long and short edge after a small image is enlarged; edges are not rounded.
    fn enlarged(&self, size: Size) -> (f64, f64) {
        let (long, short) = (f64::from(size.long()), f64::from(size.short()));
        let scale = (f64::from(self.enlarge_to) / long)
            .max(1.0)
            .min(f64::from(self.enlarge_max));
        (long * scale, short * scale)
    }

    /// Patches, shrunk to the budget where there are more. Two shrink steps are on record and no
    /// measurement separates them, hence the interval.
    fn count(&self, long: f64, short: f64) -> Interval<u64> {
        let budget = u64::from(self.budget);
        let patches = covering(long, short, self.patch);
        if patches <= budget {
            return Interval::point(patches);
        }
        let fewest = shrunk(long, short, self.patch, self.budget);
        Interval::new(fewest, budget.min(fewest + u64::from(self.shrink_spread)))
    }
}
