//! The view Plan: a workflow of stages, what it comes to over time, what a budget buys, and the
//! worksheet.
//!
//! Knows the same one state as the view Price: the stage that is unfolded is the stage on screen,
//! and the controls inside it are Price's own. Must not know how anything is priced.

mod budget;
mod costs;
mod credits;
mod drag;
mod editor;
mod finals;
mod fitting;
mod headline;
mod keys;
mod missing;
mod over_time;
mod own;
mod presets;
mod review;
mod row;
mod stages;
mod terms;
mod undo;
mod words;
mod worksheet;

use super::browser::page;
use super::dom::{El, el};
use super::state::State;
use super::{lines, notes, result};
use stages::Stages;
use std::sync::Once;

/// Stages and the terms they share, what they come to, and the worksheet below both.
pub fn main(state: State) -> Vec<El> {
    static LOOK: Once = Once::new();
    LOOK.call_once(|| page::adopt(include_str!("style.css")));
    let stages = Stages::new(state);
    let columns = el("div", "columns").children([asked(state, stages), cost(state, stages)]);
    vec![columns, worksheet::panel(state)]
}

/// The left column.
fn asked(state: State, stages: Stages) -> El {
    el("div", "asked plan")
        .child(presets::panel(state, stages))
        .child(row::list(state, stages))
        .child(over_time::panel(state))
        .child(budget::panel(state))
        .child(terms::panel(state))
}

/// The right column.
fn cost(state: State, stages: Stages) -> El {
    el("section", "cost plan-cost")
        .attr("id", "cost")
        .attr("aria-label", "What the plan costs")
        .child(notes::set_aside(state))
        .children(headline::figures(state))
        .child(missing::problems(state, stages))
        .child(over_time::projections(state))
        .child(terms::own_mark(state))
        .child(finals::comparison(state))
        .children(lines::breakdown(state))
        .child(notes::notices(state))
        .children(result::age(state))
        .children(result::actions(state))
        .child(result::cheaper(state))
}
