//! One stage: its line items, its sends, its images.
//!
//! Knows that sends carry the cost and that blocked requests are an interval; must not know how
//! tokens are counted.

use super::totals::{Totals, weakest};
use super::{LineItem, StageEstimate, items};
use crate::interval::Interval;
use crate::money::{UsdRange, difference, product, sum};
use crate::program::WORKFLOW;
use crate::rates::RateSnapshot;
use crate::scenario::{Scenario, Stage};
use rust_decimal::Decimal;

/// Prices a stage; without line items and totals where it is not `sound`.
pub(super) fn price(
    snapshot: &'static RateSnapshot,
    scenario: &Scenario,
    asked: &Stage,
    sound: bool,
) -> StageEstimate {
    let line_items = if sound {
        items::of(snapshot, scenario, asked)
    } else {
        None
    };
    let repeats = Repeats::of(asked);
    let sends = product(Decimal::from(asked.requests), repeats.sends).normalize();
    let per_request = line_items.as_ref().map(|items| sum_of(items));
    StageEstimate {
        deliver: asked.deliver,
        sends_per_request: repeats.sends,
        sends,
        per_request,
        totals: per_request.map(|one| totals(asked, &repeats, one, line_items.as_deref())),
        line_items: line_items.unwrap_or_default(),
    }
}

fn sum_of(items: &[LineItem]) -> UsdRange {
    items.iter().map(|item| item.per_request).sum()
}

fn totals(
    asked: &Stage,
    repeats: &Repeats,
    per_request: UsdRange,
    items: Option<&[LineItem]>,
) -> Totals {
    let sends = product(Decimal::from(asked.requests), repeats.sends);
    let high = per_request.high * sends;
    let low = per_request.low * sends * answered_share(asked);
    let images = images(asked, repeats);
    let accepted = if WORKFLOW {
        product(images, asked.accept.share())
    } else {
        images
    };
    let lines = items.unwrap_or_default().iter().map(|item| (item, sends));
    let basis = weakest(lines, high);
    let point = |amount: Decimal| Interval::point(amount.normalize());
    Totals::new(
        Interval::new(low, high),
        point(images),
        point(accepted),
        basis,
    )
}

/// Images that come back, as an expected value: none of an analysis.
fn images(asked: &Stage, repeats: &Repeats) -> Decimal {
    if !asked.makes_images() {
        return Decimal::ZERO;
    }
    let answered = product(Decimal::from(asked.requests), answered_share(asked));
    product(product(answered, repeats.delivered), Decimal::from(asked.n))
}

/// The share of requests that moderation lets through.
fn answered_share(asked: &Stage) -> Decimal {
    if WORKFLOW {
        asked.blocked.rest()
    } else {
        Decimal::ONE
    }
}

/// What a chance of repetition does to one request.
struct Repeats {
    /// Expected sends: `1 + p + p^2 + … + p^(tries-1)`.
    sends: Decimal,
    /// The share of requests that bring an image: `1 - p^tries`.
    delivered: Decimal,
}

impl Repeats {
    fn of(asked: &Stage) -> Self {
        if !WORKFLOW {
            return Self {
                sends: Decimal::ONE,
                delivered: Decimal::ONE,
            };
        }
        let p = asked.retries.share();
        let mut sends = Decimal::ZERO;
        let mut chance = Decimal::ONE;
        for _ in 0..asked.tries {
            sends = sum(sends, chance);
            chance = product(chance, p);
        }
        Self {
            sends: sends.normalize(),
            delivered: difference(Decimal::ONE, chance),
        }
    }
}
