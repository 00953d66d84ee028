//! The embed as it will stand: the very element that other pages use, on this one.

use super::Builder;
use crate::link::{self, Theme};
use crate::ui::browser::element::Element;
use crate::ui::browser::{address, measure};
use crate::ui::dom::{El, button, el};
use leptos::prelude::*;

/// Widths to look at it in; none is all there is.
const WIDTHS: [(&str, &str); 3] = [
    ("280px", "280 px"),
    ("480px", "480 px"),
    ("100%", "full width"),
];

/// The preview, at a width of the person's choice.
pub fn preview(builder: Builder) -> El {
    let width = RwSignal::new("100%");
    let choice = move |(value, name): (&'static str, &str)| {
        button("", name, move || width.set(value))
            .live_attr("aria-pressed", move || (width.get() == value).to_string())
    };
    let widths = el("div", "segments")
        .attr("role", "group")
        .attr("aria-label", "Width of the preview")
        .children(WIDTHS.map(choice));
    let script = el("script", "").attr("src", &format!("{}embed.js", address::site()));
    let framed = element(builder).live_style("width", move || width.get().to_owned());
    let name = el("span", "")
        .attr("aria-hidden", "true")
        .text("Preview at");
    el("div", "builder-preview")
        .child(el("div", "builder-row").child(name).child(widths))
        .child(script)
        .child(el("div", "builder-stage").child(framed))
}

fn element(builder: Builder) -> El {
    let Builder { state, wish, .. } = builder;
    let asked = move || {
        let written = state.workspace.with(|now| link::write(&now.scenario));
        let pinned = wish.with(|wish| wish.pinned);
        let kept = |pair: &&str| pinned || !pair.starts_with("rates=");
        let pairs: Vec<&str> = written.split('&').filter(kept).collect();
        pairs.join("&")
    };
    let theme = move || match wish.with(|wish| wish.theme) {
        Theme::Auto => String::new(),
        theme => theme.to_string(),
    };
    let controls = move || {
        String::from(if wish.with(|wish| wish.controls) {
            "1"
        } else {
            "0"
        })
    };
    let element = el("pixelbill-estimate", "")
        .live_attr("link", asked)
        .live_attr("theme", theme)
        .live_attr("controls", controls);
    follow_height(builder, element.element());
    element
}

/// The height to give is the preview's, until the person gives one.
fn follow_height(builder: Builder, element: &Element) {
    let shown = element.clone();
    measure::on_resize(element, move || {
        let height = u32::try_from(measure::height(&shown)).unwrap_or_default();
        let mine = builder.by_hand.try_get_untracked() == Some(false);
        if mine && height > 1 {
            builder.wish.try_update(|wish| wish.height = height);
        }
    });
}
