//! Sums over line items, sends and stages, and what they come to an image.
//!
//! Knows the semantics of sends, blocked requests and acceptance; must not know how tokens are
//! counted.

use super::{LineItem, StageEstimate};
use crate::interval::Interval;
use crate::money::{self, Usd, UsdRange, quotient};
use crate::order::sort_few;
use crate::rates::Basis;
use rust_decimal::Decimal;

/// What a stage or a scenario comes to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Totals {
    /// USD for everything, discarded work included.
    pub total: UsdRange,
    /// Images made (of a scenario: by its delivering stages); expected values.
    pub images: Interval<Decimal>,
    /// Images that survive review.
    pub accepted_images: Interval<Decimal>,
    /// USD an image; none where there are none.
    pub per_image: Option<UsdRange>,
    /// USD an accepted image; none where there are none.
    pub per_accepted_image: Option<UsdRange>,
    /// The weakest basis among the line items that matter; none where nothing is charged for.
    pub basis: Option<Basis>,
}

impl Totals {
    /// From a total and its images.
    pub(super) fn new(
        total: UsdRange,
        images: Interval<Decimal>,
        accepted_images: Interval<Decimal>,
        basis: Option<Basis>,
    ) -> Self {
        Self {
            total,
            images,
            accepted_images,
            per_image: per(total, images),
            per_accepted_image: per(total, accepted_images),
            basis,
        }
    }

    /// USD a use, where each accepted image serves `uses` channels or crops.
    pub fn per_use(&self, uses: u16) -> Option<UsdRange> {
        let each = self.per_accepted_image?;
        let part = |usd: Usd| quotient(usd.0, Decimal::from(uses)).map(Usd);
        Some(Interval::new(part(each.low)?, part(each.high)?))
    }
}

/// A total by a number of images: its cheapest reading by the most images, its dearest by the
/// fewest.
fn per(total: UsdRange, images: Interval<Decimal>) -> Option<UsdRange> {
    let low = quotient(total.low.0, images.high)?;
    let high = quotient(total.high.0, images.low)?;
    Some(Interval::new(Usd(low), Usd(high)))
}

/// All stages together: every stage costs, the delivering ones bring the images.
pub(super) fn of_scenario(stages: &[StageEstimate]) -> Option<Totals> {
    let priced: Option<Vec<(bool, Totals)>> = stages
        .iter()
        .map(|stage| Some((stage.deliver, stage.totals?)))
        .collect();
    let priced = priced?;
    let delivered = |part: fn(&Totals) -> Interval<Decimal>| {
        let delivering = priced.iter().filter(|(deliver, _)| *deliver);
        sum(delivering.map(|(_, totals)| part(totals)))
    };
    let costs = priced
        .iter()
        .map(|(_, totals)| totals.total.map(|usd| usd.0));
    let total = sum(costs).map(Usd);
    let lines = stages.iter().flat_map(|stage| {
        let times = stage.sends;
        stage.line_items.iter().map(move |item| (item, times))
    });
    Some(Totals::new(
        total,
        delivered(|totals| totals.images),
        delivered(|totals| totals.accepted_images),
        weakest(lines, total.high),
    ))
}

/// The sum of amounts, the same in whatever order they stand: smallest first, since a sum of more
/// than 28 digits is rounded at each step.
fn sum(amounts: impl Iterator<Item = Interval<Decimal>>) -> Interval<Decimal> {
    let (mut lows, mut highs): (Vec<Decimal>, Vec<Decimal>) =
        amounts.map(|amount| (amount.low, amount.high)).unzip();
    sort_few(&mut lows, |amount| *amount);
    sort_few(&mut highs, |amount| *amount);
    Interval {
        low: lows.into_iter().fold(Decimal::ZERO, money::sum),
        high: highs.into_iter().fold(Decimal::ZERO, money::sum),
    }
}

/// The weakest basis among line items that make one percent or more of the high end of the total,
/// leaving `given` out of account; `given` where there is nothing else.
pub(super) fn weakest<'a>(
    lines: impl Iterator<Item = (&'a LineItem, Decimal)>,
    total: Usd,
) -> Option<Basis> {
    let hundred = Decimal::ONE_HUNDRED;
    lines
        .filter(|(item, times)| item.per_request.high * *times * hundred >= total)
        .map(|(item, _)| item.basis)
        .max()
}
