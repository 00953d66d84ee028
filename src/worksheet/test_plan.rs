//! What to try before the whole plan is sent, and what that costs.

use super::Step;
use crate::estimate::{price_each, snapshot_of};
use crate::money::{Usd, UsdRange};
use crate::rates::RateBook;
use crate::scenario::{Percent, Scenario, Stage};

pub(super) fn steps(book: &RateBook, scenario: &Scenario) -> Vec<Step> {
    let mut steps = qualities(book, scenario);
    steps.extend(resolutions(book, scenario));
    steps.extend([
        free("Keep the request id of every response, so that each line of a bill can be traced."),
        free("Let a job fail and send another one twice, then look up whether each was billed."),
    ]);
    steps
}

fn free(what: &str) -> Step {
    Step {
        what: what.into(),
        cost: None,
    }
}

/// A stage sent once for one image, with nothing lost.
fn once(stage: &Stage) -> Stage {
    Stage {
        n: 1,
        requests: 1,
        partials: 0,
        retries: Percent::ZERO,
        blocked: Percent::ZERO,
        accept: Percent::HUNDRED,
        ..stage.clone()
    }
}

/// The stages that make images, the first of each kind.
fn first_of<K: PartialEq>(scenario: &Scenario, kind: impl Fn(&Stage) -> K) -> Vec<Stage> {
    let mut firsts: Vec<Stage> = Vec::new();
    for stage in scenario.stages.iter().filter(|stage| stage.makes_images()) {
        if firsts.iter().all(|known| kind(known) != kind(stage)) {
            firsts.push(once(stage));
        }
    }
    firsts
}

/// One image at each quality, for each model of the plan.
fn qualities(book: &RateBook, scenario: &Scenario) -> Vec<Step> {
    let snapshot = snapshot_of(book, scenario);
    let models = first_of(scenario, |stage| stage.model).into_iter();
    let steps = models.filter_map(|stage| {
        let known = snapshot.image_model(stage.model)?.qualities();
        let tried: Vec<Stage> = known
            .map(|quality| Stage {
                quality,
                ..stage.clone()
            })
            .collect();
        let names = listed(tried.iter().map(|stage| stage.quality));
        let what = format!(
            "Make one image at each quality of {} ({names}) from the same prompt.",
            stage.model
        );
        Some(Step {
            what,
            cost: sum(book, scenario, &tried),
        })
    });
    steps.collect()
}

/// One image at each size of the plan, to be compared with what usage reports.
fn resolutions(book: &RateBook, scenario: &Scenario) -> Option<Step> {
    let tried = first_of(scenario, |stage| (stage.size, stage.quality, stage.model));
    let sizes = first_of(scenario, |stage| stage.size);
    let names = listed(sizes.iter().map(|stage| stage.size));
    let what = format!(
        "Make one image as each stage does ({names}) and compare the tokens that its usage reports with the counts here."
    );
    (!tried.is_empty()).then(|| Step {
        what,
        cost: sum(book, scenario, &tried),
    })
}

fn sum(book: &RateBook, scenario: &Scenario, tried: &[Stage]) -> Option<UsdRange> {
    let none = UsdRange::point(Usd::ZERO);
    tried.iter().try_fold(none, |sum, stage| {
        Some(sum + price_each(book, scenario, stage)?)
    })
}

fn listed(names: impl Iterator<Item = impl ToString>) -> String {
    names
        .map(|name| name.to_string())
        .collect::<Vec<_>>()
        .join(", ")
}
