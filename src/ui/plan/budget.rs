//! The budget: how many whole plans it pays, which quality fits, the cheapest single change that
//! brings the plan under it, and the spending limit to copy.
//!
//! Searching for that change prices many plans, so it waits until the hand rests.

use crate::budget::{AtQuality, Fit, Plans, Suggestion, limit_line, plans, qualities, suggestion};
use crate::estimate::Estimate;
use crate::money::{Usd, UsdRange, grouped};
use crate::scenario::{Scenario, bounds};
use crate::ui::controls::{Amount, amount_field};
use crate::ui::dom::{El, button, effect, el};
use crate::ui::result;
use crate::ui::state::State;
use leptos::prelude::*;
use rust_decimal::Decimal;
use std::time::Duration;

/// How long the plan has to stand still before the search.
const CALM: Duration = Duration::from_millis(200);

/// The field, its answers and the limit.
pub fn panel(state: State) -> El {
    let of = Amount {
        label: "USD to spend",
        id: "budget",
        unit: "$",
        bounds: &bounds::USD,
        optional: true,
    };
    let given = Memo::new(move |_| state.workspace.with(|now| now.scenario.budget));
    let set = Callback::new(move |amount: Option<Decimal>| {
        state.change("budget", |now| now.scenario.budget = amount);
    });
    let hint = Signal::stored(String::from("none"));
    el("section", "")
        .child(el("h2", "").text("Budget"))
        .child(amount_field(of, given.into(), set, hint))
        .child(fitting(state))
        .child(searched(state))
        .children(limit(state))
}

/// Budget and total, where both are there.
fn known(state: State) -> Option<(Usd, UsdRange)> {
    let budget = state.workspace.with(|now| now.scenario.budget)?;
    let totals = state.estimate.with(|estimate| estimate.totals)?;
    Some((Usd(budget), totals.total))
}

/// How many whole plans fit.
fn fitting(state: State) -> El {
    let words = Memo::new(move |_| {
        known(state).map_or_else(String::new, |(budget, total)| {
            fit_words(plans(budget, total), Fit::of(budget, total))
        })
    });
    el("p", "fit")
        .attr("role", "status")
        .live(move || words.get())
}

fn fit_words(plans: Plans, fit: Fit) -> String {
    let count = |count: u64| grouped(Decimal::from(count));
    let named = |many: u64| if many == 1 { "plan" } else { "plans" };
    let pays = match (plans.surely, plans.at_most) {
        (None, _) => return "The plan costs nothing: any number of it fits.".into(),
        (Some(surely), Some(most)) if surely == most => {
            format!("It pays {} whole {}", count(surely), named(surely))
        }
        (Some(surely), Some(most)) => {
            format!(
                "It pays {} whole plans surely, {} at most",
                count(surely),
                count(most)
            )
        }
        (Some(surely), None) => {
            format!(
                "It pays {} whole plans surely, and more if less is billed",
                count(surely)
            )
        }
    };
    let fits = match fit {
        Fit::Surely => "the plan fits.",
        Fit::Perhaps => "the plan fits only at the low end of its interval.",
        Fit::No => "the plan does not fit.",
    };
    format!("{pays}: {fits}")
}

/// What the search found.
#[derive(Clone, PartialEq, Default)]
struct Found {
    /// The plan it was looked for.
    plan: Option<Scenario>,
    at: Vec<AtQuality>,
    change: Option<Suggestion>,
    over: bool,
}

fn search(state: State) -> Found {
    let plan = state.workspace.with_untracked(|now| now.scenario.clone());
    let Some((budget, total)) = untrack(|| known(state)) else {
        return Found::default();
    };
    Found {
        at: qualities(state.book, &plan, budget),
        change: suggestion(state.book, &plan, budget),
        over: total.high > budget,
        plan: Some(plan),
    }
}

/// Qualities that fit, and the change; made anew when the hand rests.
fn searched(state: State) -> El {
    let found = RwSignal::new(untrack(|| search(state)));
    let pending = StoredValue::new_local(None::<TimeoutHandle>);
    effect(move || {
        let changed = state
            .workspace
            .with(|now| found.with_untracked(|f| f.plan.as_ref() != Some(&now.scenario)));
        if changed {
            pending.update_value(|pending| {
                if let Some(pending) = pending.take() {
                    pending.clear();
                }
                *pending = set_timeout_with_handle(move || found.set(search(state)), CALM).ok();
            });
        }
    });
    let shown = Memo::new(move |_| found.get());
    el("div", "budget-found").fill(move || shown.with(|found| answers(state, found)))
}

fn answers(state: State, found: &Found) -> Vec<El> {
    let Some(plan) = &found.plan else {
        return Vec::new();
    };
    let mut parts = Vec::new();
    if found.over {
        parts.push(change(state, plan, found.change.as_ref()));
    }
    if !found.at.is_empty() {
        parts.push(table(state, &found.at));
    }
    parts
}

/// The cheapest single change, with a button that makes it.
fn change(state: State, plan: &Scenario, found: Option<&Suggestion>) -> El {
    let Some(found) = found.cloned() else {
        return el("p", "").text("No single change brings the plan under this budget.");
    };
    let total = state
        .estimate
        .with_untracked(|estimate| estimate.totals.map(|totals| totals.total));
    let words = total.map_or_else(String::new, |total| found.sentence(plan, total));
    let make = move || {
        let stages = found.scenario.stages.clone();
        state.change("suggestion", |now| now.scenario.stages = stages);
        super::stages::go_on("budget".into());
    };
    el("div", "suggestion")
        .child(el("h3", "").text("The least change that fits"))
        .child(el("p", "").text(&words))
        .child(button("fix", "Make this change", make).attr("id", "make-change"))
}

/// The whole plan at each quality.
fn table(state: State, at: &[AtQuality]) -> El {
    let head = |words: &str| el("th", "").attr("scope", "col").text(words);
    let row = |at: &AtQuality| {
        let quality = at.quality;
        let fits = match at.fit {
            Fit::Surely => "fits",
            Fit::Perhaps => "may fit",
            Fit::No => "too much",
        };
        let name = el("th", "").attr("scope", "row").text(quality.as_str());
        let take = button("link", "Use", move || {
            state.change("quality of all", |now| {
                let stages = now.scenario.stages.iter_mut();
                stages
                    .filter(|stage| stage.makes_images())
                    .for_each(|stage| stage.quality = quality);
            });
        });
        let take = take.attr("aria-label", &format!("Make every image at {quality}"));
        el("tr", "")
            .attr("data-fit", fits)
            .child(name)
            .child(el("td", "").text(&at.total.in_words()))
            .child(el("td", "").text(fits))
            .child(el("td", "").child(take))
    };
    let heads = el("tr", "")
        .child(head("Quality"))
        .child(head("The plan"))
        .child(head("Budget"))
        .child(el("td", ""));
    el("table", "qualities")
        .child(el("caption", "").text("With every image at one quality"))
        .child(el("thead", "").child(heads))
        .child(el("tbody", "").children(at.iter().map(row)))
}

fn line(plan: &Scenario, estimate: &Estimate) -> String {
    let total = estimate.totals.map(|totals| totals.total);
    total.map_or_else(String::new, |total| {
        limit_line(plan.per, estimate.rates, total)
    })
}

/// The spending limit, to copy.
fn limit(state: State) -> [El; 2] {
    let words = move || {
        state.workspace.with(|now| {
            state
                .estimate
                .with(|estimate| line(&now.scenario, estimate))
        })
    };
    let by_hand = RwSignal::new(None::<String>);
    let text = Callback::new(move |()| untrack(words));
    let copy = result::copy_button("Copy the limit", text, by_hand)
        .attr("id", "copy-limit")
        .attr("class", "quiet");
    let row = el("div", "limit")
        .live_flag("hidden", move || words().is_empty())
        .child(el("p", "").live(words))
        .child(copy);
    [row, result::shown_by_hand(by_hand)]
}
