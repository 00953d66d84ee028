//! The bar by meter and the line items, each with its arithmetic one gesture away.

use super::browser::element::{self, Element, Text, is_open};
use super::dom::{El, el, fold, follow_each, texts};
use super::result::basis_words;
use super::slice::{Slice, slice};
use super::state::State;
use crate::estimate::{Charge, Estimate, LineItem, StageEstimate, What, explain, snapshot_of};
use crate::interval::Interval;
use crate::money::{Usd, UsdRange, grouped, shown_ranges};
use crate::rates::{Meter, Source};
use leptos::prelude::*;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// One line as it is shown.
#[derive(Clone, PartialEq)]
struct Line {
    stage: usize,
    item: LineItem,
    sends: Decimal,
    /// The share of the sends that is billed at the low end.
    billed: Decimal,
    /// The line's part of the total, rounded so that the lines add up to it, and in words.
    rounded: UsdRange,
    shown: String,
    /// Its share of the total's high end, in tenths of a percent.
    share: u32,
}

/// What tells lines apart while their figures change.
type Key = (usize, What, Option<Meter>);

impl Line {
    fn key(&self) -> Key {
        (self.stage, self.item.what, self.item.meter())
    }
}

type Lines = Slice<Vec<Line>>;

/// The bar and the lines; made anew only when other lines appear.
pub fn breakdown(state: State) -> [El; 2] {
    let lines: Lines = slice(move || state.estimate.with(lines_of));
    let keys = move || lines.with(|lines| lines.iter().map(Line::key).collect::<Vec<Key>>());
    let rows = move |keys: &Vec<Key>| {
        let mut slots = Vec::new();
        let made = rows(state, lines, keys, &mut slots);
        follow(lines, slots);
        made
    };
    let segments = move |keys: &Vec<Key>| segments(lines, keys);
    let bar = el("div", "bar").attr("aria-hidden", "true");
    [
        bar.fill_by(keys, segments),
        el("div", "lines").fill_by(keys, rows),
    ]
}

/// The count and the amount of every line.
fn follow(lines: Lines, slots: Vec<Text>) {
    texts(slots, move || {
        let mut words = Vec::new();
        lines.with(|lines| {
            for line in lines {
                words.push(quantity(&line.item));
                words.push(line.shown.clone());
            }
        });
        words
    });
}

/// A segment for each line; of several stages one for each meter.
fn segments(lines: Lines, keys: &[Key]) -> Vec<El> {
    let mut shown: Vec<(Option<Meter>, Vec<usize>)> = Vec::new();
    for (at, (.., meter)) in keys.iter().enumerate() {
        let same = shown.iter_mut().find(|(known, _)| known == meter);
        match same.filter(|_| several(keys)) {
            Some((_, places)) => places.push(at),
            None => shown.push((*meter, vec![at])),
        }
    }
    let (meters, places): (Vec<Option<Meter>>, Vec<Vec<usize>>) = shown.into_iter().unzip();
    let made: Vec<El> = meters.into_iter().map(segment).collect();
    let targets: Vec<Element> = made.iter().map(|made| made.element().clone()).collect();
    let widths = move || {
        let width = |places: &Vec<usize>| lines.with(|lines| width(lines, places));
        places.iter().map(width).collect()
    };
    follow_each(widths, move |at, width| {
        element::set_style(&targets[at], "width", width);
    });
    made
}

fn several(keys: &[Key]) -> bool {
    cfg!(feature = "whole") && keys.last().is_some_and(|(stage, ..)| *stage > 0)
}

/// The lines; those of several stages folded by stage.
fn rows(state: State, lines: Lines, keys: &[Key], slots: &mut Vec<Text>) -> Vec<El> {
    #[cfg(feature = "whole")]
    if several(keys) {
        return by_stage(state, lines, keys, slots);
    }
    let made = |(at, key): (usize, &Key)| row(state, lines, at, *key, slots);
    keys.iter().enumerate().map(made).collect()
}

/// A fold for each stage, with its part of the total in the heading.
#[cfg(feature = "whole")]
fn by_stage(state: State, lines: Lines, keys: &[Key], slots: &mut Vec<Text>) -> Vec<El> {
    let amounts = Memo::new(move |_| state.estimate.with(of_stages));
    // Lines stand in the order of their stages, so their slots come in the lines' order.
    let mut group = |stage: usize| {
        let own = keys.iter().enumerate().filter(|(_, key)| key.0 == stage);
        let rows = own.map(|(at, key)| row(state, lines, at, *key, slots));
        let name = move || {
            state
                .workspace
                .with(|now| stage_title(&now.scenario, stage))
        };
        let amount = move || amounts.with(|amounts| amounts.get(stage).cloned());
        let heading = el("summary", "")
            .child(el("span", "what").live(name))
            .child(el("span", "amount").live(move || amount().unwrap_or_default()));
        fold("of-stage", heading).child(el("div", "").children(rows))
    };
    let last = keys.last().map_or(0, |(stage, ..)| *stage);
    (0..=last).map(&mut group).collect()
}

/// The name of a stage where it stands alone: its label, or its number.
#[cfg(feature = "whole")]
pub fn stage_title(scenario: &crate::scenario::Scenario, at: usize) -> String {
    match scenario.stages.get(at) {
        Some(stage) if !stage.label.is_empty() => stage.label.clone(),
        _ => format!("Stage {}", at + 1),
    }
}

fn segment(meter: Option<Meter>) -> El {
    el("span", "segment").attr("data-meter", meter_name(meter))
}

/// The share of the lines at these places.
fn width(lines: &[Line], places: &[usize]) -> String {
    let shares = places.iter().filter_map(|at| lines.get(*at));
    let share: u32 = shares.map(|line| line.share).sum();
    format!("{}.{}%", share / 10, share % 10)
}

fn meter_name(meter: Option<Meter>) -> &'static str {
    meter.map_or("flat", Meter::as_str)
}

fn lines_of(estimate: &Estimate) -> Vec<Line> {
    let Some(totals) = estimate.totals else {
        return Vec::new();
    };
    let mut lines = Vec::new();
    for (stage, priced) in estimate.stages.iter().enumerate() {
        let billed = billed_at_least(priced);
        let line = |item: &LineItem| Line {
            stage,
            item: *item,
            sends: priced.sends,
            billed,
            rounded: UsdRange::point(Usd::ZERO),
            shown: String::new(),
            share: 0,
        };
        lines.extend(priced.line_items.iter().map(line));
    }
    let whole = |line: &Line| {
        let all = line.item.per_request.map(|usd| usd * line.sends);
        Interval::new(all.low * line.billed, all.high)
    };
    let parts: Vec<UsdRange> = lines.iter().map(whole).collect();
    let sum: UsdRange = parts.iter().copied().sum();
    for ((line, part), shown) in lines.iter_mut().zip(&parts).zip(shown_ranges(&parts)) {
        line.rounded = if part.is_point() {
            UsdRange::point(shown.low)
        } else {
            shown
        };
        line.shown = beside(line.rounded, sum);
        line.share = share(part.high, totals.total.high);
    }
    lines
}

/// A part of a total, with the decimals that the total is shown with.
fn beside(part: UsdRange, total: UsdRange) -> String {
    let low = part.low.beside(total.low);
    let high = part.high.beside(total.high);
    if part.is_point() || low == high {
        low
    } else {
        format!("{low} – {high}")
    }
}

/// What each stage comes to, rounded as its lines are, so that the stages add up to the shown
/// total; a part that would round to nothing keeps two digits. Empty with problems.
#[cfg(feature = "whole")]
pub fn of_stages(estimate: &Estimate) -> Vec<String> {
    let lines = lines_of(estimate);
    let Some(totals) = estimate.totals else {
        return Vec::new();
    };
    let amount = |(stage, priced): (usize, &StageEstimate)| {
        let own = lines.iter().filter(|line| line.stage == stage);
        let rounded: UsdRange = own.map(|line| line.rounded).sum();
        let whole = priced.totals.map_or(rounded, |totals| totals.total);
        if rounded.high == Usd::ZERO && whole.high != Usd::ZERO {
            return whole.in_words();
        }
        beside(rounded, totals.total)
    };
    estimate.stages.iter().enumerate().map(amount).collect()
}

/// The share of a stage's sends that is billed at the low end: blocked requests may be free.
fn billed_at_least(priced: &StageEstimate) -> Decimal {
    let all = priced.per_request.map(|one| (one.low * priced.sends).0);
    let low = priced.totals.map(|totals| totals.total.low.0);
    let share = low.zip(all).and_then(|(low, all)| low.checked_div(all));
    share.unwrap_or(Decimal::ONE)
}

/// A part of a total in tenths of a percent.
fn share(part: Usd, total: Usd) -> u32 {
    let share = part.0.checked_div(total.0).unwrap_or_default() * Decimal::ONE_THOUSAND;
    share.to_u32().unwrap_or_default().min(1000)
}

/// A line; its count and its amount are put among the slots.
fn row(state: State, lines: Lines, at: usize, key: Key, slots: &mut Vec<Text>) -> El {
    let [count, amount] = ["count", "amount"].map(|class| el("span", class));
    slots.extend([count.slot(), amount.slot()]);
    let heading = el("summary", "")
        .child(el("span", "dot").attr("data-meter", meter_name(key.2)))
        .child(el("span", "what").text(key.1.as_str()))
        .child(count)
        .child(amount);
    let open = RwSignal::new(false);
    let inside = move || {
        if open.get() {
            arithmetic(state, lines, at)
        } else {
            Vec::new()
        }
    };
    fold("line", heading)
        .on("toggle", move |event| open.set(is_open(&event)))
        .child(el("dl", "arithmetic").fill(inside))
}

/// `1,756 tokens × $30/M`; an interval with both ends.
pub fn quantity(item: &LineItem) -> String {
    match item.charge {
        Charge::Tokens {
            tokens,
            usd_per_mtok,
            ..
        } => {
            let tokens = span(tokens.map(Decimal::from));
            format!("{tokens} tokens × ${}/M", span(usd_per_mtok))
        }
        Charge::Images { images, usd } => format!("{images} × ${}", span(usd)),
    }
}

fn span(amount: Interval<Decimal>) -> String {
    let (low, high) = (grouped(amount.low), grouped(amount.high));
    if low == high {
        low
    } else {
        format!("{low}–{high}")
    }
}

/// Tokens, formula, rate, source, date and basis.
fn arithmetic(state: State, lines: Lines, at: usize) -> Vec<El> {
    let Some(Line {
        stage, item, sends, ..
    }) = lines.with(|lines| lines.get(at).cloned())
    else {
        return Vec::new();
    };
    let formula = state.workspace.with(|now| {
        let snapshot = snapshot_of(state.book, &now.scenario);
        now.scenario
            .stages
            .get(stage)
            .map(|asked| explain::formula(snapshot, asked, &item))
    });
    let once = explain::product_of(&item);
    let cost = if sends == Decimal::ONE {
        format!("{once} a request")
    } else {
        format!("{once} a request, × {} sends", grouped(sends))
    };
    let entry = |name: &str, words: &str| [el("dt", "").text(name), el("dd", "").text(words)];
    let mut entries = Vec::from(entry("Count", &formula.unwrap_or_default()));
    entries.extend(entry("Cost", &cost));
    entries.extend(entry("Basis", basis_words(item.basis)));
    entries.push(el("dt", "").text("Sources"));
    entries.push(el("dd", "").children(sources(&item)));
    entries
}

/// Where the count's rule stands, and where the rate stands.
fn sources(item: &LineItem) -> Vec<El> {
    let rate = match item.charge {
        Charge::Tokens {
            rate_source: None, ..
        } => {
            return vec![el("span", "source").text("The rate is your own.")];
        }
        Charge::Tokens { rate_source, .. } => rate_source,
        Charge::Images { .. } => None,
    };
    let rate = rate.filter(|rate| Some(*rate) != item.source);
    item.source.into_iter().chain(rate).map(source).collect()
}

/// A source as a link, with the day it was checked.
pub fn source(source: &'static Source) -> El {
    let link = el("a", "")
        .attr("href", source.url)
        .attr("target", "_blank")
        .attr("rel", "noreferrer")
        .text(source.title);
    el("span", "source")
        .child(link)
        .text(&format!(", checked {}", source.checked.in_words()))
}
