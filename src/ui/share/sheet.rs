//! A text in one of several forms: chosen, read, copied, downloaded.
//!
//! Must not know what is said.

use crate::export::BYTE_ORDER_MARK;
use crate::ui::browser::download;
use crate::ui::dom::{El, button, el};
use crate::ui::result::{copy_button, shown_by_hand};
use leptos::prelude::*;

/// A text that can become a file.
#[derive(Clone, PartialEq)]
pub struct Document {
    /// What it says.
    pub text: String,
    /// The file's name.
    pub name: String,
    /// Its media type.
    pub media: &'static str,
    /// Whether the file begins with a byte order mark.
    pub marked: bool,
    /// What to know about it.
    pub notes: Vec<String>,
}

/// Forms with their names.
pub type Forms<F> = Memo<Vec<(F, &'static str)>>;

/// The forms as a row of choices, the first one chosen, and the text below. Where there is none,
/// nothing stands there.
pub fn sheet<F: Copy + PartialEq + Send + Sync + 'static>(
    label: &'static str,
    forms: Forms<F>,
    document: impl Fn(F) -> Option<Document> + Send + Sync + 'static,
) -> El {
    let chosen = RwSignal::new(None::<F>);
    // A form that is there no longer gives way to the first.
    let current = Memo::new(move |_| {
        forms.with(|forms| {
            let kept = forms.iter().find(|form| Some(form.0) == chosen.get());
            kept.or(forms.first()).map(|form| form.0)
        })
    });
    let made = Memo::new(move |_| document(current.get()?));
    let tab = move |(form, name): (F, &'static str)| {
        let pressed = move || (current.get() == Some(form)).to_string();
        button("", name, move || chosen.set(Some(form))).live_attr("aria-pressed", pressed)
    };
    let tabs = el("div", "segments")
        .attr("role", "group")
        .attr("aria-label", label)
        .fill(move || forms.get().into_iter().map(tab).collect());
    let there = Memo::new(move |_| made.with(Option::is_some));
    let below = move || {
        if there.get() {
            untrack(|| vec![text(label, made), actions(made), notes(made)])
        } else {
            Vec::new()
        }
    };
    let hidden = move || String::from(if there.get() { "sheet" } else { "sheet none" });
    el("div", "")
        .live_attr("class", hidden)
        .child(tabs)
        .child(el("div", "").fill(below))
}

type Made = Memo<Option<Document>>;

fn text(label: &str, made: Made) -> El {
    let words = move || {
        made.with(|made| {
            made.as_ref()
                .map_or_else(String::new, |made| made.text.clone())
        })
    };
    el("pre", "scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", label)
        .live(words)
}

fn actions(made: Made) -> El {
    let by_hand = RwSignal::new(None::<String>);
    let copied = Callback::new(move |()| {
        made.get_untracked()
            .map_or_else(String::new, |made| made.text)
    });
    let save = move || {
        if let Some(made) = made.get_untracked() {
            save(&made);
        }
    };
    let row = el("div", "actions small")
        .child(copy_button("Copy", copied, by_hand))
        .child(button("", "Download", save));
    el("div", "").child(row).child(shown_by_hand(by_hand))
}

fn save(made: &Document) {
    let mark = if made.marked {
        String::from(BYTE_ORDER_MARK)
    } else {
        String::new()
    };
    download::save(&made.name, made.media, &(mark + &made.text));
}

fn notes(made: Made) -> El {
    let notes = move || {
        made.with(|made| {
            made.as_ref()
                .map_or_else(Vec::new, |made| made.notes.clone())
        })
    };
    el("div", "sheet-notes").fill(move || {
        let notes = notes().into_iter();
        notes.map(|note| el("p", "").text(&note)).collect()
    })
}
