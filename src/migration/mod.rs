//! Away from a model that ends: the same stage on each successor, and what changes with it.
//!
//! Knows lifecycles, and maps qualities by name and by effort; must not know how anything is
//! priced or shown. "Days left" needs a day to count from, which the caller gives.

mod refused;
mod sizes;
mod successor;

pub use refused::Refusal;
pub use sizes::{SizeChange, size_change};
pub use successor::{Mapped, Successor};

use crate::date::Date;
use crate::estimate::{estimate, snapshot_of};
use crate::money::UsdRange;
use crate::rates::{Model, RateBook, RateSnapshot};
use crate::scenario::Scenario;
use std::cmp::Reverse;

/// The way from one model to its successors, for one stage of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Migration {
    /// The model that ends.
    pub model: &'static Model,
    /// The stage, from 0.
    pub stage: usize,
    /// The first day on which it no longer answers, where one is announced.
    pub ends: Option<Date>,
    /// Days until then; 0 and below once it has ended.
    pub days_left: Option<i32>,
    /// What the scenario comes to with it; none with problems.
    pub before: Option<UsdRange>,
    /// Where to go, the model that OpenAI names first, then the newest.
    pub successors: Vec<Successor>,
}

/// The migration of a stage; none where its model has no announced end, or is not in the rates.
pub fn migration(
    book: &RateBook,
    scenario: &Scenario,
    stage: usize,
    today: Date,
) -> Option<Migration> {
    let asked = scenario
        .stages
        .get(stage)
        .filter(|asked| asked.makes_images())?;
    let snapshot = snapshot_of(book, scenario);
    let model = snapshot
        .image_model(asked.model)
        .filter(|model| ends(model))?;
    let before = estimate(book, scenario).totals.map(|totals| totals.total);
    let onto =
        |group: Vec<&'static Model>| successor::successor(book, scenario, stage, model, &group);
    Some(Migration {
        model,
        stage,
        ends: model.lifecycle.shutdown,
        days_left: model.lifecycle.shutdown.map(|end| today.days_until(end)),
        before,
        successors: successors(snapshot, model)
            .into_iter()
            .filter_map(onto)
            .collect(),
    })
}

/// Every model of a snapshot whose end is announced or past, the next to end first.
pub fn ending(snapshot: &'static RateSnapshot) -> Vec<&'static Model> {
    let known = snapshot.image_models.iter().copied();
    let mut ending: Vec<_> = known.filter(|model| ends(model)).collect();
    ending.sort_by_key(|model| Reverse(model.lifecycle.shutdown));
    ending
}

/// Whether a model's end is announced or past.
fn ends(model: &Model) -> bool {
    model.lifecycle.shutdown.is_some() || model.lifecycle.deprecated.is_some()
}

/// Models without an announced end, those that cost and count alike together.
fn successors(snapshot: &'static RateSnapshot, model: &Model) -> Vec<Vec<&'static Model>> {
    let named = model.lifecycle.replacement;
    let known = snapshot.image_models.iter().copied();
    let mut lasting: Vec<_> = known.filter(|other| !ends(other)).collect();
    lasting.sort_by_key(|other| (Some(other.id) != named, Reverse(other.lifecycle.released)));
    let mut groups: Vec<Vec<&'static Model>> = Vec::new();
    for other in lasting {
        match groups.iter_mut().find(|group| alike(group[0], other)) {
            Some(group) => group.push(other),
            None => groups.push(vec![other]),
        }
    }
    groups
}

/// Whether two models of a generation count, cost and refuse the same.
fn alike(one: &Model, other: &Model) -> bool {
    let rates = |model: &Model| -> Vec<_> {
        let tiers = model.rates.iter();
        tiers
            .map(|rates| (rates.tier, rates.usd_per_mtok))
            .collect()
    };
    one.generation == other.generation
        && one.output == other.output
        && one.sizes == other.sizes
        && one.input == other.input
        && one.supports == other.supports
        && rates(one) == rates(other)
}
