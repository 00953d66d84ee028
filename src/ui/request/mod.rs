//! One request, complete: input images, prompt, partial images, the look of the output, delivery.
//!
//! Folds for the stage on screen, each with its present value and its cost in its heading. Knows
//! what a person can change of a request beside model, quality, size and number; must not know
//! how any of it is counted.

mod defaults;
mod images;
mod output;
mod partials;
mod prices;
mod prompt;

pub use defaults::{left_out_quality, left_out_size};

use super::browser::page;
use super::dom::{El, el, fold};
use super::state::State;
use super::{second_model, volume};
use crate::money::{Usd, UsdRange};
use leptos::prelude::*;
use std::sync::Once;

/// Their look, put on once.
static LOOK: Once = Once::new();

/// Every panel, for the stage on screen. The ids of the folds are stable: `images-fold`,
/// `prompt-fold`, `partials-fold`, `output-fold`, `delivery-fold` and `second-model-fold`.
pub fn panels(state: State) -> El {
    LOOK.call_once(|| page::adopt(include_str!("style.css")));
    el("section", "folds request")
        .child(images::panel(state))
        .child(prompt::panel(state))
        .child(partials::panel(state))
        .child(output::panel(state))
        .child(volume::tier_fold(state))
        .child(second_model::second_model(state))
}

/// A fold whose heading follows the state.
fn panel(id: &str, heading: impl Fn() -> String + 'static) -> El {
    fold("", el("summary", "").live(heading)).attr("id", id)
}

/// `Input images · 3 · $0.0246 a request`; without the cost where there is none to tell.
fn heading(name: &str, value: &str, cost: Option<UsdRange>) -> String {
    let cost = cost.filter(|cost| cost.high > Usd::ZERO);
    let cost = cost.map(|cost| format!(" · {} a request", cost.each_in_words()));
    format!("{name} · {value}{}", cost.unwrap_or_default())
}

/// A small print that follows the state; nothing stands where it is empty.
fn hint(words: impl Fn() -> String + Send + Sync + 'static) -> El {
    let words = Memo::new(move |_| words());
    el("p", "hint").fill(move || {
        let words = words.get();
        if words.is_empty() {
            Vec::new()
        } else {
            vec![coded(el("span", ""), &words)]
        }
    })
}

/// Words, with what stands between backticks in code type.
fn coded(into: El, words: &str) -> El {
    let parts = words.split('`').enumerate();
    parts.fold(into, |into, (at, part)| match at % 2 {
        0 => into.text(part),
        _ => into.child(el("code", "").text(part)),
    })
}
