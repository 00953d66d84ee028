//! Input images: a list of sizes with counts, what each costs, and what it would cost resized.

mod add;
mod files;
mod list;
mod looks;
mod rows;
mod smaller;
mod task;

use super::prices::cost_of;
use super::{heading, panel as fold_of};
use crate::estimate::What;
use crate::money::grouped;
use crate::rates::Model;
use crate::scenario::{Route, Task};
use crate::ui::browser::page;
use crate::ui::dom::{El, button, el};
use crate::ui::notes;
use crate::ui::state::State;
use leptos::prelude::*;
use list::List;
use rust_decimal::Decimal;

/// What input images are billed as.
const LINES: &[What] = &[What::InputImages, What::AnalysisImages];

/// The fold.
pub fn panel(state: State) -> El {
    let list = List::new(state);
    fold_of("images-fold", move || words(state))
        .child(task::picker(list))
        .child(rows::rows(list))
        .child(notes::problems_of(state, &["task", "refs", "detail"]))
        .child(el("div", "adding").fill(move || adding(list)))
        .child(said(list))
        .children(looks::parts(state))
}

fn words(state: State) -> String {
    let count = state.asked(|stage| stage.input_images());
    if count == 0 {
        return heading("Input images", "none", None);
    }
    let count = grouped(Decimal::from(count));
    let words = heading("Input images", &count, cost_of(state, LINES));
    // The driver's line holds the finished image too, so it cannot be told apart here.
    if state.asked(|stage| stage.route == Route::Responses && stage.makes_images()) {
        return format!("{words}, without the driver");
    }
    words
}

/// What adds images, where the model takes any.
fn adding(list: List) -> Vec<El> {
    let refused = Memo::new(move |_| refused_by(list));
    match refused.get() {
        Some(words) => vec![el("p", "hint").text(&words)],
        None => vec![add::by_size(list), files::zone(list)],
    }
}

/// Why the model takes no input images at all.
fn refused_by(list: List) -> Option<String> {
    let analysis = list.state.asked(|stage| stage.task == Task::Analyze);
    let model: &Model = list.state.model().filter(|_| !analysis)?;
    (model.input.is_none()).then(|| {
        format!(
            "{} is priced for generations only: it takes no input images here.",
            model.id
        )
    })
}

/// What came of the last images that were handed over.
fn said(list: List) -> El {
    let told = move || {
        let said = list.said();
        let lines = |class: &'static str, lines: &[String]| {
            let all = lines.iter().map(|line| el("p", class).text(line));
            all.collect::<Vec<El>>()
        };
        let mut all = lines("hint", &said.done);
        if !said.refused.is_empty() {
            let close = button("quiet", "Understood", move || {
                page::go_to("add-files");
                list.hush();
            });
            let refused = el("div", "refused").children(lines("", &said.refused));
            all.push(refused.child(close));
        }
        all
    };
    el("div", "said")
        .attr("id", "images-said")
        .attr("role", "status")
        .fill(told)
}
