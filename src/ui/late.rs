//! What the lean program has only the heading of: it hands the page over to the whole one.
//!
//! Knows where to go on afterwards; must not know what stands there. In the whole program the
//! same calls find everything in place.

use super::browser::{page, programs};
use super::dom::{El, effect, el, fold};
use super::state::State;
use crate::link::{Read, View};
use crate::program;
use leptos::prelude::*;

/// Whether this program shows all that a link asks, and can say what of it was set aside.
pub fn carries(read: &Read) -> bool {
    let mut aside = read.set_aside.iter();
    let told = match (program::SECOND_MODEL, program::WORKFLOW) {
        (true, _) => true,
        // It does not know the text models, so it cannot judge a driver.
        (false, true) => aside.all(|it| it.key != "driver"),
        (false, false) => aside.next().is_none(),
    };
    program::carries(&read.scenario) && told
}

/// Hands over when the state asks for what this program does not carry: another view, or a
/// scenario beyond one plain request.
pub fn watch(state: State) {
    let beyond = move || {
        state
            .workspace
            .with(|now| now.display.view != View::Price || !program::carries(&now.scenario))
    };
    effect(move || {
        if !cfg!(feature = "whole") && beyond() {
            programs::call("");
        }
    });
}

/// A fold whose inside comes with the whole program, which opens it in the same place.
#[cfg(not(feature = "whole"))]
pub fn inside(fold: El, id: &'static str, _made: impl FnOnce(El) -> El) -> El {
    fold.attr("id", id)
        .on("toggle", move |_| programs::call(id))
}

/// A fold and its inside.
#[cfg(feature = "whole")]
pub fn inside(fold: El, id: &'static str, made: impl FnOnce(El) -> El) -> El {
    made(fold.attr("id", id))
}

/// Goes to an element that comes with the whole program.
pub fn go_to(id: &'static str) {
    if cfg!(feature = "whole") {
        page::go_to(id);
    } else {
        programs::call(id);
    }
}

/// The Rates panel: every rate with its source.
pub fn rates(state: State) -> El {
    let date = move || format!("Rates of {}", state.snapshot().date.in_words());
    let heading = el("summary", "")
        .child(el("h2", "").live(date))
        .child(el("span", "").text("every rate with its source"));
    let panel = inside(fold("", heading), "rates", |panel| {
        #[cfg(feature = "whole")]
        let panel = super::rates::filled(panel, state);
        panel
    });
    el("section", "rates").child(panel)
}

/// The embed builder: the estimate on another page.
#[cfg_attr(
    not(feature = "whole"),
    expect(unused_variables, reason = "its inside comes late")
)]
pub fn embed(state: State) -> El {
    let heading = heading("Embed", "this estimate on another page");
    let panel = inside(fold("", heading), "embed", |panel| {
        #[cfg(feature = "whole")]
        let panel = super::builder::filled(panel, state);
        panel
    });
    el("section", "share").child(panel)
}

/// Share and export: the estimate taken elsewhere.
#[cfg_attr(
    not(feature = "whole"),
    expect(unused_variables, reason = "its inside comes late")
)]
pub fn share(state: State) -> El {
    let heading = heading("Share and export", "links, files, the request");
    let panel = inside(fold("", heading), "share", |panel| {
        #[cfg(feature = "whole")]
        let panel = super::share::filled(panel, state);
        panel
    });
    el("section", "share").child(panel)
}

fn heading(name: &str, about: &str) -> El {
    el("summary", "")
        .child(el("h2", "").text(name))
        .child(el("span", "").text(about))
}
