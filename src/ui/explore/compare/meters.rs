//! What the scenarios spend on each meter, drawn and as a table.

use super::{NAMES, Sides, marks};
use crate::compare::bars::{Bar, bars, height};
use crate::compare::{by_meter, svg};
use crate::money::UsdRange;
use crate::rates::Meter;
use crate::ui::dom::{El, el};
use crate::ui::explore::table::cell;
use leptos::prelude::*;

/// The bars, what they say in words, and their table.
pub fn section(sides: Sides) -> El {
    let found = Memo::new(move |_| {
        sides.with(|sides| {
            let named = NAMES.iter().zip(sides);
            let bar = named.filter_map(|(name, side)| {
                let total = side.estimate.totals?.total;
                Some((
                    (*name).to_owned(),
                    by_meter(&side.scenario, &side.estimate)?,
                    total.in_words(),
                ))
            });
            bar.collect::<Vec<Bar>>()
        })
    });
    let picture = move || {
        found.with(|found| {
            vec![marks::drawing(
                &bars(found),
                height(found.len()),
                &spoken(found),
            )]
        })
    };
    let file = Callback::new(move |()| {
        found.with_untracked(|found| svg(&bars(found), height(found.len()), &spoken(found)))
    });
    let table = el("table", "figures meters").fill(move || found.with(|found| filled(found)));
    let scroll = el("div", "scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-labelledby", "meters-title")
        .child(table);
    el("section", "")
        .attr("aria-labelledby", "meters-title")
        .child(
            el("h2", "")
                .attr("id", "meters-title")
                .text("What it is spent on"),
        )
        .child(el("div", "chart scroll").fill(picture))
        .child(marks::copy(file))
        .child(scroll)
}

/// Every meter that any of them spends on.
fn used(found: &[Bar]) -> Vec<Option<Meter>> {
    let all = Meter::ALL.iter().copied().map(Some).chain([None]);
    all.filter(|meter| found.iter().any(|bar| of(bar, *meter).is_some()))
        .collect()
}

fn of(bar: &Bar, meter: Option<Meter>) -> Option<UsdRange> {
    let spent = bar.1.iter().find(|(known, _)| *known == meter);
    spent.map(|(_, usd)| *usd)
}

/// A meter as people read it.
pub fn words(meter: Option<Meter>) -> String {
    meter.map_or_else(
        || "flat prices".into(),
        |meter| meter.as_str().replace('_', " "),
    )
}

fn spoken(found: &[Bar]) -> String {
    let of = |bar: &Bar| {
        let parts = bar
            .1
            .iter()
            .map(|(meter, usd)| format!("{} {}", words(*meter), usd.in_words()));
        format!("{}: {}", bar.0, parts.collect::<Vec<_>>().join(", "))
    };
    format!(
        "Cost by meter. {}.",
        found.iter().map(of).collect::<Vec<_>>().join("; ")
    )
}

fn filled(found: &[Bar]) -> Vec<El> {
    let head = |text: &str| el("th", "").attr("scope", "col").text(text);
    let heads = el("tr", "")
        .child(head("Meter"))
        .children(found.iter().map(|bar| head(&bar.0)));
    let row = |meter: Option<Meter>| {
        let name = meter.map_or("flat", Meter::as_str);
        let dot = el("span", "dot").attr("data-meter", name);
        let cells = found
            .iter()
            .map(|bar| cell(&of(bar, meter).map_or_else(|| "–".into(), |usd| usd.in_words())));
        el("tr", "")
            .child(
                el("th", "")
                    .attr("scope", "row")
                    .child(dot)
                    .text(&words(meter)),
            )
            .children(cells)
    };
    vec![
        el("thead", "").child(heads),
        el("tbody", "").children(used(found).into_iter().map(row)),
    ]
}
