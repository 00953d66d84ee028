//! A slider with a field beside it that takes what people type.

use super::slider::{Slider, slider};
use super::Scale;
use crate::money::grouped;
use crate::typed::{self, TypedError};
use crate::ui::live::{all, live, nothing, number, part};
use leptos::prelude::*;
use rust_decimal::Decimal;
use std::ops::RangeInclusive;

/// A number that a person can change.
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
pub fn number_field(of: Number, value: Signal<u32>, set: Callback<u32>) -> AnyView {
    let Number { label, id, unit, bounds, scale } = of;
    let track = Slider {
        label,
        last: number(move || scale.last()),
        page: scale.page(),
        position: number(move || scale.position(value.get())),
        spoken: live(move || format!("{} {unit}", shown(value.get()))),
        moved: Callback::new(move |position| set.run(scale.number(position))),
    };
    view! {
        <div class="number">
            <label for=id>{label}</label>
            {typed_field(id, bounds, value, set)}
            {slider(track)}
        </div>
    }
    .into_any()
}

/// A field alone, with what it refuses explained below it and its readings as buttons.
pub fn typed_field(
    id: &'static str,
    bounds: &'static RangeInclusive<u32>,
    value: Signal<u32>,
    set: Callback<u32>,
) -> AnyView {
    let draft = RwSignal::new(None::<Draft>);
    let text = live(move || {
        let number = value.get();
        let kept = draft.get().filter(|draft| draft.number == number);
        kept.map_or_else(|| shown(number), |draft| draft.text)
    });
    let refused = move || typed::count(&text.get(), bounds).err();
    let typing = move |event| {
        let text = event_target_value(&event);
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
    let why = part(move || refused().map_or_else(nothing, |error| explain(error, draft, set)));
    view! {
        <input type="text" class="typed" id=id inputmode="decimal" autocomplete="off" spellcheck="false"
            prop:value=text on:input=typing on:change=left
            aria-invalid=live(move || refused().is_some().to_string())
            aria-describedby=explained.clone()/>
        <div class="refused" id=explained role="status">{why}</div>
    }
    .into_any()
}

fn explain(error: TypedError, draft: RwSignal<Option<Draft>>, set: Callback<u32>) -> AnyView {
    let take = move |number: u32| {
        draft.set(None);
        set.run(number);
    };
    let button = |&number: &u32| {
        view! { <button type="button" class="fix" on:click=move |_| take(number)>{shown(number)}</button> }
            .into_any()
    };
    let readings = all(error.readings.iter().map(button));
    view! { <p>{error.to_string()}</p><div class="fixes">{readings}</div> }.into_any()
}

fn shown(number: u32) -> String {
    grouped(Decimal::from(number))
}
