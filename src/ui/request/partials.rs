//! Partial images, streamed before the image is finished.

use super::prices::cost_of;
use super::{heading, hint, panel as fold_of};
use crate::estimate::What;
use crate::scenario::bounds;
use crate::ui::controls::{Number, Scale, number_field};
use crate::ui::dom::El;
use crate::ui::notes;
use crate::ui::state::State;
use leptos::prelude::*;

/// The fold.
pub fn panel(state: State) -> El {
    let words = move || {
        let value = match state.asked(|stage| stage.partials) {
            0 => String::from("none"),
            most => format!("up to {most}"),
        };
        heading(
            "Partial images",
            &value,
            cost_of(state, &[What::PartialImages]),
        )
    };
    let field = Number {
        label: "Partial images",
        id: "partials",
        unit: "partial images",
        bounds: &bounds::PARTIALS,
        scale: Scale::Even(*bounds::PARTIALS.start(), *bounds::PARTIALS.end()),
    };
    let asked = state.number(|stage| stage.partials.into());
    // Within 0 to 3: the field and the slider have judged it.
    let set = Callback::new(move |count: u32| {
        state.ask("partials", |stage| stage.partials = count as u8)
    });
    fold_of("partials-fold", words)
        .child(number_field(field, asked, set))
        .child(hint(move || billed(state)))
        .child(notes::problems_of(state, &["partials"]))
}

fn billed(state: State) -> String {
    let Some(tokens) = state.model().map(|model| model.output.partial_tokens) else {
        return String::new();
    };
    if tokens == 0 {
        return String::from("This model streams none.");
    }
    format!(
        "For an image that a person watches appear. Each of `partial_images` that arrives is billed \
         {tokens} output tokens, and fewer may arrive than asked, so the cost is a span."
    )
}
