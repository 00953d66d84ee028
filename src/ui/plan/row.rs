//! The list of stages. Each folds to one line: what it is, what it costs, its share of the plan,
//! and whether it delivers. Its problems stand under it, folded or not.

use super::costs::{Cost, costs};
use super::drag;
use super::editor;
use super::stages::{Stages, line_id};
use super::words;
use crate::estimate::Problem;
use crate::scenario::bounds;
use crate::ui::browser::page;
use crate::ui::dom::{El, button, el};
use crate::ui::notes;
use crate::ui::state::State;
use leptos::prelude::*;
use std::time::Duration;

/// All stages, and the way to one more.
pub fn list(state: State, stages: Stages) -> El {
    let costs = costs(state);
    let made = move |key| row(state, stages, costs, key);
    let keys = stages.keys();
    let how = "Drag it, or press Alt with the up or down arrow.";
    let items = el("ol", "stages")
        .each(move || keys.get(), made)
        .on_click(move || keep_focus(stages.line_on_screen()));
    el("section", "")
        .child(heading(state))
        .child(stages.undo.bar())
        .child(items)
        .child(el("p", "unseen").attr("id", "how-to-move").text(how))
        .child(add(state, stages))
        .child(
            el("p", "unseen")
                .attr("role", "status")
                .live(move || stages.said.get()),
        )
}

/// What was pressed may have gone with what it mended: the keyboard goes on at a line.
fn keep_focus(line: String) {
    set_timeout(move || page::keep_focus(&line), Duration::ZERO);
}

fn heading(state: State) -> El {
    let count = move || {
        let stages = state.workspace.with(|now| now.scenario.stages.len());
        format!("{stages} of at most {}", bounds::STAGES)
    };
    el("div", "section-head")
        .child(
            el("h2", "")
                .attr("id", "stages")
                .attr("tabindex", "-1")
                .text("Stages"),
        )
        .child(el("span", "hint").live(count))
}

/// With twelve stages there is no more: the button stays, says so, and does nothing.
fn add(state: State, stages: Stages) -> El {
    let room = Memo::new(move |_| state.workspace.with(|now| now.scenario.has_room()));
    let press = move || {
        if room.get_untracked() {
            stages.add();
        }
    };
    let why = move || {
        String::from(if room.get() {
            ""
        } else {
            "A plan has at most twelve stages. Remove one to add another."
        })
    };
    let add = button("fix add", "Add a stage", press)
        .attr("id", "add-stage")
        .attr("aria-describedby", "no-room")
        .live_attr("aria-disabled", move || (!room.get()).to_string());
    let why = el("span", "hint").attr("id", "no-room").live(why);
    el("div", "add-row").child(add).child(why)
}

fn row(state: State, stages: Stages, costs: Memo<Vec<Cost>>, key: u32) -> El {
    let dragged = RwSignal::new(false);
    let open = Memo::new(move |_| stages.is_open(key));
    let class = move || {
        let open = if open.get() { " open" } else { "" };
        let dragged = if dragged.get() { " dragged" } else { "" };
        format!("stage{open}{dragged}")
    };
    let line = el("div", "stage-line")
        .child(drag::handle(stages, key, dragged))
        .child(head(stages, costs, key, open))
        .on("keydown", move |event| drag::by_key(stages, key, &event));
    let editor = el("div", "editor")
        .attr("id", &format!("editor-{key}"))
        .fill(move || {
            if open.get() {
                untrack(|| editor::of(state, stages, key))
            } else {
                Vec::new()
            }
        });
    el("li", "")
        .live_attr("class", class)
        .child(line)
        .child(problems(state, stages, key))
        .child(editor)
}

/// The one line: a button that unfolds the stage.
fn head(stages: Stages, costs: Memo<Vec<Cost>>, key: u32, open: Memo<bool>) -> El {
    let cost = move |read: fn(&Cost) -> String| {
        move || {
            let at = stages.place(key);
            costs.with(|costs| {
                let cost = at.and_then(|at| costs.get(at));
                cost.map(read).unwrap_or_default()
            })
        }
    };
    let said = move |read: fn(&crate::scenario::Stage) -> String| {
        move || stages.stage(key, read).unwrap_or_default()
    };
    let bar = el("span", "stage-bar")
        .attr("aria-hidden", "true")
        .live_style(
            "--share",
            cost(|cost| format!("{}", cost.permille.unwrap_or_default())),
        );
    button("stage-head", "", move || stages.turn(key))
        .attr("id", &line_id(key))
        .attr("aria-controls", &format!("editor-{key}"))
        .live_attr("aria-expanded", move || open.get().to_string())
        .child(el("span", "stage-name").live(move || stages.name(key)))
        .child(
            el("span", "stage-kind")
                .live_attr("data-kind", said(|stage| words::kind(stage).into()))
                .live(said(|stage| words::kind(stage).into())),
        )
        .child(el("span", "stage-cost").live(cost(|cost| cost.words.clone())))
        .child(el("span", "stage-what").live(said(words::what)))
        .child(el("span", "stage-share").live(cost(Cost::share)))
        .child(bar)
}

/// The problems of a stage, with their ways out.
fn problems(state: State, stages: Stages, key: u32) -> El {
    let mine = move |problem: &Problem, _| stages.place(key) == Some(problem.stage);
    notes::problem_part(state, Box::new(mine)).on_click(move || keep_focus(line_id(key)))
}
