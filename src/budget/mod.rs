//! What a budget buys, what a plan comes to over time, and what of it was thrown away.
//!
//! Knows estimates and what may be changed in a scenario; must not know how anything is priced or
//! shown. A plan fits where it surely does: everything here is judged at the high end of the
//! interval, unless it names both ends.

mod arithmetic;
mod candidates;
mod change;
mod discarded;
mod images;
mod over_time;
mod search;

pub use arithmetic::{
    Arithmetic, accepted_images, per_accepted_image, per_use, thrown_away, whole_plan,
};
pub use change::{PlanChange, stage_name};
pub use discarded::{Discarded, discarded};
pub use images::{ImagesAt, images};
pub use over_time::{Period, limit_line, projections};
pub use search::{Suggestion, suggestion};

use crate::estimate::estimate;
use crate::money::{Usd, UsdRange};
use crate::rates::{Quality, RateBook};
use crate::scenario::{Scenario, Stage};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// How many whole plans a budget pays, every stage once as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plans {
    /// So many surely: at the high end of what one costs. None where a plan costs nothing, and any
    /// number fits.
    pub surely: Option<u64>,
    /// So many at most: at the low end. None where a plan may cost nothing.
    pub at_most: Option<u64>,
}

/// How many whole plans fit into a budget.
pub fn plans(budget: Usd, total: UsdRange) -> Plans {
    Plans {
        surely: whole(budget, total.high),
        at_most: whole(budget, total.low),
    }
}

/// How often `one` fits into a budget; none where it is nothing.
fn whole(budget: Usd, one: Usd) -> Option<u64> {
    if one.0.is_zero() {
        return None;
    }
    let ratio = budget
        .0
        .checked_div(one.0)
        .and_then(|ratio| ratio.floor().to_u64());
    // A quotient beyond 28 digits is rounded: the product decides. None is more than can be said.
    let times = ratio.unwrap_or(u64::MAX);
    let fits = |times: u64| one * Decimal::from(times) <= budget;
    Some(match times.checked_add(1) {
        Some(more) if fits(more) => more,
        _ if fits(times) => times,
        _ => times.saturating_sub(1),
    })
}

/// Whether a plan fits into a budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// Not even at the low end.
    No,
    /// At the low end, but not at the high end.
    Perhaps,
    /// At the high end too.
    Surely,
}

impl Fit {
    /// Whether a total fits into a budget.
    pub fn of(budget: Usd, total: UsdRange) -> Self {
        match (total.low <= budget, total.high <= budget) {
            (_, true) => Self::Surely,
            (true, false) => Self::Perhaps,
            (false, false) => Self::No,
        }
    }
}

/// A plan with every image at one quality.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AtQuality {
    /// The quality of all stages that make images.
    pub quality: Quality,
    /// What the plan comes to.
    pub total: UsdRange,
    /// Whether it fits.
    pub fit: Fit,
}

/// The plan at each quality that all its image models have, lowest first, `auto` left out. Empty
/// where no stage makes images or the rest of the plan cannot be priced.
pub fn qualities(book: &RateBook, scenario: &Scenario, budget: Usd) -> Vec<AtQuality> {
    if !scenario.stages.iter().any(Stage::makes_images) {
        return Vec::new();
    }
    let named = Quality::ALL
        .iter()
        .filter(|quality| **quality != Quality::Auto);
    let priced = named.filter_map(|quality| {
        let mut changed = scenario.clone();
        let stages = changed
            .stages
            .iter_mut()
            .filter(|stage| stage.makes_images());
        stages.for_each(|stage| stage.quality = *quality);
        let total = total(book, &changed)?;
        Some(AtQuality {
            quality: *quality,
            total,
            fit: Fit::of(budget, total),
        })
    });
    priced.collect()
}

/// What a scenario comes to; none with problems.
fn total(book: &RateBook, scenario: &Scenario) -> Option<UsdRange> {
    estimate(book, scenario).totals.map(|totals| totals.total)
}
