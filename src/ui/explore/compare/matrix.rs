//! Every model by every quality, at the size and with all else as asked.

use crate::compare::{Cell, Matrix, Row, matrix};
use crate::rates::Quality;
use crate::ui::browser::clock;
use crate::ui::dom::{El, button, el};
use crate::ui::state::State;
use leptos::prelude::*;

/// The table; a cell chooses its model and quality.
pub fn section(state: State) -> El {
    let today = clock::today();
    let found = Memo::new(move |_| {
        state.workspace.with(|now| {
            let today = today.unwrap_or(now.scenario.rates);
            matrix(state.book, &now.scenario, now.asked(), today)
        })
    });
    let table =
        el("table", "figures matrix").fill(move || found.with(|found| filled(state, found)));
    let scroll = el("div", "scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-labelledby", "matrix-title")
        .child(table);
    let words = "The price of an image at the size and with all else as asked. The same word is not \
                 the same work: medium of gpt-image-2 has the effort of high of gpt-image-2.5, and \
                 high that of max. The cheapest of each column is marked, among models that still answer.";
    el("section", "")
        .attr("aria-labelledby", "matrix-title")
        .child(
            el("h2", "")
                .attr("id", "matrix-title")
                .text("Every model, every quality"),
        )
        .child(el("p", "hint").text(words))
        .child(scroll)
}

fn filled(state: State, found: &Matrix) -> Vec<El> {
    let head = |quality: &Quality| el("th", "").attr("scope", "col").text(quality.as_str());
    let heads = el("tr", "")
        .child(el("th", "").attr("scope", "col").text("Model"))
        .children(found.qualities.iter().map(head));
    let rows = found
        .rows
        .iter()
        .map(|row| line(state, row, &found.qualities));
    vec![el("thead", "").child(heads), el("tbody", "").children(rows)]
}

fn line(state: State, row: &Row, qualities: &[Quality]) -> El {
    let mut head = el("th", "").attr("scope", "row").text(row.model.id);
    if row.ended {
        head = head.child(el("small", "").text("ended"));
    } else if let Some(end) = row.model.lifecycle.shutdown {
        head = head.child(el("small", "").text(&format!("ends {}", end.in_words())));
    }
    let cells = row.cells.iter().zip(qualities);
    el("tr", if row.ended { "ended" } else { "" })
        .child(head)
        .children(cells.map(|(cell, quality)| one(state, row.model.id, *quality, cell)))
}

fn one(state: State, model: &'static str, quality: Quality, cell: &Cell) -> El {
    let why = match cell {
        Cell::Priced { each, cheapest } => {
            return el("td", "").child(priced(state, model, quality, &each.brief(), *cheapest));
        }
        Cell::NoQuality => "no such quality",
        Cell::NoSize => "size not taken",
        Cell::Refused => "not as asked",
    };
    el("td", "none")
        .attr("title", why)
        .text("–")
        .child(el("span", "unseen").text(why))
}

fn priced(state: State, model: &'static str, quality: Quality, price: &str, cheapest: bool) -> El {
    let choose = move || {
        state.ask("matrix", |stage| {
            stage.model = model;
            stage.quality = quality;
        });
    };
    let chosen = move || state.priced(|stage| stage.model == model && stage.quality == quality);
    let cell = button(if cheapest { "pick best" } else { "pick" }, price, choose)
        .live_attr("aria-pressed", move || chosen().to_string());
    if cheapest {
        cell.child(el("small", "").text("cheapest"))
    } else {
        cell
    }
}
