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

/// The same folds; what is inside most of them comes with the whole program.
#[cfg(not(feature = "whole"))]
fn folds(state: State) -> El {
    use super::late;
    use super::prompt::prompt_fold;
    let late = |id: &'static str, heading: fn(State) -> String| {
        let summary = el("summary", "").live(move || heading(state));
        late::inside(super::dom::fold("", summary), id, |fold| fold)
    };
    // A link with input images opens the whole program at once.
    el("section", "folds")
        .child(late("images-fold", |_| String::from("Input images · none")))
        .child(prompt_fold(state))
        .child(late("partials-fold", |state| {
            match state.asked(|stage| stage.partials) {
                0 => String::from("Partial images · none"),
                most => format!("Partial images · up to {most}"),
            }
        }))
        .child(late("output-fold", |state| {
            let (background, format) = state.asked(|stage| (stage.background, stage.format));
            format!("Background and format · {background}, {format}")
        }))
        .child(volume::tier_fold(state))
}
