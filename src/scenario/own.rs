//! Rates of the person's own: a gateway's, a contract's, a tool that sells credits.
//!
//! They are never mixed with sourced rates: a line at an own rate names no source for it, and a
//! flat price or credits have the basis `given`.

use crate::rates::Meter;
use crate::size::{Size, SizeClass};
use rust_decimal::Decimal;

/// What a person pays instead of the sourced rates, each where it is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct OwnRates {
    /// USD per million tokens, by the position of the meter in [`Meter::ALL`].
    pub usd_per_mtok: [Option<Decimal>; 6],
    /// USD a flat image.
    pub image: Option<Decimal>,
    /// USD a plan costs.
    pub plan: Option<Decimal>,
    /// Credits in the plan.
    pub credits: Option<Decimal>,
    /// Credits of an image, for each class in [`SizeClass::ALL`].
    pub credits_per_image: [Option<Decimal>; 3],
}

impl OwnRates {
    /// The own rate of a meter, in USD per million tokens.
    pub fn rate(&self, meter: Meter) -> Option<Decimal> {
        self.usd_per_mtok[meter as usize]
    }

    /// Whether anything is given.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether any of the credit fields is given.
    pub fn has_credits(&self) -> bool {
        self.plan.is_some()
            || self.credits.is_some()
            || self.credits_per_image.iter().any(Option::is_some)
    }

    /// Credits of an image of this size: by the class whose long edge is the first at or above.
    pub fn credits_for(&self, size: Size) -> Option<Decimal> {
        self.credits_per_image[SizeClass::of(size) as usize]
    }
}
