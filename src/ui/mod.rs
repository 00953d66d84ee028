//! The page: one state, and panels that show slices of it.
//!
//! Knows the core's meaning and chooses the pixels. web-sys stands in [`browser`] alone.

mod browser;
mod controls;
mod header;
mod history;
mod lines;
mod live;
mod model;
mod notes;
mod price;
mod prompt;
mod quality;
mod rates;
mod result;
mod shape;
mod size;
pub mod state;
mod volume;

use crate::link;
use crate::rates::RateBook;
use leptos::prelude::*;
use state::State;

/// Reads the address, mounts the page, and keeps the two together.
pub fn start() {
    browser::failure::tell_on_panic();
    let Some(place) = browser::page::mount_point() else {
        return;
    };
    leptos::mount::mount_to(place, app).forget();
}

fn app() -> impl IntoView {
    let (query, fragment) = browser::address::read();
    let book = RateBook::embedded();
    let state = State::new(book, link::read(book, &query, &fragment));
    history::keep(state);
    view! {
        {header::header(state)}
        <main class="columns">
            <div class="asked">{price::asked(state)}</div>
            {result::result(state)}
        </main>
        {rates::panel(state)}
        {header::footer()}
        {result::bottom_bar(state)}
    }
}
