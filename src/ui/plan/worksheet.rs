//! The worksheet: what drives the cost of the plan on screen, what to ask before paying, and what
//! to try first. Filled in only while it is open, and printed alone.

use crate::ui::browser::element::is_open;
use crate::ui::browser::paper;
use crate::ui::dom::{El, button, el, fold};
use crate::ui::state::State;
use crate::worksheet::{Question, Row, Step, Worksheet, worksheet};
use leptos::prelude::*;

/// The worksheet, folded.
pub fn panel(state: State) -> El {
    let open = RwSignal::new(false);
    let heading = el("summary", "")
        .child(el("h2", "").text("Worksheet"))
        .child(el("span", "hint").text("what drives the cost, what to ask, what to try first"));
    let filled = Memo::new(move |_| open.get().then(|| of(state)));
    let inside = el("div", "")
        .fill(move || filled.with(|sheet| sheet.as_ref().map_or_else(Vec::new, sheet_of)));
    let print = move || paper::print_part("worksheet");
    let fold = fold("", heading)
        .attr("id", "worksheet")
        .on("toggle", move |event| open.set(is_open(&event)))
        .child(inside)
        .child(button("quiet", "Print the worksheet", print).attr("id", "print-worksheet"));
    el("section", "worksheet").child(fold)
}

fn of(state: State) -> Worksheet {
    state.workspace.with(|now| {
        state
            .estimate
            .with(|estimate| worksheet(state.book, &now.scenario, estimate))
    })
}

fn sheet_of(sheet: &Worksheet) -> Vec<El> {
    vec![
        rows(&sheet.rows),
        el("h3", "").text("Before paying"),
        el("dl", "questions").children(sheet.questions.iter().map(question)),
        el("h3", "").text("A small test first"),
        el("ol", "test-plan").children(sheet.test_plan.iter().map(step)),
    ]
}

fn rows(rows: &[Row]) -> El {
    let head = |words: &str| el("th", "").attr("scope", "col").text(words);
    let heads = ["", "Now", "Let it cost more", "Write down"].map(head);
    let row = |row: &Row| {
        let cell = |name: &str, words: &str| el("td", "").attr("data-name", name).text(words);
        el("tr", "")
            .child(el("th", "").attr("scope", "row").text(row.field))
            .child(cell("Now", &row.present))
            .child(cell("Let it cost more", row.raise))
            .child(cell("Write down", row.log))
    };
    el("table", "drivers")
        .child(el("thead", "").child(el("tr", "").children(heads)))
        .child(el("tbody", "").children(rows.iter().map(row)))
}

/// What only the person knows has a line to write on.
fn question(question: &Question) -> El {
    let answer = match &question.known {
        Some(words) => el("dd", "").text(words),
        None => el("dd", "blank").child(el("span", "unseen").text("yours to fill in")),
    };
    el("div", "")
        .child(el("dt", "").text(question.asked))
        .child(answer)
}

fn step(step: &Step) -> El {
    let cost = step.cost.map(|usd| usd.in_words());
    let item = el("li", "").child(el("span", "").text(&step.what));
    match cost {
        Some(cost) => item.child(el("span", "step-cost").text(&cost)),
        None => item,
    }
}
