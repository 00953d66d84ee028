//! Shape and resolution: standard sizes, a slider along the ratio, free width and height, and the
//! grid of ratios and classes.

use super::controls::{Card, Slider, cards, choices, slider, typed_field};
use super::dom::{El, button, el};
use super::slice::{Slice, slice};
use super::state::State;
use super::{notes, shape};
use crate::rates::{FlexibleSizes, SizeKind};
use crate::size::{AspectRatio, LONGEST_EDGE, Size, SizeChoice, SizeClass};
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
pub fn picker(state: State) -> [El; 3] {
    let rule = slice(move || flexible_rule(state));
    let free = el("div", "free").fill(move || match rule.get() {
        Some(rule) => vec![along(state, rule), shape::grid(state, rule)],
        None => Vec::new(),
    });
    [standard(state), notes::problems_of(state, &["size"]), free]
}

fn flexible_rule(state: State) -> Option<FlexibleSizes> {
    match state.model()?.sizes.kind {
        SizeKind::Flexible(rule) => Some(rule),
        SizeKind::Fixed { .. } => None,
    }
}

fn standard_sizes(state: State) -> Vec<SizeChoice> {
    standard_of(state.model().map(|model| model.sizes.kind))
}

/// The sizes that stand first: the API's standard ones, or those of the model's list.
pub fn standard_of(kind: Option<SizeKind>) -> Vec<SizeChoice> {
    let (sizes, auto) = match kind {
        Some(SizeKind::Fixed { sizes, auto }) => (sizes, auto),
        _ => (&STANDARD[..], true),
    };
    sizes
        .iter()
        .copied()
        .map(SizeChoice::Exact)
        .chain(auto.then_some(SizeChoice::Auto))
        .collect()
}

/// A size as a choice names it.
pub fn name(size: SizeChoice) -> String {
    match size {
        SizeChoice::Exact(size) => size.in_words(),
        SizeChoice::Auto => "auto".into(),
    }
}

fn standard(state: State) -> El {
    let cards = cards(Box::new(move || {
        let chosen = state.priced(|stage| stage.size);
        let card = |size: SizeChoice| Card {
            name: name(size),
            price: state.size_price(size),
            chosen: size == chosen,
        };
        standard_sizes(state).into_iter().map(card).collect()
    }));
    let choose = Callback::new(move |at: usize| {
        if let Some(size) = untrack(|| standard_sizes(state)).get(at) {
            state.ask("size", |stage| stage.size = *size);
        }
    });
    choices("size", "Size", cards, choose)
}

/// The exact size on screen; the standard square where the API chooses.
fn exact(state: State) -> Size {
    state.priced(|stage| match stage.size {
        SizeChoice::Exact(size) => size,
        SizeChoice::Auto => STANDARD[0],
    })
}

/// One slider along the valid sizes of the ratio, with width and height beside it.
fn along(state: State, rule: FlexibleSizes) -> El {
    // The ratio a drag began with: stepping to multiples of 16 would drift away from it.
    let meant = RwSignal::new(None::<AspectRatio>);
    let ratio = move || shape::ratio_of(exact(state), meant.get());
    let sizes = slice(move || rule.along(ratio()));
    let moved = Callback::new(move |position: u32| {
        meant.set(Some(untrack(ratio)));
        if let Some(size) = sizes.with_untracked(|sizes| sizes.get(position as usize).copied()) {
            state.ask("resolution", |stage| stage.size = SizeChoice::Exact(size));
        }
    });
    let position = Signal::derive(move || {
        let long = exact(state).long();
        sizes.with(|sizes| {
            sizes
                .partition_point(|size| size.long() <= long)
                .saturating_sub(1) as u32
        })
    });
    let spoken = Signal::derive(move || {
        let size = exact(state);
        format!("{} by {} pixels", size.width, size.height)
    });
    let last = Signal::derive(move || sizes.with(|sizes| sizes.len().saturating_sub(1) as u32));
    let label = move || format!("Resolution at {}", shape::name(ratio()));
    let ticks = SizeClass::ALL.map(|class| tick(class, sizes));
    el("div", "resolution")
        .child(el("span", "label").live(label))
        .child(edges(state))
        .child(slider(Slider {
            label: "Resolution",
            last,
            page: 8,
            position,
            spoken,
            moved,
        }))
        .child(
            el("div", "ticks")
                .attr("aria-hidden", "true")
                .children(ticks),
        )
}

/// Where a class stands on the slider: at the largest size of the ratio that is not above it.
fn tick(class: SizeClass, sizes: Slice<Vec<Size>>) -> El {
    let place = move || {
        sizes.with(|sizes| {
            let last = sizes.len().saturating_sub(1).max(1);
            let at = sizes.partition_point(|size| size.long() <= class.long_edge());
            let share = at.saturating_sub(1) * 1000 / last;
            // The thumb's middle runs from half its width to half its width before the end.
            format!("calc(10px + (100% - 20px) * {share} / 1000)")
        })
    };
    el("span", "")
        .text(class.as_str())
        .live_style("left", place)
}

fn edges(state: State) -> El {
    let set = move |size: Size| state.ask("edges", |stage| stage.size = SizeChoice::Exact(size));
    let now = move || untrack(|| exact(state));
    let width = slice(move || exact(state).width).into();
    let height = slice(move || exact(state).height).into();
    let set_width = Callback::new(move |width| set(Size { width, ..now() }));
    let set_height = Callback::new(move |height| set(Size { height, ..now() }));
    let turn = button("turn", "⇄", move || set(now().turned()));
    el("div", "edges")
        .child(el("label", "unseen").attr("for", "width").text("Width"))
        .children(typed_field("width", &EDGE, width, set_width))
        .child(turn.attr("aria-label", "Exchange width and height"))
        .child(el("label", "unseen").attr("for", "height").text("Height"))
        .children(typed_field("height", &EDGE, height, set_height))
}
