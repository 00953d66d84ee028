//! "At least": the cheapest sizes that are what a person asks for.

use super::table::{Choice, cell, choose_size, count, megapixels, saved, select, table};
use crate::explore::{Found, Unfound, Wish, cheapest};
use crate::money::UsdRange;
use crate::size::{AspectRatio, LONGEST_EDGE};
use crate::ui::controls::typed_field;
use crate::ui::dom::{El, el};
use crate::ui::shape;
use crate::ui::slice::slice;
use crate::ui::state::State;
use leptos::prelude::*;
use std::ops::RangeInclusive;

/// So many sizes are shown.
const SHOWN: usize = 8;

/// What the least edge can be while it is typed; 0 asks nothing.
const EDGE: RangeInclusive<u32> = 0..=LONGEST_EDGE;

/// What the fewest pixels can be while they are typed.
const PIXELS: RangeInclusive<u32> = 0..=100_000_000;

/// Tolerances of a ratio, in percent.
const TOLERANCES: [u8; 6] = [0, 1, 2, 5, 10, 25];

/// The form and what it finds.
pub fn section(state: State) -> El {
    let start = untrack(|| state.present_size());
    let wish = RwSignal::new(Wish {
        ratio: start.map(|size| size.ratio()),
        tolerance: 5,
        pixels: start.map_or(0, |size| size.pixels()),
        ..Wish::default()
    });
    let found = Memo::new(move |_| {
        let wish = wish.get();
        state
            .workspace
            .with(|now| cheapest(state.book, &now.scenario, now.stage, &wish, SHOWN))
    });
    let heads = [
        "Size",
        "Pixels",
        "Tokens",
        "An image",
        "Saves an image",
        "Saves on the batch",
    ];
    let rows = move || match found.get() {
        Ok(found) => found.iter().map(|one| row(state, one)).collect(),
        Err(_) => Vec::new(),
    };
    el("section", "at-least")
        .attr("aria-labelledby", "cheapest-title")
        .child(
            el("h2", "")
                .attr("id", "cheapest-title")
                .text("The cheapest size that is at least"),
        )
        .child(form(wish))
        .child(
            el("p", "hint")
                .attr("role", "status")
                .live(move || said(found.get())),
        )
        .child(table("found", "The cheapest valid sizes", &heads, rows))
}

fn form(wish: RwSignal<Wish>) -> El {
    let edge =
        |id: &'static str, label: &str, read: fn(&Wish) -> u32, write: fn(&mut Wish, u32)| {
            number(id, label, &EDGE, wish, read, write)
        };
    el("div", "form")
        .child(ratio(wish))
        .child(tolerance(wish))
        .child(edge(
            "least-width",
            "Least width",
            |wish| wish.width,
            |wish, n| wish.width = n,
        ))
        .child(edge(
            "least-height",
            "Least height",
            |wish| wish.height,
            |wish, n| wish.height = n,
        ))
        .child(number(
            "least-pixels",
            "Fewest pixels",
            &PIXELS,
            wish,
            |wish| u32::try_from(wish.pixels).unwrap_or(u32::MAX),
            |wish, n| wish.pixels = n.into(),
        ))
}

fn number(
    id: &'static str,
    label: &str,
    bounds: &'static RangeInclusive<u32>,
    wish: RwSignal<Wish>,
    read: fn(&Wish) -> u32,
    write: fn(&mut Wish, u32),
) -> El {
    let value = slice(move || wish.with(read));
    let set = Callback::new(move |number| {
        if wish.with_untracked(read) != number {
            wish.update(|wish| write(wish, number));
        }
    });
    el("div", "field")
        .child(el("label", "").attr("for", id).text(label))
        .children(typed_field(id, bounds, value, set))
}

/// The common ratios, wide and upright, and that of the size on screen.
fn ratios(first: Option<AspectRatio>) -> Vec<Option<AspectRatio>> {
    let common = AspectRatio::COMMON.into_iter();
    let both = common.flat_map(|ratio| [ratio, ratio.turned()]);
    let mut all: Vec<Option<AspectRatio>> = vec![None];
    for ratio in first.into_iter().chain(both) {
        if !all.contains(&Some(ratio)) {
            all.push(Some(ratio));
        }
    }
    all
}

fn ratio(wish: RwSignal<Wish>) -> El {
    let first = wish.with_untracked(|wish| wish.ratio);
    let name = |ratio: Option<AspectRatio>| ratio.map_or_else(|| "any".into(), shape::name);
    let choices = Memo::new(move |_| {
        let chosen = wish.with(|wish| wish.ratio);
        let choice = |ratio: Option<AspectRatio>| Choice {
            value: name(ratio),
            words: name(ratio),
            chosen: ratio == chosen,
        };
        ratios(first).into_iter().map(choice).collect()
    });
    let choose = Callback::new(move |word: String| {
        let found = ratios(first).into_iter().find(|ratio| name(*ratio) == word);
        if let Some(ratio) = found {
            wish.update(|wish| wish.ratio = ratio);
        }
    });
    select("least-ratio", "Ratio", choices, choose)
}

fn tolerance(wish: RwSignal<Wish>) -> El {
    let choices = Memo::new(move |_| {
        let chosen = wish.with(|wish| wish.tolerance);
        let choice = |percent: &u8| Choice {
            value: percent.to_string(),
            words: match percent {
                0 => "exactly".into(),
                _ => format!("within {percent} %"),
            },
            chosen: *percent == chosen,
        };
        TOLERANCES.iter().map(choice).collect()
    });
    let choose = Callback::new(move |word: String| {
        if let Ok(percent) = word.parse() {
            wish.update(|wish| wish.tolerance = percent);
        }
    });
    select("tolerance", "Kept", choices, choose)
}

fn said(found: Result<Vec<Found>, Unfound>) -> String {
    String::from(match found {
        Ok(_) => "Cheapest first; of equal prices the size with more pixels first.",
        Err(Unfound::NoSize) => {
            "No valid size is that large in that ratio: ask for less, or for another ratio."
        }
        Err(Unfound::NoPrice) => {
            "Sizes there are, but something else is in the way of a price: the view Price names it with its fix."
        }
        Err(Unfound::NoModel) => "This stage makes no images, or the rates do not know its model.",
    })
}

fn row(state: State, one: &Found) -> El {
    let tokens = one.tokens.map_or_else(|| "–".into(), count);
    el("tr", "")
        .child(
            el("th", "")
                .attr("scope", "row")
                .child(choose_size(state, one.size)),
        )
        .child(cell(&megapixels(one.size)))
        .child(cell(&tokens))
        .child(cell(&one.each.brief()))
        .child(cell(&saved(one.saving_each, UsdRange::brief)))
        .child(cell(&saved(one.saving, UsdRange::in_words)))
}
