//! Cheaper ways to what a person wants, each with its saving, its change and its trade.
//!
//! Knows how to choose among ways; must not know how anything is priced. Every way is priced as a
//! whole scenario after its change has been made as a link makes it: what has a problem, is dearer
//! at either end, or leads to a model with an announced end is never among them.

mod candidates;
mod inputs;
mod size;
mod words;

pub use candidates::WayKind;
pub use size::RATIO_TOLERANCE;

use crate::estimate::{Estimate, Fix, estimate, snapshot_of};
use crate::explore::saving;
use crate::link;
use crate::money::{Usd, UsdRange};
use crate::rates::RateBook;
use crate::scenario::Scenario;
use rust_decimal::Decimal;
use std::cmp::Reverse;

/// At most so many ways stand beside an estimate.
pub const MOST_WAYS: usize = 3;

/// A way that saves less than one part in so many of the total is not worth a person's time.
const WORTH: Decimal = Decimal::from_parts(200, 0, 0, false, 0);

/// One cheaper way.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// What changes.
    pub kind: WayKind,
    /// The stage that changes, from 0.
    pub stage: usize,
    /// The change as keys and values of a link.
    pub fix: Fix,
    /// What the whole scenario comes to then.
    pub total: UsdRange,
    /// What that saves, low end with low end and high with high; never negative.
    pub saving: UsdRange,
    /// What it saves an image of the scenario; none where it has none.
    pub saving_each: Option<UsdRange>,
    /// What to do, in words, without a point at the end.
    pub does: String,
    /// What is given up for it, in a sentence.
    pub trade: String,
}

/// Up to [`MOST_WAYS`] cheaper ways: of each kind the one that saves most, then those that save
/// most, the largest saving first. Where one way takes nothing away from the images, it is always
/// among them. Empty where the scenario cannot be priced.
pub fn ways(book: &RateBook, scenario: &Scenario) -> Vec<Way> {
    let present = estimate(book, scenario);
    let Some(before) = present.totals.map(|totals| totals.total) else {
        return Vec::new();
    };
    let mut found: Vec<Way> = Vec::new();
    for way in every(book, scenario, &present) {
        let worth = way.saving.high.0 * WORTH >= before.high.0;
        let same = found.iter().position(|known| known.kind.alike(&way.kind));
        match same {
            _ if !worth => {}
            Some(at) if found[at].saving.high >= way.saving.high => {}
            Some(at) => found[at] = way,
            None => found.push(way),
        }
    }
    found.sort_by_key(|way| (Reverse(way.saving.high), way.kind.rank()));
    keep(found)
}

/// The first ways, the last of which gives its place to one that takes nothing away.
fn keep(mut found: Vec<Way>) -> Vec<Way> {
    let rest = found.split_off(found.len().min(MOST_WAYS));
    let free = |way: &Way| way.kind.keeps_everything();
    if !found.iter().any(free)
        && let Some(way) = rest.into_iter().find(free)
    {
        found.pop();
        found.push(way);
    }
    found
}

/// Every way that is possible and cheaper, in no order.
pub fn every(book: &RateBook, scenario: &Scenario, present: &Estimate) -> Vec<Way> {
    let snapshot = snapshot_of(book, scenario);
    let stages = scenario.stages.iter().enumerate();
    let kinds = stages.flat_map(|(stage, asked)| {
        let kinds = candidates::of_stage(snapshot, asked);
        kinds.into_iter().map(move |kind| (stage, kind))
    });
    kinds
        .filter_map(|(stage, kind)| way(book, scenario, present, stage, kind))
        .collect()
}

/// A candidate as a way; none where it cannot be priced or is not cheaper.
fn way(
    book: &RateBook,
    scenario: &Scenario,
    present: &Estimate,
    stage: usize,
    kind: WayKind,
) -> Option<Way> {
    let fix = kind.fix();
    let changed = with(book, scenario, stage, &fix)?;
    let (before, after) = (present.totals?, estimate(book, &changed).totals?);
    let cheaper = after.total.low <= before.total.low && after.total.high < before.total.high;
    let each = before.per_image.zip(after.per_image);
    cheaper.then(|| Way {
        stage,
        total: after.total,
        saving: saving(before.total, after.total),
        saving_each: each.map(|(before, after)| saving(before, after)),
        does: words::does(scenario, stage, &kind),
        trade: words::trade(snapshot_of(book, scenario), scenario, stage, &kind),
        kind,
        fix,
    })
}

/// The scenario with a change made as a link makes it; none where a value is not taken.
pub fn with(book: &RateBook, scenario: &Scenario, stage: usize, fix: &Fix) -> Option<Scenario> {
    let mut changed = scenario.clone();
    for change in &fix.0 {
        link::change(book, &mut changed, stage, change.key, &change.value).ok()?;
    }
    Some(changed)
}

impl Way {
    /// The share of the total that is saved at the high end, in whole percent, rounded down.
    pub fn percent(&self) -> u8 {
        use rust_decimal::prelude::ToPrimitive;
        let before: Usd = self.total.high + self.saving.high;
        let share = (self.saving.high.0 * Decimal::ONE_HUNDRED).checked_div(before.0);
        share.and_then(|share| share.floor().to_u8()).unwrap_or(0)
    }
}
