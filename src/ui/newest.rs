//! What is different under the newest rates, where an older snapshot is chosen.

use super::dom::{El, button, el};
use super::state::State;
use crate::date::Date;
use crate::estimate::estimate;
use leptos::prelude::*;

/// The same scenario under the newest rates, where an older snapshot is chosen.
pub fn against_newest(state: State) -> El {
    let newest = state.book.newest().date;
    let words = move || {
        if state.snapshot().date == newest {
            String::new()
        } else {
            under(state, newest)
        }
    };
    let switch = move || state.change("rates", |now| now.scenario.rates = newest);
    el("p", "newest").fill_by(words, move |words| {
        if words.is_empty() {
            return Vec::new();
        }
        vec![
            el("span", "").text(words),
            button("fix", "Re-price today", switch),
        ]
    })
}

fn under(state: State, newest: Date) -> String {
    let mut scenario = state.workspace.with(|now| now.scenario.clone());
    scenario.rates = newest;
    let then = estimate(state.book, &scenario)
        .totals
        .map(|totals| totals.total);
    let now = state
        .estimate
        .with(|estimate| estimate.totals.map(|totals| totals.total));
    let figure = match (then, now) {
        (Some(then), Some(now)) if then == now => String::from("the same figure"),
        (Some(then), Some(now)) => {
            let change = then.since(now).in_words();
            format!("{}, a change of {change}", then.in_words())
        }
        (Some(then), None) => then.in_words(),
        (None, _) => String::from("no price as asked"),
    };
    format!("With the newest, of {}: {figure}. ", newest.in_words())
}
