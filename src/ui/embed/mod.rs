//! The estimate alone, made for a frame on another page, from 280 pixels on (contract 3).
//!
//! Knows what a reader of that page sees and may change; never writes an address, so the host's
//! history is its own. Stands in a program of its own, and in the whole one for links that only
//! that one can price.

mod choices;
mod count;
mod foot;
mod live;
mod messages;
mod notes;
mod price;
mod words;

use super::browser::element::Element;
use super::browser::{address, host, page, programs};
use super::dom::{El, el};
use super::late;
use super::state::Workspace;
use crate::link::{self, Read};
use crate::rates::RateBook;
use live::Live;

/// How it looks; the page's own style stands below it.
const STYLE: &str = include_str!("style.css");

/// Whether a frame asked for it. A query that says so holds, whatever the fragment says.
pub fn is_asked(read: &Read) -> bool {
    let (query, _) = address::read();
    read.display.embed || query.to_ascii_lowercase().contains("embed=1")
}

/// Builds the embed, and keeps it in step with the address and the host. What is returned says the
/// link's parameters when another program takes over.
pub fn build(place: &Element, asked: Read) -> impl Fn() -> String + 'static {
    page::adopt(STYLE);
    let book = RateBook::embedded();
    let live = Live::new(book, settled(asked));
    let theme = |shown: &live::Shown| shown.workspace.display.theme.to_string();
    live.apply(Box::new(theme), Box::new(page::set_theme));
    body(&live).mount(place);
    messages::keep(&live, place);
    let following = live.clone();
    host::on_address(move || follow(&following));
    move || {
        if live.is_over() {
            let (query, fragment) = address::read();
            return if fragment.len() > 1 { fragment } else { query };
        }
        live.end();
        live.read(|shown| {
            let now = &shown.workspace;
            let display = link::write_display(&now.display);
            format!("{}&{display}", link::write(&now.scenario))
        })
    }
}

fn body(live: &Live) -> El {
    let class = |shown: &live::Shown| {
        String::from(if shown.workspace.display.controls {
            "embed"
        } else {
            "embed fixed"
        })
    };
    let fields = el("div", "fields")
        .child(choices::quality(live))
        .child(choices::size(live))
        .child(count::count(live));
    live.attr(el("main", ""), "class", class)
        .child(el("h1", "unseen").text("What it costs"))
        .child(price::price(live))
        .child(fields)
        .child(notes::problems(live))
        .child(notes::notes(live))
        .child(foot::foot(live))
}

/// A host that changes what is shown changes the fragment.
fn follow(live: &Live) {
    let (query, fragment) = address::read();
    let read = link::read(RateBook::embedded(), &query, &fragment);
    if !late::carries(&read) {
        // This program cannot even read all of it: the whole one goes on with the address.
        live.end();
        return programs::call("");
    }
    let now = settled(read);
    live.change(|before| {
        let theme = before.display.theme;
        *before = now;
        before.display.theme = theme;
    });
}

/// The stage whose images are results is the one that a reader may change.
fn settled(read: Read) -> Workspace {
    let mut now = Workspace::from_read(read);
    let result = now.scenario.stages.iter().position(|stage| stage.deliver);
    now.stage = result.unwrap_or_default();
    now.display.embed = true;
    now
}
