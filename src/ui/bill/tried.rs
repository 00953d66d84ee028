//! Requests tried and failed: what was billed against what was delivered and kept.

use super::desk::Desk;
use crate::money::grouped;
use crate::ui::controls::typed_field;
use crate::ui::dom::{El, el};
use crate::ui::slice::slice;
use leptos::prelude::*;
use rust_decimal::Decimal;
use std::ops::RangeInclusive;

static IMAGES: RangeInclusive<u32> = 0..=1_000_000_000;

/// What was tried, what came, what was kept, and what each of these cost.
pub fn section(desk: Desk) -> El {
    let whole = |images: u64| u32::try_from(images).unwrap_or(u32::MAX);
    let came = slice(move || whole(desk.images()));
    let kept = slice(move || desk.kept.get().unwrap_or(came.get()));
    let set_came = Callback::new(move |images| desk.delivered.set(Some(images)));
    let set_kept = Callback::new(move |images| desk.kept.set(Some(images)));
    let field = |label: &str, id: &'static str, value, set| {
        el("div", "number")
            .child(el("label", "").attr("for", id).text(label))
            .children(typed_field(id, &IMAGES, value, set))
    };
    let rows = move || {
        let account = desk.account.get();
        if desk.is_empty() {
            return Vec::new();
        }
        let bill = &account.bill;
        let each = |images: u32| {
            let each = bill.per_asset(images.into());
            each.map_or_else(|| "–".to_owned(), |each| each.each_in_words())
        };
        let number = |number: u64| grouped(Decimal::from(number));
        vec![
            row("tried", "Requests tried", &number(bill.records)),
            row("failed", "Failed", &number(bill.failed)),
            row("unbillable", "Without usage", &number(bill.unbillable)),
            row("came", "Cost of an image that came", &each(came.get())),
            row("kept", "Cost of an image that was kept", &each(kept.get())),
        ]
    };
    el("section", "tried")
        .child(el("h2", "").text("Tried, delivered, kept"))
        .child(field("Images that came", "came", came, set_came))
        .child(el("p", "hint").live(move || silent(desk)))
        .child(field("Images you kept", "kept", kept, set_kept))
        .child(el("dl", "ledger").fill(rows))
}

fn row(id: &str, name: &str, words: &str) -> El {
    el("div", "")
        .attr("data-tried", id)
        .child(el("dt", "").text(name))
        .child(el("dd", "").text(words))
}

/// How the images of records were counted that do not say.
fn silent(desk: Desk) -> String {
    let silent = desk.account.get().bill.silent;
    if silent == 0 || desk.delivered.get().is_some() {
        return String::new();
    }
    let n = desk.images_of_silent();
    let records = if silent == 1 {
        "record does"
    } else {
        "records do"
    };
    format!("{silent} {records} not say how many images came; {n} each, as the stage asks.")
}
