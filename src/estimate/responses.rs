//! One request to the Responses API whose driver calls the image tool, line by line.
//!
//! Observed and inferred, never official: every count is an interval with its basis. Must not
//! know sends or stages.

use super::charge::{Count, Pricing};
use super::image::{all_inputs, output_counts, text_returned};
use super::items::Asked;
use super::{LineItem, What};
use crate::interval::Interval;
use crate::rates::{Basis, InputRule, Meter, Model, ResponsesRule};
use crate::scenario::{Stage, Task};
use crate::tokens::input::Counted;
use rust_decimal::Decimal;

mod driver;

/// The line items of one request sent once, all its turns together.
pub(super) fn lines(asked: Asked) -> Option<Vec<LineItem>> {
    let model = asked.snapshot.image_model(asked.stage.model)?;
    let rule = asked.snapshot.responses?;
    let mut lines = image_lines(asked, model, rule)?;
    lines.extend(driver::lines(asked, model, rule)?);
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
    let pricing = Pricing::new(asked, model.rates, model.residency)?;
    let turns = u64::from(stage.turns);
    let cached = stage.cached.share();
    let mut outputs = output_counts(stage, model, turns)?;
    outputs.extend(text_returned(model, turns));
    let mut inputs = vec![revised_prompt(stage, rule)];
    inputs.extend(image_inputs(stage, model));
    let outputs = outputs.into_iter().map(|count| (count, Decimal::ZERO));
    let inputs = inputs.into_iter().map(|count| (count, cached));
    let mut lines = Vec::new();
    for (count, cached) in outputs.chain(inputs) {
        lines.extend(pricing.lines(count, cached, Interval::point(Decimal::ONE))?);
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
    let none = Counted {
        tokens: Interval::point(0),
        basis: rule.basis,
    };
    let sent = match stage.task {
        Task::Edit => all_inputs(stage, rule),
        _ => none,
    };
    let again = if turns > 1 {
        finished(stage, model, rule)?
    } else {
        none
    };
    let tokens =
        sent.tokens.map(|tokens| tokens * turns) + again.tokens.map(|tokens| tokens * (turns - 1));
    Some(Count {
        what: What::InputImages,
        meter: Meter::ImageInput,
        tokens,
        basis: sent.basis.max(again.basis),
        source: Some(rule.source),
    })
}

/// What the finished image counts for when it is sent along, over every size it may have.
fn finished(stage: &Stage, model: &Model, rule: &InputRule) -> Option<Counted> {
    let sizes = model.sizes.stands_for(stage.size).into_iter();
    let counted = sizes.map(|size| rule.tokens(size, stage.fidelity));
    counted.reduce(|a, b| Counted {
        tokens: a.tokens.hull(b.tokens),
        basis: a.basis.max(b.basis),
    })
}
