//! The head of the page: its name, the rate snapshot, the theme; and its foot.

use super::browser::element::{self, value_of};
use super::browser::page;
use super::dom::{El, button, effect, el};
use super::late;
use super::slice::slice;
use super::state::State;
use crate::date::Date;
use crate::link::Theme;
use crate::rates::RateSnapshot;
use leptos::prelude::*;

/// Name, snapshot picker, theme.
pub fn header(state: State) -> El {
    let name = el("h1", "brand")
        .child(el("span", "mark").attr("aria-hidden", "true"))
        .text("Pixelbill")
        .child(el("span", "claim").text("what a GPT Image API request costs"));
    let sources = button("link", "Sources", || late::go_to("rates"));
    let tools = el("div", "tools")
        .child(snapshots(state))
        .child(sources)
        .child(theme(state));
    el("header", "head").child(name).child(tools)
}

/// Every snapshot of the book, newest first.
fn snapshots(state: State) -> El {
    let option = |snapshot: &'static RateSnapshot| {
        let date = snapshot.date;
        el("option", "")
            .attr("value", &date.to_string())
            .text(&date.in_words())
    };
    let choose = move |event| {
        if let Ok(date) = value_of(&event).parse::<Date>() {
            state.change("rates", |now| now.scenario.rates = date);
        }
    };
    let select = el("select", "")
        .attr("id", "snapshot")
        .children(state.book.snapshots.iter().rev().map(option))
        .live_value(move || state.snapshot().date.to_string())
        .on("change", choose);
    el("label", "snapshots")
        .child(el("span", "").text("Rates of"))
        .child(select)
}

fn theme(state: State) -> El {
    let theme = slice(move || state.workspace.with(|now| now.display.theme));
    let next = |theme: Theme| match theme {
        Theme::Auto => Theme::Light,
        Theme::Light => Theme::Dark,
        Theme::Dark => Theme::Auto,
    };
    let turn = move || state.change("theme", |now| now.display.theme = next(now.display.theme));
    let button = button("theme", "", turn);
    let target = button.element().clone();
    effect(move || {
        let theme = theme.get();
        let name = format!("Theme: {theme}");
        page::set_theme(theme.as_str());
        element::set_attribute(&target, "aria-label", &name);
        element::set_attribute(&target, "title", &name);
        element::set_attribute(&target, "data-theme", theme.as_str());
    });
    button
}

/// What the page is, and is not.
pub fn footer() -> El {
    let words = "Pixelbill is not affiliated with OpenAI. It computes in your browser; nothing \
                 you enter leaves this page.";
    el("footer", "foot").child(el("p", "").text(words))
}
