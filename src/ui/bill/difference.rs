//! The bill against the estimate of the stage on screen, and what explains the difference.

use super::desk::{Account, Desk};
use crate::money::{Usd, UsdRange};
use crate::ui::dom::{El, el};
use crate::usage::{Cause, Comparison};
use leptos::prelude::*;

/// The comparison, once something is billed.
pub fn section(desk: Desk) -> El {
    el("section", "difference").fill(move || {
        if desk.is_empty() {
            return Vec::new();
        }
        made(&desk.account.get())
    })
}

fn made(account: &Account) -> Vec<El> {
    let title = el("h2", "").text("Against the estimate");
    let Some(comparison) = &account.comparison else {
        let words = "The stage on screen has problems, so there is nothing to compare with. The \
                     view Price shows them with their ways out.";
        return vec![title, el("p", "hint").text(words)];
    };
    let mut parts = vec![title];
    if comparison.records > 0 {
        parts.push(sums(comparison));
        parts.extend(causes(comparison));
    }
    parts.extend(left_out(comparison));
    parts
}

/// Estimated, billed, and the difference.
fn sums(comparison: &Comparison) -> El {
    let requests = match comparison.records {
        1 => "one request".to_owned(),
        several => format!("{several} requests"),
    };
    let row = |class: &str, name: &str, words: &str| {
        el("div", class)
            .child(el("dt", "").text(name))
            .child(el("dd", "").text(words))
    };
    el("dl", "ledger")
        .child(row(
            "",
            &format!("Estimated for {requests}"),
            &comparison.estimate.in_words(),
        ))
        .child(row("", "Billed", &comparison.billed.in_words()))
        .child(row("sum", "Difference", &signed(comparison.difference())))
}

fn causes(comparison: &Comparison) -> Vec<El> {
    if comparison.causes.is_empty() {
        let words = "The bill is what was estimated.";
        return vec![el("p", "hint").text(words)];
    }
    let of = comparison.records;
    let item = |cause: &Cause| {
        let some = match (cause.records == of, cause.records) {
            (true, _) => String::new(),
            (_, 1) => " (1 request)".to_owned(),
            (_, several) => format!(" ({several} requests)"),
        };
        el("li", "")
            .attr("data-cause", cause.kind.code())
            .child(el("span", "what").text(&format!("{}{some}", cause.kind)))
            .child(el("span", "usd").text(&signed(cause.usd)))
    };
    let items = comparison.causes.iter().map(item);
    vec![
        el("h3", "").text("Likely causes, and what each explains"),
        el("ul", "causes").children(items),
    ]
}

fn left_out(comparison: &Comparison) -> Option<El> {
    let words = match comparison.left_out {
        0 => return None,
        1 => "1 request is left out here, since some of its tokens have no price.".to_owned(),
        several => format!(
            "{several} requests are left out here, since some of their tokens have no price."
        ),
    };
    Some(el("p", "hint").text(&words))
}

/// An amount with its sign: `+$0.0092`, `−$0.0015`; both ends of an interval.
fn signed(usd: UsdRange) -> String {
    let one = |usd: Usd| match usd.0.is_sign_negative() && !usd.0.is_zero() {
        true => format!("−{}", Usd(-usd.0).in_words()),
        false if usd.0.is_zero() => "$0".to_owned(),
        false => format!("+{}", usd.in_words()),
    };
    let (low, high) = (one(usd.low), one(usd.high));
    if low == high {
        low
    } else {
        format!("{low} to {high}")
    }
}
