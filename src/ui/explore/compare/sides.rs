//! The table of scenarios: what they ask differently, what they cost, and what makes the
//! difference.

use super::meters::words;
use super::{NAMES, Sides};
use crate::compare::{Side, difference, pin};
use crate::interval::Interval;
use crate::link;
use crate::money::{Usd, UsdRange, grouped};
use crate::ui::dom::{El, button, el};
use crate::ui::state::State;
use leptos::prelude::*;
use rust_decimal::Decimal;

/// The table.
pub fn table(state: State, sides: Sides) -> El {
    let body = move || sides.with(|sides| rows(state, sides));
    let table = el("table", "figures sides")
        .child(el("caption", "unseen").text("Scenarios side by side"))
        .fill(move || vec![el("tbody", "").children(body())]);
    el("div", "scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", "Scenarios side by side")
        .child(table)
}

fn rows(state: State, sides: &[Side]) -> Vec<El> {
    let head = |at: usize| {
        let swatch = el("svg", "swatch")
            .attr("viewBox", "0 0 26 6")
            .attr("aria-hidden", "true")
            .attr("data-line", &at.to_string())
            .child(el("path", "").attr("d", "M0 3H26"));
        el("th", "")
            .attr("scope", "col")
            .child(swatch)
            .text(NAMES[at])
    };
    let heads = el("tr", "heads")
        .child(
            el("th", "")
                .attr("scope", "col")
                .child(el("span", "unseen").text("What")),
        )
        .children((0..sides.len()).map(head));
    let mut rows = vec![heads];
    rows.extend(asked(sides));
    rows.push(row("An image", sides, |side| {
        let each = side.estimate.totals?.per_image?;
        Some(each.each_in_words())
    }));
    rows.push(
        row("Total", sides, |side| {
            Some(side.estimate.totals?.total.in_words())
        })
        .attr("class", "sum"),
    );
    if sides.len() > 1 {
        rows.extend(differences(sides));
        rows.push(buttons(state, sides));
    }
    rows
}

fn row(name: &str, sides: &[Side], read: impl Fn(&Side) -> Option<String>) -> El {
    let cell = |side: &Side| el("td", "").text(&read(side).unwrap_or_else(|| "–".into()));
    el("tr", "")
        .child(el("th", "").attr("scope", "row").text(name))
        .children(sides.iter().map(cell))
}

/// The keys in which the scenarios differ, and those that everybody looks for.
fn asked(sides: &[Side]) -> Vec<El> {
    const ALWAYS: [&str; 4] = ["model", "size", "quality", "requests"];
    let several = sides.iter().any(|side| side.scenario.stages.len() > 1);
    let mut rows = Vec::new();
    if sides
        .iter()
        .any(|side| side.scenario.rates != sides[0].scenario.rates)
    {
        rows.push(row("rates", sides, |side| {
            Some(side.scenario.rates.in_words())
        }));
    }
    if several {
        rows.push(row("stages", sides, |side| Some(stages(side))));
        return rows;
    }
    let read = |side: &Side| {
        side.scenario
            .stages
            .first()
            .map(link::asked)
            .unwrap_or_default()
    };
    let all: Vec<_> = sides.iter().map(read).collect();
    for (at, (key, first)) in all[0].iter().enumerate() {
        let value =
            |of: &Vec<(&'static str, Option<String>)>| of.get(at).and_then(|pair| pair.1.clone());
        let differs = all.iter().any(|of| value(of) != *first);
        if (differs || ALWAYS.contains(key)) && *key != "stage" && *key != "deliver" {
            let cells = all.iter().map(|of| {
                el("td", "").text(&value(of).map_or_else(|| "–".into(), |text| shown(key, &text)))
            });
            let head = el("th", "")
                .attr("scope", "row")
                .child(el("code", "").text(key));
            rows.push(el("tr", "").child(head).children(cells));
        }
    }
    rows
}

/// A value as people read it: counts with their thousands.
fn shown(key: &str, text: &str) -> String {
    match text.parse::<u64>() {
        Ok(count) if key == "requests" || key == "prompt" => grouped(Decimal::from(count)),
        _ => text.to_owned(),
    }
}

fn stages(side: &Side) -> String {
    let stages = &side.scenario.stages;
    match stages.as_slice() {
        [one] => format!("1: {} {} {}", one.model, one.size, one.quality),
        _ => {
            let labels: Vec<&str> = stages
                .iter()
                .map(|stage| stage.label.as_str())
                .filter(|label| !label.is_empty())
                .collect();
            format!("{}: {}", stages.len(), labels.join(", "))
        }
    }
}

/// Each pinned scenario against the one on screen.
fn differences(sides: &[Side]) -> Vec<El> {
    let found: Vec<_> = sides[1..]
        .iter()
        .map(|side| difference(&sides[0], side))
        .collect();
    let line = |name: &str, read: &dyn Fn(usize) -> Option<String>| {
        let cells =
            (0..found.len()).map(|at| el("td", "").text(&read(at).unwrap_or_else(|| "–".into())));
        el("tr", "")
            .child(el("th", "").attr("scope", "row").text(name))
            .child(el("td", "").text(""))
            .children(cells)
    };
    vec![
        line("Difference", &|at| Some(signed(found[at].as_ref()?.usd))),
        line("In percent", &|at| {
            Some(percent(found[at].as_ref()?.percent?))
        }),
        line("Because of", &|at| {
            let (meter, usd) = found[at].as_ref()?.cause()?;
            Some(format!("{} ({})", words(meter), signed(usd)))
        }),
    ]
}

/// A difference with its sign, both ends where it is an interval.
fn signed(usd: UsdRange) -> String {
    let one = |usd: Usd| {
        let plus = if usd.0 > Decimal::ZERO { "+" } else { "" };
        format!("{plus}{}", usd.in_words().replace('-', "−"))
    };
    let (low, high) = (one(usd.low), one(usd.high));
    if low == high {
        low
    } else {
        format!("{low} to {high}")
    }
}

fn percent(percent: Interval<Decimal>) -> String {
    let one = |percent: Decimal| {
        let plus = if percent > Decimal::ZERO { "+" } else { "" };
        format!("{plus}{} %", grouped(percent.round_dp(1)).replace('-', "−"))
    };
    let (low, high) = (one(percent.low), one(percent.high));
    if low == high {
        low
    } else {
        format!("{low} to {high}")
    }
}

fn buttons(state: State, sides: &[Side]) -> El {
    let cell = |at: usize| {
        let name = NAMES[at + 1];
        let show = button("quiet", "Show", move || swap(state, at)).attr(
            "aria-label",
            &format!("Show {name}, and pin what is on screen in its place"),
        );
        let remove = button("quiet", "Remove", move || {
            state.change("pin", |now| {
                if at < now.pins.len() {
                    now.pins.remove(at);
                }
            });
        });
        let remove = remove.attr("aria-label", &format!("Remove {name}"));
        el("td", "").child(el("div", "fixes").child(show).child(remove))
    };
    el("tr", "buttons")
        .child(el("th", "").child(el("span", "unseen").text("Do")))
        .child(el("td", ""))
        .children((0..sides.len() - 1).map(cell))
}

/// Makes a pinned scenario the one on screen, and pins that in its place.
fn swap(state: State, at: usize) {
    state.change("pin", |now| {
        let Some(pinned) = now.pins.get_mut(at) else {
            return;
        };
        let present = pin(&now.scenario);
        let wanted = std::mem::replace(pinned, present);
        now.scenario = link::read(state.book, "", &wanted).scenario;
        now.stage = 0;
    });
}
