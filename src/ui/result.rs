//! What it costs: the total, what it comes to an image, and what can be done with it.

use super::browser::{address, clipboard, clock, page};
use super::live::{live, nothing, part};
use super::state::State;
use super::{lines, notes, rates};
use crate::date::Date;
use crate::estimate::Totals;
use crate::export;
use crate::link;
use crate::money::grouped;
use crate::rates::Basis;
use leptos::prelude::*;
use rust_decimal::Decimal;
use std::time::Duration;

/// After so many days the page asks to look at the live price page.
const OLD_AFTER_DAYS: i32 = 30;

/// OpenAI's price page.
const PRICE_PAGE: &str = "https://developers.openai.com/api/docs/pricing";

/// How long a button says that it copied, or shows the text to be copied by hand.
const COPIED_FOR: Duration = Duration::from_secs(8);

/// A screen reader hears the total after a pause of this length, not at each step of a slider.
const CALM: Duration = Duration::from_millis(900);

/// The right column.
pub fn result(state: State) -> AnyView {
    view! {
        <section class="cost" id="cost" aria-label="What it costs">
            {notes::set_aside(state)}
            {headline(state)}
            {notes::problems(state)}
            {lines::breakdown(state)}
            {notes::notices(state)}
            {age(state)}
            {actions(state)}
        </section>
    }
    .into_any()
}

fn totals(state: State) -> Option<Totals> {
    state.estimate.with(|estimate| estimate.totals)
}

fn headline(state: State) -> AnyView {
    let figure = live(move || match totals(state) {
        Some(totals) => totals.total.in_words(),
        None => String::from("No price yet"),
    });
    let class = live(move || match totals(state) {
        None => String::from("total none"),
        Some(totals) if totals.total.is_point() => String::from("total"),
        Some(_) => String::from("total interval"),
    });
    let exact = live(move || totals(state).map(exact).unwrap_or_default());
    let basis = live(move || {
        totals(state).and_then(|totals| totals.basis).map_or("", basis_words).to_owned()
    });
    view! {
        <p class=class><output data-total>{figure}</output></p>
        <div class="per">
            <span>{live(move || totals(state).map(each).unwrap_or_default())}</span>
            <details class="exact"><summary>"Exact figure"</summary><p>{exact}</p><p>{basis}</p></details>
        </div>
        <p class="unseen" aria-live="polite">{spoken(state)}</p>
    }
    .into_any()
}

/// `1,000 images · $0.01345 each`.
fn each(totals: Totals) -> String {
    let count = totals.images.high;
    let unit = if count == Decimal::ONE { "image" } else { "images" };
    let images = grouped(count.round_dp(1));
    let each = totals.per_image.map(|each| format!(" · {} each", each.each_in_words()));
    format!("{images} {unit}{}", each.unwrap_or_default())
}

fn exact(totals: Totals) -> String {
    let (low, high) = (grouped(totals.total.low.0), grouped(totals.total.high.0));
    if low == high { format!("${low}") } else { format!("${low} to ${high}") }
}

/// How far a figure can be trusted, in a sentence.
pub const fn basis_words(basis: Basis) -> &'static str {
    match basis {
        Basis::Given => "Rests on your own numbers.",
        Basis::Official => "Rests on figures that OpenAI prints.",
        Basis::Calculator => "Rests on what OpenAI’s own calculator computes, as read by others.",
        Basis::Measured => "Rests on counts measured on real bills or responses.",
        Basis::Community => "Rests on counts that one person or a few reported.",
        Basis::Assumed => "Rests on an assumption from a neighbouring model.",
    }
}

/// What a screen reader hears.
fn spoken(state: State) -> Signal<String> {
    let calm = RwSignal::new(String::new());
    let pending = StoredValue::new_local(None::<TimeoutHandle>);
    Effect::new(move |_| {
        let text = match totals(state) {
            Some(totals) => format!("Total {}", totals.total.in_words()),
            None => String::from("No price: see the problems"),
        };
        pending.update_value(|pending| {
            if let Some(pending) = pending.take() {
                pending.clear();
            }
            *pending = set_timeout_with_handle(move || calm.set(text), CALM).ok();
        });
    });
    calm.into()
}

/// The age of the rates, and where the live ones stand.
fn age(state: State) -> AnyView {
    let today = clock::today();
    let days = move || {
        let date = state.snapshot().date;
        (date, today.map_or(0, |today| date.days_until(today)))
    };
    let words = live(move || {
        let (date, days) = days();
        age_words(date, days)
    });
    let class = live(move || {
        String::from(if days().1 > OLD_AFTER_DAYS { "age old" } else { "age" })
    });
    view! {
        <p class=class>{words}" "
            <a href=PRICE_PAGE target="_blank" rel="noreferrer">"OpenAI’s price page"</a>
            " · USD, before tax."</p>
        {rates::against_newest(state)}
    }
    .into_any()
}

fn age_words(date: Date, days: i32) -> String {
    let date = date.in_words();
    match days {
        i32::MIN..=0 => format!("Rates of {date}, today."),
        1 => format!("Rates of {date}, 1 day old."),
        2..=OLD_AFTER_DAYS => format!("Rates of {date}, {days} days old."),
        _ => format!("Rates of {date}, {days} days old: look at the live prices before you spend."),
    }
}

/// The link to the estimate as it is now, without how it is shown.
fn link_now(state: State) -> String {
    let parameters = state.workspace.with_untracked(|now| link::write(&now.scenario));
    format!("{}#{parameters}", address::site())
}

fn json_now(state: State) -> String {
    state.workspace.with_untracked(|now| {
        state.estimate.with_untracked(|estimate| {
            export::json(state.book, &now.scenario, estimate, &address::site(), &now.set_aside)
        })
    })
}

fn actions(state: State) -> AnyView {
    let by_hand = RwSignal::new(None::<String>);
    let shown = part(move || match by_hand.get() {
        None => nothing(),
        Some(text) => view! {
            <label class="by-hand"><span>"The browser did not allow copying. Copy this by hand:"</span>
                <textarea readonly rows="3">{text}</textarea></label>
        }
        .into_any(),
    });
    view! {
        <div class="actions">
            {copy_button("Copy link", "copy-link", Callback::new(move |()| link_now(state)), by_hand)}
            {copy_button("Copy JSON", "copy-json", Callback::new(move |()| json_now(state)), by_hand)}
            <button type="button" on:click=move |_| page::print()>"Print"</button>
        </div>
        {shown}
    }
    .into_any()
}

/// A button that copies a text; where the browser refuses, the text is shown.
fn copy_button(
    name: &'static str,
    id: &'static str,
    text: Callback<(), String>,
    by_hand: RwSignal<Option<String>>,
) -> AnyView {
    let copied = RwSignal::new(false);
    let copy = move |_| {
        let text = text.run(());
        clipboard::copy(text.clone(), move |done| {
            copied.set(done);
            by_hand.set((!done).then_some(text));
            set_timeout(move || copied.set(false), COPIED_FOR);
        });
    };
    let label = live(move || String::from(if copied.get() { "Copied" } else { name }));
    view! { <button type="button" id=id on:click=copy>{label}</button> }.into_any()
}

/// On a phone the total stays in sight.
pub fn bottom_bar(state: State) -> AnyView {
    let figure = live(move || match totals(state) {
        Some(totals) => totals.total.in_words(),
        None => String::from("No price yet"),
    });
    let each = live(move || match totals(state).and_then(|totals| totals.per_image) {
        Some(each) => format!("{} an image", each.each_in_words()),
        None => String::new(),
    });
    view! {
        <div class="bottom-bar" aria-hidden="true">
            <strong>{figure}</strong><span>{each}</span><a href="#cost" tabindex="-1">"Details"</a>
        </div>
    }
    .into_any()
}
