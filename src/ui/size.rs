//! Shape and resolution: standard sizes, a slider along the ratio, free width and height, and the
//! grid of ratios and classes.

use super::browser::element;
use super::controls::{Card, Slider, Stand, choices, slider, typed_field};
use super::dom::{El, button, el, follow_each};
use super::slice::{Slice, slice};
use super::state::State;
use super::{notes, shape};
use crate::rates::{FlexibleSizes, SizeKind};
use crate::size::{AspectRatio, LONGEST_EDGE, Size, SizeChoice, SizeClass};
use leptos::prelude::*;
use std::ops::RangeInclusive;
use std::rc::Rc;
use std::sync::{Arc, Mutex};

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
    let free = el("div", "free").fill_by(
        move || flexible_rule(state),
        move |rule| match *rule {
            Some(rule) => vec![along(state, rule), shape::grid(state, rule)],
            None => Vec::new(),
        },
    );
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
    let priced = slice(move || {
        let card = |size: SizeChoice| Card {
            name: name(size),
            price: state.size_price(size),
            chosen: false,
        };
        let sizes = standard_sizes(state).into_iter();
        sizes.map(card).collect::<Vec<Card>>()
    });
    // Another size chooses another card, and leaves the prices as they are.
    let cards = move || {
        let chosen = name(state.size.get());
        let mut cards = priced.get();
        cards
            .iter_mut()
            .for_each(|card| card.chosen = card.name == chosen);
        cards
    };
    let choose = Callback::new(move |at: usize| {
        if let Some(size) = untrack(|| standard_sizes(state)).get(at) {
            state.ask("size", |stage| stage.size = *size);
        }
    });
    choices("size", "Size", cards, choose)
}

/// The exact size on screen; the standard square where the API chooses.
fn exact(state: State) -> Size {
    match state.size.get() {
        SizeChoice::Exact(size) => size,
        SizeChoice::Auto => STANDARD[0],
    }
}

/// One slider along the valid sizes of the ratio, with width and height beside it.
fn along(state: State, rule: FlexibleSizes) -> El {
    // The ratio a drag began with: stepping to multiples of 16 would drift away from it.
    let meant = Arc::new(Mutex::new(None::<AspectRatio>));
    let kept = Arc::clone(&meant);
    let ratio = slice(move || {
        let meant = kept.lock().map_or(None, |meant| *meant);
        shape::ratio_of(exact(state), meant)
    });
    let sizes = slice(move || rule.along(ratio.get()));
    let moved = Callback::new(move |position: u32| {
        // Before the lock, which working it out may need.
        let now = untrack(|| ratio.get());
        if let Ok(mut meant) = meant.lock() {
            *meant = Some(now);
        }
        if let Some(size) = sizes.with_untracked(|sizes| sizes.get(position as usize).copied()) {
            state.ask("resolution", |stage| stage.size = SizeChoice::Exact(size));
        }
    });
    let stand = move || {
        let size = exact(state);
        let [last, position] = sizes.with(|sizes| {
            let beyond = sizes.partition_point(|it| it.long() <= size.long());
            [sizes.len(), beyond].map(|after| after.saturating_sub(1) as u32)
        });
        Stand {
            last,
            position,
            spoken: format!("{} by {} pixels", size.width, size.height),
        }
    };
    let label = move || format!("Resolution at {}", shape::name(ratio.get()));
    el("div", "resolution")
        .child(el("span", "label").live(label))
        .child(edges(state))
        .child(slider(Slider {
            label: "Resolution",
            page: 8,
            stand: Rc::new(stand),
            moved,
        }))
        .child(ticks(sizes))
}

/// Where the classes stand on the slider: each at the largest size of the ratio that is not above
/// it.
fn ticks(sizes: Slice<Vec<Size>>) -> El {
    let place = move |class: SizeClass| {
        sizes.with(|sizes| {
            let last = sizes.len().saturating_sub(1).max(1);
            let at = sizes.partition_point(|size| size.long() <= class.long_edge());
            let share = at.saturating_sub(1) * 1000 / last;
            // The thumb's middle runs from half its width to half its width before the end.
            format!("calc(10px + (100% - 20px) * {share} / 1000)")
        })
    };
    let marks = SizeClass::ALL.map(|class| el("span", "").text(class.as_str()));
    let targets = marks.each_ref().map(|mark| mark.element().clone());
    let places = move || SizeClass::ALL.into_iter().map(place).collect();
    follow_each(places, move |at, place| {
        element::set_style(&targets[at], "left", place);
    });
    el("div", "ticks")
        .attr("aria-hidden", "true")
        .children(marks)
}

fn edges(state: State) -> El {
    let set = move |size: Size| state.ask("edges", |stage| stage.size = SizeChoice::Exact(size));
    let now = move || untrack(|| exact(state));
    let width = slice(move || exact(state).width);
    let height = slice(move || exact(state).height);
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
