//! What the panels of this view share: selects, tables, buttons that choose a size.

use crate::interval::Interval;
use crate::money::{UsdRange, grouped, quotient};
use crate::size::{Size, SizeChoice};
use crate::ui::browser::element::{self, Element, value_of};
use crate::ui::dom::{El, button, el, follow_each, texts};
use crate::ui::state::State;
use leptos::prelude::*;
use rust_decimal::Decimal;

/// One option of a select.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// What is told when it is chosen.
    pub value: String,
    /// What is read.
    pub words: String,
    /// Whether it is the chosen one.
    pub chosen: bool,
}

/// A label and a select.
pub fn select(
    id: &'static str,
    label: &str,
    choices: Memo<Vec<Choice>>,
    choose: Callback<String>,
) -> El {
    // Options are made anew only when others are offered, not with each of their prices.
    let values = move || {
        let value = |choice: &Choice| choice.value.clone();
        choices.with(|choices| choices.iter().map(value).collect::<Vec<String>>())
    };
    let options = move |values: &Vec<String>| {
        let option = |value: &String| el("option", "").attr("value", value);
        let options: Vec<El> = values.iter().map(option).collect();
        let read = |of: fn(&Choice) -> String| {
            move || choices.with(|choices| choices.iter().map(of).collect())
        };
        let slots = options.iter().map(El::slot).collect();
        texts(slots, read(|choice| choice.words.clone()));
        let targets: Vec<Element> = options.iter().map(|it| it.element().clone()).collect();
        let chosen = read(|choice| String::from(if choice.chosen { "chosen" } else { "" }));
        follow_each(chosen, move |at, chosen| {
            if let Some(option) = targets.get(at) {
                element::set_flag(option, "selected", !chosen.is_empty());
            }
        });
        options
    };
    let field = el("select", "")
        .attr("id", id)
        .fill_by(values, options)
        .on("change", move |event| choose.run(value_of(&event)));
    el("div", "field")
        .child(el("label", "").attr("for", id).text(label))
        .child(field)
}

/// A table that scrolls within itself: its caption, its heads, its rows.
pub fn table(
    class: &str,
    caption: &str,
    heads: &[&str],
    rows: impl Fn() -> Vec<El> + 'static,
) -> El {
    let head = |text: &&str| el("th", "").attr("scope", "col").text(text);
    let head = el("tr", "").children(heads.iter().map(head));
    let table = el("table", &format!("figures {class}"))
        .child(el("caption", "").text(caption))
        .child(el("thead", "").child(head))
        .child(el("tbody", "").fill(rows));
    el("div", "scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", caption)
        .child(table)
}

/// A cell of a table.
pub fn cell(text: &str) -> El {
    el("td", "").text(text)
}

/// A button that makes a size the one that is priced; [`chosen`] says which one is.
pub fn pick_size(state: State, size: Size) -> El {
    let choice = SizeChoice::Exact(size);
    let choose = move || state.ask("size", |stage| stage.size = choice);
    button("pick", &size.in_words(), choose)
}

/// Marks the button of the size that is priced.
pub fn chosen(state: State, picks: Vec<Element>, sizes: Vec<Size>) {
    let pressed = move || {
        let now = state.size.get();
        let pressed = |size: &Size| (now == SizeChoice::Exact(*size)).to_string();
        sizes.iter().map(pressed).collect()
    };
    follow_each(pressed, move |at, pressed| {
        element::set_attribute(&picks[at], "aria-pressed", pressed);
    });
}

/// A button that makes a size the one that is priced, and says whether it is.
pub fn choose_size(state: State, size: Size) -> El {
    let pick = pick_size(state, size);
    chosen(state, vec![pick.element().clone()], vec![size]);
    pick
}

/// A count as people read it, both ends where it is an interval.
pub fn count(tokens: Interval<u64>) -> String {
    let words = |count: u64| grouped(Decimal::from(count));
    if tokens.is_point() {
        words(tokens.low)
    } else {
        format!("{} – {}", words(tokens.low), words(tokens.high))
    }
}

/// A price against another at the high end: `12 % less`, `3 % more`, `the same`.
pub fn against(price: UsdRange, now: UsdRange) -> String {
    let Some(ratio) = quotient(price.high.0, now.high.0) else {
        return String::new();
    };
    let percent = (ratio - Decimal::ONE) * Decimal::ONE_HUNDRED;
    let size = percent.abs();
    let words = match size {
        _ if size.is_zero() => return "the same".into(),
        _ if size < Decimal::ONE => size.round_dp(1).max(Decimal::new(1, 1)),
        _ => size.round(),
    };
    let way = if percent.is_sign_negative() {
        "less"
    } else {
        "more"
    };
    format!("{} % {way}", grouped(words))
}

/// A saving, which may be none: `$1.20`, `costs $0.40 more`.
pub fn saved(saving: Option<UsdRange>, one: fn(&UsdRange) -> String) -> String {
    let Some(saving) = saving else {
        return "–".into();
    };
    if saving.low.0.is_sign_negative() && !saving.high.0.is_zero() {
        let more = Interval::new(
            crate::money::Usd(-saving.low.0),
            crate::money::Usd(-saving.high.0),
        );
        format!("{} more", one(&more))
    } else if saving.high.0.is_zero() {
        "the same".into()
    } else {
        one(&saving)
    }
}

/// How many pixels a dollar buys: `5.2 million`.
pub fn per_dollar(size: Size, each: UsdRange) -> String {
    let pixels = quotient(Decimal::from(size.pixels()), each.high.0);
    let millions = pixels.and_then(|pixels| quotient(pixels, Decimal::from(1_000_000)));
    millions.map_or_else(
        || "–".into(),
        |millions| format!("{} million", with_places(millions, 1)),
    )
}

/// The number of pixels: `1.57 MP`.
pub fn megapixels(size: Size) -> String {
    let millions = Decimal::new(i64::try_from(size.pixels()).unwrap_or(i64::MAX), 6);
    format!("{} MP", with_places(millions, 2))
}

/// A number with just so many decimals, so that those of a column stand below one another.
fn with_places(number: Decimal, places: u32) -> String {
    let mut shown = number.round_dp(places);
    shown.rescale(places);
    shown.to_string()
}
