//! What the image looks like: background and format, and the parameters that cost nothing more.

use super::{coded, panel as fold_of};
use crate::rates::{Background, Format, Model};
use crate::ui::controls::{Card, choices};
use crate::ui::dom::{El, el};
use crate::ui::lines::source;
use crate::ui::notes;
use crate::ui::state::State;
use leptos::prelude::*;

/// The fold.
pub fn panel(state: State) -> El {
    let words = move || {
        let (background, format) = state.asked(|stage| (stage.background, stage.format));
        let cost = match format {
            Format::Gif | Format::Svg => "no price known",
            _ => "no extra cost",
        };
        format!("Background and format · {background}, {format} · {cost}")
    };
    fold_of("output-fold", words)
        .child(background(state))
        .child(notes::problems_of(state, &["background"]))
        .child(format(state))
        .child(notes::problems_of(state, &["format"]))
        .child(el("div", "notes").fill(move || explained(state)))
}

fn background(state: State) -> El {
    let cards = move || {
        let chosen = state.priced(|stage| stage.background);
        let card = |background: &Background| Card {
            name: background.to_string(),
            price: state.price_with(|stage| stage.background = *background),
            chosen: *background == chosen,
        };
        Background::ALL.iter().map(card).collect()
    };
    let choose = Callback::new(move |at: usize| {
        if let Some(background) = Background::ALL.get(at) {
            state.ask("background", |stage| stage.background = *background);
        }
    });
    choices("background", "Background", cards, choose)
}

fn format(state: State) -> El {
    let cards = move || {
        let chosen = state.priced(|stage| stage.format);
        let card = |format: &Format| Card {
            name: format.to_string(),
            price: format_price(state, *format),
            chosen: *format == chosen,
        };
        Format::ALL.iter().map(card).collect()
    };
    let choose = Callback::new(move |at: usize| {
        if let Some(format) = Format::ALL.get(at) {
            state.ask("format", |stage| stage.format = *format);
        }
    });
    choices("format", "Format", cards, choose)
}

/// Its price, or why it has none.
fn format_price(state: State, format: Format) -> String {
    let made = |model: &Model| format == Format::Png || model.supports.format.contains(&format);
    match (state.model().is_some_and(made), format) {
        (false, _) => String::from("not made"),
        (true, Format::Gif | Format::Svg) => String::from("price unknown"),
        _ => state.price_with(|stage| stage.format = format),
    }
}

/// Parameters that are no choice here, each with what it does to the price, and where that stands.
fn explained(state: State) -> Vec<El> {
    let Some(model) = state.model() else {
        return Vec::new();
    };
    let takes = |format| model.supports.format.contains(&format);
    let mut notes = Vec::new();
    if takes(Format::Webp) {
        notes.extend(note("output_compression", COMPRESSION));
        notes.extend(note("moderation", MODERATION));
    }
    if takes(Format::Gif) {
        // The generation that makes these is the one that has `complexity`.
        notes.extend(note("gif, svg", DRAWN));
        notes.extend(note("complexity", COMPLEXITY));
    }
    if notes.is_empty() {
        return Vec::new();
    }
    let relay = takes(Format::Gif).then_some(model.output.source);
    let read = [model.source].into_iter().chain(relay).map(source);
    vec![el("dl", "").children(notes), el("p", "hint").children(read)]
}

fn note(name: &str, words: &str) -> [El; 2] {
    let name = el("dt", "").child(el("code", "").text(name));
    [name, coded(el("dd", ""), words)]
}

const COMPRESSION: &str = "0 to 100 on `jpeg` and `webp`, 100 where it is left out; the other formats \
    refuse it. It makes the file smaller, not the bill: tokens follow size and quality alone.";
const MODERATION: &str = "`auto` or `low`, `auto` where it is left out. No rate depends on it. Whether a \
    refused request is billed is not published: give the share of blocked requests in Plan to see both ends.";
const DRAWN: &str = "Preview formats of 2.6. Nobody publishes what a GIF’s sheet of frames counts \
    for, and the text model that writes an SVG is billed besides, so neither has a price here.";
const COMPLEXITY: &str = "`low`, `medium` or `high`: how much is computed to plan the image, apart from \
    quality. OpenAI prints no price for it; one relay reports no extra charge. It is not part of \
    the figure.";
