//! The line items of an estimate, each with its part of the total.
//!
//! Knows that sends carry the cost and that blocked requests may be free; must not know any
//! format. What the page shows and what is exported is made of these.

use crate::estimate::{Estimate, LineItem, StageEstimate, What};
use crate::interval::Interval;
use crate::money::{UsdRange, shown_ranges};
use crate::scenario::{Scenario, Stage, Task};

/// A line item within the whole.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// The position of its stage, from 0.
    pub stage: usize,
    /// What the stage asks for.
    pub asked: &'a Stage,
    /// The stage, priced.
    pub priced: &'a StageEstimate,
    /// One request sent once.
    pub item: &'a LineItem,
    /// USD for all sends of the stage. At the low end blocked requests are free.
    pub total: UsdRange,
}

impl Line<'_> {
    /// The model that is billed for it.
    pub fn model(&self) -> &'static str {
        let driver = matches!(
            self.item.what,
            What::DriverInput | What::DriverImages | What::DriverOutput
        );
        match self.asked.driver {
            Some(model) if driver || self.asked.task == Task::Analyze => model,
            _ => self.asked.model,
        }
    }
}

/// Every line item, stage by stage; they add up to the total.
pub fn lines<'a>(scenario: &'a Scenario, estimate: &'a Estimate) -> Vec<Line<'a>> {
    let stages = scenario.stages.iter().zip(&estimate.stages).enumerate();
    let lines = stages.flat_map(|(stage, (asked, priced))| {
        priced.line_items.iter().map(move |item| Line {
            stage,
            asked,
            priced,
            item,
            total: whole(asked, priced, item),
        })
    });
    lines.collect()
}

fn whole(asked: &Stage, priced: &StageEstimate, item: &LineItem) -> UsdRange {
    let all = item.per_request.map(|usd| usd * priced.sends);
    Interval::new(all.low * asked.blocked.rest(), all.high)
}

/// The total of each line in words, rounded so that they add up to the shown total.
pub fn shown(lines: &[Line]) -> Vec<String> {
    let parts: Vec<UsdRange> = lines.iter().map(|line| line.total).collect();
    let sum: UsdRange = parts.iter().copied().sum();
    let words = |(part, shown): (&UsdRange, UsdRange)| {
        let (low, high) = (shown.low.beside(sum.low), shown.high.beside(sum.high));
        if part.is_point() || low == high {
            low
        } else {
            format!("{low} – {high}")
        }
    };
    parts.iter().zip(shown_ranges(&parts)).map(words).collect()
}
