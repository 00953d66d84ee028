//! How many: requests, images per request, and whether they can wait for the Batch API.

use super::controls::{Card, Number, Scale, choices, number_field};
use super::dom::{El, el, fold};
use super::slice::slice;
use super::state::State;
use crate::rates::Tier;
use crate::scenario::bounds;
use leptos::prelude::*;

/// Requests and images per request.
pub fn sliders(state: State) -> [El; 3] {
    let requests = Number {
        label: "Requests",
        id: "requests",
        unit: "requests",
        bounds: &bounds::REQUESTS,
        scale: Scale::Decades {
            powers: 6,
            zero: false,
        },
    };
    let images = Number {
        label: "Images per request",
        id: "n",
        unit: "images",
        bounds: &bounds::N,
        scale: Scale::Even(*bounds::N.start(), *bounds::N.end()),
    };
    let set_requests =
        Callback::new(move |count| state.ask("requests", |stage| stage.requests = count));
    // Within 1 to 10: the field and the slider have judged it.
    let set_images = Callback::new(move |count: u32| state.ask("n", |stage| stage.n = count as u8));
    let asked_requests = state.number(|stage| stage.requests);
    let asked_images = state.number(|stage| stage.n.into());
    [
        el("h2", "").text("Volume"),
        number_field(requests, asked_requests, set_requests),
        number_field(images, asked_images, set_images),
    ]
}

/// Standard or Batch API, folded, with the present value in the heading.
pub fn tier_fold(state: State) -> El {
    let cards = slice(move || {
        let chosen = state.priced(|stage| stage.tier);
        let card = |tier: &Tier| Card {
            name: name(*tier).into(),
            price: state.price_with(|stage| stage.tier = *tier),
            chosen: *tier == chosen,
        };
        Tier::ALL.iter().map(card).collect::<Vec<Card>>()
    });
    let choose = Callback::new(move |at: usize| {
        if let Some(tier) = Tier::ALL.get(at) {
            state.ask("tier", |stage| stage.tier = *tier);
        }
    });
    let heading = move || {
        let cards = cards.get();
        let chosen = cards.iter().find(|card| card.chosen);
        match chosen.map(|card| (card.name.as_str(), card.price.as_str())) {
            Some((tier, "–")) => format!("Delivery · {tier}"),
            Some((tier, price)) => format!("Delivery · {tier} · {price} an image"),
            None => String::from("Delivery"),
        }
    };
    fold("", el("summary", "").live(heading))
        .attr("id", "delivery-fold")
        .child(choices("tier", "Delivery", move || cards.get(), choose))
        .child(el("p", "hint").text(
            "The Batch API answers within 24 hours at lower rates, on models that have them.",
        ))
}

const fn name(tier: Tier) -> &'static str {
    match tier {
        Tier::Standard => "standard, at once",
        Tier::BatchApi => "Batch API, within 24 h",
    }
}
