//! The view Price, left side: what a person sends.

use super::state::State;
use super::{model, notes, prompt, quality, size, volume};
use leptos::prelude::*;

/// Everything that a request and its batch are made of.
pub fn asked(state: State) -> AnyView {
    view! {
        <section>{model::picker(state)}</section>
        <section>{quality::picker(state)} {notes::problems_of(state, &["quality"])}</section>
        <section>{size::picker(state)}</section>
        <section>{volume::sliders(state)} {notes::problems_of(state, &["n", "requests"])}</section>
        <section class="folds">{prompt::fold(state)} {volume::tier_fold(state)}</section>
    }
    .into_any()
}
