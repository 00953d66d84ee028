//! The figures of the plan: an accepted image, the whole plan, a use, and the part thrown away.
//! Each opens to its arithmetic.

use super::stages::Stages;
use super::words;
use crate::budget::{Arithmetic, discarded, per_accepted_image, per_use, thrown_away, whole_plan};
use crate::estimate::Estimate;
use crate::money::{Usd, grouped};
use crate::scenario::{Per, Scenario};
use crate::ui::dom::{El, button, el, fold};
use crate::ui::result;
use crate::ui::state::State;
use leptos::prelude::*;
use rust_decimal::Decimal;

/// The four figures, and what a screen reader hears of the total.
pub fn figures(state: State) -> [El; 6] {
    let heard = el("p", "unseen")
        .attr("aria-live", "polite")
        .live(result::spoken(state));
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
        nothing_accepted(state),
        total,
        use_,
        figure(
            state,
            "figure small thrown",
            |_| "Thrown away".into(),
            thrown,
            thrown_away,
        ),
        heard,
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
    let inside = Memo::new(move |_| {
        let (workspace, estimate) = (state.workspace, state.estimate);
        workspace.with(|now| estimate.with(|found| sums(&now.scenario, found)))
    });
    let arithmetic = el("dl", "sums")
        .fill(move || inside.with(|sums| sums.as_ref().map_or_else(Vec::new, written)));
    fold(class, heading).child(arithmetic)
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

/// Why there is no price of an accepted image, and the way to one.
fn nothing_accepted(state: State) -> El {
    let last = Memo::new(move |_| {
        state.workspace.with(|now| {
            let last = now.scenario.default_delivering()?;
            (!now.scenario.delivers()).then(|| (last, words::name(&now.scenario, last)))
        })
    });
    let none = Memo::new(move |_| {
        state.estimate.with(|estimate| {
            estimate
                .totals
                .is_some_and(|totals| totals.per_accepted_image.is_none())
        })
    });
    el("div", "no-results").fill(move || match (none.get(), last.get()) {
        (false, _) => Vec::new(),
        (true, None) => {
            vec![el("p", "hint").text("No image is accepted, so there is no price of one.")]
        }
        (true, Some((at, name))) => vec![
            el("p", "hint").text("No stage delivers, so there is no price of an accepted image."),
            button("fix", &format!("Let {name} deliver"), move || {
                state.change("deliver", |now| now.scenario.stages[at].deliver = true);
            }),
        ],
    })
}

/// Which stages keep the plan from having a price, each a way to it: the problems stand there.
pub fn problems(state: State, stages: Stages) -> El {
    let found = Memo::new(move |_| {
        let mut at: Vec<usize> = state.estimate.with(|estimate| {
            estimate
                .problems
                .iter()
                .map(|problem| problem.stage)
                .collect()
        });
        at.dedup();
        state.workspace.with(|now| {
            let named = at
                .into_iter()
                .map(|at| (at, words::name(&now.scenario, at)));
            named.collect::<Vec<(usize, String)>>()
        })
    });
    el("div", "stopped").fill(move || {
        let found = found.get();
        if found.is_empty() {
            return Vec::new();
        }
        let to = |(at, name): (usize, String)| {
            button("fix", &name, move || {
                stages.show(at);
                let key = stages.keys().with_untracked(|keys| keys.get(at).copied());
                super::stages::go_on(super::stages::line_id(key.unwrap_or_default()));
            })
        };
        vec![
            el("p", "")
                .text("There is no total while a stage cannot be priced. What is wrong stands at:"),
            el("div", "fixes").children(found.into_iter().map(to)),
        ]
    })
}
