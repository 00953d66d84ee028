//! Quality: each one the model has, with the price of an image.

use super::controls::{Card, choices};
use super::dom::El;
use super::state::State;
use crate::rates::{Model, OutputKind, Quality};
use leptos::prelude::*;

/// The qualities as cards.
pub fn picker(state: State) -> El {
    let cards = move || {
        let chosen = state.priced(|stage| stage.quality);
        let card = |quality: Quality| Card {
            name: quality.to_string(),
            price: state.price_with(|stage| stage.quality = quality),
            chosen: quality == chosen,
        };
        qualities(state).into_iter().map(card).collect()
    };
    let choose = Callback::new(move |at: usize| {
        if let Some(quality) = untrack(|| qualities(state)).get(at) {
            state.ask("quality", |stage| stage.quality = *quality);
        }
    });
    choices("quality", "Quality", cards, choose)
}

fn qualities(state: State) -> Vec<Quality> {
    state.model().map_or_else(Vec::new, of)
}

/// What the model has; `auto` where it counts tokens.
pub fn of(model: &Model) -> Vec<Quality> {
    let mut all = model.output.qualities();
    if !matches!(model.output.kind, OutputKind::Flat(_)) {
        all.push(Quality::Auto);
    }
    all
}
