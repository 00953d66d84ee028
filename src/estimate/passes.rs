//! What a text model reads and writes, pass by pass: the driver of the image tool, or an analysis.
//!
//! Knows that a very long pass costs more; must not know what the passes say.

use super::LineItem;
use super::charge::{Count, Pricing};
use super::items::Asked;
use crate::interval::Interval;
use crate::rates::{LongContext, Meter, TextModel};
use rust_decimal::Decimal;

/// Tokens of one request to a text model.
#[derive(Clone, Copy)]
pub(super) struct Pass {
    /// Text that it reads.
    pub text: Interval<u64>,
    /// Images that it reads.
    pub images: Interval<u64>,
    /// Text that it writes.
    pub written: Interval<u64>,
}

/// The lines of all passes: text and images that are read, text that is written, each as `counts`
/// names it (their tokens are filled in here).
pub(super) fn lines(
    asked: Asked,
    model: &'static TextModel,
    passes: &[Pass],
    counts: [Count; 3],
) -> Option<Vec<LineItem>> {
    let pricing = Pricing::new(asked, model.rates, model.residency)?;
    let cached = asked.stage.cached.share();
    let mut lines = Vec::new();
    for ends in [(false, false), (false, true), (true, true)] {
        let group = passes.iter().filter(|pass| above(model, pass) == ends);
        let Some(sum) = group.copied().reduce(both) else {
            continue;
        };
        for count in filled(counts, sum) {
            let times = surcharge(model.long_context, count.meter, ends);
            let cached = match count.meter {
                Meter::TextOutput => Decimal::ZERO,
                _ => cached,
            };
            lines.extend(pricing.lines(count, cached, times)?);
        }
    }
    Some(lines)
}

fn filled(counts: [Count; 3], sum: Pass) -> impl Iterator<Item = Count> {
    let tokens = [sum.text, sum.images, sum.written].into_iter();
    let pairs = counts.into_iter().zip(tokens);
    pairs.map(|(count, tokens)| Count { tokens, ..count })
}

/// Whether the pass is longer than the bound, at both ends of its interval.
fn above(model: &TextModel, pass: &Pass) -> (bool, bool) {
    let tokens = pass.text + pass.images;
    let longer = |tokens| model.long_context.is_some_and(|rule| tokens > rule.above);
    (longer(tokens.low), longer(tokens.high))
}

fn both(a: Pass, b: Pass) -> Pass {
    Pass {
        text: a.text + b.text,
        images: a.images + b.images,
        written: a.written + b.written,
    }
}

/// What multiplies a rate, where the pass is longer than the bound at either end.
fn surcharge(
    rule: Option<LongContext>,
    meter: Meter,
    (low, high): (bool, bool),
) -> Interval<Decimal> {
    let times = rule.map_or(Decimal::ONE, |rule| match meter {
        Meter::TextOutput => rule.output_times,
        _ => rule.input_times,
    });
    let end = |longer: bool| if longer { times } else { Decimal::ONE };
    Interval::new(end(low), end(high))
}
