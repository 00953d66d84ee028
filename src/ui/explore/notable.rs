//! The sizes worth knowing, as a table: what the map shows, for those who read.

use super::table::{against, cell, choose_size, count, megapixels, per_dollar, table};
use crate::explore::{Notable, notable};
use crate::ui::calm::Calm;
use crate::ui::dom::{El, effect, el};
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
    let rows = move || found.with(|found| found.iter().map(|one| row(state, *one)).collect());
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

fn row(state: State, one: Notable) -> El {
    let size = one.size;
    let price = move || state.size_range(size);
    let text = move |read: Box<dyn Fn() -> Option<String>>| {
        el("td", "").live(move || read().unwrap_or_else(|| "–".into()))
    };
    let now = move || {
        let now = state.present_size()?;
        Some(against(price()?, state.size_range(now)?))
    };
    el("tr", "")
        .child(
            el("th", "")
                .attr("scope", "row")
                .child(choose_size(state, size)),
        )
        .child(el("td", "words").text(one.why.as_str()))
        .child(cell(&megapixels(size)))
        .child(cell(&count(one.tokens)))
        .child(text(Box::new(move || Some(price()?.brief()))))
        .child(text(Box::new(now)))
        .child(text(Box::new(move || Some(per_dollar(size, price()?)))))
}
