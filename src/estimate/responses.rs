//! One request to the Responses API whose driver calls the image tool, line by line.
//!
//! Observed and inferred, never official: every count is an interval with its basis. Must not
//! know sends or stages.

use super::LineItem;
use super::What;
use super::analysis::{long_context, sum_of};
use super::charge::{Count, Pricing};
use super::image::{all_inputs, image_pricing, output_counts, text_returned};
use super::items::Asked;
use crate::interval::Interval;
use crate::rates::{Basis, Detail, Meter, Model, ResponsesRule, TextModel, VisionRule};
use crate::scenario::{Stage, Task};
use rust_decimal::Decimal;

/// The line items of one request sent once, all its turns together.
pub(super) fn lines(asked: Asked) -> Option<Vec<LineItem>> {
    let model = asked.snapshot.image_model(asked.stage.model)?;
    let driver = asked.snapshot.text_model(asked.stage.driver?)?;
    let rule = asked.snapshot.responses?;
    let mut lines = image_lines(asked, model, rule)?;
    lines.extend(driver_lines(asked, model, driver, rule)?);
    Some(lines)
}

/// The image model is billed as on the Image API, but on the revised prompt, and on the last
/// image again in each later turn.
fn image_lines(
    asked: Asked,
    model: &'static Model,
    rule: &'static ResponsesRule,
) -> Option<Vec<LineItem>> {
    let stage = asked.stage;
    let pricing = image_pricing(asked, model)?;
    let turns = u64::from(stage.turns);
    let mut outputs = output_counts(stage, model, turns)?;
    outputs.extend(text_returned(model, turns));
    outputs.retain(|count| count.tokens.high > 0);
    let mut lines: Vec<LineItem> = outputs
        .into_iter()
        .map(|count| pricing.line(count))
        .collect::<Option<_>>()?;
    for count in [
        Some(revised_prompt(stage, rule)),
        image_inputs(stage, model),
    ]
    .into_iter()
    .flatten()
    {
        let cached = stage.cached.share();
        lines.extend(pricing.input_lines(count, cached, Interval::point(Decimal::ONE))?);
    }
    Some(lines)
}

fn revised_prompt(stage: &Stage, rule: &'static ResponsesRule) -> Count {
    let prompt = u64::from(stage.prompt);
    let once = Interval::new(rule.revised.low.min(prompt), rule.revised.high.max(prompt));
    Count {
        what: What::RevisedPrompt,
        meter: Meter::TextInput,
        tokens: once.map(|tokens| tokens * u64::from(stage.turns)),
        basis: Basis::Measured,
        source: Some(rule.source),
    }
}

/// The person's input images in every turn, and the last image in every turn but the first.
fn image_inputs(stage: &Stage, model: &'static Model) -> Option<Count> {
    let rule = model.input?;
    let turns = u64::from(stage.turns);
    let mut basis = rule.basis;
    let mut tokens = Interval::point(0);
    if stage.task == Task::Edit {
        let inputs = all_inputs(stage, rule);
        basis = inputs.basis;
        tokens = inputs.tokens.map(|count| count * turns);
    }
    if turns > 1 {
        let finished = model.sizes.stands_for(stage.size);
        let again = finished
            .into_iter()
            .map(|size| rule.tokens(size, stage.fidelity));
        let last = again.reduce(|a, b| crate::tokens::input::Counted {
            tokens: a.tokens.hull(b.tokens),
            basis: a.basis.max(b.basis),
        })?;
        basis = basis.max(last.basis);
        tokens = tokens + last.tokens.map(|count| count * (turns - 1));
    }
    let count = Count {
        what: What::InputImages,
        meter: Meter::ImageInput,
        tokens,
        basis,
        source: Some(rule.source),
    };
    (tokens.high > 0).then_some(count)
}

/// What the driver reads and writes in one pass of one turn.
#[derive(Clone, Copy)]
struct Pass {
    text: Interval<u64>,
    images: Interval<u64>,
    /// What it writes; a turn's output is that of its last pass.
    output: Interval<u64>,
}

fn driver_lines(
    asked: Asked,
    model: &Model,
    driver: &'static TextModel,
    rule: &'static ResponsesRule,
) -> Option<Vec<LineItem>> {
    let Asked {
        snapshot,
        scenario,
        stage,
    } = asked;
    let pricing = Pricing::new(
        snapshot,
        scenario,
        &stage.own,
        driver.rates,
        stage.tier,
        driver.residency,
    )?;
    let passes = passes(stage, model, driver, rule)?;
    let basis = rule.basis.max(driver.vision.basis);
    let source = Some(rule.source);
    let cached = stage.cached.share();
    let mut lines = Vec::new();
    for (surcharge, group) in long_context(driver, passes, |pass| pass.text + pass.images) {
        let sum = |part: fn(&Pass) -> Interval<u64>| sum_of(group.iter().map(part));
        let text = sum(|pass| pass.text);
        let input = Count {
            what: What::DriverInput,
            meter: Meter::TextInput,
            tokens: text,
            basis: rule.basis,
            source,
        };
        let read = Count {
            what: What::DriverImages,
            tokens: sum(|pass| pass.images),
            basis,
            ..input
        };
        let written = Count {
            what: What::DriverOutput,
            meter: Meter::TextOutput,
            tokens: sum(|pass| pass.output),
            ..input
        };
        lines.extend(pricing.input_lines(input, cached, surcharge.input)?);
        lines.extend(pricing.input_lines(read, cached, surcharge.input)?);
        if written.tokens.high > 0 {
            lines.push(pricing.line_times(written, surcharge.output)?);
        }
    }
    Some(lines)
}

/// Both passes of every turn: the call of the tool, then the finished image read back.
fn passes(
    stage: &Stage,
    model: &Model,
    driver: &TextModel,
    rule: &ResponsesRule,
) -> Option<Vec<Pass>> {
    let vision = driver.vision;
    let given = if stage.task == Task::Edit {
        inputs_read(stage, vision)?
    } else {
        0
    };
    let sizes = model.sizes.stands_for(stage.size).into_iter();
    let finished = sizes
        .map(|size| vision.any_level(size))
        .collect::<Option<Vec<_>>>()?
        .into_iter()
        .reduce(Interval::hull)?;
    let asked = u64::from(stage.context) + u64::from(stage.prompt) + rule.framing;
    let mut passes = Vec::with_capacity(usize::from(stage.turns) * 2);
    for turn in 0..u64::from(stage.turns) {
        let earlier = rule
            .output
            .map(|tokens| turn * (u64::from(stage.prompt) + tokens));
        let last = if turn == 0 {
            Interval::point(0)
        } else {
            finished
        };
        let text = rule.tool.map(|tokens| asked + tokens) + earlier;
        let images = Interval::point(given) + last;
        passes.push(Pass {
            text,
            images,
            output: Interval::point(0),
        });
        let (text, images) = (text + rule.reread, images + finished);
        passes.push(Pass {
            text,
            images,
            output: rule.output,
        });
    }
    Some(passes)
}

/// Vision tokens of the input images for the driver, at detail `auto`.
fn inputs_read(stage: &Stage, vision: &VisionRule) -> Option<u64> {
    stage.refs.iter().try_fold(0, |sum, images| {
        let one = vision.tokens(images.size, Detail::Auto).ok()?;
        Some(sum + one * u64::from(images.count))
    })
}
