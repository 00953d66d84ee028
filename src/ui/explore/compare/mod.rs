//! Two to four scenarios side by side: pinned ones beside the one on screen.
//!
//! Knows which are compared; `sides` shows them, `volume` draws them, `matrix` puts every model
//! beside every quality.

mod marks;
mod matrix;
mod meters;
mod sides;
mod volume;

use crate::compare::{MOST_PINS, Side, pin, read_pins};
use crate::link;
use crate::ui::browser::address;
use crate::ui::dom::{El, button, el};
use crate::ui::result::{copy_button, shown_by_hand};
use crate::ui::state::State;
use leptos::prelude::*;

/// Letters that name the pinned scenarios.
pub(super) const NAMES: [&str; 4] = ["on screen", "A", "B", "C"];

/// The scenario on screen, then the pinned ones.
pub(super) type Sides = Memo<Vec<Side>>;

/// Everything that compares.
pub fn sections(state: State) -> Vec<El> {
    let sides: Sides = Memo::new(move |_| {
        let (scenario, pins) = state
            .workspace
            .with(|now| (now.scenario.clone(), read_pins(state.book, &now.pins)));
        let all = std::iter::once(scenario).chain(pins);
        all.map(|scenario| Side::new(state.book, scenario))
            .collect()
    });
    vec![
        side_by_side(state, sides),
        meters::section(sides),
        volume::section(sides),
        matrix::section(state),
    ]
}

fn side_by_side(state: State, sides: Sides) -> El {
    let by_hand = RwSignal::new(None::<String>);
    let link = Callback::new(move |()| link_of(state));
    let full = move || sides.with(Vec::len) > MOST_PINS;
    let pin_now = button("fix", "Pin this scenario", move || pin_present(state))
        .attr("id", "pin")
        .live_flag("disabled", full);
    let words = move || {
        String::from(match sides.with(Vec::len) {
            1 => "Pin the scenario above, change it, and compare. Up to three can be pinned.",
            2..=MOST_PINS => "Change the scenario above: every figure follows.",
            _ => "Three are pinned: remove one to pin another.",
        })
    };
    let actions = el("div", "actions").child(pin_now).child(copy_button(
        "Copy link to this comparison",
        link,
        by_hand,
    ));
    el("section", "")
        .attr("aria-labelledby", "compare-title")
        .child(
            el("h2", "")
                .attr("id", "compare-title")
                .text("Side by side"),
        )
        .child(el("p", "hint").live(words))
        .child(actions)
        .child(shown_by_hand(by_hand))
        .child(sides::table(state, sides))
}

fn pin_present(state: State) {
    state.change("pin", |now| {
        if now.pins.len() < MOST_PINS {
            let present = pin(&now.scenario);
            now.pins.push(present);
        }
    });
}

/// The link that opens this comparison.
fn link_of(state: State) -> String {
    state.workspace.with_untracked(|now| {
        let asked = link::write(&now.scenario);
        let pins = link::write_pins(&now.pins);
        let beside = if pins.is_empty() {
            pins
        } else {
            format!("&{pins}")
        };
        format!(
            "{}#{asked}&view=explore&panel=compare{beside}",
            address::site()
        )
    })
}
