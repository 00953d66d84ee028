//! The same plan, had every image been made as the finals are: what drafts at a lower size and
//! quality save.

use super::words;
use crate::estimate::estimate;
use crate::money::{UsdRange, grouped, quotient};
use crate::presets::all_at_final;
use crate::rates::RateBook;
use crate::scenario::{Scenario, Stage};
use crate::ui::dom::{El, el};
use crate::ui::state::State;
use leptos::prelude::*;

/// The sentence beside the plan's own figure; nothing where no stage delivers.
pub fn comparison(state: State) -> El {
    let words = Memo::new(move |_| {
        let plan = state.workspace.with(|now| now.scenario.clone());
        let total = state
            .estimate
            .with(|estimate| estimate.totals.map(|totals| totals.total));
        sentence(state.book, &plan, total?)
    });
    el("p", "as-finals").live(move || words.get().unwrap_or_default())
}

fn sentence(book: &RateBook, plan: &Scenario, total: UsdRange) -> Option<String> {
    let made = plan.stages.iter().any(is_final);
    let several = plan.stages.len() > 1;
    let Some(other) = all_at_final(book, plan) else {
        let same = "Every image is made at the size and quality of the finals already.";
        return (made && several).then(|| same.into());
    };
    let last = other.stages.iter().rfind(|stage| is_final(stage))?;
    let how = format!("{}, {}, {}", words::size(last), last.quality, last.model);
    let priced = estimate(book, &other);
    Some(match priced.totals {
        Some(then) => {
            let times = times(total, then.total);
            let figure = then.total.in_words();
            format!("Had every image been made as the finals are ({how}): {figure}{times}.")
        }
        None => {
            let why = priced.problems.first().map(|problem| problem.message());
            let why = why.unwrap_or_default();
            format!("Not every image can be made as the finals are ({how}). {why}")
        }
    })
}

fn is_final(stage: &Stage) -> bool {
    stage.deliver && stage.makes_images()
}

/// `, 8.3 times as much`; nothing where both are intervals or about the same.
fn times(now: UsdRange, then: UsdRange) -> String {
    if !now.is_point() || !then.is_point() {
        return String::new();
    }
    let ratio = quotient(then.low.0, now.low.0).unwrap_or_default();
    let rounded = ratio.round_dp(1);
    if rounded <= rust_decimal::Decimal::ONE {
        return String::new();
    }
    format!(", {} times as much", grouped(rounded))
}

/// The same beside a preset, in few words.
pub fn beside_preset(book: &RateBook, plan: &Scenario) -> String {
    let Some(other) = all_at_final(book, plan) else {
        return "all made as the finals are".into();
    };
    let total = estimate(book, &other).totals.map(|totals| totals.total);
    total.map_or_else(String::new, |total| {
        format!("all as the finals: {}", total.in_words())
    })
}
