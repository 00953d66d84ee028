//! The view Price, left side: what a person sends.

use super::dom::{El, el};
use super::state::State;
use super::{model, notes, quality, size, volume};

/// Everything that a request and its batch are made of.
pub fn asked(state: State) -> El {
    let section = || el("section", "");
    let quality = section()
        .child(quality::picker(state))
        .child(notes::problems_of(state, &["quality"]));
    let size = section().children(size::picker(state));
    let volume = section()
        .children(volume::sliders(state))
        .child(notes::problems_of(state, &["n", "requests"]));
    #[cfg(feature = "whole")]
    let (quality, size) = {
        use super::request::{left_out_quality, left_out_size};
        (
            quality.child(left_out_quality(state)),
            size.child(left_out_size(state)),
        )
    };
    el("div", "asked")
        .child(section().children(model::picker(state)))
        .child(quality)
        .child(size)
        .child(volume)
        .child(folds(state))
}

/// The deeper controls, folded away with their present value in the heading.
#[cfg(feature = "whole")]
fn folds(state: State) -> El {
    super::request::panels(state)
}

/// The same folds; what is inside most of them comes with the whole program, which alone prices
/// other values than these (`program::carries`).
#[cfg(not(feature = "whole"))]
fn folds(state: State) -> El {
    use super::late;
    use super::prompt::prompt_fold;
    let late = |id: &'static str, heading: &str| {
        let summary = el("summary", "").text(heading);
        late::inside(super::dom::fold("", summary), id, |fold| fold)
    };
    el("section", "folds")
        .child(late("images-fold", "Input images · none"))
        .child(prompt_fold(state))
        .child(late("partials-fold", "Partial images · none"))
        .child(late(
            "output-fold",
            "Background and format · auto, png · no extra cost",
        ))
        .child(volume::tier_fold(state))
        .child(late("second-model-fold", "Second model · none"))
}
