//! The cost worksheet: what drives the cost of a plan, what to ask before paying, what to try
//! first. Filled in from a scenario and its estimate.
//!
//! Knows the questions; must not know how the sheet is laid out or how anything is priced.

mod questions;
mod rows;
mod test_plan;

use crate::budget::stage_name;
use crate::estimate::Estimate;
use crate::money::UsdRange;
use crate::rates::RateBook;
use crate::scenario::{Scenario, Stage};

/// A filled-in worksheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Worksheet {
    /// What drives the cost: always the same six rows.
    pub rows: Vec<Row>,
    /// What to ask before paying.
    pub questions: Vec<Question>,
    /// What to try before the whole plan is sent.
    pub test_plan: Vec<Step>,
}

/// One thing that drives the cost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is.
    pub field: &'static str,
    /// What it is now, stage by stage where they differ.
    pub present: String,
    /// When to let it cost more.
    pub raise: &'static str,
    /// What to write down about each request.
    pub log: &'static str,
}

/// One question before paying.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The question.
    pub asked: &'static str,
    /// What the scenario says about it; none where only the person knows.
    pub known: Option<String>,
}

/// One step of the test plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What to do.
    pub what: String,
    /// What it costs; none where it costs nothing of its own, or cannot be priced.
    pub cost: Option<UsdRange>,
}

/// Fills in the worksheet of a scenario; `estimate` is its own.
pub fn worksheet(book: &RateBook, scenario: &Scenario, estimate: &Estimate) -> Worksheet {
    Worksheet {
        rows: rows::rows(scenario),
        questions: questions::questions(scenario, estimate),
        test_plan: test_plan::steps(book, scenario),
    }
}

/// The words of each stage that has any, said once where all are the same: `low`, or
/// `Drafts: low; Finals: high`.
fn each(scenario: &Scenario, words: impl Fn(&Stage) -> Option<String>) -> String {
    let said = scenario.stages.iter().enumerate();
    let said: Vec<(usize, String)> = said
        .filter_map(|(index, stage)| Some((index, words(stage)?)))
        .collect();
    match said.split_first() {
        None => "none".into(),
        Some((first, rest)) if rest.iter().all(|other| other.1 == first.1) => first.1.clone(),
        Some(_) => {
            let named = said
                .iter()
                .map(|(stage, words)| format!("{}: {words}", stage_name(scenario, *stage)));
            named.collect::<Vec<_>>().join("; ")
        }
    }
}
