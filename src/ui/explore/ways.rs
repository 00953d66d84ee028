//! Up to three cheaper ways beside an estimate, each with its saving, its trade and one click.

use crate::ui::calm::Calm;
use crate::ui::dom::{El, button, effect, el};
use crate::ui::state::State;
use crate::ways::{self, Way};
use leptos::prelude::*;
use std::time::Duration;

/// They are looked for after a pause of this length, not at each step of a slider.
const PAUSE: Duration = Duration::from_millis(150);

/// The ways, unasked.
pub fn ways(state: State) -> El {
    super::styled();
    let found = RwSignal::new(look(state));
    let again = Calm::new(PAUSE, move || {
        let now = look(state);
        if found.with_untracked(|before| *before != now) {
            found.set(now);
        }
    });
    effect(move || {
        state.workspace.track();
        again.ask();
    });
    el("div", "ways").fill(move || {
        let found = found.get();
        if found.is_empty() {
            let none = "None that keeps what is asked for.";
            return vec![el("p", "hint").text(none)];
        }
        let items = found.into_iter().map(move |way| item(state, way));
        vec![
            el("ul", "")
                .attr("aria-label", "Cheaper ways")
                .children(items),
        ]
    })
}

fn look(state: State) -> Vec<Way> {
    state
        .workspace
        .try_with_untracked(|now| ways::ways(state.book, &now.scenario))
        .unwrap_or_default()
}

fn item(state: State, way: Way) -> El {
    let saves = match way.percent() {
        0 => format!("saves {}", way.saving.in_words()),
        percent => format!("saves {} · {percent} %", way.saving.in_words()),
    };
    let then = format!("{} then", way.total.in_words());
    let name = format!("{}, {saves}: apply", way.does);
    let (stage, fix) = (way.stage, way.fix.clone());
    let apply = button("fix", "Apply", move || state.mend(stage, &fix)).attr("aria-label", &name);
    let words = el("div", "")
        .child(el("p", "does").text(&way.does))
        .child(el("p", "saves").text(&saves).attr("title", &then))
        .child(el("p", "trade").text(&way.trade));
    el("li", "").child(words).child(apply)
}
