//! The arithmetic behind a line item, in words and figures that a person can follow.
//!
//! Knows how each count came about; computes nothing that `estimate` did not. Called only when
//! somebody asks, never on a slider's way.

use super::{Charge, LineItem, What};
use crate::interval::Interval;
use crate::money::grouped;
use crate::rates::{AreaFormula, InputKind, Model, OutputKind, OutputRule, Quality, RateSnapshot};
use crate::scenario::Stage;
use crate::size::{Size, SizeChoice};
use rust_decimal::Decimal;

/// How the tokens of a line item were counted: `48 × 48 × (2,000,000 + 1,048,576) / 4,000,000`.
pub fn formula(snapshot: &RateSnapshot, stage: &Stage, item: &LineItem) -> String {
    let model = snapshot.image_model(stage.model);
    match (item.what, model) {
        (What::OutputImages, Some(model)) => output(stage, model),
        (What::PartialImages, Some(model)) => partials(stage, model.output),
        (What::InputImages, Some(model)) => inputs(stage, model),
        (What::PromptOverhead, _) => "tokens seen on bills beside the prompt".into(),
        (What::TextReturned, _) => times_n(stage, "text tokens seen to come back with an image"),
        (What::Prompt, _) => prompt(stage),
        (What::RevisedPrompt, _) => "the prompt as the driver rewrites it, seen at 60 to 120 tokens".into(),
        (What::FlatImages | What::CreditImages, _) => "a price an image; tokens are not counted".into(),
        (What::DriverInput, _) => "two passes: instructions, prompt and the tool’s description; in the second also the revised prompt".into(),
        (What::DriverImages, _) => "input images in both passes, the finished image in the second".into(),
        (What::DriverOutput, _) => "revised prompt and closing words, as seen on bills".into(),
        (What::AnalysisInput, _) => "context, prompt, framing, and what earlier turns said".into(),
        (What::AnalysisImages, _) => "vision tokens of the images, in every turn".into(),
        (What::Answer, _) => "the tokens of the answer, as given".into(),
        _ => String::new(),
    }
}

/// The multiplication of a line item: `1,756 tokens × $30 / 1,000,000 = $0.05268`.
pub fn product_of(item: &LineItem) -> String {
    let cost = span(item.per_request.map(|usd| usd.0), |usd| {
        format!("${}", grouped(usd))
    });
    match item.charge {
        Charge::Tokens {
            tokens,
            usd_per_mtok,
            ..
        } => {
            let tokens = count(tokens);
            let rate = span(usd_per_mtok, |usd| format!("${}", grouped(usd)));
            format!("{tokens} tokens × {rate} / 1,000,000 = {cost}")
        }
        Charge::Images { images, usd } => {
            let price = span(usd, |usd| format!("${}", grouped(usd)));
            format!("{images} × {price} = {cost}")
        }
    }
}

fn span<T: Copy + Ord>(amount: Interval<T>, words: impl Fn(T) -> String) -> String {
    let (low, high) = (words(amount.low), words(amount.high));
    if low == high {
        low
    } else {
        format!("{low} to {high}")
    }
}

/// A count with thousands separated; an interval with both ends.
pub fn count(tokens: Interval<u64>) -> String {
    span(tokens, |tokens| grouped(Decimal::from(tokens)))
}

fn times_n(stage: &Stage, words: &str) -> String {
    if stage.n == 1 {
        words.into()
    } else {
        format!("{} × {words}", stage.n)
    }
}

fn prompt(stage: &Stage) -> String {
    let tokens = grouped(Decimal::from(stage.prompt));
    if stage.n == 1 {
        format!("{tokens} tokens, as given")
    } else {
        format!(
            "{tokens} tokens, as given, once or for each of {} images",
            stage.n
        )
    }
}

fn partials(stage: &Stage, rule: &OutputRule) -> String {
    format!(
        "{} × 0 to {} partial images × {} tokens",
        stage.n, stage.partials, rule.partial_tokens
    )
}

fn output(stage: &Stage, model: &Model) -> String {
    let words = match (model.output.kind, stage.size) {
        (OutputKind::Table(_), _) => format!("OpenAI’s table at {} {}", stage.size, stage.quality),
        (OutputKind::Area(area), SizeChoice::Exact(size)) => area_words(area, stage.quality, size),
        (OutputKind::Spread { area, factors }, SizeChoice::Exact(size)) => {
            let factor = factors.iter().find(|(known, _)| *known == stage.quality);
            let times = factor
                .map(|(_, factor)| span(*factor, grouped))
                .unwrap_or_default();
            format!("{} × {times}", area_words(area, stage.quality, size))
        }
        _ => format!(
            "every size and quality that {} {} may become",
            stage.size, stage.quality
        ),
    };
    times_n(stage, &words)
}

/// `⌈48 × 32 × (2,000,000 + 1,572,864) / 4,000,000⌉ with 32 = 48 / 1.5`.
fn area_words(area: AreaFormula, quality: Quality, size: Size) -> String {
    let Some(q) = area.factor(quality) else {
        return format!("every quality at {size}");
    };
    let shape = f64::from(size.long()) / f64::from(size.short());
    let s = (f64::from(q) / shape).round_ties_even();
    let number = |n: u64| grouped(Decimal::from(n));
    format!(
        "⌈{q} × {s} × ({} + {}) / {}⌉, where {s} is {q} × {} / {} rounded, ties to even",
        number(area.offset),
        number(size.pixels()),
        number(area.divisor),
        number(size.short().into()),
        number(size.long().into()),
    )
}

fn inputs(stage: &Stage, model: &Model) -> String {
    let Some(rule) = model.input else {
        return String::new();
    };
    let one = |size: Size, times: u16| {
        let tokens = count(rule.tokens(size, stage.fidelity).tokens);
        if times == 1 {
            format!("{size}: {tokens}")
        } else {
            format!("{times} × {size}: {tokens} each")
        }
    };
    let unit = match rule.kind {
        InputKind::Tiles(_) => "tiles of 512 pixels",
        InputKind::Patches(_) => "patches of 32 pixels",
    };
    let images: Vec<String> = stage
        .refs
        .iter()
        .map(|images| one(images.size, images.count))
        .collect();
    format!("{unit}; {}", images.join(", "))
}
