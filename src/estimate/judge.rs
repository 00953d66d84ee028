//! Finds every problem of a scenario, each with its ways out.
//!
//! Knows what fits together under a snapshot; the words are `problem`'s. All problems are
//! reported, not the first, except that nothing is judged against a model the snapshot lacks.

use super::problem::{Fix, Problem, ProblemKind};
use crate::program::{SECOND_MODEL, WORKFLOW};
use crate::rates::{Model, RateBook, RateSnapshot};
use crate::scenario::{Route, Scenario, Stage, Task};

mod driver;
mod fixes;
mod inputs;
mod looks;
mod model;
mod own;
mod route;

pub(super) use own::without_own;

/// What a stage is judged by; problems are collected as they are found.
struct Judge<'a> {
    book: &'a RateBook,
    snapshot: &'static RateSnapshot,
    scenario: &'a Scenario,
    index: usize,
    stage: &'a Stage,
    /// Whether ways out are looked for, which takes longer than finding the problems.
    with_fixes: bool,
    found: Vec<Problem>,
}

/// Every problem of every stage, in their order.
pub(super) fn problems(
    book: &RateBook,
    snapshot: &'static RateSnapshot,
    scenario: &Scenario,
) -> Vec<Problem> {
    let of_stage = |(index, stage)| {
        let found = Vec::new();
        let mut judge = Judge {
            book,
            snapshot,
            scenario,
            index,
            stage,
            with_fixes: true,
            found,
        };
        judge.stage();
        judge.found
    };
    scenario
        .stages
        .iter()
        .enumerate()
        .flat_map(of_stage)
        .collect()
}

/// Whether a stage has no problem.
pub(super) fn is_sound(
    book: &RateBook,
    snapshot: &'static RateSnapshot,
    scenario: &Scenario,
    stage: &Stage,
) -> bool {
    let found = Vec::new();
    let mut judge = Judge {
        book,
        snapshot,
        scenario,
        index: 0,
        stage,
        with_fixes: false,
        found,
    };
    judge.stage();
    judge.found.is_empty()
}

impl Judge<'_> {
    fn report(&mut self, field: &'static str, kind: ProblemKind, fixes: Vec<Fix>) {
        self.found.push(Problem {
            stage: self.index,
            field,
            kind,
            fixes,
        });
    }

    fn stage(&mut self) {
        let analysis = self.stage.task == Task::Analyze;
        if !analysis {
            match self.snapshot.image_model(self.stage.model) {
                Some(model) => self.model(model),
                None => self.model_unknown(),
            }
        }
        if SECOND_MODEL && (analysis || self.stage.route == Route::Responses) {
            self.driver();
        }
        if WORKFLOW {
            self.own_rates();
        }
    }

    fn model_unknown(&mut self) {
        let (model, rates) = (self.stage.model, self.snapshot.date);
        let known = self.book.first_with_image_model(model);
        let fixes = known
            .map(|known| Fix::one("rates", known.date))
            .into_iter()
            .collect();
        self.report("model", ProblemKind::ModelUnknown { model, rates }, fixes);
    }

    fn model(&mut self, model: &'static Model) {
        self.tier(model);
        self.size(model);
        self.quality(model);
        if WORKFLOW {
            self.looks(model);
        }
        self.several(model);
        self.route(model);
        if WORKFLOW {
            self.input_images(model);
            self.regional(model.residency);
        }
    }
}
