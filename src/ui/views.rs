//! The four views over one scenario, and the way between them.
//!
//! Knows which view is on screen; must not know what a view shows.

#[cfg(feature = "whole")]
use super::bill;
use super::browser::element;
use super::dom::{El, button, effect, el};
use super::slice::slice;
use super::state::State;
#[cfg(feature = "whole")]
use super::{plan, plan_or_api};
use super::{price, result};
use crate::link::View;
use leptos::prelude::*;

/// The way between the views.
pub fn nav(state: State) -> El {
    let mut buttons = Vec::new();
    let mut to = |view: View, name: &'static str| {
        let go = move || state.change("view", |now| now.display.view = view);
        let button = button("", name, go).attr("id", view.as_str());
        buttons.push((view, button.element().clone()));
        button
    };
    let nav = el("nav", "views")
        .attr("aria-label", "Views")
        .child(to(View::Price, "Price"))
        .child(to(View::Plan, "Plan"))
        .child(to(View::Bill, "Bill"))
        .child(to(View::Explore, "Explore"));
    let now = slice(move || state.workspace.with(|now| now.display.view));
    effect(move || {
        let now = now.get();
        for (view, button) in &buttons {
            let current = if *view == now { "page" } else { "false" };
            element::set_attribute(button, "aria-current", current);
        }
    });
    nav
}

/// The view on screen.
#[cfg(not(feature = "whole"))]
pub fn main(state: State) -> El {
    el("main", "columns").children([price::asked(state), result::result(state)])
}

/// The view on screen.
#[cfg(feature = "whole")]
pub fn main(state: State) -> El {
    let view = slice(move || state.workspace.with(|now| now.display.view));
    let desk = bill::Desk::new(state);
    let ways = plan_or_api::Desk::new(state);
    let class = move || {
        String::from(match view.get() {
            View::Price => "columns",
            View::Plan => "plan-page",
            View::Bill => "columns bill",
            View::Explore => "wide",
        })
    };
    el("main", "").live_attr("class", class).fill(move || {
        let view = view.get();
        untrack(|| match view {
            View::Price => vec![price::asked(state), result::result(state)],
            View::Plan => {
                let panel = plan_or_api::panel(ways);
                plan::main(state).into_iter().chain([panel]).collect()
            }
            View::Bill => bill::view(desk),
            View::Explore => super::explore::main(state),
        })
    })
}
