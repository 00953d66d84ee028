//! What all stages share: a markup or discount on every rate, and regional processing; and the
//! mark that says whose rates the figures rest on.

use super::words;
use crate::money::grouped;
use crate::scenario::{OwnRates, Percent, Scenario, bounds};
use crate::ui::controls::{Amount, amount_field, in_percent, percent_of};
use crate::ui::dom::{El, button, el};
use crate::ui::state::State;
use leptos::prelude::*;
use rust_decimal::Decimal;

/// The fields.
pub fn panel(state: State) -> El {
    let of = Amount {
        label: "Markup or discount",
        id: "markup",
        unit: "%",
        bounds: &bounds::MARKUP_AMOUNT,
        optional: true,
    };
    let value = Memo::new(move |_| {
        let markup = state.workspace.with(|now| now.scenario.markup);
        (markup != Percent::ZERO).then(|| in_percent(markup))
    });
    let set = Callback::new(move |amount: Option<Decimal>| {
        let markup = amount.and_then(percent_of).unwrap_or(Percent::ZERO);
        state.change("markup", |now| now.scenario.markup = markup);
    });
    let hint =
        "A gateway’s margin, or a negotiated discount with a minus, on every published rate.";
    el("section", "")
        .child(el("h2", "").text("Terms of the whole plan"))
        .child(amount_field(
            of,
            value.into(),
            set,
            Signal::stored("0".into()),
        ))
        .child(el("p", "hint").text(hint))
        .child(residency(state))
}

fn residency(state: State) -> El {
    let on = move || state.workspace.with(|now| now.scenario.residency);
    let turn = move |_| {
        let now = untrack(on);
        state.change("residency", |workspace| workspace.scenario.residency = !now);
    };
    let rate = move || match state.snapshot().regional {
        Some(regional) => {
            let more = (regional.times - Decimal::ONE) * Decimal::ONE_HUNDRED;
            format!(
                "Regional processing, {} % more on the models it applies to",
                grouped(more)
            )
        }
        None => "Regional processing".into(),
    };
    let check = el("input", "")
        .attr("type", "checkbox")
        .attr("id", "residency")
        .live_flag("checked", on)
        .on("change", turn);
    el("label", "check")
        .child(check)
        .child(el("span", "").live(rate))
}

/// What of the plan's rates is the person's own.
fn own_parts(plan: &Scenario) -> Vec<String> {
    let mut parts = Vec::new();
    if plan.markup != Percent::ZERO {
        let sign = if plan.markup > Percent::ZERO { "+" } else { "" };
        parts.push(format!("{sign}{} % on every published rate", plan.markup));
    }
    let own = plan
        .stages
        .iter()
        .enumerate()
        .filter(|(_, stage)| !stage.own.is_empty());
    let names: Vec<String> = own.map(|(at, _)| words::name(plan, at)).collect();
    if !names.is_empty() {
        parts.push(format!("own rates in {}", names.join(", ")));
    }
    parts
}

/// The mark, with the way back to published rates.
pub fn own_mark(state: State) -> El {
    let parts = Memo::new(move |_| state.workspace.with(|now| own_parts(&now.scenario)));
    el("div", "own-mark").fill(move || {
        let parts = parts.get();
        if parts.is_empty() {
            return Vec::new();
        }
        let words = format!("Your own terms: {}.", parts.join("; "));
        let remove = move || {
            state.change("published", |now| {
                now.scenario.markup = Percent::ZERO;
                let stages = now.scenario.stages.iter_mut();
                stages.for_each(|stage| stage.own = OwnRates::default());
            });
            super::stages::go_on("stages".into());
        };
        vec![
            el("p", "").text(&words),
            button("fix", "Remove them all", remove).attr("id", "remove-own"),
        ]
    })
}
