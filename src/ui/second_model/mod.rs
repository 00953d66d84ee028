//! The second model of a stage: a text model that calls the image tool, or that reads images.
//!
//! One fold for the stage on screen, with its present value and its cost in the heading, for any
//! view that shows a stage. Knows what a person can change; must not know how any of it is counted.

mod analysis;
mod budgets;
mod driver;
mod turns;
mod way;

use super::browser::page;
use super::dom::{El, el, fold};
use super::notes;
use super::state::State;
use leptos::prelude::*;
use std::sync::Once;
use way::Way;

/// Its look, put on once.
static LOOK: Once = Once::new();

/// The fold, `second-model-fold`.
pub fn second_model(state: State) -> El {
    LOOK.call_once(|| page::adopt(include_str!("style.css")));
    let heading = el("summary", "").live(move || heading(state));
    let way = Memo::new(move |_| state.asked(Way::of));
    let inside = move || match way.get() {
        Way::Images => Vec::new(),
        Way::Responses => vec![
            driver::list(state),
            notes::problems_of(state, &["driver"]),
            turns::fields(state),
            budgets::apart(state),
        ],
        Way::Analysis => vec![
            driver::list(state),
            notes::problems_of(state, &["driver"]),
            analysis::detail(state),
            analysis::trap(state),
            notes::problems_of(state, &["detail", "refs"]),
            analysis::answer(state),
            turns::fields(state),
            budgets::apart(state),
        ],
    };
    fold("second-model", heading)
        .attr("id", "second-model-fold")
        .child(way::picker(state))
        .child(notes::problems_of(state, &["route", "turns", "context"]))
        .child(el("div", "inside").fill(move || {
            let _ = way.get(); // a memo that nobody reads follows nothing
            untrack(inside)
        }))
}

fn heading(state: State) -> String {
    let (way, driver) = state.asked(|stage| (Way::of(stage), stage.driver));
    let name = driver.unwrap_or("no text model yet");
    let what = match way {
        Way::Images => return "Second model · none".to_owned(),
        Way::Responses => "calls the image tool",
        Way::Analysis => "reads images",
    };
    let cost = budgets::of_text_model(state).map(|usd| format!(" · {} a request", usd.brief()));
    format!("Second model · {name} {what}{}", cost.unwrap_or_default())
}
