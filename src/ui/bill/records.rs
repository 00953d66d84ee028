//! The records one by one: what each was, what it cost, and what was pasted.

use super::desk::{Account, Desk, SHOWN};
use super::lines::by_model;
use crate::ui::browser::element::is_open;
use crate::ui::dom::{El, el, fold};
use crate::usage::{Charge, Record};
use leptos::prelude::*;

/// So much of what was pasted is shown, in characters.
const EXCERPT: usize = 4_000;

/// The list, once there is one.
pub fn section(desk: Desk) -> El {
    el("section", "records").fill(move || {
        if desk.is_empty() {
            return Vec::new();
        }
        made(&desk.account.get())
    })
}

fn made(account: &Account) -> Vec<El> {
    let all = usize::try_from(account.bill.records).unwrap_or(usize::MAX);
    let more = all.saturating_sub(SHOWN);
    let rest = (more > 0).then(|| {
        let words = format!("The first {SHOWN} are shown, {more} more are in the sums above.");
        el("p", "hint").text(&words)
    });
    let rows = account
        .shown
        .iter()
        .map(|(record, charge)| row(record, charge));
    let title = if all == 1 {
        "The request"
    } else {
        "Request by request"
    };
    let mut parts = vec![el("h2", "").text(title)];
    parts.extend(rest);
    parts.push(el("div", "lines").children(rows));
    parts
}

fn row(record: &Record, charge: &Charge) -> El {
    let cost = match record.is_unbillable() {
        true => "unbillable until reconciled".to_owned(),
        false => charge.total().in_words(),
    };
    let heading = el("summary", "")
        .child(el("span", "what").text(record.kind.as_str()))
        .child(el("span", "count").text(&about(record)))
        .child(el("span", "amount").text(&cost));
    let open = RwSignal::new(false);
    let (record, charge) = (record.clone(), charge.clone());
    let inside = move || match open.get() {
        true => inside(&record, &charge),
        false => Vec::new(),
    };
    fold("line record", heading)
        .on("toggle", move |event| open.set(is_open(&event)))
        .child(el("div", "inside").fill(inside))
}

/// `line 3 · gpt-image-2 · 1024x1024 low`.
fn about(record: &Record) -> String {
    let looks = [record.size.as_deref(), record.quality.as_deref()];
    let looks: Vec<&str> = looks.into_iter().flatten().collect();
    let mut parts = vec![format!("line {}", record.at.line)];
    parts.extend(record.driver_model.clone());
    parts.extend(record.image_model.clone());
    parts.push(looks.join(" "));
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

fn inside(record: &Record, charge: &Charge) -> Vec<El> {
    let mut parts = Vec::new();
    if let Some(error) = &record.error {
        parts.push(el("p", "problem").text(error));
    }
    parts.push(el("div", "billed").children(by_model(&charge.lines)));
    let words = charge.unpriced.iter().map(ToString::to_string);
    let words = words.chain(charge.remarks.iter().map(ToString::to_string));
    parts.extend(words.map(|words| el("p", "hint").text(&words)));
    if !record.unknown.is_empty() {
        let names = record.unknown.join(", ");
        let words = format!("Not known here, kept and not priced: {names}.");
        parts.push(el("p", "hint").text(&words));
    }
    parts.push(pasted(record));
    parts
}

fn pasted(record: &Record) -> El {
    let mut excerpt: String = record.pasted.chars().take(EXCERPT).collect();
    if excerpt.len() < record.pasted.len() {
        excerpt.push('…');
    }
    el("pre", "pasted")
        .attr("tabindex", "0")
        .attr("aria-label", "As it was pasted")
        .text(&excerpt)
}
