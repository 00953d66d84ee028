//! Shape and resolution: standard sizes, a slider along the ratio, free width and height, and the
//! grid of ratios and classes.

use super::controls::{Card, Slider, choices, slider, typed_field};
use super::live::{live, nothing, number, part};
use super::state::State;
use super::{notes, shape};
use crate::rates::{FlexibleSizes, SizeKind};
use crate::size::{AspectRatio, LONGEST_EDGE, Size, SizeChoice};
use leptos::prelude::*;
use std::ops::RangeInclusive;

/// What an edge can be while it is typed; whether the model takes it is judged elsewhere.
const EDGE: RangeInclusive<u32> = 1..=LONGEST_EDGE;

/// The API's standard sizes; models with lists of their own show those.
const STANDARD: [Size; 3] =
    [Size::new(1024, 1024), Size::new(1536, 1024), Size::new(1024, 1536)];

/// Everything about the size.
pub fn picker(state: State) -> AnyView {
    let free = part(move || {
        state.place.track();
        let Some(rule) = untrack(|| flexible_rule(state)) else { return nothing() };
        view! { {along(state, rule)} {shape::grid(state, rule)} }.into_any()
    });
    view! {
        {standard(state)}
        {notes::problems_of(state, &["size"])}
        {free}
    }
    .into_any()
}

fn flexible_rule(state: State) -> Option<FlexibleSizes> {
    match state.model()?.sizes.kind {
        SizeKind::Flexible(rule) => Some(rule),
        SizeKind::Fixed { .. } => None,
    }
}

fn standard_sizes(state: State) -> Vec<SizeChoice> {
    let (sizes, auto) = match state.model().map(|model| model.sizes.kind) {
        Some(SizeKind::Fixed { sizes, auto }) => (sizes, auto),
        _ => (&STANDARD[..], true),
    };
    sizes.iter().copied().map(SizeChoice::Exact).chain(auto.then_some(SizeChoice::Auto)).collect()
}

fn standard(state: State) -> AnyView {
    let cards = Memo::new(move |_| {
        let chosen = state.asked(|stage| stage.size);
        let card = |size: SizeChoice| Card {
            name: size.to_string().replace('x', " × "),
            price: state.size_price(size),
            chosen: size == chosen,
        };
        standard_sizes(state).into_iter().map(card).collect()
    });
    choices("size", "Size", cards, move |index| {
        if let Some(size) = untrack(|| standard_sizes(state)).get(index) {
            state.ask("size", |stage| stage.size = *size);
        }
    })
}

/// The exact size on screen; the standard square where the API chooses.
fn exact(state: State) -> Size {
    state.asked(|stage| match stage.size {
        SizeChoice::Exact(size) => size,
        SizeChoice::Auto => STANDARD[0],
    })
}

/// One slider along the valid sizes of the ratio, with width and height beside it.
fn along(state: State, rule: FlexibleSizes) -> AnyView {
    // The ratio a drag began with: stepping to multiples of 16 would drift away from it.
    let meant = RwSignal::new(None::<AspectRatio>);
    let ratio = move || shape::ratio_of(exact(state), meant.get());
    let moved = Callback::new(move |position: u32| {
        let ratio = untrack(ratio);
        meant.set(Some(ratio));
        if let Some(size) = rule.along(ratio).get(position as usize) {
            state.ask("resolution", |stage| stage.size = SizeChoice::Exact(*size));
        }
    });
    let track = Slider {
        label: "Resolution",
        last: number(move || rule.along(ratio()).len().saturating_sub(1) as u32),
        page: 8,
        position: number(move || {
            let long = exact(state).long();
            let sizes = rule.along(ratio());
            sizes.partition_point(|size| size.long() <= long).saturating_sub(1) as u32
        }),
        spoken: live(move || {
            let size = exact(state);
            format!("{} by {} pixels", size.width, size.height)
        }),
        moved,
    };
    view! {
        <div class="resolution">
            <span class="label">{live(move || format!("Resolution at {}", shape::name(ratio())))}</span>
            {edges(state)}
            {slider(track)}
        </div>
    }
    .into_any()
}

fn edges(state: State) -> AnyView {
    let set = move |size: Size| state.ask("edges", |stage| stage.size = SizeChoice::Exact(size));
    let now = move || untrack(|| exact(state));
    let set_width = Callback::new(move |width| set(Size { width, ..now() }));
    let set_height = Callback::new(move |height| set(Size { height, ..now() }));
    let turn = move |_| set(now().turned());
    view! {
        <div class="edges">
            <label for="width">"Width"</label>
            {typed_field("width", &EDGE, number(move || exact(state).width), set_width)}
            <button type="button" class="turn" aria-label="Exchange width and height" on:click=turn>"⇄"</button>
            <label for="height">"Height"</label>
            {typed_field("height", &EDGE, number(move || exact(state).height), set_height)}
        </div>
    }
    .into_any()
}
