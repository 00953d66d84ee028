//! Cost against the number of images, drawn and as a table.

use super::{NAMES, Sides, marks};
use crate::compare::chart::{Chart, HEIGHT, chart, reach};
use crate::compare::{Line, line, svg};
use crate::money::grouped;
use crate::ui::dom::{El, el};
use crate::ui::explore::table::{cell, table};
use leptos::prelude::*;
use rust_decimal::Decimal;

/// What is drawn: names and lines, and the drawing.
#[derive(Clone, PartialEq)]
struct Drawn {
    /// How many scenarios are compared, priced or not.
    sides: usize,
    lines: Vec<(String, Line)>,
    chart: Chart,
}

/// The chart, what it says in words, and its table.
pub fn section(sides: Sides) -> El {
    let drawn = Memo::new(move |_| {
        sides.with(|sides| {
            let lines = sides.iter().enumerate();
            let lines = lines.filter_map(|(at, side)| Some((NAMES[at].to_owned(), line(side)?)));
            let lines: Vec<(String, Line)> = lines.collect();
            let asked = sides
                .iter()
                .filter_map(|side| Some(side.estimate.totals?.images.high))
                .max();
            let images = reach(&lines, asked.unwrap_or_default());
            Drawn {
                sides: sides.len(),
                chart: chart(&lines, images),
                lines,
            }
        })
    });
    let picture = el("div", "chart scroll").fill(move || {
        drawn.with(|drawn| {
            if drawn.lines.is_empty() {
                vec![el("p", "hint").text("Nothing can be priced as asked.")]
            } else {
                vec![picture(drawn)]
            }
        })
    });
    let words = el("ul", "crossings").fill(move || drawn.with(words));
    let rows = move || drawn.with(rows);
    // A column for each side there is.
    let count = Memo::new(move |_| sides.with(Vec::len));
    let figures = el("div", "").fill(move || {
        let heads = &["Images", "on screen", "A", "B", "C"][..=count.get()];
        vec![table("volume", "Cost by number of images", heads, rows)]
    });
    el("section", "")
        .attr("aria-labelledby", "volume-title")
        .child(el("h2", "").attr("id", "volume-title").text("Cost against the number of images"))
        .child(el("p", "hint").text("Results grow with the number of images; drafts and analyses are made once, as written. An interval is drawn as a band."))
        .child(picture)
        .child(words)
        .child(marks::copy(Callback::new(move |()| {
            drawn.with_untracked(|drawn| svg(&drawn.chart.marks, HEIGHT, &spoken(drawn)))
        })))
        .child(figures)
}

fn picture(drawn: &Drawn) -> El {
    marks::drawing(&drawn.chart.marks, HEIGHT, &spoken(drawn))
}

/// What a screen reader hears instead of the drawing.
fn spoken(drawn: &Drawn) -> String {
    let last = drawn.chart.images;
    let ends = drawn
        .lines
        .iter()
        .map(|(name, line)| format!("{name}: {}", line.at(last).in_words()));
    let ends: Vec<String> = ends.collect();
    format!("Cost of {} images, {}.", grouped(last), ends.join("; "))
}

/// Where lines cross, in words.
fn words(drawn: &Drawn) -> Vec<El> {
    let met = drawn.chart.crossings.iter().map(|(one, two, met)| {
        let (below, above) = if met.first_below {
            (one, two)
        } else {
            (two, one)
        };
        let (below, above) = (&drawn.lines[*below].0, &drawn.lines[*above].0);
        let (low, high) = (met.images.low.ceil(), met.images.high.ceil());
        let at = if low == high {
            grouped(low)
        } else {
            format!("{} to {}", grouped(low), grouped(high))
        };
        el("li", "").text(&format!(
            "From {at} images on, {above} costs less than {below}."
        ))
    });
    let met: Vec<El> = met.collect();
    if met.is_empty() && drawn.lines.len() > 1 {
        return vec![
            el("li", "").text("No two of them cross: the cheaper one stays the cheaper one."),
        ];
    }
    met
}

fn rows(drawn: &Drawn) -> Vec<El> {
    let parts = [10, 25, 50, 75, 100]
        .map(|part| (drawn.chart.images * Decimal::from(part) / Decimal::ONE_HUNDRED).ceil());
    let known = drawn.sides.min(NAMES.len());
    let row = |images: &Decimal| {
        let cells = NAMES[..known].iter().map(|name| {
            let line = drawn.lines.iter().find(|(known, _)| known == name);
            cell(&line.map_or_else(|| "–".into(), |(_, line)| line.at(*images).in_words()))
        });
        el("tr", "")
            .child(el("th", "").attr("scope", "row").text(&grouped(*images)))
            .children(cells)
    };
    parts.iter().map(row).collect()
}
