//! What is sent again and again: context, the turns of a conversation, and the share from cache.

use crate::scenario::bounds;
use crate::ui::controls::{Number, Scale, number_field, percent_field};
use crate::ui::dom::{El, el};
use crate::ui::notes;
use crate::ui::state::State;
use leptos::prelude::*;

/// The fields.
pub fn fields(state: State) -> El {
    let context = Number {
        label: "Context tokens",
        id: "context",
        unit: "tokens",
        bounds: &bounds::CONTEXT,
        scale: Scale::Decades {
            powers: 6,
            zero: true,
        },
    };
    let turns = Number {
        label: "Turns",
        id: "turns",
        unit: "turns",
        bounds: &bounds::TURNS,
        scale: Scale::Even(*bounds::TURNS.start(), *bounds::TURNS.end()),
    };
    let set_context = Callback::new(move |count| state.ask("context", |it| it.context = count));
    // Within 1 to 50: the field and the slider have judged it.
    let set_turns =
        Callback::new(move |count: u32| state.ask("turns", |it| it.turns = count as u8));
    let cached = Signal::derive(move || state.asked(|stage| stage.cached));
    let set_cached = Callback::new(move |share| state.ask("cached", |it| it.cached = share));
    el("div", "turns")
        .child(number_field(
            context,
            state.number(|it| it.context),
            set_context,
        ))
        .child(
            el("p", "hint").text(
                "Instructions and history that are sent with every call, hidden ones included.",
            ),
        )
        .child(number_field(
            turns,
            state.number(|it| it.turns.into()),
            set_turns,
        ))
        .child(
            el("p", "hint")
                .text("Each later turn sends the context, what was said and the images again."),
        )
        .child(percent_field(
            "Read from cache",
            "cached",
            cached,
            set_cached,
        ))
        .child(notes::problems_of(state, &["cached"]))
}
