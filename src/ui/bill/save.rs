//! Taking the bill along: as JSON, with what was pasted as it was.

use super::desk::Desk;
use crate::export::bill_json;
use crate::ui::browser::{clipboard, download};
use crate::ui::dom::{El, button, el};
use crate::usage::charge;
use leptos::prelude::*;
use std::time::Duration;

/// How long the button says that it copied.
const COPIED_FOR: Duration = Duration::from_secs(8);

/// What the file is called.
const FILE: &str = "pixelbill-bill.json";

/// The buttons, and the text where the browser does not copy.
pub fn actions(desk: Desk) -> [El; 2] {
    let copied = RwSignal::new(false);
    let by_hand = RwSignal::new(None::<String>);
    let copy = move || {
        let text = untrack(|| json(desk));
        clipboard::copy(text.clone(), move |done| {
            copied.set(done);
            by_hand.set((!done).then_some(text));
            set_timeout(move || copied.set(false), COPIED_FOR);
        });
    };
    let name = move || {
        String::from(if copied.get() {
            "Copied"
        } else {
            "Copy as JSON"
        })
    };
    let row = move || match desk.is_empty() {
        true => Vec::new(),
        false => vec![
            button("", "", copy)
                .attr("id", "copy-bill")
                .attr(
                    "title",
                    "The charge of each request beside what was pasted, as it was",
                )
                .live(name),
            button("", "Download", move || {
                download::save(FILE, "application/json", &untrack(|| json(desk)));
            })
            .attr("id", "download-bill"),
        ],
    };
    let shown = move || match by_hand.get() {
        Some(text) => vec![
            el("label", "")
                .text("The browser did not allow copying. Copy this by hand:")
                .child(
                    el("textarea", "")
                        .attr("readonly", "")
                        .attr("rows", "6")
                        .text(&text),
                ),
        ],
        None => Vec::new(),
    };
    [
        el("div", "actions").fill(row),
        el("div", "by-hand").fill(shown),
    ]
}

fn json(desk: Desk) -> String {
    let (account, pasted) = (desk.account.get(), desk.pasted.get());
    desk.with_terms(|terms| {
        let records = pasted.records.iter();
        let charged: Vec<_> = records
            .map(|record| (record.clone(), charge(terms, record)))
            .collect();
        bill_json(terms, &account.bill, &charged)
    })
}
