//! What an unfolded stage shows: its name, whether it delivers, and every control of its request.

use super::stages::Stages;
use super::{own, review, words};
use crate::scenario::{Stage, bounds};
use crate::ui::browser::element::value_of;
use crate::ui::controls::{Card, choices};
use crate::ui::dom::{El, button, el, fold};
use crate::ui::state::State;
use crate::ui::{model, notes, quality, request, size, volume};
use leptos::prelude::*;

/// The controls of the stage on screen, which is the one of `key`.
pub fn of(state: State, stages: Stages, key: u32) -> Vec<El> {
    vec![
        tools(state, stages, key),
        label(state),
        deliver(state),
        el("div", "volume")
            .children(volume::sliders(state))
            .child(notes::problems_of(state, &["n", "requests"])),
        folds(state),
    ]
}

/// Folded away, each with its present value in its heading.
fn folds(state: State) -> El {
    let images = |inside: El| {
        let hidden = move || state.asked(|stage| !stage.makes_images());
        inside.live_flag("hidden", hidden)
    };
    let quality = el("div", "")
        .child(quality::picker(state))
        .child(notes::problems_of(state, &["quality"]))
        .child(request::left_out_quality(state));
    let size = el("div", "")
        .children(size::picker(state))
        .child(request::left_out_size(state));
    let model = el("div", "").children(model::picker(state));
    el("div", "folds")
        .child(images(headed(state, "Model", |s| s.model.into(), model)))
        .child(images(headed(
            state,
            "Quality",
            |s| s.quality.to_string(),
            quality,
        )))
        .child(images(headed(state, "Size", words::size, size)))
        .child(request::panels(state))
        .child(headed(
            state,
            "Repeats and review",
            words::review,
            review::panel(state),
        ))
        .child(headed(
            state,
            "Rates of your own",
            own::in_words,
            own::panel(state),
        ))
}

fn headed(state: State, name: &'static str, value: fn(&Stage) -> String, inside: El) -> El {
    let heading = el("summary", "").live(move || format!("{name} · {}", state.asked(value)));
    fold("", heading).child(inside)
}

/// Its place in the list, a copy, and its removal.
fn tools(state: State, stages: Stages, key: u32) -> El {
    let count = move || state.workspace.with(|now| now.scenario.stages.len());
    let first = move || stages.place(key) == Some(0);
    let last = move || stages.place(key).is_some_and(|at| at + 1 == count());
    let tool = |name: &str, id: &str, press: Box<dyn Fn()>, off: Box<dyn Fn() -> bool>| {
        button("quiet", name, press)
            .attr("id", id)
            .live_attr("aria-disabled", move || off().to_string())
    };
    let full = move || !state.workspace.with(|now| now.scenario.has_room());
    let shift = move |by| Box::new(move || stages.shift(key, by));
    el("div", "stage-tools")
        .attr("role", "group")
        .attr("aria-label", "This stage")
        .child(tool("Move up", "move-up", shift(-1), Box::new(first)))
        .child(tool("Move down", "move-down", shift(1), Box::new(last)))
        .child(tool(
            "Duplicate",
            "duplicate",
            Box::new(move || stages.duplicate(key)),
            Box::new(full),
        ))
        .child(tool(
            "Remove",
            "remove",
            Box::new(move || stages.remove(key)),
            Box::new(move || count() == 1),
        ))
}

fn label(state: State) -> El {
    let typing = move |event| {
        let text = value_of(&event);
        let clean = text.chars().filter(|letter| !letter.is_control());
        let label: String = clean.take(bounds::LABEL).collect();
        state.ask("label", |stage| stage.label = label.trim().to_owned());
    };
    let field = el("input", "typed")
        .attr("type", "text")
        .attr("id", "label")
        .attr("maxlength", &bounds::LABEL.to_string())
        .attr("autocomplete", "off")
        .live_attr("placeholder", move || {
            format!("Stage {}", state.workspace.with(|now| now.stage + 1))
        })
        .live_value(move || state.asked(|stage| stage.label.clone()))
        .on("input", typing);
    el("div", "labelled")
        .child(el("label", "").attr("for", "label").text("Name"))
        .child(field)
}

/// Results, or drafts on the way to them.
fn deliver(state: State) -> El {
    let made = move || {
        let now = state.asked(|stage| stage.deliver);
        let card = |name: &str, about: &str, deliver: bool| Card {
            name: name.into(),
            price: about.into(),
            chosen: deliver == now,
        };
        vec![
            card("Delivers", "its images are results", true),
            card("Drafts", "paid for, but no results", false),
        ]
    };
    let choose = Callback::new(move |at: usize| {
        state.ask("deliver", |stage| stage.deliver = at == 0);
    });
    el("div", "")
        .live_flag("hidden", move || state.asked(|stage| !stage.makes_images()))
        .child(choices("deliver", "What it is for", made, choose))
}
