//! The Rates panel: meters by models on a tier, each cell with its source; and what is different
//! under the newest snapshot.

use super::lines::source;
use super::state::State;
use crate::estimate::{estimate, snapshot_of};
use crate::rates::{Meter, Model, RateSnapshot, Tier, TierRates};
use leptos::prelude::*;

/// Folded until somebody asks: its rows are made only then.
pub fn panel(state: State) -> AnyView {
    let open = RwSignal::new(false);
    let heading = move || format!("Rates of {}", state.snapshot().get().0.date.in_words());
    view! {
        <section class="rates" id="rates">
            <details on:toggle=move |_| open.update(|open| *open = !*open)>
                <summary><h2>{heading}</h2><span>"every rate with its source"</span></summary>
                {move || open.get().then(|| body(state))}
            </details>
        </section>
    }
    .into_any()
}

fn body(state: State) -> AnyView {
    let tier = RwSignal::new(Tier::Standard);
    let tab = move |value: Tier, name: &'static str| {
        view! {
            <button type="button" aria-pressed=move || (tier.get() == value).to_string()
                on:click=move |_| tier.set(value)>{name}</button>
        }
    };
    view! {
        <p>{move || state.snapshot().get().0.note}</p>
        <div class="segments" role="group" aria-label="Tier">
            {tab(Tier::Standard, "Standard")} {tab(Tier::BatchApi, "Batch API")}
        </div>
        {move || table(state.snapshot().get().0, tier.get())}
        {glossary()}
        {changes(state)}
    }
    .into_any()
}

fn table(snapshot: &'static RateSnapshot, tier: Tier) -> AnyView {
    let head = |meter: &Meter| view! { <th scope="col"><span class="dot" data-meter=meter.as_str()></span>{title(*meter)}</th> };
    let rows = snapshot
        .image_models
        .iter()
        .map(|model| match model.on(tier) {
            Some(rates) => row(model, rates),
            None => row_without(model, tier),
        });
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label="Rates in USD per million tokens">
            <table class="book">
                <caption>"USD per million tokens. Each rate links to its source."</caption>
                <thead><tr><th scope="col">"Model"</th>{Meter::ALL.iter().map(head).collect_view()}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(model: &'static Model, rates: &'static TierRates) -> AnyView {
    let from = rates.source;
    let title = format!("{}, checked {}", from.title, from.checked.in_words());
    let cell = |meter: &Meter| match rates.rate(*meter) {
        Some(rate) => {
            let mut rate = rate;
            rate.rescale(rate.scale().max(2));
            view! { <td><a href=from.url title=title.clone() target="_blank" rel="noreferrer">"$"{rate.to_string()}</a></td> }.into_any()
        }
        None => view! { <td class="none">"–"</td> }.into_any(),
    };
    view! { <tr><th scope="row">{model.id}</th>{Meter::ALL.iter().map(cell).collect_view()}</tr> }
        .into_any()
}

fn row_without(model: &'static Model, tier: Tier) -> AnyView {
    let flat = model.rates.is_empty();
    let why = match (flat, tier) {
        (true, Tier::Standard) => "flat prices an image, ended",
        (true, Tier::BatchApi) => "not sold on the Batch API",
        (false, _) => "no rates on this tier in this snapshot",
    };
    view! { <tr><th scope="row">{model.id}</th><td class="none" colspan="6">{why}" · "{source(model.source)}</td></tr> }
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
        view! { <div><dt><span class="dot" data-meter=meter.as_str()></span>{title(*meter)}</dt><dd>{words(*meter)}</dd></div> }
    };
    view! { <dl class="glossary">{Meter::ALL.iter().map(entry).collect_view()}</dl> }.into_any()
}

/// What later snapshots say that this one does not.
fn changes(state: State) -> impl Fn() -> Option<AnyView> {
    move || {
        let date = state.snapshot().get().0.date;
        let later = state
            .book
            .snapshots
            .iter()
            .filter(|snapshot| snapshot.date > date);
        let items: Vec<_> = later
            .map(|snapshot| view! { <li><strong>{snapshot.date.in_words()}</strong>" "{snapshot.note}</li> })
            .collect();
        (!items.is_empty()).then(|| {
            view! { <h3>"What changed since"</h3><ul class="changes">{items}</ul> }.into_any()
        })
    }
}

/// The same scenario under the newest rates, where an older snapshot is chosen.
pub fn against_newest(state: State) -> impl Fn() -> Option<AnyView> {
    let newest = state.book.newest().date;
    let other = Memo::new(move |_| {
        state.workspace.with(|now| {
            if snapshot_of(state.book, &now.scenario).date == newest {
                return None;
            }
            let mut scenario = now.scenario.clone();
            scenario.rates = newest;
            Some(
                estimate(state.book, &scenario)
                    .totals
                    .map(|totals| totals.total),
            )
        })
    });
    move || {
        let under = other.get()?;
        let now = state
            .estimate
            .with(|estimate| estimate.totals.map(|totals| totals.total));
        let words = match (under, now) {
            (Some(under), Some(now)) if under == now => String::from("the same figure"),
            (Some(under), _) => under.in_words(),
            (None, _) => String::from("not priced"),
        };
        let switch = move |_| state.change("rates", |now| now.scenario.rates = newest);
        Some(
            view! {
                <p class="newest">"Under the rates of "{newest.in_words()}": "{words}". "
                    <button type="button" class="fix" on:click=switch>"Price with these"</button></p>
            }
            .into_any(),
        )
    }
}
