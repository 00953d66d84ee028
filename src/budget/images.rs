//! How many images a budget pays at each quality, and at which quality so many images fit.
//!
//! Knows the price of one image with all that belongs to it; the number of requests that the
//! scenario asks for has no part in it.

use super::{Fit, Plans, plans};
use crate::estimate::price_each;
use crate::money::{Usd, UsdRange};
use crate::rates::{Quality, RateBook};
use crate::scenario::{Scenario, Stage};
use rust_decimal::Decimal;

/// What a budget buys at one quality.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ImagesAt {
    /// The quality.
    pub quality: Quality,
    /// USD an image.
    pub each: UsdRange,
    /// How many images the budget pays.
    pub images: Plans,
}

impl ImagesAt {
    /// What so many images come to.
    pub fn total(&self, images: u64) -> UsdRange {
        let count = Decimal::from(images);
        self.each.map(|end| end * count)
    }

    /// Whether so many images fit into a budget.
    pub fn fit(&self, images: u64, budget: Usd) -> Fit {
        Fit::of(budget, self.total(images))
    }
}

/// What a budget buys of a stage's images at each quality that its model has, lowest first. Empty
/// where the stage makes no images or cannot be priced.
pub fn images(book: &RateBook, scenario: &Scenario, stage: &Stage, budget: Usd) -> Vec<ImagesAt> {
    let named = Quality::ALL.iter().copied();
    let named = named.filter(|quality| stage.makes_images() && *quality != Quality::Auto);
    let priced = named.filter_map(|quality| {
        let asked = Stage {
            quality,
            ..stage.clone()
        };
        let each = price_each(book, scenario, &asked)?;
        Some(ImagesAt {
            quality,
            each,
            images: plans(budget, each),
        })
    });
    priced.collect()
}
