//! The view Price, left side: what a person sends.

use super::dom::{El, el};
use super::state::State;
use super::{model, notes, prompt, quality, size, volume};

/// Everything that a request and its batch are made of.
pub fn asked(state: State) -> El {
    let section = || el("section", "");
    let quality = section()
        .child(quality::picker(state))
        .child(notes::problems_of(state, &["quality"]));
    let volume = section()
        .children(volume::sliders(state))
        .child(notes::problems_of(state, &["n", "requests"]));
    el("div", "asked")
        .child(section().children(model::picker(state)))
        .child(quality)
        .child(section().children(size::picker(state)))
        .child(volume)
        .child(
            el("section", "folds")
                .child(prompt::prompt_fold(state))
                .child(volume::tier_fold(state)),
        )
}
