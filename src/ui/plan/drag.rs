//! Moving a stage by its handle: dragged with a pointer, or with Alt and the arrow keys.
//!
//! The line under the pointer never leaves the document while it is dragged (`children::arrange`
//! moves the others around it), so the pointer stays captured.

use super::stages::{Stages, line_id};
use crate::ui::browser::element::{Event, key_of};
use crate::ui::browser::{page, pointer};
use crate::ui::dom::{El, el};
use leptos::prelude::*;

/// The handle of a stage.
pub fn handle(stages: Stages, key: u32, dragged: RwSignal<bool>) -> El {
    let id = format!("handle-{key}");
    let own = id.clone();
    let begin = move |event: Event| {
        if pointer::begins(&event) {
            event.prevent_default(); // no selection of text along the way
            page::go_to(&own); // Safari gives a pressed button no focus
            pointer::capture(&event);
            dragged.set(true);
            if untrack(|| stages.is_open(key)) {
                stages.fold();
            }
        }
    };
    let moved = move |event: Event| {
        if dragged.get_untracked() {
            follow(stages, key, pointer::height(&event));
        }
    };
    let end = move |_| dragged.set(false);
    el("button", "handle")
        .attr("type", "button")
        .attr("id", &id)
        .live_attr("aria-label", move || format!("Move {}", stages.name(key)))
        .attr("aria-describedby", "how-to-move")
        .on("pointerdown", begin)
        .on("pointermove", moved)
        .on("pointerup", end)
        .on("lostpointercapture", end)
}

/// Moves a stage past each neighbour whose middle the pointer has passed.
fn follow(stages: Stages, key: u32, height: f64) {
    let keys = stages.keys().get_untracked();
    let Some(at) = keys.iter().position(|one| *one == key) else {
        return;
    };
    let middle = |place: usize| {
        let neighbour = keys.get(place)?;
        pointer::middle(&line_id(*neighbour))
    };
    let above = at.checked_sub(1).and_then(middle);
    if above.is_some_and(|middle| height < middle) {
        stages.shift(key, -1);
    } else if middle(at + 1).is_some_and(|middle| height > middle) {
        stages.shift(key, 1);
    }
}

/// Alt with an arrow, anywhere on the line of a stage.
pub fn by_key(stages: Stages, key: u32, event: &Event) {
    let by = match key_of(event).as_str() {
        "ArrowUp" => -1,
        "ArrowDown" => 1,
        _ => return,
    };
    if pointer::with_alt(event) {
        event.prevent_default();
        stages.shift(key, by);
    }
}
