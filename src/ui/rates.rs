//! The Rates panel: meters by models on a tier, each cell with its source. Comes with the whole
//! program, with its own style sheet.

use super::browser::element::is_open;
use super::browser::page;
use super::dom::{El, button, el};
use super::lines::source;
use super::state::State;
use crate::rates::{Meter, Model, RateSnapshot, Tier, TierRates};
use leptos::prelude::*;

/// The panel's fold with its inside, whose rows are made when somebody asks.
pub fn filled(panel: El, state: State) -> El {
    page::adopt(include_str!("rates.css"));
    let open = RwSignal::new(false);
    let inside = el("div", "").fill(move || if open.get() { body(state) } else { Vec::new() });
    panel
        .on("toggle", move |event| open.set(is_open(&event)))
        .child(inside)
}

fn body(state: State) -> Vec<El> {
    let tier = RwSignal::new(Tier::Standard);
    let tab = move |value: Tier, name: &str| {
        button("", name, move || tier.set(value))
            .live_attr("aria-pressed", move || (tier.get() == value).to_string())
    };
    let tabs = el("div", "segments")
        .attr("role", "group")
        .attr("aria-label", "Tier")
        .child(tab(Tier::Standard, "Standard"))
        .child(tab(Tier::BatchApi, "Batch API"));
    let rows = move || {
        state.place.track();
        vec![table(untrack(|| state.snapshot()), tier.get())]
    };
    let scroll = el("div", "scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", "Rates in USD per million tokens");
    vec![
        el("p", "").live(move || state.snapshot().note.to_owned()),
        tabs,
        scroll.fill(rows),
        glossary(),
        el("div", "").fill(move || changes(state)),
    ]
}

fn head_cell(text: &str) -> El {
    el("th", "").attr("scope", "col").text(text)
}

fn dot(meter: Meter) -> El {
    el("span", "dot").attr("data-meter", meter.as_str())
}

fn table(snapshot: &'static RateSnapshot, tier: Tier) -> El {
    let head = |meter: &Meter| {
        el("th", "")
            .attr("scope", "col")
            .child(dot(*meter))
            .text(title(*meter))
    };
    let row = |model: &&'static Model| match model.on(tier) {
        Some(rates) => row(model, rates),
        None => row_without(model, tier),
    };
    let caption = "USD per million tokens. Each rate links to its source.";
    let heads = el("tr", "")
        .child(head_cell("Model"))
        .children(Meter::ALL.iter().map(head));
    el("table", "book")
        .child(el("caption", "").text(caption))
        .child(el("thead", "").child(heads))
        .child(el("tbody", "").children(snapshot.image_models.iter().map(row)))
}

fn row(model: &'static Model, rates: &'static TierRates) -> El {
    let from = rates.source;
    let title = format!("{}, checked {}", from.title, from.checked.in_words());
    let cell = |meter: &Meter| match rates.rate(*meter) {
        Some(mut rate) => {
            rate.rescale(rate.scale().max(2));
            let link = el("a", "").attr("href", from.url).attr("title", &title);
            let link = link.attr("target", "_blank").attr("rel", "noreferrer");
            el("td", "").child(link.text(&format!("${rate}")))
        }
        None => el("td", "none").text("–"),
    };
    row_head(model).children(Meter::ALL.iter().map(cell))
}

fn row_head(model: &Model) -> El {
    el("tr", "").child(el("th", "").attr("scope", "row").text(model.id))
}

fn row_without(model: &'static Model, tier: Tier) -> El {
    let why = match (model.rates.is_empty(), tier) {
        (true, Tier::Standard) => "flat prices an image, ended · ",
        (true, Tier::BatchApi) => "not sold on the Batch API · ",
        (false, _) => "no rates on this tier in this snapshot · ",
    };
    let cell = el("td", "none")
        .attr("colspan", "6")
        .text(why)
        .child(source(model.source));
    row_head(model).child(cell)
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
fn glossary() -> El {
    let entry = |meter: &Meter| {
        let name = el("dt", "").child(dot(*meter)).text(title(*meter));
        el("div", "")
            .child(name)
            .child(el("dd", "").text(words(*meter)))
    };
    el("dl", "glossary").children(Meter::ALL.iter().map(entry))
}

/// What later snapshots say that this one does not.
fn changes(state: State) -> Vec<El> {
    state.place.track();
    let date = untrack(|| state.snapshot()).date;
    let later = state
        .book
        .snapshots
        .iter()
        .filter(|snapshot| snapshot.date > date);
    let items: Vec<El> = later.map(change).collect();
    if items.is_empty() {
        return Vec::new();
    }
    vec![
        el("h3", "").text("What changed since"),
        el("ul", "changes").children(items),
    ]
}

fn change(snapshot: &'static RateSnapshot) -> El {
    let date = el("strong", "").text(&snapshot.date.in_words());
    el("li", "").child(date).text(" ").text(snapshot.note)
}
