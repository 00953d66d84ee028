//! One request to the Image API, line by line.
//!
//! Knows what is billed beside the image; must not know sends or stages. That inputs are billed
//! once per image of a request rests on one author, so with n images they are [1, n] times.

use super::charge::{Count, Pricing};
use super::items::Asked;
use super::{LineItem, What, flat};
use crate::interval::Interval;
use crate::program::WORKFLOW;
use crate::rates::{Basis, InputRule, Meter, Model, OutputKind, OutputRule};
use crate::scenario::{Stage, Task};
use crate::tokens::input::Counted;

/// The line items of one request sent once.
pub(super) fn lines(asked: Asked) -> Option<Vec<LineItem>> {
    let model = asked.snapshot.image_model(asked.stage.model)?;
    if let OutputKind::Flat(_) = model.output.kind {
        return Some(vec![flat::model_line(asked, model)?]);
    }
    let pricing = Pricing::new(asked, model.rates, model.residency)?;
    counts(asked.stage, model)?
        .into_iter()
        .map(|count| pricing.line(count))
        .collect()
}

fn counts(stage: &Stage, model: &Model) -> Option<Vec<Count>> {
    let mut counts = output_counts(stage, model, u64::from(stage.n))?;
    counts.push(prompt(stage));
    counts.extend(overhead(stage, model));
    if WORKFLOW && stage.task == Task::Edit {
        counts.push(input_images(stage, model.input?));
    }
    counts.extend(text_returned(model, u64::from(stage.n)));
    counts.retain(|count| count.tokens.high > 0);
    Some(counts)
}

/// Finished and partial images: `images` of them.
pub(super) fn output_counts(stage: &Stage, model: &Model, images: u64) -> Option<Vec<Count>> {
    let rule = model.output;
    let each = rule.tokens(model.sizes, stage.quality, stage.size)?;
    let finished = output(
        What::OutputImages,
        rule,
        each.map(|tokens| tokens * images),
        rule.basis,
    );
    if !WORKFLOW {
        return Some(vec![finished]);
    }
    let most = images * u64::from(rule.partial_tokens) * u64::from(stage.partials);
    let partial = output(
        What::PartialImages,
        rule,
        Interval::new(0, most),
        Basis::Official,
    );
    Some(vec![finished, partial])
}

fn output(what: What, rule: &'static OutputRule, tokens: Interval<u64>, basis: Basis) -> Count {
    Count {
        what,
        meter: Meter::ImageOutput,
        tokens,
        basis,
        source: Some(rule.source),
    }
}

/// Inputs are billed once, or once for each image: [1, n] times.
fn for_each_image(stage: &Stage, tokens: Interval<u64>) -> Interval<u64> {
    Interval::new(tokens.low, tokens.high * u64::from(stage.n))
}

fn prompt(stage: &Stage) -> Count {
    Count {
        what: What::Prompt,
        meter: Meter::TextInput,
        tokens: for_each_image(stage, Interval::point(stage.prompt.into())),
        basis: Basis::Given,
        source: None,
    }
}

fn overhead(stage: &Stage, model: &Model) -> Option<Count> {
    let rule = model.overhead?;
    let images = if rule.edit_per_image {
        u64::from(stage.input_images())
    } else {
        1
    };
    let tokens = match stage.task {
        Task::Edit => rule.edit.map(|tokens| tokens * images),
        _ => rule.generate,
    };
    Some(Count {
        what: What::PromptOverhead,
        meter: Meter::TextInput,
        tokens: for_each_image(stage, tokens),
        basis: rule.basis,
        source: Some(rule.source),
    })
}

fn input_images(stage: &Stage, rule: &'static InputRule) -> Count {
    let counted = all_inputs(stage, rule);
    Count {
        what: What::InputImages,
        meter: Meter::ImageInput,
        tokens: for_each_image(stage, counted.tokens),
        basis: counted.basis,
        source: Some(rule.source),
    }
}

/// The input images of a request together; a mask adds none.
pub(super) fn all_inputs(stage: &Stage, rule: &InputRule) -> Counted {
    let none = Counted {
        tokens: Interval::point(0),
        basis: rule.basis,
    };
    stage.refs.iter().fold(none, |sum, images| {
        let one = rule.tokens(images.size, stage.fidelity);
        let all = one.tokens.map(|tokens| tokens * u64::from(images.count));
        Counted {
            tokens: sum.tokens + all,
            basis: sum.basis.max(one.basis),
        }
    })
}

/// Text that comes back with `images` images.
pub(super) fn text_returned(model: &Model, images: u64) -> Option<Count> {
    let rule = model.text_returned?;
    Some(Count {
        what: What::TextReturned,
        meter: Meter::TextOutput,
        tokens: rule.per_image.map(|tokens| tokens * images),
        basis: rule.basis,
        source: Some(rule.source),
    })
}
