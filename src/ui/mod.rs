//! The page: one state, and panels that show slices of it.
//!
//! Knows the core's meaning and chooses the pixels. web-sys stands in [`browser`] alone.

mod browser;
mod controls;
mod dom;
mod header;
mod history;
mod lines;
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
use dom::el;
use state::State;

/// Reads the address, mounts the page, and keeps the two together.
pub fn start() {
    browser::failure::tell_on_panic();
    let Some(place) = browser::page::mount_point() else {
        return;
    };
    let app = place.clone();
    // Leptos brings the owner and the executor; the elements are ours.
    leptos::mount::mount_to(place, move || build(&app)).forget();
}

fn build(place: &browser::element::Element) {
    let (query, fragment) = browser::address::read();
    let book = RateBook::embedded();
    let state = State::new(book, link::read(book, &query, &fragment));
    history::keep(state);
    header::header(state).mount(place);
    el("main", "columns")
        .child(price::asked(state))
        .child(result::result(state))
        .mount(place);
    rates::panel(state).mount(place);
    header::footer().mount(place);
    result::bottom_bar(state).mount(place);
}
