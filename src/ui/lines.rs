//! The bar by meter and the line items, each with its arithmetic one gesture away.

use super::live::{all, live, nothing, part};
use super::result::basis_words;
use super::state::State;
use crate::estimate::{Charge, Estimate, LineItem, What, explain, snapshot_of};
use crate::interval::Interval;
use crate::money::{Usd, grouped, shown_parts};
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
    /// The line's part of the total, rounded so that the lines add up to it.
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

type Lines = Memo<Vec<Line>>;

/// The bar and the lines; made anew only when other lines appear.
pub fn breakdown(state: State) -> AnyView {
    let lines: Lines = Memo::new(move |_| state.estimate.with(lines_of));
    let keys = Memo::new(move |_| lines.with(|lines| lines.iter().map(Line::key).collect::<Vec<Key>>()));
    part(move || {
        let keys = keys.get();
        let segments = all(keys.iter().enumerate().map(|(at, key)| segment(lines, at, key.2)));
        let rows = all(keys.iter().enumerate().map(|(at, key)| row(state, lines, at, *key)));
        view! {
            <div class="bar" aria-hidden="true">{segments}</div>
            <div class="lines">{rows}</div>
        }
        .into_any()
    })
}

fn segment(lines: Lines, at: usize, meter: Option<Meter>) -> AnyView {
    let share = live(move || {
        let share = lines.with(|lines| lines.get(at).map_or(0, |line| line.share));
        format!("{}.{}%", share / 10, share % 10)
    });
    view! { <span class="segment" data-meter=meter_name(meter) style:width=share></span> }.into_any()
}

fn meter_name(meter: Option<Meter>) -> &'static str {
    meter.map_or("flat", Meter::as_str)
}

fn lines_of(estimate: &Estimate) -> Vec<Line> {
    let Some(totals) = estimate.totals else { return Vec::new() };
    let items = estimate.stages.iter().enumerate().flat_map(|(stage, priced)| {
        priced.line_items.iter().map(move |item| (stage, *item, priced.sends))
    });
    let mut lines: Vec<Line> = items
        .map(|(stage, item, sends)| Line { stage, item, sends, shown: String::new(), share: 0 })
        .collect();
    let whole = |end: fn(Interval<Usd>) -> Usd| -> (Vec<Usd>, Usd) {
        let parts: Vec<Usd> = lines.iter().map(|line| end(line.item.per_request) * line.sends).collect();
        let sum = parts.iter().fold(Usd::ZERO, |sum, part| sum + *part);
        (shown_parts(&parts, sum), sum)
    };
    let (low, low_sum) = whole(|range| range.low);
    let (high, high_sum) = whole(|range| range.high);
    for (at, line) in lines.iter_mut().enumerate() {
        let (low, high) = (low[at].beside(low_sum), high[at].beside(high_sum));
        line.shown = if low == high { low } else { format!("{low} – {high}") };
        line.share = share(line.item.per_request.high * line.sends, totals.total.high);
    }
    lines
}

/// A part of a total in tenths of a percent.
fn share(part: Usd, total: Usd) -> u32 {
    let share = part.0.checked_div(total.0).unwrap_or_default() * Decimal::ONE_THOUSAND;
    share.to_u32().unwrap_or_default().min(1000)
}

fn row(state: State, lines: Lines, at: usize, key: Key) -> AnyView {
    let text = move |of: fn(&Line) -> String| {
        live(move || lines.with(|lines| lines.get(at).map(of).unwrap_or_default()))
    };
    let open = RwSignal::new(false);
    let inside = part(move || if open.get() { arithmetic(state, lines, at) } else { nothing() });
    view! {
        <details class="line" on:toggle=move |_| open.update(|open| *open = !*open)>
            <summary>
                <span class="dot" data-meter=meter_name(key.2)></span>
                <span class="what">{key.1.as_str()}</span>
                <span class="count">{text(|line| quantity(&line.item))}</span>
                <span class="amount">{text(|line| line.shown.clone())}</span>
            </summary>
            {inside}
        </details>
    }
    .into_any()
}

/// `1,756 tokens at $30`.
fn quantity(item: &LineItem) -> String {
    match item.charge {
        Charge::Tokens { tokens, usd_per_mtok, .. } => {
            let (low, high) = (grouped(usd_per_mtok.low), grouped(usd_per_mtok.high));
            let rate = if low == high { low } else { format!("{low}–{high}") };
            format!("{} tokens × ${rate}/M", explain::count(tokens).replace(" to ", "–"))
        }
        Charge::Images { images, usd } => format!("{images} × ${}", grouped(usd.high)),
    }
}

/// Tokens, formula, rate, source, date and basis.
fn arithmetic(state: State, lines: Lines, at: usize) -> AnyView {
    let Some(Line { stage, item, sends, .. }) = lines.with(|lines| lines.get(at).cloned()) else {
        return nothing();
    };
    let formula = state.workspace.with(|now| {
        let snapshot = snapshot_of(state.book, &now.scenario);
        now.scenario.stages.get(stage).map(|asked| explain::formula(snapshot, asked, &item))
    });
    let times = if sends == Decimal::ONE { String::new() } else { format!(", × {} sends", grouped(sends)) };
    let cost = format!("{} a request{times}", explain::product_of(&item));
    view! {
        <dl class="arithmetic">
            <dt>"Count"</dt><dd>{formula.unwrap_or_default()}</dd>
            <dt>"Cost"</dt><dd>{cost}</dd>
            <dt>"Basis"</dt><dd>{basis_words(item.basis)}</dd>
            <dt>"Sources"</dt><dd>{sources(&item)}</dd>
        </dl>
    }
    .into_any()
}

/// Where the count's rule stands, and where the rate stands.
fn sources(item: &LineItem) -> AnyView {
    let rate = match item.charge {
        Charge::Tokens { rate_source: None, .. } => {
            return view! { "The rate is your own." }.into_any();
        }
        Charge::Tokens { rate_source, .. } => rate_source,
        Charge::Images { .. } => None,
    };
    let rate = rate.filter(|rate| Some(*rate) != item.source);
    all(item.source.into_iter().chain(rate).map(source))
}

/// A source as a link, with the day it was checked.
pub fn source(source: &'static Source) -> AnyView {
    let checked = format!(", checked {}", source.checked.in_words());
    view! {
        <span class="source">
            <a href=source.url target="_blank" rel="noreferrer">{source.title}</a>{checked}
        </span>
    }
    .into_any()
}
