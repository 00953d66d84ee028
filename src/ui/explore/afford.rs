//! "For $100": how many images at each quality, and which quality fits so many.

use super::table::{cell, table};
use crate::budget::{Fit, ImagesAt, Plans, images};
use crate::money::{Usd, grouped};
use crate::ui::controls::typed_field;
use crate::ui::dom::{El, el};
use crate::ui::slice::slice;
use crate::ui::state::State;
use leptos::prelude::*;
use rust_decimal::Decimal;
use std::ops::RangeInclusive;

/// What can be spent, in whole dollars.
const DOLLARS: RangeInclusive<u32> = 1..=1_000_000_000;

/// How many images can be wanted.
const IMAGES: RangeInclusive<u32> = 1..=1_000_000_000;

/// The form and the table.
pub fn section(state: State) -> El {
    let (dollars, wanted) = (RwSignal::new(100_u32), RwSignal::new(5000_u32));
    let found = Memo::new(move |_| {
        let budget = Usd(Decimal::from(dollars.get()));
        state
            .workspace
            .with(|now| images(state.book, &now.scenario, now.asked(), budget))
    });
    let heads = [
        "Quality",
        "An image",
        "Images for it",
        "That many cost",
        "Fits",
    ];
    let rows = move || {
        let (budget, wanted) = (Usd(Decimal::from(dollars.get())), wanted.get());
        found.with(|found| found.iter().map(|at| row(at, wanted, budget)).collect())
    };
    let verdict = move || {
        let (budget, wanted) = (dollars.get(), wanted.get());
        found.with(|found| verdict(found, wanted, budget))
    };
    el("section", "afford")
        .attr("aria-labelledby", "afford-title")
        .child(
            el("h2", "")
                .attr("id", "afford-title")
                .text("What a sum buys"),
        )
        .child(
            el("div", "form")
                .child(number("sum", "For US dollars", &DOLLARS, dollars))
                .child(number("wanted", "Images wanted", &IMAGES, wanted)),
        )
        .child(el("p", "verdict").attr("role", "status").live(verdict))
        .child(table(
            "afford",
            "Images for a sum, at each quality",
            &heads,
            rows,
        ))
}

fn number(
    id: &'static str,
    label: &str,
    bounds: &'static RangeInclusive<u32>,
    value: RwSignal<u32>,
) -> El {
    let set = Callback::new(move |number| {
        if value.get_untracked() != number {
            value.set(number);
        }
    });
    el("div", "field")
        .child(el("label", "").attr("for", id).text(label))
        .children(typed_field(id, bounds, slice(move || value.get()), set))
}

/// The best quality that surely fits.
fn verdict(found: &[ImagesAt], wanted: u32, dollars: u32) -> String {
    let budget = Usd(Decimal::from(dollars));
    let (count, sum) = (grouped(Decimal::from(wanted)), grouped(budget.0));
    let fits = |fit: Fit| {
        found
            .iter()
            .rev()
            .find(|at| at.fit(wanted.into(), budget) == fit)
    };
    match (fits(Fit::Surely), fits(Fit::Perhaps)) {
        _ if found.is_empty() => "Nothing can be priced as asked.".into(),
        (Some(at), _) => format!("{count} images for ${sum}: quality {} fits.", at.quality),
        (None, Some(at)) => {
            format!(
                "{count} images for ${sum}: quality {} fits at the low end only.",
                at.quality
            )
        }
        (None, None) => format!("{count} images for ${sum}: no quality fits at this size."),
    }
}

fn row(at: &ImagesAt, wanted: u32, budget: Usd) -> El {
    let fits = match at.fit(wanted.into(), budget) {
        Fit::Surely => "yes",
        Fit::Perhaps => "perhaps",
        Fit::No => "no",
    };
    el("tr", "")
        .child(el("th", "").attr("scope", "row").text(at.quality.as_str()))
        .child(cell(&at.each.brief()))
        .child(cell(&plans(at.images)))
        .child(cell(&at.total(wanted.into()).in_words()))
        .child(cell(fits))
}

fn plans(plans: Plans) -> String {
    let words = |count: Option<u64>| {
        count.map_or_else(
            || "any number".into(),
            |count| grouped(Decimal::from(count)),
        )
    };
    let (surely, most) = (words(plans.surely), words(plans.at_most));
    if surely == most {
        surely
    } else {
        format!("{surely} – {most}")
    }
}
