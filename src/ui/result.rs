//! What it costs: the total, what it comes to an image, the bar by meter, the line items.

use super::browser::{clipboard, page};
use super::state::State;
use super::{lines, notes};
use crate::date::Date;
use crate::estimate::Totals;
use crate::export;
use crate::link;
use crate::money::grouped;
use crate::rates::Basis;
use leptos::prelude::*;

/// After so many days the page asks to look at the live price page.
const OLD_AFTER_DAYS: i32 = 30;

/// OpenAI's price page.
pub const PRICE_PAGE: &str = "https://developers.openai.com/api/docs/pricing";

/// The right column.
pub fn result(state: State) -> AnyView {
    view! {
        <section class="cost" aria-labelledby="cost-title">
            <h2 id="cost-title" class="unseen">"What it costs"</h2>
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

fn totals(state: State) -> Memo<Option<Totals>> {
    Memo::new(move |_| state.estimate.with(|estimate| estimate.totals))
}

fn headline(state: State) -> AnyView {
    let totals = totals(state);
    let figure = move || match totals.get() {
        Some(totals) => totals.total.in_words(),
        None => String::from("No price yet"),
    };
    let wide = move || totals.get().is_some_and(|totals| !totals.total.is_point());
    view! {
        <p class="total" class:interval=wide class:none=move || totals.get().is_none()>
            <output data-total>{figure}</output>
        </p>
        <p class="per">{move || totals.get().map(each)}</p>
        <p class="unseen" aria-live="polite">{spoken(state)}</p>
    }
    .into_any()
}

/// `1,000 images · $0.01345 each`.
fn each(totals: Totals) -> AnyView {
    let images = grouped(totals.images.high.round_dp(1));
    let unit = if totals.images.high == rust_decimal::Decimal::ONE {
        "image"
    } else {
        "images"
    };
    let each = totals
        .per_image
        .map(|each| format!(" · {} each", each.each_in_words()));
    let exact = totals.total.low.to_string();
    let exact = if totals.total.is_point() {
        format!("Exactly ${exact}")
    } else {
        format!("Exactly ${exact} to ${}", totals.total.high)
    };
    let basis = totals.basis.map(basis_words);
    view! {
        <span>{images}" "{unit}{each}</span>
        <details class="exact"><summary>"Exact figure"</summary><p>{exact}</p><p>{basis}</p></details>
    }
    .into_any()
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

/// What a screen reader hears, after a pause rather than at each step of a slider.
fn spoken(state: State) -> impl Fn() -> String {
    let calm = RwSignal::new(String::new());
    let wanted = move || match totals(state).get() {
        Some(totals) => format!("Total {}", totals.total.in_words()),
        None => String::from("No price: see the problems"),
    };
    let latest = Memo::new(move |_| wanted());
    let pause = std::time::Duration::from_millis(900);
    let pending = StoredValue::new_local(None::<TimeoutHandle>);
    Effect::new(move |_| {
        let text = latest.get();
        pending.update_value(|pending| {
            if let Some(pending) = pending.take() {
                pending.clear();
            }
            *pending = set_timeout_with_handle(move || calm.set(text), pause).ok();
        });
    });
    move || calm.get()
}

/// The age of the rates, and where the live ones stand.
fn age(state: State) -> AnyView {
    let today = super::browser::clock::today();
    let snapshot = state.snapshot();
    let words = move || {
        let date = snapshot.get().0.date;
        let days = today.map_or(0, |today| date.days_until(today));
        age_words(date, days)
    };
    let old = move || {
        let date = snapshot.get().0.date;
        today.is_some_and(|today| date.days_until(today) > OLD_AFTER_DAYS)
    };
    view! {
        <p class="age" class:old=old>
            {words}" "
            <a href=PRICE_PAGE target="_blank" rel="noreferrer">"OpenAI’s price page"</a>
            " · USD, before tax."
        </p>
        {super::rates::against_newest(state)}
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
pub fn link_now(state: State) -> String {
    let parameters = state
        .workspace
        .with_untracked(|now| link::write(&now.scenario));
    format!("{}#{parameters}", super::browser::address::site())
}

fn json_now(state: State) -> String {
    let site = super::browser::address::site();
    state.workspace.with_untracked(|now| {
        state.estimate.with_untracked(|estimate| {
            export::json(state.book, &now.scenario, estimate, &site, &now.set_aside)
        })
    })
}

fn actions(state: State) -> AnyView {
    view! {
        <div class="actions">
            {copy_button("Copy link", "copy-link", move || link_now(state))}
            {copy_button("Copy JSON", "copy-json", move || json_now(state))}
            <button type="button" class="quiet" on:click=move |_| page::print()>"Print"</button>
        </div>
    }
    .into_any()
}

/// A button that copies a text; where there is no clipboard the text is shown to be copied.
pub fn copy_button(
    name: &'static str,
    id: &'static str,
    text: impl Fn() -> String + Copy + Send + Sync + 'static,
) -> AnyView {
    let outcome = RwSignal::new(None::<Result<(), String>>);
    let copy = move |_| {
        let text = text();
        leptos::task::spawn_local(async move {
            let copied = clipboard::copy(text.clone()).await;
            outcome.set(Some(if copied { Ok(()) } else { Err(text) }));
            set_timeout(move || outcome.try_set(None).map_or((), drop), COPIED_FOR);
        });
    };
    let label = move || {
        if outcome.get() == Some(Ok(())) {
            "Copied"
        } else {
            name
        }
    };
    let by_hand = move || {
        let shown = outcome.get().and_then(Result::err);
        shown.map(|text| view! { <textarea class="by-hand" readonly aria-label="Copy by hand">{text}</textarea> })
    };
    view! { <button type="button" id=id on:click=copy>{label}</button> {by_hand} }.into_any()
}

/// How long the button says that it copied, or shows the text to be copied by hand.
const COPIED_FOR: std::time::Duration = std::time::Duration::from_secs(8);

/// On a phone the total stays in sight.
pub fn bottom_bar(state: State) -> AnyView {
    let totals = totals(state);
    let problems = move || state.estimate.with(|estimate| estimate.problems.len());
    let figure = move || match totals.get() {
        Some(totals) => totals.total.in_words(),
        None if problems() == 1 => String::from("1 problem"),
        None => format!("{} problems", problems()),
    };
    let each = move || {
        let each = totals.get().and_then(|totals| totals.per_image);
        each.map(|each| format!("{} an image", each.each_in_words()))
    };
    view! {
        <div class="bottom-bar" aria-hidden="true">
            <strong>{figure}</strong><span>{each}</span><a href="#cost-title" tabindex="-1">"Details"</a>
        </div>
    }
    .into_any()
}
