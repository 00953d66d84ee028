//! What a way does, and what is given up for it, in words.

use super::WayKind;
use crate::budget::stage_name;
use crate::effort::effort;
use crate::link::write_refs;
use crate::money::grouped;
use crate::rates::{Quality, RateSnapshot};
use crate::scenario::{Scenario, Stage, Task};
use crate::size::{Size, SizeChoice};
use rust_decimal::Decimal;

/// What to do, without a point at the end.
pub(super) fn does(scenario: &Scenario, stage: usize, kind: &WayKind) -> String {
    let Some(asked) = scenario.stages.get(stage) else {
        return String::new();
    };
    let what = match kind {
        WayKind::Size(size) => format!("{} instead of {}", size.in_words(), shown(asked.size)),
        WayKind::References(refs) => format!("References at {}", write_refs(refs)),
        WayKind::Partials(0) => "No partial images".into(),
        WayKind::Partials(_) => "One partial image".into(),
        WayKind::Batch => "Batch API".into(),
        WayKind::Model(model, quality) => format!("{model} at quality {quality}"),
        WayKind::Quality(quality) => format!("Quality {quality} instead of {}", asked.quality),
    };
    if scenario.stages.len() > 1 {
        format!("{what} for {}", stage_name(scenario, stage))
    } else {
        what
    }
}

/// What is given up, in a sentence.
pub(super) fn trade(
    snapshot: &'static RateSnapshot,
    scenario: &Scenario,
    stage: usize,
    kind: &WayKind,
) -> String {
    let Some(asked) = scenario.stages.get(stage) else {
        return String::new();
    };
    match kind {
        WayKind::Size(size) => size_trade(asked, *size),
        WayKind::References(_) if asked.task == Task::Analyze => {
            "The same shape with fewer pixels: small print may no longer be read.".into()
        }
        WayKind::References(_) => {
            "The same shape with fewer pixels: fine detail of the references may be lost.".into()
        }
        WayKind::Partials(0) => "Nothing is seen before the image is finished.".into(),
        WayKind::Partials(_) => {
            "The image is seen once, not several times, while it is made.".into()
        }
        WayKind::Batch => "Answers come within a day instead of at once.".into(),
        WayKind::Model(model, quality) => model_trade(snapshot, asked, model, *quality),
        WayKind::Quality(quality) => quality_trade(snapshot, asked, *quality),
    }
}

fn shown(size: SizeChoice) -> String {
    match size {
        SizeChoice::Exact(size) => size.in_words(),
        SizeChoice::Auto => "auto".into(),
    }
}

fn size_trade(asked: &Stage, size: Size) -> String {
    let SizeChoice::Exact(before) = asked.size else {
        return String::new();
    };
    let more = size.pixels().saturating_sub(before.pixels());
    let pixels = if more == 0 {
        String::from("As many pixels")
    } else {
        format!("{} more pixels", grouped(Decimal::from(more)))
    };
    format!("{pixels}; the ratio is {} off.", ratio_apart(before, size))
}

/// How far two ratios are apart, in percent to one decimal, rounded up.
fn ratio_apart(one: Size, other: Size) -> String {
    let a = u64::from(one.width) * u64::from(other.height);
    let b = u64::from(one.height) * u64::from(other.width);
    let (less, more) = (a.min(b).max(1), a.max(b));
    let tenths = ((more - less) * 1000).div_ceil(less);
    format!("{}.{} %", tenths / 10, tenths % 10)
}

fn model_trade(
    snapshot: &'static RateSnapshot,
    asked: &Stage,
    model: &'static str,
    quality: Quality,
) -> String {
    let other = snapshot.image_model(model);
    let came = other
        .and_then(|model| model.lifecycle.released)
        .map_or_else(String::new, |date| {
            format!(", released {}", date.in_words())
        });
    let setting = if quality == asked.quality {
        format!("the same setting, {quality}")
    } else {
        format!(
            "{quality} there is at least the effort of {} here",
            asked.quality
        )
    };
    format!("Other images from another model{came}; {setting}.")
}

fn quality_trade(snapshot: &'static RateSnapshot, asked: &Stage, quality: Quality) -> String {
    let work = |quality| effort(snapshot.image_model(asked.model)?, quality);
    match work(quality).zip(work(asked.quality)) {
        Some((now, before)) if before > 0 => {
            let percent = (now * 100).div_ceil(before);
            format!("Plainer images: {percent} % of the effort goes into each.")
        }
        _ => "Plainer images.".into(),
    }
}
