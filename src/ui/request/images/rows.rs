//! The images, a row for each size: how many, tokens and cost, and what resizing would save.

use super::list::List;
use super::smaller::{Smaller, smaller};
use crate::estimate::InputPrice;
use crate::estimate::explain::count;
use crate::money::grouped;
use crate::scenario::{InputImages, bounds};
use crate::ui::browser::page;
use crate::ui::controls::typed_field;
use crate::ui::dom::{El, button, el};
use crate::ui::request::prices::input_price;
use crate::ui::slice::slice;
use leptos::prelude::*;
use rust_decimal::Decimal;
use std::time::Duration;

/// So many rows are shown; a link can name 1,500 sizes.
const MOST_ROWS: usize = 50;

/// One row.
#[derive(Clone, PartialEq)]
pub struct Row {
    /// Size and number.
    pub images: InputImages,
    /// What one of them adds to a request.
    pub price: Option<InputPrice>,
    /// A size that would add less.
    pub smaller: Option<Smaller>,
}

type Rows = Memo<Vec<Row>>;

/// The rows; made anew only when there are more or fewer.
pub fn rows(list: List) -> El {
    let smaller = smaller(list);
    let rows: Rows = Memo::new(move |_| {
        let images = list.images();
        let row = |(at, images): (usize, &InputImages)| Row {
            images: *images,
            price: input_price(list.state, images.size),
            smaller: smaller.with(|all| all.get(at).cloned().flatten()),
        };
        images.iter().take(MOST_ROWS).enumerate().map(row).collect()
    });
    let shown = Memo::new(move |_| rows.with(Vec::len));
    let items = move || (0..shown.get()).map(|at| row(list, rows, at)).collect();
    let more = move || {
        let all = list.images().len();
        match all.checked_sub(MOST_ROWS) {
            None | Some(0) => String::new(),
            Some(more) => format!(
                "{} more sizes are counted and not listed.",
                grouped(Decimal::from(more))
            ),
        }
    };
    el("div", "images")
        .child(
            el("ul", "rows")
                .attr("aria-label", "Input images")
                .fill(items),
        )
        .child(el("p", "hint").live(more))
        .child(
            el("p", "sum")
                .attr("role", "status")
                .live(move || sum(list)),
        )
}

fn row_id(at: usize) -> String {
    format!("ref-{at}-row")
}

/// Goes on at a row once the list is made anew, or at the fold where no row is left: the button
/// that had the focus is gone.
fn go_on(at: usize) {
    let go = move || {
        let row = row_id(at);
        page::go_to(if page::has(&row) { &row } else { "images-fold" });
    };
    set_timeout(go, Duration::ZERO);
}

/// `3 images of at most 16`.
fn sum(list: List) -> String {
    let images = InputImages::count_of(&list.images());
    let number = |number: u32| grouped(Decimal::from(number));
    match (images, list.most()) {
        (0, _) | (_, 0) => String::new(),
        (1, most) => format!("1 image of at most {}", number(most)),
        (images, most) => format!("{} images of at most {}", number(images), number(most)),
    }
}

fn row(list: List, rows: Rows, at: usize) -> El {
    let of = move |part: fn(&Row) -> String| {
        move || rows.with(|rows| rows.get(at).map(part).unwrap_or_default())
    };
    let size = of(|row| row.images.size.in_words());
    let names = move || {
        let images = rows.with(|rows| rows.get(at).map(|row| row.images));
        images.map_or_else(String::new, |images| shown(&list.names(images)))
    };
    let gone = move || {
        list.remove(at);
        go_on(at.min(list.count().saturating_sub(1)));
    };
    let remove = button("remove", "Remove", gone)
        .live_attr("aria-label", move || format!("Remove {}", size()));
    el("li", "")
        .attr("id", &row_id(at))
        .attr("tabindex", "-1")
        .child(el("span", "dimensions").live(size))
        .child(el("span", "names").live(names))
        .child(how_many(list, rows, at))
        .child(el("span", "tokens").live(of(tokens)))
        .child(el("span", "each").live(of(each)))
        .child(remove)
        .child(saving(list, rows, at))
}

/// The first few names, and how many more there are.
fn shown(names: &[String]) -> String {
    const FEW: usize = 3;
    let first = names.iter().take(FEW).cloned().collect::<Vec<_>>();
    match names.len().saturating_sub(FEW) {
        0 => first.join(", "),
        more => format!("{} and {more} more", first.join(", ")),
    }
}

fn how_many(list: List, rows: Rows, at: usize) -> El {
    let read = move || rows.with(|rows| rows.get(at).map(|row| row.images));
    let number = slice(move || read().map_or(1, |images| images.count.into()));
    let label = move || {
        let size = read().map(|images| images.size.in_words());
        format!("How many of {}", size.unwrap_or_default())
    };
    let id = format!("ref-{at}");
    let set = Callback::new(move |count| list.set_count(at, count));
    el("span", "count")
        .child(el("label", "unseen").attr("for", &id).live(label))
        .children(typed_field(&id, &bounds::INPUT_IMAGES, number, set))
}

fn tokens(row: &Row) -> String {
    let Some(price) = row.price else {
        return String::from("no token count");
    };
    let sent = count(price.tokens);
    match price.driver.high {
        0 if price.tokens.high == 1 => format!("{sent} token"),
        0 => format!("{sent} tokens"),
        _ => format!("{sent} tokens, and {} for the driver", count(price.driver)),
    }
}

fn each(row: &Row) -> String {
    let each = if row.images.count > 1 { " each" } else { "" };
    let price = row.price.map(|price| price.usd.each_in_words());
    price.map_or_else(String::new, |price| format!("{price}{each}"))
}

/// What it would cost resized, and the click that makes it so.
fn saving(list: List, rows: Rows, at: usize) -> El {
    let offer =
        Memo::new(move |_| rows.with(|rows| rows.get(at).and_then(|row| row.smaller.clone())));
    let made = move || {
        offer
            .get()
            .map_or_else(Vec::new, |offer| part(list, at, &offer))
    };
    el("div", "saving").fill(made)
}

fn part(list: List, at: usize, offer: &Smaller) -> Vec<El> {
    let size = offer.size;
    let words = format!(
        "Resized to {} before upload: {} tokens{}, {} % fewer",
        size.in_words(),
        count(offer.tokens),
        offer
            .usd
            .map_or_else(String::new, |usd| format!(" · {}", usd.each_in_words())),
        offer.percent
    );
    let resize = move || {
        list.resize(at, size);
        go_on(at);
    };
    let use_it = button("fix", "Use this size", resize)
        .attr("aria-label", &format!("Use the size {}", size.in_words()));
    vec![el("span", "").text(&words), use_it]
}
