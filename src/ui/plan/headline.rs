//! The figures of the plan: an accepted image, the whole plan, a use, and the part thrown away.
//! Each opens to its arithmetic.

use super::missing;
use crate::budget::{Arithmetic, discarded, per_accepted_image, per_use, thrown_away, whole_plan};
use crate::estimate::Estimate;
use crate::money::{Usd, grouped};
use crate::scenario::{Per, Scenario};
use crate::ui::browser::element::is_open;
use crate::ui::dom::{El, el, fold};
use crate::ui::result;
use crate::ui::state::State;
use leptos::prelude::*;
use rust_decimal::Decimal;

/// The four figures, and what a screen reader hears of the total.
pub fn figures(state: State) -> [El; 6] {
    let total = figure(state, "figure plan-total", total_name, total, whole_plan);
    let use_ = figure(
        state,
        "figure small a-use",
        |_| "A use".into(),
        a_use,
        per_use,
    )
    .live_flag("hidden", move || {
        state.workspace.with(|now| now.scenario.uses == 1)
    });
    [
        figure(
            state,
            "figure accepted",
            image_name,
            image,
            per_accepted_image,
        ),
        missing::nothing_accepted(state),
        total,
        use_,
        figure(
            state,
            "figure small thrown",
            |_| "Thrown away".into(),
            thrown,
            thrown_away,
        ),
        result::spoken(state),
    ]
}

type Words = fn(&Scenario, &Estimate) -> String;
type Sums = fn(&Scenario, &Estimate) -> Option<Arithmetic>;

/// What a figure says of the plan on screen.
fn said(state: State, words: fn(&Scenario, &Estimate) -> String) -> impl Fn() -> String + Copy {
    move || {
        let (workspace, estimate) = (state.workspace, state.estimate);
        workspace.with(|now| estimate.with(|estimate| fitting(now, estimate, words)))
    }
}

/// The words, where the estimate is that of the plan: while both change they may differ by a stage.
fn fitting(now: &crate::ui::state::Workspace, estimate: &Estimate, words: Words) -> String {
    if now.scenario.stages.len() == estimate.stages.len() {
        words(&now.scenario, estimate)
    } else {
        String::new()
    }
}

fn figure(
    state: State,
    class: &str,
    name: fn(&Scenario) -> String,
    value: Words,
    sums: Sums,
) -> El {
    let is_total = class.contains("plan-total");
    let words = said(state, value);
    let output = el("output", "")
        .attr("aria-live", "off")
        .live_attr("data-long", move || {
            (words().chars().count() > 11).to_string()
        })
        .live(words);
    let output = if is_total {
        output.attr("data-total", "")
    } else {
        output
    };
    let label = move || state.workspace.with(|now| name(&now.scenario));
    let heading = el("summary", "")
        .child(el("span", "figure-name").live(label))
        .child(output);
    let open = RwSignal::new(false);
    let inside = Memo::new(move |_| {
        if !open.get() {
            return None;
        }
        let (workspace, estimate) = (state.workspace, state.estimate);
        workspace.with(|now| estimate.with(|found| sums(&now.scenario, found)))
    });
    let arithmetic = el("dl", "sums")
        .fill(move || inside.with(|sums| sums.as_ref().map_or_else(Vec::new, written)));
    fold(class, heading)
        .on("toggle", move |event| open.set(is_open(&event)))
        .child(arithmetic)
}

/// The arithmetic: stage by stage, then the whole.
fn written(sums: &Arithmetic) -> Vec<El> {
    let part =
        |(name, words): &(String, String)| [el("dt", "").text(name), el("dd", "").text(words)];
    let mut entries: Vec<El> = sums.parts.iter().flat_map(part).collect();
    entries.push(el("dt", ""));
    entries.push(el("dd", "whole").text(&sums.whole));
    entries
}

fn image_name(_: &Scenario) -> String {
    "An accepted image".into()
}

fn image(_: &Scenario, estimate: &Estimate) -> String {
    let totals = estimate.totals;
    let each = totals.and_then(|totals| totals.per_accepted_image);
    match (totals, each) {
        (None, _) | (_, None) => "–".into(),
        (_, Some(each)) => each.each_in_words(),
    }
}

fn total_name(plan: &Scenario) -> String {
    String::from(match plan.per {
        Per::Batch => "The whole plan, once",
        Per::Day => "The whole plan, a day",
        Per::Month => "The whole plan, a month",
    })
}

fn total(_: &Scenario, estimate: &Estimate) -> String {
    estimate
        .totals
        .map_or_else(|| "No price yet".into(), |totals| totals.total.in_words())
}

fn a_use(plan: &Scenario, estimate: &Estimate) -> String {
    let each = estimate.totals.and_then(|totals| totals.per_use(plan.uses));
    each.map_or_else(|| "–".into(), |each| each.each_in_words())
}

fn thrown(plan: &Scenario, estimate: &Estimate) -> String {
    let Some(thrown) = discarded(plan, estimate) else {
        return "–".into();
    };
    if thrown.usd == Usd::ZERO {
        return "nothing".into();
    }
    let percent = (thrown.share * Decimal::ONE_HUNDRED).round_dp(1);
    format!("{} %, {}", grouped(percent), thrown.usd.in_words())
}
