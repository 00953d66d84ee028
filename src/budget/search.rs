//! The single change that brings a plan under its budget and takes the least away.
//!
//! Knows how to choose among changes; must not know which there are, nor how anything is priced.
//! Every candidate is priced as a whole plan: what has a problem, is no cheaper or does not fit is
//! never suggested.

use super::{PlanChange, candidates, total};
use crate::estimate::estimate;
use crate::money::{Usd, UsdRange};
use crate::rates::RateBook;
use crate::scenario::Scenario;
use rust_decimal::Decimal;
use std::cmp::Reverse;

/// A single change that brings a plan under its budget.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// The change.
    pub change: PlanChange,
    /// The plan with the change made.
    pub scenario: Scenario,
    /// What it comes to then.
    pub total: UsdRange,
}

impl Suggestion {
    /// What to do and what it saves, in a sentence; `before` is the plan and `total` its total as
    /// they were.
    pub fn sentence(&self, before: &Scenario, total: UsdRange) -> String {
        let (now, then) = (self.total.high.in_words(), total.high.in_words());
        format!(
            "{}: {now} at most instead of {then}.",
            self.change.words(before)
        )
    }

    /// How much the change leaves of the plan, against others of its rank: what it comes to, or
    /// the part of the requests that is kept.
    fn leaves(&self, before: &Scenario) -> Decimal {
        match self.change {
            PlanChange::Requests(stage, requests) => {
                let asked = before
                    .stages
                    .get(stage)
                    .map_or(1, |stage| stage.requests.max(1));
                Decimal::from(requests) / Decimal::from(asked)
            }
            _ => self.total.high.0,
        }
    }
}

/// The single change that brings a plan under a budget at the high end of the interval: of those
/// that take the least away ([`PlanChange::rank`]), the one that leaves the plan dearest, or keeps
/// the largest part of the requests; of equals the first. None where the plan fits already, cannot
/// be priced, or no single change is enough.
pub fn suggestion(book: &RateBook, scenario: &Scenario, budget: Usd) -> Option<Suggestion> {
    let present = estimate(book, scenario);
    let most = present.totals?.total.high;
    if most <= budget {
        return None;
    }
    let made = |change: &PlanChange| {
        let changed = change.apply(scenario);
        let total = total(book, &changed)?;
        let fits = total.high <= budget && total.high < most;
        fits.then(|| Suggestion {
            change: change.clone(),
            scenario: changed,
            total,
        })
    };
    let changes = candidates::all(book, scenario, &present, budget);
    let of_rank = |rank: u8| {
        changes
            .iter()
            .filter(move |change| change.rank(scenario) == rank)
    };
    (0..=PlanChange::LAST_RANK).find_map(|rank| {
        let fitting = of_rank(rank).filter_map(made);
        // The first of equals: `max_by_key` would take the last.
        fitting.min_by_key(|found| Reverse(found.leaves(scenario)))
    })
}
