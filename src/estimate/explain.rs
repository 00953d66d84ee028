//! The arithmetic behind a line item, in words and figures that a person can follow.
//!
//! Knows how each count came about; computes nothing that `estimate` did not. Called only when
//! somebody asks, never on a slider's way. No figure of a rule stands here: all come from the book.

use super::{Charge, LineItem, What};
use crate::interval::Interval;
use crate::money::grouped;
use crate::program::{SECOND_MODEL, WORKFLOW};
use crate::rates::{
    AreaFormula, InputKind, InputRule, Meter, Model, OutputKind, OutputRule, Quality, RateSnapshot,
    ResponsesRule,
};
use crate::scenario::{Percent, Route, Stage, Task};
use crate::size::{Size, SizeChoice};
use rust_decimal::Decimal;

mod driver;

/// How the tokens of a line item were counted: `48 × 48 × (2,000,000 + 1,048,576) / 4,000,000`.
pub fn formula(snapshot: &RateSnapshot, stage: &Stage, item: &LineItem) -> String {
    let second = || SECOND_MODEL.then(|| driver::words(snapshot, stage, item.what));
    let mut words = image_side(snapshot, stage, item.what)
        .or_else(|| second().flatten())
        .unwrap_or_default();
    if !SECOND_MODEL {
        return words;
    }
    if item.surcharged {
        words.push_str("; of very long turns, at a raised rate");
    }
    match item.meter() {
        Some(Meter::CachedTextInput | Meter::CachedImageInput) => {
            let share = stage.cached;
            format!("{share} % of these, read from cache, rounded down: {words}")
        }
        Some(Meter::TextInput | Meter::ImageInput) if stage.cached != Percent::ZERO => {
            format!("what is not read from cache of: {words}")
        }
        _ => words,
    }
}

/// What is billed to the image model.
fn image_side(snapshot: &RateSnapshot, stage: &Stage, what: What) -> Option<String> {
    let model = snapshot.image_model(stage.model)?;
    Some(match what {
        What::OutputImages => output(stage, model),
        What::PartialImages if WORKFLOW => partials(stage, model.output),
        What::InputImages if WORKFLOW => inputs(stage, model.input?),
        What::Prompt => for_each_image(stage, &as_given(stage.prompt)),
        What::PromptOverhead => for_each_image(stage, &overhead(stage, model)?),
        What::TextReturned => {
            let each = count(model.text_returned?.per_image);
            times(
                stage,
                &format!("{each} text tokens that came back with an image on bills"),
            )
        }
        What::RevisedPrompt if SECOND_MODEL => revised(stage, snapshot.responses?),
        What::FlatImages | What::CreditImages => "a price an image; tokens are not counted".into(),
        _ => return None,
    })
}

/// The multiplication of a line item: `1,756 tokens × $30 / 1,000,000 = $0.05268`.
pub fn product_of(item: &LineItem) -> String {
    let dollars = |usd| format!("${}", grouped(usd));
    let cost = span(item.per_request.map(|usd| usd.0), dollars);
    match item.charge {
        Charge::Tokens {
            tokens,
            usd_per_mtok,
            ..
        } => {
            let (tokens, rate) = (count(tokens), span(usd_per_mtok, dollars));
            format!("{tokens} tokens × {rate} / 1,000,000 = {cost}")
        }
        Charge::Images { images, usd } => format!("{images} × {} = {cost}", span(usd, dollars)),
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

fn as_given(tokens: u32) -> String {
    format!("{} tokens, as given", grouped(Decimal::from(tokens)))
}

/// Images that a request makes: those of one call, or one in each turn of a conversation.
fn images(stage: &Stage) -> u8 {
    match stage.route {
        Route::Images => stage.n,
        Route::Responses => stage.turns,
    }
}

fn times(stage: &Stage, words: &str) -> String {
    match images(stage) {
        1 => words.into(),
        images => format!("{images} × {words}"),
    }
}

/// Inputs of one request that makes several images are billed once, or once for each.
fn for_each_image(stage: &Stage, words: &str) -> String {
    match stage.n {
        1 => words.into(),
        n => format!("{words}, once or for each of {n} images"),
    }
}

fn each_turn(stage: &Stage, words: &str) -> String {
    match stage.turns {
        1 => words.into(),
        turns => format!("{words}, in each of {turns} turns"),
    }
}

fn overhead(stage: &Stage, model: &Model) -> Option<String> {
    let rule = model.overhead?;
    let (tokens, for_what) = match stage.task {
        Task::Edit if rule.edit_per_image => (rule.edit, " for each input image"),
        Task::Edit => (rule.edit, ""),
        _ => (rule.generate, ""),
    };
    let tokens = count(tokens);
    Some(format!(
        "{tokens} tokens on bills beside the prompt{for_what}"
    ))
}

fn revised(stage: &Stage, rule: &ResponsesRule) -> String {
    let seen = count(rule.revised);
    let words =
        format!("the prompt as the driver rewrites it: {seen} tokens on bills, or as given");
    each_turn(stage, &words)
}

fn partials(stage: &Stage, rule: &OutputRule) -> String {
    let words = format!(
        "0 to {} partial images × {} tokens",
        stage.partials, rule.partial_tokens
    );
    times(stage, &words)
}

fn output(stage: &Stage, model: &Model) -> String {
    let (size, quality) = (stage.size, stage.quality);
    let words = match (model.output.kind, size) {
        _ if quality == Quality::Auto || size == SizeChoice::Auto => {
            format!("from the fewest to the most tokens of size {size}, quality {quality}")
        }
        (OutputKind::Area(area), SizeChoice::Exact(size)) => area_words(area, quality, size),
        (OutputKind::Spread { area, factors }, SizeChoice::Exact(size)) => {
            let factor = factors.iter().find(|(known, _)| *known == quality);
            let factor = factor.map(|(_, factor)| span(*factor, grouped));
            let area = area_words(area, quality, size);
            format!("{area}, times {}", factor.unwrap_or_default())
        }
        _ => format!("OpenAI’s table at {size} {quality}"),
    };
    times(stage, &words)
}

/// `⌈48 × 32 × (2,000,000 + 1,572,864) / 4,000,000⌉ with 32 = 48 / 1.5`.
fn area_words(area: AreaFormula, quality: Quality, size: Size) -> String {
    let q = area.factor(quality).unwrap_or_default();
    let shape = f64::from(size.long()) / f64::from(size.short());
    let s = (f64::from(q) / shape).round_ties_even() as u64;
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

fn inputs(stage: &Stage, rule: &InputRule) -> String {
    let (unit, edge) = match rule.kind {
        InputKind::Tiles(tiles) => ("tiles", tiles.tile),
        InputKind::Patches(patches) => ("patches", patches.patch),
    };
    let each = stage.refs.iter().map(|images| {
        let tokens = count(rule.tokens(images.size, stage.fidelity).tokens);
        match images.count {
            1 => format!("{}: {tokens}", images.size),
            times => format!("{times} × {}: {tokens} each", images.size),
        }
    });
    let mut parts: Vec<String> = each.collect();
    if stage.route == Route::Responses && stage.turns > 1 {
        parts.push("the last image in every later turn".into());
    }
    let words = format!("{unit} of {edge} pixels; {}", parts.join(", "));
    match stage.route {
        Route::Images => for_each_image(stage, &words),
        Route::Responses if stage.refs.is_empty() => words,
        Route::Responses => each_turn(stage, &words),
    }
}
