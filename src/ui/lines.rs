//! The bar by meter and the line items, each with its arithmetic one gesture away.

use super::result::basis_words;
use super::state::State;
use crate::estimate::{Charge, Estimate, LineItem, What, explain};
use crate::interval::Interval;
use crate::money::{Usd, UsdRange, grouped, shown_parts};
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
    shown: UsdRange,
    /// Its share of the total's high end, in tenths of a percent.
    share: u32,
}

/// What tells lines apart while their figures change.
type Key = (usize, What, Option<Meter>);

fn key(line: &Line) -> Key {
    (line.stage, line.item.what, line.item.meter())
}

/// The bar and the lines.
pub fn breakdown(state: State) -> AnyView {
    let lines = Memo::new(move |_| state.estimate.with(lines_of));
    let keys = Memo::new(move |_| lines.with(|lines| lines.iter().map(key).collect::<Vec<_>>()));
    let row = move |of: Key| {
        let line =
            Memo::new(move |_| lines.with(|lines| lines.iter().find(|l| key(l) == of).cloned()));
        row(state, line)
    };
    let segment = move |of: Key| {
        let share = move || {
            let share =
                lines.with(|lines| lines.iter().find(|l| key(l) == of).map_or(0, |l| l.share));
            format!("{}.{}%", share / 10, share % 10)
        };
        view! { <span class="segment" data-meter=meter_name(of.2) style:width=share></span> }
    };
    view! {
        <div class="bar" aria-hidden="true">
            <For each=move || keys.get() key=|key| *key children=segment/>
        </div>
        <div class="lines">
            <For each=move || keys.get() key=|key| *key children=row/>
        </div>
    }
    .into_any()
}

fn meter_name(meter: Option<Meter>) -> &'static str {
    meter.map_or("flat", Meter::as_str)
}

fn lines_of(estimate: &Estimate) -> Vec<Line> {
    let Some(totals) = estimate.totals else {
        return Vec::new();
    };
    let all: Vec<(usize, LineItem, Decimal)> = estimate
        .stages
        .iter()
        .enumerate()
        .flat_map(|(index, stage)| {
            stage
                .line_items
                .iter()
                .map(move |item| (index, *item, stage.sends))
        })
        .collect();
    let whole = |end: fn(&UsdRange) -> Usd| {
        let parts: Vec<Usd> = all
            .iter()
            .map(|(_, item, sends)| end(&item.per_request) * *sends)
            .collect();
        let sum = parts.iter().fold(Usd::ZERO, |sum, part| sum + *part);
        (shown_parts(&parts, sum), parts)
    };
    let (low, _) = whole(|range| range.low);
    let (high, exact) = whole(|range| range.high);
    let share = |part: Usd| {
        let share = part.0.checked_div(totals.total.high.0).unwrap_or_default();
        (share * Decimal::ONE_THOUSAND)
            .to_u32()
            .unwrap_or_default()
            .min(1000)
    };
    let lines = all
        .into_iter()
        .enumerate()
        .map(|(at, (stage, item, sends))| Line {
            stage,
            item,
            sends,
            shown: Interval::new(low[at], high[at]),
            share: share(exact[at]),
        });
    lines.collect()
}

fn row(state: State, line: Memo<Option<Line>>) -> AnyView {
    let part = move |part: fn(&Line) -> String| move || line.get().as_ref().map(part);
    let meter = move || line.get().map(|line| meter_name(line.item.meter()));
    let open = RwSignal::new(false);
    view! {
        <details class="line" on:toggle=move |_| open.update(|open| *open = !*open)>
            <summary>
                <span class="dot" data-meter=meter></span>
                <span class="what">{part(|line| line.item.what.to_string())}</span>
                <span class="count">{part(|line| quantity(&line.item))}</span>
                <span class="amount">{part(|line| line.shown.in_words())}</span>
            </summary>
            {move || open.get().then(|| arithmetic(state, line))}
        </details>
    }
    .into_any()
}

/// `1,756 tokens at $30`.
fn quantity(item: &LineItem) -> String {
    match item.charge {
        Charge::Tokens {
            tokens,
            usd_per_mtok,
            ..
        } => {
            let (low, high) = (usd_per_mtok.low, usd_per_mtok.high);
            let rate = if low == high {
                grouped(low)
            } else {
                format!("{}–{}", grouped(low), grouped(high))
            };
            format!(
                "{} × ${rate}/M",
                explain::count(tokens).replace(" to ", "–")
            )
        }
        Charge::Images { images, usd } => format!("{images} × ${}", grouped(usd.high)),
    }
}

/// Tokens, formula, rate, source, date and basis.
fn arithmetic(state: State, line: Memo<Option<Line>>) -> Option<AnyView> {
    let Line {
        stage, item, sends, ..
    } = line.get()?;
    let formula = state.workspace.with(|now| {
        let snapshot = crate::estimate::snapshot_of(state.book, &now.scenario);
        now.scenario
            .stages
            .get(stage)
            .map(|asked| explain::formula(snapshot, asked, &item))
    });
    let rate_source = match item.charge {
        Charge::Tokens { rate_source, .. } => rate_source,
        Charge::Images { .. } => None,
    };
    let times = (sends != Decimal::ONE).then(|| format!("× {} sends", grouped(sends)));
    let own = rate_source.is_none() && matches!(item.charge, Charge::Tokens { .. });
    Some(
        view! {
            <div class="arithmetic">
                <dl>
                    <dt>"Count"</dt><dd>{formula}</dd>
                    <dt>"Cost"</dt><dd>{explain::product_of(&item)}" a request "{times}</dd>
                    <dt>"Basis"</dt><dd>{basis_words(item.basis)}</dd>
                    <dt>"Sources"</dt>
                    <dd>{item.source.map(source)}
                        {rate_source.filter(|rate| Some(*rate) != item.source).map(source)}
                        {own.then_some("Rate: your own.")}</dd>
                </dl>
            </div>
        }
        .into_any(),
    )
}

/// A source as a link, with the day it was checked.
pub fn source(source: &'static Source) -> AnyView {
    view! {
        <span class="source">
            <a href=source.url target="_blank" rel="noreferrer">{source.title}</a>
            ", checked "{source.checked.in_words()}
        </span>
    }
    .into_any()
}
