//! The Rates panel: meters by models on a tier, each cell with its source; and what is different
//! under the newest snapshot.

use super::lines::source;
use super::live::{all, live, nothing, part};
use super::state::State;
use crate::estimate::estimate;
use crate::rates::{Meter, Model, RateSnapshot, Tier, TierRates};
use leptos::prelude::*;

/// Folded until somebody asks: its rows are made only then.
pub fn panel(state: State) -> AnyView {
    let open = RwSignal::new(false);
    let heading = live(move || format!("Rates of {}", state.snapshot().date.in_words()));
    let inside = part(move || if open.get() { body(state) } else { nothing() });
    view! {
        <section class="rates" id="rates">
            <details on:toggle=move |_| open.update(|open| *open = !*open)>
                <summary><h2>{heading}</h2><span>"every rate with its source"</span></summary>
                {inside}
            </details>
        </section>
    }
    .into_any()
}

fn body(state: State) -> AnyView {
    let tier = RwSignal::new(Tier::Standard);
    let tab = move |value: Tier, name: &'static str| {
        let pressed = live(move || (tier.get() == value).to_string());
        view! { <button type="button" aria-pressed=pressed on:click=move |_| tier.set(value)>{name}</button> }
            .into_any()
    };
    let rows = part(move || {
        state.place.track();
        table(untrack(|| state.snapshot()), tier.get())
    });
    view! {
        <p>{live(move || state.snapshot().note.to_owned())}</p>
        <div class="segments" role="group" aria-label="Tier">
            {tab(Tier::Standard, "Standard")} {tab(Tier::BatchApi, "Batch API")}
        </div>
        {rows}
        {glossary()}
        {changes(state)}
    }
    .into_any()
}

fn table(snapshot: &'static RateSnapshot, tier: Tier) -> AnyView {
    let head = |meter: &Meter| {
        view! { <th scope="col"><span class="dot" data-meter=meter.as_str()></span>{title(*meter)}</th> }
            .into_any()
    };
    let row = |model: &&'static Model| match model.on(tier) {
        Some(rates) => row(model, rates),
        None => row_without(model, tier),
    };
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label="Rates in USD per million tokens">
            <table class="book">
                <caption>"USD per million tokens. Each rate links to its source."</caption>
                <thead><tr><th scope="col">"Model"</th>{all(Meter::ALL.iter().map(head))}</tr></thead>
                <tbody>{all(snapshot.image_models.iter().map(row))}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(model: &'static Model, rates: &'static TierRates) -> AnyView {
    let from = rates.source;
    let title = format!("{}, checked {}", from.title, from.checked.in_words());
    let cell = |meter: &Meter| match rates.rate(*meter) {
        Some(mut rate) => {
            rate.rescale(rate.scale().max(2));
            let shown = format!("${rate}");
            let title = title.clone();
            view! { <td><a href=from.url title=title target="_blank" rel="noreferrer">{shown}</a></td> }
                .into_any()
        }
        None => view! { <td class="none">"–"</td> }.into_any(),
    };
    let cells = all(Meter::ALL.iter().map(cell));
    view! { <tr><th scope="row">{model.id}</th>{cells}</tr> }.into_any()
}

fn row_without(model: &'static Model, tier: Tier) -> AnyView {
    let why = match (model.rates.is_empty(), tier) {
        (true, Tier::Standard) => "flat prices an image, ended · ",
        (true, Tier::BatchApi) => "not sold on the Batch API · ",
        (false, _) => "no rates on this tier in this snapshot · ",
    };
    view! { <tr><th scope="row">{model.id}</th><td class="none" colspan="6">{why}{source(model.source)}</td></tr> }
        .into_any()
}

const fn title(meter: Meter) -> &'static str {
    match meter {
        Meter::TextInput => "Text in",
        Meter::CachedTextInput => "Cached text in",
        Meter::ImageInput => "Image in",
        Meter::CachedImageInput => "Cached image in",
        Meter::ImageOutput => "Image out",
        Meter::TextOutput => "Text out",
    }
}

const fn words(meter: Meter) -> &'static str {
    match meter {
        Meter::TextInput => "the prompt, and what is billed beside it",
        Meter::CachedTextInput => {
            "text that the API read from its cache; on the Responses route only"
        }
        Meter::ImageInput => "reference images of an edit, counted by their size",
        Meter::CachedImageInput => {
            "reference images read from the cache; on the Responses route only"
        }
        Meter::ImageOutput => "the images that come back, partial ones included",
        Meter::TextOutput => "text that comes back; among image models 1.5 alone returns any",
    }
}

/// What each meter is.
fn glossary() -> AnyView {
    let entry = |meter: &Meter| {
        view! {
            <div><dt><span class="dot" data-meter=meter.as_str()></span>{title(*meter)}</dt>
                <dd>{words(*meter)}</dd></div>
        }
        .into_any()
    };
    view! { <dl class="glossary">{all(Meter::ALL.iter().map(entry))}</dl> }.into_any()
}

/// What later snapshots say that this one does not.
fn changes(state: State) -> AnyView {
    part(move || {
        state.place.track();
        let date = untrack(|| state.snapshot()).date;
        let later = state.book.snapshots.iter().filter(|snapshot| snapshot.date > date);
        let items: Vec<AnyView> = later.map(change).collect();
        if items.is_empty() {
            return nothing();
        }
        view! { <h3>"What changed since"</h3><ul class="changes">{items}</ul> }.into_any()
    })
}

fn change(snapshot: &'static RateSnapshot) -> AnyView {
    view! { <li><strong>{snapshot.date.in_words()}</strong>" "{snapshot.note}</li> }.into_any()
}

/// The same scenario under the newest rates, where an older snapshot is chosen.
pub fn against_newest(state: State) -> AnyView {
    let newest = state.book.newest().date;
    let words = Memo::new(move |_| {
        if state.snapshot().date == newest { String::new() } else { under(state, newest) }
    });
    let switch = move |_| state.change("rates", |now| now.scenario.rates = newest);
    part(move || match words.get() {
        words if words.is_empty() => nothing(),
        words => view! {
            <p class="newest">{words}" "
                <button type="button" class="fix" on:click=switch>"Price with these"</button></p>
        }
        .into_any(),
    })
}

fn under(state: State, newest: crate::date::Date) -> String {
    let mut scenario = state.workspace.with(|now| now.scenario.clone());
    scenario.rates = newest;
    let then = estimate(state.book, &scenario).totals.map(|totals| totals.total);
    let now = state.estimate.with(|estimate| estimate.totals.map(|totals| totals.total));
    let figure = match then {
        Some(total) if Some(total) == now => String::from("the same figure"),
        Some(total) => total.in_words(),
        None => String::from("no price as asked"),
    };
    format!("Under the newest rates, of {}: {figure}.", newest.in_words())
}
