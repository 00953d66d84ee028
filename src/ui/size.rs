//! Shape and resolution: standard sizes, the grid of ratios and classes, a slider along the
//! ratio, and free width and height.

use super::controls::{Choice, choices, slider, typed_field};
use super::notes;
use super::shape;
use super::state::State;
use crate::rates::{FlexibleSizes, SizeKind};
use crate::size::{AspectRatio, LONGEST_EDGE, Size, SizeChoice};
use leptos::prelude::*;
use std::ops::RangeInclusive;

/// What an edge can be while it is typed; whether the model takes it is judged elsewhere.
const EDGE: RangeInclusive<u32> = 1..=LONGEST_EDGE;

/// The API's standard sizes; models with lists of their own show those.
const STANDARD: [Size; 3] = [
    Size::new(1024, 1024),
    Size::new(1536, 1024),
    Size::new(1024, 1536),
];

/// Everything about the size.
pub fn picker(state: State) -> AnyView {
    let flexible = Memo::new(move |_| flexible_rule(state));
    let free = move || {
        flexible.get().map(|rule| {
            view! {
                {along(state, rule)}
                {shape::grid(state, rule)}
            }
        })
    };
    view! {
        {standard(state)}
        {free}
        {notes::problems_of(state, &["size"])}
    }
    .into_any()
}

fn flexible_rule(state: State) -> Option<FlexibleSizes> {
    match state.model().get()?.0.sizes.kind {
        SizeKind::Flexible(rule) => Some(rule),
        SizeKind::Fixed { .. } => None,
    }
}

fn standard(state: State) -> AnyView {
    let options = Memo::new(move |_| {
        let kind = state.model().get().map(|model| model.0.sizes.kind);
        let (sizes, auto) = match kind {
            Some(SizeKind::Fixed { sizes, auto }) => (sizes.to_vec(), auto),
            _ => (STANDARD.to_vec(), true),
        };
        let all = sizes
            .into_iter()
            .map(SizeChoice::Exact)
            .chain(auto.then_some(SizeChoice::Auto));
        let card = |size: SizeChoice| Choice {
            value: size,
            name: shown(size),
            price: state.size_price(size),
        };
        all.map(card).collect()
    });
    let chosen = state.asked(|stage| stage.size);
    choices("size", "Size", options, chosen, move |size| {
        state.ask("size", |stage| stage.size = size);
    })
}

/// A size as people read it.
pub fn shown(size: SizeChoice) -> String {
    size.to_string().replace('x', " × ")
}

/// The exact size on screen; the standard square where the API chooses.
fn exact(state: State) -> Memo<Size> {
    state.asked(|stage| match stage.size {
        SizeChoice::Exact(size) => size,
        SizeChoice::Auto => Size::new(1024, 1024),
    })
}

/// One slider along the valid sizes of the ratio, with width and height beside it.
fn along(state: State, rule: FlexibleSizes) -> AnyView {
    let size = exact(state);
    // The ratio a drag began with: stepping to multiples of 16 would drift away from it.
    let intent = RwSignal::new(None::<AspectRatio>);
    let ratio = Memo::new(move |_| shape::ratio_of(size.get(), intent.get()));
    let sizes = Memo::new(move |_| rule.along(ratio.get()));
    let position = move || {
        let long = size.get().long();
        sizes.with(|sizes| {
            sizes
                .partition_point(|size| size.long() <= long)
                .saturating_sub(1) as u32
        })
    };
    let last = move || sizes.with(|sizes| sizes.len().saturating_sub(1) as u32);
    let moved = move |position: u32| {
        intent.set(Some(ratio.get_untracked()));
        let at = sizes.with_untracked(|sizes| sizes.get(position as usize).copied());
        if let Some(size) = at {
            state.ask("resolution", |stage| stage.size = SizeChoice::Exact(size));
        }
    };
    let spoken = move || format!("{} by {} pixels", size.get().width, size.get().height);
    view! {
        <div class="resolution">
            <span class="label">{move || format!("Resolution at {}", ratio.get())}</span>
            {edges(state, size)}
            {slider("Resolution", last, 8, position, spoken, moved)}
        </div>
    }
    .into_any()
}

fn edges(state: State, size: Memo<Size>) -> AnyView {
    let width = Memo::new(move |_| size.get().width);
    let height = Memo::new(move |_| size.get().height);
    let set = move |size: Size| state.ask("edges", |stage| stage.size = SizeChoice::Exact(size));
    let set_width = move |width| {
        set(Size {
            width,
            ..size.get_untracked()
        })
    };
    let set_height = move |height| {
        set(Size {
            height,
            ..size.get_untracked()
        })
    };
    let turn = move |_| set(size.get_untracked().turned());
    view! {
        <div class="edges">
            <label for="width">"Width"</label>
            {typed_field("width", &EDGE, width, set_width)}
            <button type="button" class="turn" aria-label="Exchange width and height" on:click=turn>"⇄"</button>
            <label for="height">"Height"</label>
            {typed_field("height", &EDGE, height, set_height)}
        </div>
    }
    .into_any()
}
