//! What to ask before paying, with what the scenario says already.

use super::{Question, each};
use crate::budget::{discarded, limit_line, stage_name};
use crate::estimate::Estimate;
use crate::money::{Usd, grouped};
use crate::rates::Tier;
use crate::scenario::{Per, Scenario, Task};
use rust_decimal::Decimal;

pub(super) fn questions(scenario: &Scenario, estimate: &Estimate) -> Vec<Question> {
    let question = |asked, known| Question { asked, known };
    vec![
        question("How many requests will be sent?", Some(requests(scenario))),
        question(
            "How many images are accepted, and how many thrown away?",
            accepted(scenario, estimate),
        ),
        question(
            "Which part of the requests are edits?",
            Some(edits(scenario)),
        ),
        question("How long is a prompt?", Some(prompts(scenario))),
        question(
            "How soon does an image have to be there?",
            Some(latency(scenario)),
        ),
        question(
            "Where are the images kept, for how long, and what does that cost?",
            None,
        ),
        question(
            "What is the most that may be spent?",
            most(scenario, estimate),
        ),
    ]
}

fn requests_of(scenario: &Scenario, counted: impl Fn(Task) -> bool) -> u64 {
    let stages = scenario.stages.iter().filter(|stage| counted(stage.task));
    stages.map(|stage| u64::from(stage.requests)).sum()
}

fn requests(scenario: &Scenario) -> String {
    let all = grouped(Decimal::from(requests_of(scenario, |_| true)));
    let span = match scenario.per {
        Per::Batch => "",
        Per::Day => " a day",
        Per::Month => " a month",
    };
    match scenario.stages.len() {
        1 => format!("{all}{span}"),
        stages => format!("{all}{span}, in {stages} stages"),
    }
}

/// Images of drafts are among those thrown away.
fn accepted(scenario: &Scenario, estimate: &Estimate) -> Option<String> {
    let accepted = estimate.totals?.accepted_images.high;
    let made = estimate
        .stages
        .iter()
        .filter_map(|stage| Some(stage.totals?.images.high));
    let made: Decimal = made.sum();
    let round = |images: Decimal| grouped(images.round_dp(1));
    let images = format!(
        "{} accepted, {} thrown away",
        round(accepted),
        round(made - accepted)
    );
    Some(match discarded(scenario, estimate) {
        Some(thrown) => format!(
            "{images}; {} of the money goes into what is thrown away",
            percent(thrown.share)
        ),
        None => images,
    })
}

fn edits(scenario: &Scenario) -> String {
    let all = requests_of(scenario, |task| task != Task::Analyze);
    let edits = requests_of(scenario, |task| task == Task::Edit);
    let share = crate::money::quotient(Decimal::from(edits), Decimal::from(all));
    share.map_or("no request makes an image".into(), percent)
}

/// A share as a percentage with one decimal.
fn percent(share: Decimal) -> String {
    format!("{} %", grouped((share * Decimal::ONE_HUNDRED).round_dp(1)))
}

fn prompts(scenario: &Scenario) -> String {
    each(scenario, |stage| {
        Some(format!("{} tokens", grouped(Decimal::from(stage.prompt))))
    })
}

fn latency(scenario: &Scenario) -> String {
    let batch = |tier: Tier| tier == Tier::BatchApi;
    let stages = scenario
        .stages
        .iter()
        .enumerate()
        .filter(|(_, stage)| batch(stage.tier));
    let patient: Vec<String> = stages
        .map(|(index, _)| stage_name(scenario, index))
        .collect();
    match patient.len() {
        0 => "every request is answered at once".into(),
        some if some == scenario.stages.len() => {
            "a day is enough: all goes through the Batch API".into()
        }
        _ => format!(
            "a day is enough for {}, the rest is answered at once",
            patient.join(", ")
        ),
    }
}

fn most(scenario: &Scenario, estimate: &Estimate) -> Option<String> {
    let needed = estimate
        .totals
        .map(|totals| limit_line(scenario.per, estimate.rates, totals.total));
    let budget = scenario
        .budget
        .map(|budget| format!("Budget: {}.", Usd(budget).in_words()));
    let said: Vec<String> = budget.into_iter().chain(needed).collect();
    (!said.is_empty()).then(|| said.join(" "))
}
