//! One analysis: a text model reads images and returns text, line by line, all turns together.
//!
//! Knows what a turn sends again and what a very long turn costs; must not know sends or stages.

use super::charge::{Count, Pricing};
use super::items::Asked;
use super::{LineItem, What};
use crate::interval::Interval;
use crate::rates::{Basis, Meter, TextModel};
use crate::scenario::Stage;
use rust_decimal::Decimal;

/// Input of one turn; every turn returns `answer` tokens.
#[derive(Clone, Copy)]
struct Turn {
    text: u64,
    images: u64,
}

/// The line items of one request sent once.
pub(super) fn lines(asked: Asked) -> Option<Vec<LineItem>> {
    let Asked {
        snapshot,
        scenario,
        stage,
    } = asked;
    let driver = snapshot.text_model(stage.driver?)?;
    let rule = snapshot.analysis?;
    let pricing = Pricing::new(
        snapshot,
        scenario,
        &stage.own,
        driver.rates,
        stage.tier,
        driver.residency,
    )?;
    let turns = turns(stage, driver, rule.framing)?;
    let mut lines = Vec::new();
    for (surcharge, group) in long_context(driver, turns, |turn| {
        Interval::point(turn.text + turn.images)
    }) {
        for count in counts(stage, driver, &group) {
            let line = match count.meter {
                Meter::TextOutput => vec![pricing.line_times(count, surcharge.output)?],
                _ => pricing.input_lines(count, stage.cached.share(), surcharge.input)?,
            };
            lines.extend(line);
        }
    }
    Some(lines)
}

fn turns(stage: &Stage, driver: &TextModel, framing: u64) -> Option<Vec<Turn>> {
    let images = stage.refs.iter().try_fold(0, |sum, images| {
        let one = driver.vision.tokens(images.size, stage.detail).ok()?;
        Some(sum + one * u64::from(images.count))
    })?;
    let exchange = u64::from(stage.prompt) + u64::from(stage.answer);
    let once = u64::from(stage.context) + u64::from(stage.prompt) + framing;
    let turn = |earlier: u64| Turn {
        text: once + earlier * exchange,
        images,
    };
    Some((0..u64::from(stage.turns)).map(turn).collect())
}

fn counts(stage: &Stage, driver: &'static TextModel, turns: &[Turn]) -> Vec<Count> {
    let text = turns.iter().map(|turn| turn.text).sum();
    let images = turns.iter().map(|turn| turn.images).sum();
    let answer = u64::from(stage.answer) * turns.len() as u64;
    let count = |what, meter, tokens, basis, source| Count {
        what,
        meter,
        tokens: Interval::point(tokens),
        basis,
        source,
    };
    let vision = driver.vision;
    let mut counts = vec![
        count(
            What::AnalysisInput,
            Meter::TextInput,
            text,
            Basis::Given,
            None,
        ),
        count(
            What::AnalysisImages,
            Meter::TextInput,
            images,
            vision.basis,
            Some(vision.source),
        ),
        count(What::Answer, Meter::TextOutput, answer, Basis::Given, None),
    ];
    counts.retain(|count| count.tokens.high > 0);
    counts
}

/// What a very long turn multiplies the rates with.
pub(super) struct Surcharge {
    pub input: Interval<Decimal>,
    pub output: Interval<Decimal>,
}

/// Splits turns by whether they cost more for their length: those that do not, those that do, and
/// those whose length is an interval around the bound. Groups without a turn are left out.
pub(super) fn long_context<T: Copy>(
    driver: &TextModel,
    turns: Vec<T>,
    input: impl Fn(&T) -> Interval<u64>,
) -> Vec<(Surcharge, Vec<T>)> {
    let one = Decimal::ONE;
    let Some(rule) = driver.long_context else {
        return vec![(
            Surcharge {
                input: Interval::point(one),
                output: Interval::point(one),
            },
            turns,
        )];
    };
    let above = |turn: &T| {
        let tokens = input(turn);
        (tokens.low > rule.above, tokens.high > rule.above)
    };
    [(false, false), (false, true), (true, true)]
        .into_iter()
        .map(|(low, high)| {
            let end = |over: bool, times: Decimal| if over { times } else { one };
            let span = |times| Interval::new(end(low, times), end(high, times));
            let surcharge = Surcharge {
                input: span(rule.input_times),
                output: span(rule.output_times),
            };
            (
                surcharge,
                turns
                    .iter()
                    .copied()
                    .filter(|turn| above(turn) == (low, high))
                    .collect(),
            )
        })
        .filter(|(_, group): &(_, Vec<T>)| !group.is_empty())
        .collect()
}

/// The sum of intervals.
pub(super) fn sum_of(counts: impl Iterator<Item = Interval<u64>>) -> Interval<u64> {
    counts.fold(Interval::point(0), |sum, count| sum + count)
}
