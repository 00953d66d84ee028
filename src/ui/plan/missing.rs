//! Why a figure is missing, and the way to it: a stage that cannot be priced, or no image that is
//! accepted.

use super::stages::{Stages, go_on, line_id};
use super::words;
use crate::ui::dom::{El, button, el};
use crate::ui::state::State;
use leptos::prelude::*;

/// Why there is no price of an accepted image, and the way to one.
pub fn nothing_accepted(state: State) -> El {
    let last = Memo::new(move |_| {
        state.workspace.with(|now| {
            let last = now.scenario.default_delivering()?;
            (!now.scenario.delivers()).then(|| (last, words::name(&now.scenario, last)))
        })
    });
    let none = Memo::new(move |_| {
        state.estimate.with(|estimate| {
            estimate
                .totals
                .is_some_and(|totals| totals.per_accepted_image.is_none())
        })
    });
    el("div", "no-results").fill(move || match (none.get(), last.get()) {
        (false, _) => Vec::new(),
        (true, None) => {
            vec![el("p", "hint").text("No image is accepted, so there is no price of one.")]
        }
        (true, Some((at, name))) => vec![
            el("p", "hint").text("No stage delivers, so there is no price of an accepted image."),
            button("fix", &format!("Let {name} deliver"), move || {
                state.change("deliver", |now| now.scenario.stages[at].deliver = true);
            }),
        ],
    })
}

/// Which stages keep the plan from having a price, each a way to it: the problems stand there.
pub fn problems(state: State, stages: Stages) -> El {
    let found = Memo::new(move |_| {
        let mut at: Vec<usize> = state.estimate.with(|estimate| {
            estimate
                .problems
                .iter()
                .map(|problem| problem.stage)
                .collect()
        });
        at.dedup();
        state.workspace.with(|now| {
            let named = at
                .into_iter()
                .map(|at| (at, words::name(&now.scenario, at)));
            named.collect::<Vec<(usize, String)>>()
        })
    });
    el("div", "stopped").fill(move || {
        let found = found.get();
        if found.is_empty() {
            return Vec::new();
        }
        let to = |(at, name): (usize, String)| {
            button("fix", &name, move || {
                stages.show(at);
                let key = stages.keys().with_untracked(|keys| keys.get(at).copied());
                go_on(line_id(key.unwrap_or_default()));
            })
        };
        vec![
            el("p", "")
                .text("There is no total while a stage cannot be priced. What is wrong stands at:"),
            el("div", "fixes").children(found.into_iter().map(to)),
        ]
    })
}
