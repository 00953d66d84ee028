//! The grid of ratios by classes: a price in every cell that is valid, the reason in the others.

use super::browser::element::{self, Element, Text};
use super::dom::{El, button, el, follow_each, texts};
use super::slice::slice;
use super::state::State;
use crate::rates::FlexibleSizes;
use crate::size::{AspectRatio, Size, SizeChoice, SizeClass};
use crate::sizing::SizeFault;
use leptos::prelude::*;

/// The ratio that a size stands for: the one it was meant as, a common one, or its own.
pub fn ratio_of(size: Size, meant: Option<AspectRatio>) -> AspectRatio {
    /// Edges step by this under the flexible rule.
    const STEP: u32 = 16;
    let exact = size.ratio();
    let common = || {
        AspectRatio::COMMON
            .into_iter()
            .flat_map(|ratio| [ratio, ratio.turned()])
    };
    if common().any(|ratio| ratio == exact) {
        return exact;
    }
    let fits = |ratio: &AspectRatio| ratio.at_long_edge(size.long(), STEP) == size;
    meant
        .filter(fits)
        .or_else(|| common().find(fits))
        .unwrap_or(exact)
}

/// A ratio as people name it: 7:3 is 21:9.
pub fn name(ratio: AspectRatio) -> String {
    match (ratio.width, ratio.height) {
        (7, 3) => "21:9".into(),
        (3, 7) => "9:21".into(),
        _ => ratio.to_string(),
    }
}

/// The grid, landscape or portrait as the size on screen is until the person chooses.
pub fn grid(state: State, rule: FlexibleSizes) -> El {
    let turned = RwSignal::new(None::<bool>);
    let tall = slice(move || {
        let asked = match state.size.get() {
            SizeChoice::Exact(size) => size.height > size.width,
            SizeChoice::Auto => false,
        };
        turned.get().unwrap_or(asked)
    });
    let rows = move || {
        let tall = tall.get();
        let ratio = |wide: AspectRatio| if tall { wide.turned() } else { wide };
        let mut cells = Cells::default();
        let rows = AspectRatio::COMMON
            .into_iter()
            .map(|wide| row(state, rule, ratio(wide), &mut cells))
            .collect();
        cells.follow(state);
        rows
    };
    let way = move |name: &str, value: bool| {
        button("", name, move || turned.set(Some(value)))
            .live_attr("aria-pressed", move || (tall.get() == value).to_string())
    };
    let ways = el("div", "segments")
        .attr("role", "group")
        .attr("aria-label", "Orientation")
        .child(way("Landscape", false))
        .child(way("Portrait", true));
    let title = el("h3", "")
        .attr("id", "grid-title")
        .text("Ratio by resolution");
    let table = el("table", "grid")
        .attr("aria-labelledby", "grid-title")
        .child(el("thead", "").child(heads()))
        .child(el("tbody", "").fill(rows));
    el("div", "")
        .child(el("div", "grid-head").child(title).child(ways))
        .child(el("div", "scroll").child(table))
}

fn heads() -> El {
    let head = |class: SizeClass| {
        let edge = el("small", "").text(&format!("{} px", class.long_edge()));
        el("th", "")
            .attr("scope", "col")
            .text(class.as_str())
            .child(edge)
    };
    let corner = el("th", "")
        .attr("scope", "col")
        .child(el("span", "unseen").text("Ratio"));
    el("tr", "")
        .child(corner)
        .children(SizeClass::ALL.into_iter().map(head))
}

/// What of the grid follows the state.
#[derive(Default)]
struct Cells {
    sizes: Vec<SizeChoice>,
    buttons: Vec<Element>,
    prices: Vec<Text>,
}

impl Cells {
    fn follow(self, state: State) {
        let Self {
            sizes,
            buttons,
            prices,
        } = self;
        let offered = sizes.clone();
        let price = move |size: &SizeChoice| state.size_price(*size);
        texts(prices, move || offered.iter().map(price).collect());
        let pressed = move || {
            let chosen = state.size.get();
            sizes
                .iter()
                .map(|size| (*size == chosen).to_string())
                .collect()
        };
        follow_each(pressed, move |at, pressed| {
            element::set_attribute(&buttons[at], "aria-pressed", pressed);
        });
    }
}

fn row(state: State, rule: FlexibleSizes, ratio: AspectRatio, cells: &mut Cells) -> El {
    let name = el("span", "").text(&name(ratio));
    let head = el("th", "")
        .attr("scope", "row")
        .child(icon(ratio))
        .child(name);
    let row = SizeClass::ALL
        .into_iter()
        .map(|class| cell(state, rule, ratio.at(class, rule.step), ratio, cells));
    el("tr", "").child(head).children(row)
}

fn icon(ratio: AspectRatio) -> El {
    const EDGE: u32 = 18;
    let long = ratio.width.max(ratio.height);
    let (width, height) = (ratio.width * EDGE / long, ratio.height * EDGE / long);
    let rect = el("rect", "")
        .attr("x", &((22 - width) / 2).to_string())
        .attr("y", &((22 - height) / 2).to_string())
        .attr("width", &width.to_string())
        .attr("height", &height.to_string())
        .attr("rx", "1.5");
    el("svg", "ratio")
        .attr("viewBox", "0 0 22 22")
        .attr("aria-hidden", "true")
        .child(rect)
}

/// A valid size carries its price; an invalid one its reason and the nearest valid size.
fn cell(
    state: State,
    rule: FlexibleSizes,
    size: Size,
    ratio: AspectRatio,
    cells: &mut Cells,
) -> El {
    let reason = reason(rule, size);
    let target = if reason.is_empty() {
        Some(size)
    } else {
        nearest_along(rule, ratio, size)
    };
    let Some(target) = target else {
        return el("td", "").child(el("span", "reason").text(&reason));
    };
    let choice = SizeChoice::Exact(target);
    let kind = if reason.is_empty() {
        "cell"
    } else {
        "cell invalid"
    };
    let choose = move || state.ask("grid", |stage| stage.size = choice);
    let price = el("span", "price");
    cells.sizes.push(choice);
    cells.prices.push(price.slot());
    let cell = button(kind, "", choose)
        .child(price)
        .child(el("span", "dimensions").text(&target.in_words()));
    cells.buttons.push(cell.element().clone());
    let cell = if reason.is_empty() {
        cell
    } else {
        let why = format!("{size} has {reason}; the nearest valid size is {target}");
        cell.attr("title", &why)
            .child(el("span", "reason").text(&reason))
    };
    el("td", "").child(cell)
}

/// The valid size along the ratio whose long edge is nearest.
fn nearest_along(rule: FlexibleSizes, ratio: AspectRatio, wish: Size) -> Option<Size> {
    rule.along(ratio)
        .into_iter()
        .min_by_key(|size| size.long().abs_diff(wish.long()))
}

/// Why a size of the grid is not valid; empty where it is.
fn reason(rule: FlexibleSizes, size: Size) -> String {
    match rule.faults(size).last() {
        None => String::new(),
        Some(SizeFault::TooFewPixels(_)) => "too few pixels".into(),
        Some(SizeFault::TooManyPixels(_)) => "too many pixels".into(),
        Some(SizeFault::Ratio(most)) => format!("a ratio beyond {most}:1"),
        Some(_) => "an edge that is not taken".into(),
    }
}
