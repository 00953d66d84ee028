//! Quality: each one the model has, with the price of an image.

use super::controls::{Choice, choices};
use super::state::State;
use crate::rates::{OutputKind, Quality};
use leptos::prelude::*;

/// The qualities as cards.
pub fn picker(state: State) -> AnyView {
    let options = Memo::new(move |_| options(state));
    let chosen = state.asked(|stage| stage.quality);
    choices("quality", "Quality", options, chosen, move |quality| {
        state.ask("quality", |stage| stage.quality = quality);
    })
}

fn options(state: State) -> Vec<Choice<Quality>> {
    let Some(model) = state.model().get() else {
        return Vec::new();
    };
    let auto = !matches!(model.0.output.kind, OutputKind::Flat(_));
    let all = model.0.qualities().chain(auto.then_some(Quality::Auto));
    all.map(|quality| Choice {
        value: quality,
        name: quality.to_string(),
        price: state.price_with(|stage| stage.quality = quality),
    })
    .collect()
}
