//! What the driver of the image tool reads and writes: two passes in each turn.
//!
//! Knows what was observed around a call; must not know rates.

use crate::estimate::analysis::read;
use crate::estimate::charge::Count;
use crate::estimate::items::Asked;
use crate::estimate::passes::{self, Pass};
use crate::estimate::{LineItem, What};
use crate::interval::Interval;
use crate::rates::{Detail, Meter, Model, ResponsesRule, TextModel};
use crate::scenario::{Stage, Task};

/// The lines of the driver.
pub(super) fn lines(
    asked: Asked,
    model: &Model,
    rule: &'static ResponsesRule,
) -> Option<Vec<LineItem>> {
    let driver = asked.snapshot.text_model(asked.stage.driver?)?;
    let input = Count {
        what: What::DriverInput,
        meter: Meter::TextInput,
        tokens: Interval::point(0),
        basis: rule.basis,
        source: Some(rule.source),
    };
    let images = Count {
        what: What::DriverImages,
        basis: rule.basis.max(driver.vision.basis),
        ..input
    };
    let output = Count {
        what: What::DriverOutput,
        meter: Meter::TextOutput,
        ..input
    };
    let passes = passes(asked.stage, model, driver, rule)?;
    passes::lines(asked, driver, &passes, [input, images, output])
}

/// Both passes of every turn: the call of the tool, then the finished image read back. What the
/// driver writes is counted with the second.
fn passes(
    stage: &Stage,
    model: &Model,
    driver: &TextModel,
    rule: &ResponsesRule,
) -> Option<Vec<Pass>> {
    let finished = finished(stage, model, driver)?;
    let given = match stage.task {
        Task::Edit => read(stage, driver.vision, Detail::Auto)?,
        _ => 0,
    };
    let none = Interval::point(0);
    let turn = |turn: u64| {
        let first = Pass {
            text: said(stage, rule, turn),
            images: Interval::point(given) + if turn > 0 { finished } else { none },
            written: none,
        };
        let second = Pass {
            text: first.text + rule.reread,
            images: first.images + finished,
            written: rule.output,
        };
        [first, second]
    };
    Some((0..u64::from(stage.turns)).flat_map(turn).collect())
}

/// Text of the first pass of a turn: context, prompt, framing, the tool's description, and what
/// was said in earlier turns.
fn said(stage: &Stage, rule: &ResponsesRule, turn: u64) -> Interval<u64> {
    let prompt = u64::from(stage.prompt);
    let asked = u64::from(stage.context) + prompt + rule.framing;
    let earlier = rule.output.map(|written| turn * (prompt + written));
    rule.tool.map(|tokens| asked + tokens) + earlier
}

/// Vision tokens of the finished image, over every size that it may have and every level.
fn finished(stage: &Stage, model: &Model, driver: &TextModel) -> Option<Interval<u64>> {
    let sizes = model.sizes.stands_for(stage.size).into_iter();
    let seen = sizes.map(|size| driver.vision.any_level(size));
    seen.reduce(|a, b| Some(a?.hull(b?)))?
}
