//! The link in the forms that other places take: Markdown, HTML, plain text, and what the device
//! shares with.

use super::made_of;
use crate::export;
use crate::ui::browser::share;
use crate::ui::dom::{El, button, el};
use crate::ui::result::{copy_button, shown_by_hand};
use crate::ui::state::State;
use leptos::prelude::*;

/// What it says, a button for each form, and a place for the text where copying is refused.
pub fn links(state: State) -> Vec<El> {
    let says = move || {
        made_of(state, |now, priced, _| {
            export::summary(&now.scenario, priced)
        })
    };
    let by_hand = RwSignal::new(None::<String>);
    let form = move |name: &'static str, text: fn(State) -> String| {
        copy_button(name, Callback::new(move |()| text(state)), by_hand)
    };
    let row = el("div", "actions small")
        .child(form("Copy Markdown", markdown))
        .child(form("Copy HTML", html))
        .child(form("Copy text", text))
        .children(share::is_there().then(|| button("", "Share…", move || send(state))));
    vec![el("p", "says").live(says), row, shown_by_hand(by_hand)]
}

fn markdown(state: State) -> String {
    untrack(|| {
        made_of(state, |now, priced, site| {
            export::markdown_link(&now.scenario, priced, site)
        })
    })
}

fn html(state: State) -> String {
    untrack(|| {
        made_of(state, |now, priced, site| {
            export::html_link(&now.scenario, priced, site)
        })
    })
}

fn text(state: State) -> String {
    untrack(|| {
        made_of(state, |now, priced, site| {
            export::text_link(&now.scenario, priced, site)
        })
    })
}

/// Hands words and link to what the device shares with.
fn send(state: State) {
    let (words, link) = untrack(|| {
        made_of(state, |now, priced, site| {
            let text = export::text_link(&now.scenario, priced, site);
            let (words, link) = text.split_once('\n').unwrap_or((&text, ""));
            (words.to_owned(), link.to_owned())
        })
    });
    share::share(&words, &link);
}
