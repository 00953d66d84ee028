//! Which line items a stage has: the one place that chooses the way it is billed.

use super::{LineItem, analysis, flat, image, responses};
use crate::program::{SECOND_MODEL, WORKFLOW};
use crate::rates::RateSnapshot;
use crate::scenario::{Route, Scenario, Stage, Task};

/// What the ways to bill a stage have in common: what is asked, under which snapshot.
#[derive(Clone, Copy)]
pub(crate) struct Asked<'a> {
    pub snapshot: &'static RateSnapshot,
    pub scenario: &'a Scenario,
    pub stage: &'a Stage,
}

/// The line items of one request sent once; none where a rate or a rule is missing, which
/// `judge` has reported.
pub(super) fn of(
    snapshot: &'static RateSnapshot,
    scenario: &Scenario,
    stage: &Stage,
) -> Option<Vec<LineItem>> {
    let asked = Asked {
        snapshot,
        scenario,
        stage,
    };
    if WORKFLOW && let Some(line) = flat::own_line(asked) {
        return Some(vec![line]);
    }
    match (stage.task, stage.route) {
        (Task::Analyze, _) if SECOND_MODEL => analysis::lines(asked),
        (_, Route::Responses) if SECOND_MODEL => responses::lines(asked),
        _ => image::lines(asked),
    }
}
