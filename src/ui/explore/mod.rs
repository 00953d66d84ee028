//! The view Explore: the cost map, the cheapest size, scenarios side by side, migration; and the
//! cheaper ways that stand beside every estimate.
//!
//! Comes with the whole program, with its own style sheet.

mod afford;
mod cheapest;
mod compare;
mod map;
mod migrate;
mod notable;
mod strip;
mod table;
mod ways;

pub use ways::ways;

use super::browser::page;
use super::dom::{El, button, el};
use super::notes;
use super::state::State;
use crate::link::Panel;
use leptos::prelude::*;
use std::sync::Once;

/// Adopts the style sheet of this room, once.
fn styled() {
    static ADOPTED: Once = Once::new();
    ADOPTED.call_once(|| page::adopt(include_str!("style.css")));
}

/// The view.
pub fn main(state: State) -> Vec<El> {
    styled();
    let panel = Memo::new(move |_| state.workspace.with(|now| now.display.panel));
    let body = el("div", "explore").fill(move || {
        let panel = panel.get();
        untrack(|| match panel {
            Panel::Map => vec![map::section(state), notable::section(state)],
            Panel::Cheapest => vec![cheapest::section(state), afford::section(state)],
            Panel::Compare => compare::sections(state),
            Panel::Migrate => vec![migrate::section(state)],
        })
    });
    vec![
        panels(state, panel),
        notes::set_aside(state),
        strip::strip(state),
        notes::problems(state),
        body,
    ]
}

fn panels(state: State, panel: Memo<Panel>) -> El {
    let to = |to: Panel, name: &'static str| {
        let go = move || state.change("panel", |now| now.display.panel = to);
        button("", name, go).live_attr("aria-current", move || {
            String::from(if panel.get() == to { "true" } else { "false" })
        })
    };
    el("nav", "panels")
        .attr("aria-label", "Explore")
        .child(to(Panel::Map, "Map"))
        .child(to(Panel::Cheapest, "Cheapest"))
        .child(to(Panel::Compare, "Compare"))
        .child(to(Panel::Migrate, "Migrate"))
}
