//! The sizes worth knowing, as a table: what the map shows, for those who read.

use super::table::{against, cell, chosen, count, megapixels, per_dollar, pick_size, table};
use crate::explore::{Notable, notable};
use crate::money::UsdRange;
use crate::size::Size;
use crate::ui::browser::element::{Element, Text};
use crate::ui::calm::Calm;
use crate::ui::dom::{El, effect, el, texts};
use crate::ui::state::State;
use leptos::prelude::*;
use std::time::Duration;

/// They are looked for so long after the model or the quality changed.
const PAUSE: Duration = Duration::from_millis(120);

/// The table of the model and quality on screen.
pub fn section(state: State) -> El {
    let found = RwSignal::new(untrack(|| look(state)));
    after_a_pause(state, found);
    let heads = [
        "Size",
        "What it is",
        "Pixels",
        "Tokens",
        "An image",
        "Against now",
        "Pixels a dollar",
    ];
    let rows = move || found.with(|found| rows(state, found));
    let none = move || {
        if found.with(Vec::is_empty) {
            let words = "This model or quality is not counted in tokens: choose a named quality.";
            vec![el("p", "hint").text(words)]
        } else {
            Vec::new()
        }
    };
    el("section", "")
        .attr("aria-labelledby", "notable-title")
        .child(
            el("h2", "")
                .attr("id", "notable-title")
                .text("Sizes worth knowing"),
        )
        .child(el("div", "").fill(none))
        .child(table(
            "notable",
            "Sizes worth knowing, with what an image costs",
            &heads,
            rows,
        ))
}

fn look(state: State) -> Vec<Notable> {
    let quality = state.priced(|stage| stage.quality);
    state
        .model()
        .map_or_else(Vec::new, |model| notable(model, quality))
}

/// Looks for them once the map is drawn, which comes first.
fn after_a_pause(state: State, found: RwSignal<Vec<Notable>>) {
    let place = Memo::new(move |_| {
        let quality = state.priced(|stage| stage.quality);
        (state.place.get(), quality)
    });
    let again = Calm::new(PAUSE, move || {
        let now = untrack(|| look(state));
        if found.with_untracked(|before| *before != now) {
            found.set(now);
        }
    });
    effect(move || {
        // Read, not only tracked: a memo that nobody reads follows nothing.
        let _ = place.get();
        again.ask();
    });
}

/// The rows; what they cost is one list.
fn rows(state: State, found: &[Notable]) -> Vec<El> {
    let (mut slots, mut picks) = (Vec::new(), Vec::new());
    let rows = found
        .iter()
        .map(|one| row(state, *one, &mut slots, &mut picks));
    let rows = rows.collect();
    let sizes: Vec<Size> = found.iter().map(|one| one.size).collect();
    chosen(state, picks, sizes.clone());
    texts(slots, move || {
        let now = state
            .present_size()
            .and_then(|now| state.offered_range(now));
        sizes
            .iter()
            .flat_map(|size| prices(state, *size, now))
            .collect()
    });
    rows
}

fn row(state: State, one: Notable, slots: &mut Vec<Text>, picks: &mut Vec<Element>) -> El {
    let pick = pick_size(state, one.size);
    picks.push(pick.element().clone());
    let priced: [El; 3] = std::array::from_fn(|_| el("td", ""));
    slots.extend(priced.iter().map(El::slot));
    el("tr", "")
        .child(el("th", "").attr("scope", "row").child(pick))
        .child(el("td", "words").text(one.why.as_str()))
        .child(cell(&megapixels(one.size)))
        .child(cell(&count(one.tokens)))
        .children(priced)
}

/// An image, against the size on screen, and pixels a dollar.
fn prices(state: State, size: Size, now: Option<UsdRange>) -> [String; 3] {
    let price = state.offered_range(size);
    let told = [
        price.map(|price| price.brief()),
        price.zip(now).map(|(price, now)| against(price, now)),
        price.map(|price| per_dollar(size, price)),
    ];
    told.map(|words| words.unwrap_or_else(|| "–".into()))
}
