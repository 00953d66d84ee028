//! The budget: how many whole plans it pays, what would fit it, and the spending limit to copy.

use super::fitting;
use crate::budget::{Fit, Plans, limit_line, plans};
use crate::estimate::Estimate;
use crate::money::{Usd, UsdRange, grouped};
use crate::scenario::{Scenario, bounds};
use crate::ui::controls::{Amount, amount_field};
use crate::ui::dom::{El, el};
use crate::ui::result;
use crate::ui::state::State;
use leptos::prelude::*;
use rust_decimal::Decimal;

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
        .child(paid(state))
        .children(fitting::searched(state))
        .children(limit(state))
}

/// Budget and total, where both are there.
pub fn known(state: State) -> Option<(Usd, UsdRange)> {
    let budget = state.workspace.with(|now| now.scenario.budget)?;
    let totals = state.estimate.with(|estimate| estimate.totals)?;
    Some((Usd(budget), totals.total))
}

/// How many whole plans fit.
fn paid(state: State) -> El {
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
