//! The page: one state, and panels that show slices of it.
//!
//! Knows the core's meaning and chooses the pixels. web-sys stands in [`browser`] alone. The page
//! comes in two programs (src/program.rs): the lean one has the view Price; the feature `whole`
//! brings the other views and the panels that are opened late. A third, `embed`, shows the
//! estimate alone, in a frame.

#[cfg(feature = "whole")]
mod bill;
mod browser;
#[cfg(feature = "whole")]
mod builder;
mod calm;
mod controls;
mod dom;
#[cfg(any(feature = "whole", feature = "embed"))]
mod embed;
#[cfg(feature = "whole")]
mod explore;
mod header;
mod history;
mod late;
mod lines;
mod model;
mod newest;
mod notes;
mod pace;
#[cfg(feature = "whole")]
mod plan;
#[cfg(feature = "whole")]
mod plan_or_api;
mod price;
mod prompt;
mod quality;
#[cfg(feature = "whole")]
mod rates;
#[cfg(feature = "whole")]
mod request;
mod result;
#[cfg(feature = "whole")]
mod second_model;
mod shape;
#[cfg(feature = "whole")]
mod share;
mod size;
mod slice;
pub mod state;
mod views;
mod volume;

use crate::link::{self, Read};
use crate::rates::RateBook;
use browser::{address, failure, page, programs};
use state::State;
use std::cell::Cell;
use std::rc::Rc;

/// Reads the address, mounts the page, and keeps the two together.
pub fn start() {
    failure::tell_on_panic();
    let Some(place) = page::mount_point() else {
        return;
    };
    #[cfg(feature = "whole")]
    let open = page::open_folds();
    let asked = asked();
    if !late::carries(&asked) {
        return programs::call("");
    }
    page::empty(&place);
    #[cfg(any(feature = "whole", feature = "embed"))]
    if !cfg!(feature = "whole") || embed::is_asked(&asked) {
        let leave = embed::build(&place, asked);
        return programs::on_take_over(move || Some(leave()));
    }
    let (app, left) = (place.clone(), place.clone());
    let leave = Rc::new(Cell::new(None));
    let kept = Rc::clone(&leave);
    // Leptos brings the owner and the executor; the elements are ours.
    let mounted = leptos::mount::mount_to(place, move || kept.set(Some(build(&app, asked))));
    if let Some(writer) = leave.take() {
        programs::on_take_over(move || {
            let parameters = writer.finish();
            // First the elements, while what hears them is alive: a field that goes is left.
            page::empty(&left);
            drop(mounted);
            parameters
        });
    }
    #[cfg(feature = "whole")]
    page::open_again(&open);
    page::go_to(&programs::place());
}

/// What is to be shown: what the lean program showed, or else what the address asks.
fn asked() -> Read {
    let book = RateBook::embedded();
    match programs::take_over() {
        Some(parameters) => link::read(book, "", &parameters),
        None => {
            let (query, fragment) = address::read();
            link::read(book, &query, &fragment)
        }
    }
}

fn build(place: &browser::element::Element, asked: Read) -> history::Writer {
    let state = State::new(RateBook::embedded(), asked);
    let writer = history::keep(state);
    late::watch(state);
    pace::keep(state);
    header::header(state).mount(place);
    views::nav(state).mount(place);
    views::main(state).mount(place);
    late::share(state).mount(place);
    late::embed(state).mount(place);
    late::rates(state).mount(place);
    header::footer().mount(place);
    result::bottom_bar(state).mount(place);
    writer
}
