//! The sum, what it comes to an image, what cannot be billed, and what is worth knowing.

use super::desk::Desk;
use crate::money::grouped;
use crate::ui::dom::{El, el, jump};
use leptos::prelude::*;
use rust_decimal::Decimal;

/// The figure and the line under it.
pub fn headline(desk: Desk) -> [El; 2] {
    let class = move || {
        let total = desk.account.get().bill.total();
        let none = desk.is_empty();
        String::from(match (none, total.is_point()) {
            (true, _) => "total none",
            (_, true) => "total",
            _ => "total interval",
        })
    };
    let output = el("output", "")
        .attr("data-billed", "")
        .attr("aria-live", "polite")
        .live(move || figure(desk));
    [
        el("p", "").live_attr("class", class).child(output),
        el("p", "per").live(move || below(desk)),
    ]
}

fn figure(desk: Desk) -> String {
    if desk.is_empty() {
        return "No bill yet".to_owned();
    }
    let bill = &desk.account.get().bill;
    if bill.is_unknown() {
        return "No price yet".to_owned();
    }
    bill.total().in_words()
}

fn plural(count: u64, one: &str, many: &str) -> String {
    match count {
        1 => format!("1 {one}"),
        _ => format!("{} {many}", grouped(Decimal::from(count))),
    }
}

fn below(desk: Desk) -> String {
    if desk.is_empty() {
        return "Paste what the API answered, and what it cost stands here, line by line.".into();
    }
    let account = desk.account.get();
    let images = desk.images();
    let requests = plural(account.bill.records, "request", "requests");
    let came = plural(images, "image", "images");
    let each = account.bill.per_asset(images);
    let each = each.map(|each| format!(" · {} each", each.each_in_words()));
    format!("{requests} · {came}{}", each.unwrap_or_default())
}

/// What is not in the figure: records without usage, and tokens without a price.
pub fn flags(desk: Desk) -> El {
    let made = move || {
        let account = desk.account.get();
        let bill = &account.bill;
        let mut flags = Vec::new();
        if bill.unbillable > 0 {
            flags.push(unbillable(desk, bill.unbillable));
        }
        let unpriced = bill.unpriced.iter();
        flags.extend(
            unpriced.map(|it| el("div", "problem").child(el("p", "").text(&it.to_string()))),
        );
        flags
    };
    el("div", "flags").attr("role", "status").fill(made)
}

fn unbillable(desk: Desk, records: u64) -> El {
    let verb = if records == 1 { "carries" } else { "carry" };
    let words = format!(
        "{} {verb} no usage: unbillable until reconciled, and not in the figure.",
        plural(records, "request", "requests")
    );
    let account = desk.account.get_untracked();
    let beside = account
        .comparison
        .as_ref()
        .map(|it| it.stands_in.in_words());
    let estimate = beside.map_or_else(
        || "The stage on screen has problems, so there is no estimate to stand beside.".to_owned(),
        |usd| format!("The estimate would be {usd}. It is an estimate, not a bill."),
    );
    el("div", "notices unbillable")
        .child(el("p", "").text(&words))
        .child(el("p", "").text(&estimate))
}

/// What is worth knowing, each kind once.
pub fn remarks(desk: Desk) -> El {
    let made = move || {
        let account = desk.account.get();
        let all = account.bill.records;
        let said = account.bill.remarks.iter().map(|(remark, records)| {
            let of = match all {
                1 => String::new(),
                _ => format!(" ({records} of {all} requests)"),
            };
            el("li", "").text(&format!("{remark}{of}"))
        });
        said.collect()
    };
    el("ul", "notices").fill(made)
}

/// On a phone the figure stays in sight.
pub fn bottom_bar(desk: Desk) -> El {
    el("div", "bottom-bar billed-bar")
        .attr("aria-hidden", "true")
        .child(el("strong", "").live(move || figure(desk)))
        .child(el("span", "").live(move || below(desk)))
        .child(jump("cost", "Details").attr("tabindex", "-1"))
}
