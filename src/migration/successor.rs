//! One successor: the stage at the quality of the same effort, and at that of the same name.

use super::refused::{Refusal, mended};
use super::sizes::{SizeChange, size_change};
use crate::effort;
use crate::estimate::{Fix, estimate};
use crate::money::UsdRange;
use crate::rates::{Model, Quality, RateBook};
use crate::scenario::Scenario;
use crate::ways::with;

/// A model to go to.
#[derive(Clone, Debug, PartialEq)]
pub struct Successor {
    /// The model, and those that count and cost the same.
    pub models: Vec<&'static Model>,
    /// At the quality whose effort is nearest; none where either model does not count in tokens.
    pub by_effort: Option<Mapped>,
    /// At the quality of the same name; none where it has none of that name.
    pub by_name: Option<Mapped>,
    /// How the sizes differ.
    pub sizes: SizeChange,
    /// What it refuses of the stage, apart from the quality.
    pub refused: Vec<Refusal>,
}

/// The stage on a successor at one quality.
#[derive(Clone, Debug, PartialEq)]
pub struct Mapped {
    /// The quality.
    pub quality: Quality,
    /// Output tokens of a 1024x1024 image, against those of the model before: the effort. None
    /// where either does not count in tokens.
    pub effort: Option<(u64, u64)>,
    /// The model and the quality, and what else has to change, as keys and values of a link.
    pub fix: Fix,
    /// What the scenario comes to then; none where it still has problems.
    pub after: Option<UsdRange>,
}

pub(super) fn successor(
    book: &RateBook,
    scenario: &Scenario,
    stage: usize,
    before: &'static Model,
    group: &[&'static Model],
) -> Option<Successor> {
    let model = *group.first()?;
    let asked = scenario.stages.get(stage)?.quality;
    let wanted = effort::effort(before, asked);
    let onto = |quality: Quality| map(book, scenario, stage, (before, asked), model, quality);
    let equal = match asked {
        Quality::Auto => Some(Quality::Auto),
        _ => wanted.and_then(|wanted| effort::nearest(model, wanted)),
    };
    let same = (asked == Quality::Auto || model.output.has(asked)).then_some(asked);
    let by_effort = equal.map(onto);
    let by_name = same.map(onto);
    let refused = by_effort
        .as_ref()
        .or(by_name.as_ref())
        .map(|(_, refused)| refused.clone());
    Some(Successor {
        models: group.to_vec(),
        sizes: size_change(before, model),
        refused: refused.unwrap_or_default(),
        by_effort: by_effort.map(|(mapped, _)| mapped),
        by_name: by_name.map(|(mapped, _)| mapped),
    })
}

fn map(
    book: &RateBook,
    scenario: &Scenario,
    stage: usize,
    (before, asked): (&Model, Quality),
    model: &'static Model,
    quality: Quality,
) -> (Mapped, Vec<Refusal>) {
    let mut fix = Fix::one("model", model.id).and("quality", quality);
    let moved = with(book, scenario, stage, &fix).unwrap_or_else(|| scenario.clone());
    let (moved, refused) = mended(book, moved, stage);
    let more = refused.iter().filter_map(|refusal| refusal.fix.clone());
    fix.0.extend(more.flat_map(|fix| fix.0));
    let mapped = Mapped {
        quality,
        effort: effort::effort(model, quality).zip(effort::effort(before, asked)),
        after: estimate(book, &moved).totals.map(|totals| totals.total),
        fix,
    };
    (mapped, refused)
}
