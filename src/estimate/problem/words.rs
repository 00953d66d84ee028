//! Parts of the sentences that problems say.

use crate::money::grouped;
use crate::rates::Tier;
use crate::size::{Size, SizeChoice};
use crate::sizing::SizeFault;
use rust_decimal::Decimal;

/// A tier as people call it.
pub(super) fn tier_words(tier: Tier) -> &'static str {
    match tier {
        Tier::Standard => "standard",
        Tier::BatchApi => "Batch API",
    }
}

/// The parts of a list, with "and" before the last.
pub(super) fn list(words: &[impl ToString]) -> String {
    let words: Vec<String> = words.iter().map(ToString::to_string).collect();
    match words.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        Some((last, _)) => last.clone(),
        None => String::from("none"),
    }
}

/// What is wrong with a size.
pub(super) fn size_words(choice: SizeChoice, model: &str, fault: SizeFault) -> String {
    let SizeChoice::Exact(size) = choice else {
        return format!("{model} does not choose a size: auto is not taken.");
    };
    let pixels = || grouped(Decimal::from(size.pixels()));
    let bound = |bound: u32| grouped(Decimal::from(bound));
    match fault {
        SizeFault::NotListed => format!("{size} is not a size that {model} makes."),
        SizeFault::NoAuto => format!("{model} does not choose a size: auto is not taken."),
        SizeFault::Step(step) => step_words(size, step),
        SizeFault::Edge(most) => {
            format!(
                "{size} has an edge of {} px: at most {} are taken.",
                bound(size.long()),
                bound(most)
            )
        }
        SizeFault::Ratio(most) => {
            format!("{size} is longer than {most}:1, the most that is taken.")
        }
        SizeFault::TooFewPixels(least) => {
            format!(
                "{size} has {} pixels: at least {} are needed.",
                pixels(),
                bound(least)
            )
        }
        SizeFault::TooManyPixels(most) => {
            format!(
                "{size} has {} pixels: at most {} are taken.",
                pixels(),
                bound(most)
            )
        }
    }
}

/// "1000 px high is not a multiple of 16: 992 and 1008 are."
fn step_words(size: Size, step: u32) -> String {
    let edges = [(size.width, "wide"), (size.height, "high")];
    let off = edges
        .iter()
        .filter(|(edge, _)| !edge.is_multiple_of(step))
        .map(|(edge, way)| {
            let below = edge / step * step;
            let near = if below == 0 {
                step.to_string()
            } else {
                format!("{below} and {}", below + step)
            };
            let are = if below == 0 { "is" } else { "are" };
            format!("{edge} px {way} is not a multiple of {step}: {near} {are}.")
        });
    off.collect::<Vec<_>>().join(" ")
}
