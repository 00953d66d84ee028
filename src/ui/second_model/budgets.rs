//! Two models, two budgets: what each costs in a request, never one blurred figure.

use crate::estimate::LineItem;
use crate::money::UsdRange;
use crate::ui::dom::{El, el};
use crate::ui::lines::quantity;
use crate::ui::state::State;
use leptos::prelude::*;

/// The lines of the stage on screen; empty where it has a problem.
fn lines(state: State) -> Vec<LineItem> {
    let at = state.workspace.with(|now| now.stage);
    state.estimate.with(|estimate| {
        let stage = estimate.stages.get(at);
        stage.map_or_else(Vec::new, |stage| stage.line_items.clone())
    })
}

/// The sum of the text model's lines.
pub fn text_total(lines: &[LineItem]) -> UsdRange {
    let text = lines.iter().filter(|line| line.what.is_of_text_model());
    text.map(|line| line.per_request).sum()
}

/// What the text model costs in a request; none where the stage has a problem.
pub fn of_text_model(state: State) -> Option<UsdRange> {
    let lines = lines(state);
    (!lines.is_empty()).then(|| text_total(&lines))
}

/// Both budgets, line by line.
pub fn apart(state: State) -> El {
    let lines = Memo::new(move |_| lines(state));
    let made = move || {
        let lines = lines.get();
        let (text, image): (Vec<LineItem>, Vec<LineItem>) =
            lines.iter().partition(|line| line.what.is_of_text_model());
        let names = state.asked(|stage| (stage.model, stage.driver.unwrap_or_default()));
        let mut parts = Vec::new();
        if !image.is_empty() {
            parts.push(budget("Image model", names.0, &image));
        }
        if !text.is_empty() {
            parts.push(budget("Text model", names.1, &text));
        }
        parts
    };
    el("div", "budgets").fill(made)
}

fn budget(name: &str, model: &str, lines: &[LineItem]) -> El {
    let total: UsdRange = lines.iter().map(|line| line.per_request).sum();
    let head = el("h3", "")
        .child(el("span", "").text(&format!("{name} · {model}")))
        .child(el("span", "usd").text(&total.each_in_words()));
    let row = |line: &LineItem| {
        el("li", "")
            .child(el("span", "what").text(&format!("{} · {}", line.what, quantity(line))))
            .child(el("span", "usd").text(&line.per_request.each_in_words()))
    };
    el("section", "budget")
        .child(head)
        .child(el("ul", "").children(lines.iter().map(row)))
}
