//! Share, export, request: the estimate taken elsewhere. Comes with the whole program.
//!
//! Knows the panel's three parts; what is exported is `export`'s to say. Nothing is made before
//! the fold is opened.

mod estimate;
mod links;
mod request;
mod sheet;

use super::browser::element::is_open;
use super::browser::{address, page};
use super::dom::{El, el};
use super::state::{State, Workspace};
use crate::estimate::Estimate;
use leptos::prelude::*;

/// The fold with its inside.
pub fn filled(panel: El, state: State) -> El {
    page::adopt(include_str!("style.css"));
    let open = RwSignal::new(false);
    let inside = el("div", "share-parts").fill(move || {
        if open.get() {
            untrack(|| parts(state))
        } else {
            Vec::new()
        }
    });
    panel
        .on("toggle", move |event| open.set(is_open(&event)))
        .child(inside)
}

fn parts(state: State) -> Vec<El> {
    vec![
        part("Link with its figure", links::links(state)),
        part("Estimate", vec![estimate::estimate(state)]),
        part("Request, ready to send", request::request(state)),
    ]
}

fn part(name: &str, inside: Vec<El>) -> El {
    el("section", "share-part")
        .child(el("h3", "").text(name))
        .children(inside)
}

/// Makes something of what is asked, what it costs and where the page is; follows both.
fn made_of<T>(state: State, made: impl FnOnce(&Workspace, &Estimate, &str) -> T) -> T {
    let site = address::site();
    state
        .workspace
        .with(|now| state.estimate.with(|priced| made(now, priced, &site)))
}
