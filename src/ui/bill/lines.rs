//! The line items of the bill, each model's apart from the other's.

use super::desk::Desk;
use crate::interval::Interval;
use crate::money::{UsdRange, grouped, shown_ranges};
use crate::ui::dom::{El, el, fold};
use crate::ui::lines::source;
use crate::usage::{Counted, Line, Whose};
use leptos::prelude::*;
use rust_decimal::Decimal;

/// Every line of the bill.
pub fn lines(desk: Desk) -> El {
    let made = move || desk.account.get();
    el("div", "billed").fill(move || by_model(&made().bill.lines))
}

/// Lines with a heading and a sum for each model, where there are several.
pub fn by_model(lines: &[Line]) -> Vec<El> {
    let parts: Vec<UsdRange> = lines.iter().map(|line| line.usd).collect();
    let total: UsdRange = parts.iter().copied().sum();
    let shown = shown_ranges(&parts);
    let mut made = Vec::new();
    let mut of: Option<(Whose, &str)> = None;
    let several = lines.iter().any(|line| line.whose != lines[0].whose);
    for (line, shown) in lines.iter().zip(shown) {
        if several && of != Some((line.whose, line.model)) {
            of = Some((line.whose, line.model));
            made.push(heading(lines, line));
        }
        let (low, high) = (shown.low.beside(total.low), shown.high.beside(total.high));
        let words = match low == high || line.usd.is_point() {
            true => low,
            false => format!("{low} – {high}"),
        };
        made.push(row(line, &words));
    }
    made
}

fn heading(lines: &[Line], of: &Line) -> El {
    let same = |line: &&Line| (line.whose, line.model) == (of.whose, of.model);
    let sum: UsdRange = lines.iter().filter(same).map(|line| line.usd).sum();
    let name = match of.whose {
        Whose::Image => "Image model",
        Whose::Driver => "Text model",
        Whose::Svg => "SVG author",
    };
    el("h3", "whose")
        .child(el("span", "").text(&format!("{name} · {}", of.model)))
        .child(el("span", "usd").text(&sum.in_words()))
}

fn row(line: &Line, amount: &str) -> El {
    let rate = span(line.usd_per_mtok);
    let tokens = grouped(Decimal::from(line.tokens));
    let heading = el("summary", "")
        .child(el("span", "dot").attr("data-meter", meter(line.counted)))
        .child(el("span", "what").text(line.counted.as_str()))
        .child(el("span", "count").text(&format!("{tokens} tokens × ${rate}/M")))
        .child(el("span", "amount").text(amount));
    let entry = |name: &str, words: &str| [el("dt", "").text(name), el("dd", "").text(words)];
    let exact = format!(
        "{tokens} × ${rate} / 1,000,000 = ${}",
        span(line.usd.map(|it| it.0))
    );
    let from = match line.source {
        Some(from) => source(from),
        None => el("span", "source").text("The rate is your own, or the contract’s."),
    };
    let inside = el("dl", "arithmetic")
        .children(entry("Cost", &exact))
        .children(entry("Model", line.model))
        .child(el("dt", "").text("Source"))
        .child(el("dd", "").child(from));
    fold("line", heading).child(inside)
}

fn span(amount: Interval<Decimal>) -> String {
    let (low, high) = (grouped(amount.low), grouped(amount.high));
    if low == high {
        low
    } else {
        format!("{low}–{high}")
    }
}

/// The meter whose colour a line has; what may be either has none.
const fn meter(counted: Counted) -> &'static str {
    match counted {
        Counted::TextInput => "text_input",
        Counted::ImageInput => "image_input",
        Counted::CachedText => "cached_text_input",
        Counted::CachedImage => "cached_image_input",
        Counted::ImageOutput => "image_output",
        Counted::TextOutput => "text_output",
        _ => "flat",
    }
}
