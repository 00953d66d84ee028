//! Repeated sends, refused requests and images that do not survive review.

use crate::scenario::{Percent, Stage, bounds};
use crate::ui::controls::{Number, Scale, number_field, percent_field};
use crate::ui::dom::{El, el};
use crate::ui::state::State;
use leptos::prelude::*;

/// The stage on screen.
pub fn panel(state: State) -> El {
    let percent =
        move |part: fn(&Stage) -> Percent| Signal::from(Memo::new(move |_| state.asked(part)));
    let set = move |by: &'static str, put: fn(&mut Stage, Percent)| {
        Callback::new(move |percent| state.ask(by, |stage| put(stage, percent)))
    };
    let tries = Number {
        label: "Tries at most",
        id: "tries",
        unit: "tries",
        bounds: &bounds::TRIES,
        scale: Scale::Even(*bounds::TRIES.start(), *bounds::TRIES.end()),
    };
    // Within 1 to 10: the field and the slider have judged it.
    let set_tries = Callback::new(move |count: u32| {
        state.ask("tries", |stage| stage.tries = count as u8);
    });
    let retries = set("retries", |stage, percent| stage.retries = percent);
    let blocked = set("blocked", |stage, percent| stage.blocked = percent);
    let accept = set("accept", |stage, percent| stage.accept = percent);
    let images = move || state.asked(Stage::makes_images);
    el("div", "")
        .child(percent_field("Sent again", "retries", percent(|s| s.retries), retries))
        .child(number_field(tries, state.number(|stage| stage.tries.into()), set_tries))
        .child(hint("Every send is billed. A request whose last try has to be repeated too brings no image."))
        .child(percent_field("Blocked by moderation", "blocked", percent(|s| s.blocked), blocked))
        .child(hint("Whether a blocked request is billed is not published: the cost is an interval from none of them to all."))
        .child(
            el("div", "")
                .live_flag("hidden", move || !images())
                .child(percent_field("Accepted in review", "accept", percent(|s| s.accept), accept)),
        )
}

fn hint(words: &str) -> El {
    el("p", "hint").text(words)
}
