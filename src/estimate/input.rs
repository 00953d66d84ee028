//! What one input image adds to a request: the figure that stands beside it in a list.
//!
//! Knows which lines an image is in; must not know how its tokens are counted.

use super::{Charge, LineItem, What, items, snapshot_of};
use crate::interval::Interval;
use crate::money::{Usd, UsdRange};
use crate::rates::RateBook;
use crate::scenario::{InputImages, Scenario, Stage, Task};
use crate::size::Size;

/// One input image of a request that makes one image, or of one turn of an analysis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct InputPrice {
    /// Tokens billed to the model that edits, or that analyses.
    pub tokens: Interval<u64>,
    /// Tokens that the driver of the Responses route reads besides; 0 elsewhere.
    pub driver: Interval<u64>,
    /// USD, both together, markup and regional processing included.
    pub usd: UsdRange,
}

/// What an input image of this size would add to a request of `asked`, whatever else is sent
/// along. None where its tokens have no rate of their own: without rates, at a flat price, or
/// where the model rejects the image.
pub fn price_input(
    book: &RateBook,
    scenario: &Scenario,
    asked: &Stage,
    size: Size,
) -> Option<InputPrice> {
    let lines = |stage: &Stage| items::of(snapshot_of(book, scenario), scenario, stage);
    let with = lines(&alone(asked, Some(size)))?;
    let sent = of(&with, &[What::InputImages, What::AnalysisImages])?;
    let seen = of(&with, &[What::DriverImages]).unwrap_or(NOTHING);
    // The driver looks at the finished image as well, with or without this one.
    let without = lines(&alone(asked, None)).unwrap_or_default();
    let finished = of(&without, &[What::DriverImages]).unwrap_or(NOTHING);
    Some(InputPrice {
        tokens: sent.0,
        driver: Interval {
            low: seen.0.low.saturating_sub(finished.0.low),
            high: seen.0.high.saturating_sub(finished.0.high),
        },
        usd: Interval::new(
            sent.1.low + (seen.1.low - finished.1.low),
            sent.1.high + (seen.1.high - finished.1.high),
        ),
    })
}

/// The stage with this input image alone, or with none, and one image to make in one turn.
fn alone(asked: &Stage, size: Option<Size>) -> Stage {
    let task = match (asked.task, size) {
        (Task::Analyze, _) => Task::Analyze,
        (_, Some(_)) => Task::Edit,
        (_, None) => Task::Generate,
    };
    let one = |size| InputImages { size, count: 1 };
    Stage {
        task,
        refs: size.map(one).into_iter().collect(),
        n: 1,
        turns: 1,
        ..asked.clone()
    }
}

const NOTHING: (Interval<u64>, UsdRange) = (
    Interval { low: 0, high: 0 },
    Interval {
        low: Usd::ZERO,
        high: Usd::ZERO,
    },
);

/// Tokens and cost of the lines for these; none where there is no such line.
fn of(lines: &[LineItem], what: &[What]) -> Option<(Interval<u64>, UsdRange)> {
    let mine = lines.iter().filter(|line| what.contains(&line.what));
    mine.map(|line| match line.charge {
        Charge::Tokens { tokens, .. } => (tokens, line.per_request),
        Charge::Images { .. } => (NOTHING.0, line.per_request),
    })
    .reduce(|a, b| (a.0 + b.0, a.1 + b.1))
}
