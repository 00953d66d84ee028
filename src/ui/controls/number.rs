//! A slider with a field beside it that takes what people type.

use super::{Scale, slider};
use crate::money::grouped;
use crate::typed::{self, TypedError};
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
pub fn number_field(
    number: Number,
    value: Memo<u32>,
    set: impl Fn(u32) + Copy + Send + Sync + 'static,
) -> AnyView {
    let Number {
        label,
        id,
        unit,
        bounds,
        scale,
    } = number;
    let position = move || scale.position(value.get());
    let spoken = move || format!("{} {unit}", shown(value.get()));
    view! {
        <div class="number">
            <label for=id>{label}</label>
            {typed_field(id, bounds, value, set)}
            {slider(label, move || scale.last(), scale.page(), position, spoken,
                move |position| set(scale.number(position)))}
        </div>
    }
    .into_any()
}

/// A field alone, with what it refuses explained below it and its readings as buttons.
pub fn typed_field(
    id: &'static str,
    bounds: &'static RangeInclusive<u32>,
    value: Memo<u32>,
    set: impl Fn(u32) + Copy + Send + Sync + 'static,
) -> AnyView {
    let draft = RwSignal::new(None::<Draft>);
    let text = move || {
        let number = value.get();
        let kept = draft.get().filter(|draft| draft.number == number);
        kept.map_or_else(|| shown(number), |draft| draft.text)
    };
    let refused = Memo::new(move |_| typed::count(&text(), bounds).err());
    let typing = move |event| {
        let text = event_target_value(&event);
        let number = typed::count(&text, bounds).unwrap_or_else(|_| value.get_untracked());
        draft.set(Some(Draft { text, number }));
        set(number);
    };
    let left = move || {
        if refused.with_untracked(Option::is_none) {
            draft.set(None);
        }
    };
    let explained = format!("{id}-refused");
    view! {
        <input type="text" class="typed" id=id inputmode="decimal" autocomplete="off" spellcheck="false"
            prop:value=text on:input=typing on:change=move |_| left() on:blur=move |_| left()
            aria-invalid=move || refused.with(|refused| refused.is_some()).to_string()
            aria-describedby=explained.clone()/>
        <div class="refused" id=explained role="status">
            {move || refused.get().map(|error| explain(error, draft, set))}
        </div>
    }
    .into_any()
}

fn explain(
    error: TypedError,
    draft: RwSignal<Option<Draft>>,
    set: impl Fn(u32) + Copy + Send + Sync + 'static,
) -> AnyView {
    let take = move |number: u32| {
        draft.set(None);
        set(number);
    };
    let readings = error.readings.iter().map(|&number| {
        view! { <button type="button" class="fix" on:click=move |_| take(number)>{shown(number)}</button> }
    });
    view! { <p>{error.to_string()}</p><div class="fixes">{readings.collect_view()}</div> }
        .into_any()
}

fn shown(number: u32) -> String {
    grouped(Decimal::from(number))
}
