//! The embed builder: how an estimate is to stand on another page, seen before it is copied.
//!
//! Knows the choices and shows them; the code itself is `export`'s to write. Comes with the whole
//! program.

mod code;
mod preview;

use super::browser::element::is_open;
use super::browser::{address, page};
use super::controls::typed_field;
use super::dom::{El, button, el};
use super::slice::slice;
use super::state::State;
use crate::export::{EmbedForm, EmbedWish};
use crate::link::Theme;
use leptos::prelude::*;
use std::ops::RangeInclusive;

/// Heights that a page can give, in CSS pixels.
const HEIGHTS: RangeInclusive<u32> = 40..=4000;

/// What is being built.
#[derive(Clone, Copy)]
struct Builder {
    state: State,
    wish: RwSignal<EmbedWish>,
    /// Whether the person gave the height; otherwise it is that of the preview.
    by_hand: RwSignal<bool>,
}

/// The fold with its inside, which is made when it is opened.
pub fn filled(fold: El, state: State) -> El {
    let open = RwSignal::new(false);
    let inside = move || {
        if open.get() {
            untrack(|| vec![panel(state)])
        } else {
            Vec::new()
        }
    };
    fold.on("toggle", move |event| open.set(is_open(&event)))
        .child(el("div", "").fill(inside))
}

/// Choices, preview, code and policy lines.
pub fn panel(state: State) -> El {
    page::adopt(include_str!("style.css"));
    let wish = EmbedWish {
        form: EmbedForm::Element,
        pinned: true,
        theme: Theme::Auto,
        controls: true,
        height: 400,
    };
    let builder = Builder {
        state,
        wish: RwSignal::new(wish),
        by_hand: RwSignal::new(false),
    };
    if !address::site().starts_with("http") {
        let why = "This page is opened from a file. An embed needs it on a web address.";
        return el("p", "hint").text(why);
    }
    el("div", "builder")
        .child(choices(builder))
        .child(preview::preview(builder))
        .child(code::code(builder))
}

fn choices(builder: Builder) -> El {
    let date = move || {
        let date = builder.state.snapshot().date.in_words();
        format!("of {date}")
    };
    let newest = || String::from("newest of each day");
    el("div", "builder-choices")
        .child(either(builder, "Form", FORMS, |wish| &mut wish.form))
        .child(either(builder, "Theme", THEMES, |wish| &mut wish.theme))
        .child(row(
            "Rates",
            [(true, text(date)), (false, text(newest))],
            builder,
            |wish| &mut wish.pinned,
        ))
        .child(either(builder, "Readers may change it", YES, |wish| {
            &mut wish.controls
        }))
        .child(height(builder))
        .child(el("p", "hint").text(
            "The element is a script and a tag: it follows the page’s light or dark and grows \
             with its content. The iframe needs no script and keeps its height.",
        ))
}

const FORMS: [(EmbedForm, &str); 2] = [
    (EmbedForm::Element, "element"),
    (EmbedForm::Frame, "iframe"),
];

const THEMES: [(Theme, &str); 3] = [
    (Theme::Auto, "as the page"),
    (Theme::Light, "light"),
    (Theme::Dark, "dark"),
];

const YES: [(bool, &str); 2] = [(true, "yes"), (false, "no")];

type Words = Box<dyn Fn() -> String>;

fn text(words: impl Fn() -> String + 'static) -> Words {
    Box::new(words)
}

/// A part of the wish as a row of choices.
fn either<T: Copy + PartialEq + Send + Sync + 'static, const N: usize>(
    builder: Builder,
    label: &str,
    choices: [(T, &'static str); N],
    part: fn(&mut EmbedWish) -> &mut T,
) -> El {
    let choices = choices.map(|(value, name)| (value, text(move || name.to_owned())));
    row(label, choices, builder, part)
}

fn row<T: Copy + PartialEq + Send + Sync + 'static, const N: usize>(
    label: &str,
    choices: [(T, Words); N],
    builder: Builder,
    part: fn(&mut EmbedWish) -> &mut T,
) -> El {
    let wish = builder.wish;
    let choice = move |(value, name): (T, Words)| {
        let chosen = move || *part(&mut wish.get()) == value;
        button("", "", move || wish.update(|wish| *part(wish) = value))
            .live_attr("aria-pressed", move || chosen().to_string())
            .live(name)
    };
    let group = el("div", "segments")
        .attr("role", "group")
        .attr("aria-label", label)
        .children(choices.map(choice));
    el("div", "builder-row")
        .child(el("span", "").attr("aria-hidden", "true").text(label))
        .child(group)
}

/// Space for it: the preview's height until the person gives another.
fn height(builder: Builder) -> El {
    let Builder { wish, by_hand, .. } = builder;
    let value = slice(move || wish.with(|wish| wish.height));
    let set = Callback::new(move |height| {
        by_hand.set(true);
        wish.update(|wish| wish.height = height);
    });
    let label = move || {
        String::from(match wish.with(|wish| wish.form) {
            EmbedForm::Element => "Space reserved, px",
            EmbedForm::Frame => "Height, px",
        })
    };
    el("div", "builder-row")
        .child(el("label", "").attr("for", "embed-height").live(label))
        .children(typed_field("embed-height", &HEIGHTS, value, set))
}
