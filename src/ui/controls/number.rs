//! A slider with a field beside it that takes what people type.

use super::Scale;
use super::slider::{Slider, slider};
use crate::money::grouped;
use crate::typed::{self, TypedError};
use crate::ui::browser::element::value_of;
use crate::ui::dom::{El, button, effect, el};
use leptos::prelude::*;
use rust_decimal::Decimal;
use std::ops::RangeInclusive;

/// A number that a person can change.
#[derive(Clone, Copy)]
pub struct Number {
    /// What it is, as its label says.
    pub label: &'static str,
    /// The id of its field.
    pub id: &'static str,
    /// What is counted, as a screen reader says it: "requests".
    pub unit: &'static str,
    /// What it can be.
    pub bounds: &'static RangeInclusive<u32>,
    /// Where it stands on its slider.
    pub scale: Scale,
}

/// What was typed while the number was `number`: shown until the number changes otherwise.
#[derive(Clone, PartialEq)]
struct Draft {
    text: String,
    number: u32,
}

/// A label, a slider and a field for one number.
pub fn number_field(of: Number, value: Signal<u32>, set: Callback<u32>) -> El {
    let Number {
        label,
        id,
        unit,
        bounds,
        scale,
    } = of;
    let track = Slider {
        label,
        last: Signal::stored(scale.last()),
        page: scale.page(),
        position: Signal::derive(move || scale.position(value.get())),
        spoken: Signal::derive(move || format!("{} {unit}", shown(value.get()))),
        moved: Callback::new(move |position| set.run(scale.number(position))),
    };
    el("div", "number")
        .child(el("label", "").attr("for", id).text(label))
        .children(typed_field(id, bounds, value, set))
        .child(slider(track))
}

/// A field alone, and what explains what it refuses, with its readings as buttons.
pub fn typed_field(
    id: &str,
    bounds: &'static RangeInclusive<u32>,
    value: Signal<u32>,
    set: Callback<u32>,
) -> [El; 2] {
    let draft = RwSignal::new(None::<Draft>);
    let text = move || {
        let number = value.get();
        let kept = draft.get().filter(|draft| draft.number == number);
        kept.map_or_else(|| shown(number), |draft| draft.text)
    };
    // What was typed for another number is forgotten, or it would come back with that number.
    effect(move || {
        let number = value.get();
        if draft.with_untracked(|draft| draft.as_ref().is_some_and(|draft| draft.number != number))
        {
            draft.set(None);
        }
    });
    let refused = move || typed::count(&text(), bounds).err();
    let typing = move |event| {
        let text = value_of(&event);
        let number = typed::count(&text, bounds).unwrap_or_else(|_| value.get_untracked());
        draft.set(Some(Draft { text, number }));
        set.run(number);
    };
    let left = move |_| {
        if untrack(refused).is_none() {
            draft.set(None);
        }
    };
    let explained = format!("{id}-refused");
    let field = el("input", "typed")
        .attr("type", "text")
        .attr("id", id)
        .attr("inputmode", "decimal")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("aria-describedby", &explained)
        .live_value(text)
        .live_attr("aria-invalid", move || refused().is_some().to_string())
        .on("input", typing)
        .on("change", left);
    let why = move || refused().map_or_else(Vec::new, |error| explain(&error, draft, set));
    [
        field,
        el("div", "refused")
            .attr("id", &explained)
            .attr("role", "status")
            .fill(why),
    ]
}

fn explain(error: &TypedError, draft: RwSignal<Option<Draft>>, set: Callback<u32>) -> Vec<El> {
    let reading = |&number: &u32| {
        button("fix", &shown(number), move || {
            draft.set(None);
            set.run(number);
        })
    };
    let readings = el("div", "fixes").children(error.readings.iter().map(reading));
    vec![el("p", "").text(&error.to_string()), readings]
}

fn shown(number: u32) -> String {
    grouped(Decimal::from(number))
}
