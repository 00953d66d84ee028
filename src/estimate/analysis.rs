//! One analysis: a text model reads images and returns text, line by line, all turns together.
//!
//! Knows what a turn sends again; must not know sends or stages.

use super::charge::Count;
use super::items::Asked;
use super::passes::{self, Pass};
use super::{LineItem, What};
use crate::interval::Interval;
use crate::rates::{Basis, Detail, Meter, TextModel, VisionRule};
use crate::scenario::Stage;

/// The line items of one request sent once.
pub(super) fn lines(asked: Asked) -> Option<Vec<LineItem>> {
    let driver = asked.snapshot.text_model(asked.stage.driver?)?;
    let framing = asked.snapshot.analysis?.framing;
    let given = Count {
        what: What::AnalysisInput,
        meter: Meter::TextInput,
        tokens: Interval::point(0),
        basis: Basis::Given,
        source: None,
    };
    let images = Count {
        what: What::AnalysisImages,
        basis: driver.vision.basis,
        source: Some(driver.vision.source),
        ..given
    };
    let answer = Count {
        what: What::Answer,
        meter: Meter::TextOutput,
        ..given
    };
    let turns = turns(asked.stage, driver, framing)?;
    passes::lines(asked, driver, &turns, [given, images, answer])
}

/// Each turn sends context, the images and what was said before.
fn turns(stage: &Stage, driver: &TextModel, framing: u64) -> Option<Vec<Pass>> {
    let images = read(stage, driver.vision, stage.detail)?;
    let answer = u64::from(stage.answer);
    let exchange = u64::from(stage.prompt) + answer;
    let once = u64::from(stage.context) + u64::from(stage.prompt) + framing;
    let turn = |earlier: u64| Pass {
        text: Interval::point(once + earlier * exchange),
        images: Interval::point(images),
        written: Interval::point(answer),
    };
    Some((0..u64::from(stage.turns)).map(turn).collect())
}

/// Vision tokens of the input images at a detail level; none where one is rejected.
pub(super) fn read(stage: &Stage, vision: &VisionRule, detail: Detail) -> Option<u64> {
    stage.refs.iter().try_fold(0, |sum, images| {
        let one = vision.tokens(images.size, detail).ok()?;
        Some(sum + one * u64::from(images.count))
    })
}
