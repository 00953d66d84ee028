//! Cost against the number of images, and where two scenarios cost the same.
//!
//! Results grow with the number of images; drafts and analyses are made once, as written. So each
//! scenario is a straight line: what is made once, plus so much an image.

use super::Side;
use crate::interval::Interval;
use crate::money::{Usd, UsdRange, quotient};
use crate::scenario::Stage;
use rust_decimal::Decimal;

/// A scenario's cost as a line over the number of images.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// USD for the stages that are made once.
    pub once: UsdRange,
    /// USD an image of the delivering stages; a quotient with ten decimal places.
    pub each: UsdRange,
}

impl Line {
    /// USD for so many images.
    pub fn at(&self, images: Decimal) -> UsdRange {
        let end = |once: Usd, each: Usd| once + each * images;
        Interval {
            low: end(self.once.low, self.each.low),
            high: end(self.once.high, self.each.high),
        }
    }
}

/// The line of a scenario; none with problems or where it delivers no image.
pub fn line(side: &Side) -> Option<Line> {
    let images = side.estimate.totals?.images.high;
    let sum = |grows: bool| -> Option<UsdRange> {
        let stages = side.scenario.stages.iter().zip(&side.estimate.stages);
        let wanted = stages.filter(|(asked, _)| delivers(asked) == grows);
        let totals = wanted.map(|(_, priced)| priced.totals.map(|totals| totals.total));
        totals.sum::<Option<UsdRange>>()
    };
    let each = |usd: Usd| quotient(usd.0, images).map(Usd);
    let results = sum(true)?;
    Some(Line {
        once: sum(false)?,
        each: Interval::new(each(results.low)?, each(results.high)?),
    })
}

fn delivers(stage: &Stage) -> bool {
    stage.deliver && stage.makes_images()
}

/// Where two lines meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crossing {
    /// How many images: between what the low ends and what the high ends say.
    pub images: Interval<Decimal>,
    /// Whether the first of the two is the cheaper one below it; the other is above it.
    pub first_below: bool,
}

/// Where two lines meet at more than no image; none where they do not, or where only one pair of
/// ends does and nothing can be said.
pub fn crossing(one: &Line, other: &Line) -> Option<Crossing> {
    let low = meet(one.once.low, one.each.low, other.once.low, other.each.low)?;
    let high = meet(
        one.once.high,
        one.each.high,
        other.once.high,
        other.each.high,
    )?;
    let first_below = one.once.high < other.once.high;
    let agree = (one.once.low < other.once.low) == first_below;
    agree.then(|| Crossing {
        images: Interval::new(low, high),
        first_below,
    })
}

/// `a + b x = c + d x`, for x above nothing.
fn meet(a: Usd, b: Usd, c: Usd, d: Usd) -> Option<Decimal> {
    quotient((c - a).0, (b - d).0).filter(|images| *images > Decimal::ZERO)
}
