//! How input images are read: fidelity where the model takes it, and a mask.

use crate::rates::{Fidelity, InputKind, Model};
use crate::scenario::Task;
use crate::ui::controls::{Card, choices};
use crate::ui::dom::{El, el};
use crate::ui::notes;
use crate::ui::request::hint;
use crate::ui::state::State;
use leptos::prelude::*;

/// Fidelity and mask, on an edit or where a link asks for them.
pub fn parts(state: State) -> [El; 2] {
    let fidelity = Memo::new(move |_| {
        let asked = state.priced(|stage| (stage.task, stage.fidelity));
        let takes = state.model().is_some_and(takes_fidelity);
        (asked.0 == Task::Edit && takes) || asked.1 == Fidelity::High
    });
    let mask = Memo::new(move |_| state.priced(|stage| stage.task == Task::Edit || stage.mask));
    let shown = |shown: Memo<bool>, made: fn(State) -> Vec<El>| {
        el("div", "looks").fill(move || if shown.get() { made(state) } else { Vec::new() })
    };
    [
        shown(fidelity, |state| {
            vec![
                fidelity_picker(state),
                notes::problems_of(state, &["fidelity"]),
            ]
        }),
        shown(mask, |state| {
            vec![
                fidelity_note(state),
                mask_switch(state),
                notes::problems_of(state, &["mask"]),
            ]
        }),
    ]
}

fn takes_fidelity(model: &Model) -> bool {
    model.supports.fidelity.contains(&Fidelity::High)
}

fn fidelity_picker(state: State) -> El {
    let cards = move || {
        let chosen = state.priced(|stage| stage.fidelity);
        let card = |fidelity: &Fidelity| Card {
            name: fidelity.to_string(),
            price: state.price_with(|stage| stage.fidelity = *fidelity),
            chosen: *fidelity == chosen,
        };
        Fidelity::ALL.iter().map(card).collect()
    };
    let choose = Callback::new(move |at: usize| {
        if let Some(fidelity) = Fidelity::ALL.get(at) {
            state.ask("fidelity", |stage| stage.fidelity = *fidelity);
        }
    });
    choices("fidelity", "Input fidelity", cards, choose)
}

/// Why there is no choice of fidelity, where there is none.
fn fidelity_note(state: State) -> El {
    hint(move || {
        let Some(model) = state.model().filter(|model| !takes_fidelity(model)) else {
            return String::new();
        };
        let id = model.id;
        match model.input.map(|rule| rule.kind) {
            Some(InputKind::Tiles(_)) => {
                format!("{id} reads input images at low fidelity only.")
            }
            Some(InputKind::Patches(_)) => String::from(
                "Leave `input_fidelity` out: gpt-image-2 reads every input image closely and \
                 refuses the parameter. What later models do with it is not documented; they are \
                 counted alike.",
            ),
            None => String::new(),
        }
    })
}

fn mask_switch(state: State) -> El {
    let turn = move |_| state.ask("mask", |stage| stage.mask = !stage.mask);
    let tick = el("input", "")
        .attr("type", "checkbox")
        .attr("id", "mask")
        .attr("aria-describedby", "mask-hint")
        .live_flag("checked", move || state.asked(|stage| stage.mask))
        .on("change", turn);
    let words = "A mask is a PNG of the first image’s size. It adds no tokens, as two paid edits \
                 on gpt-image-2.5-flare showed; OpenAI says nothing of its cost.";
    el("div", "switch")
        .child(el("label", "").child(tick).text("With a mask"))
        .child(el("p", "hint").attr("id", "mask-hint").text(words))
}
