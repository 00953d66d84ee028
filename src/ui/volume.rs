//! How many: requests, images per request, and whether they can wait for the Batch API.

use super::controls::{Card, Number, Scale, choices, number_field};
use super::live::{live, number};
use super::state::State;
use crate::rates::Tier;
use crate::scenario::bounds;
use leptos::prelude::*;

/// Requests and images per request.
pub fn sliders(state: State) -> AnyView {
    let requests = Number {
        label: "Requests",
        id: "requests",
        unit: "requests",
        bounds: &bounds::REQUESTS,
        scale: Scale::Decades { powers: 6, zero: false },
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
    let set_images = Callback::new(move |count: u32| {
        // Within 1 to 10: the field and the slider have judged it.
        state.ask("n", |stage| stage.n = count as u8);
    });
    view! {
        <h2>"Volume"</h2>
        {number_field(requests, number(move || state.asked(|stage| stage.requests)), set_requests)}
        {number_field(images, number(move || state.asked(|stage| stage.n.into())), set_images)}
    }
    .into_any()
}

/// Standard or Batch API, folded, with the present value in the heading.
pub fn tier_fold(state: State) -> AnyView {
    let cards = Memo::new(move |_| {
        let chosen = state.asked(|stage| stage.tier);
        let card = |tier: &Tier| Card {
            name: name(*tier).into(),
            price: state.price_with(|stage| stage.tier = *tier),
            chosen: *tier == chosen,
        };
        Tier::ALL.iter().map(card).collect()
    });
    let heading = live(move || format!("Delivery · {}", name(state.asked(|stage| stage.tier))));
    let choose = move |index: usize| {
        if let Some(tier) = Tier::ALL.get(index) {
            state.ask("tier", |stage| stage.tier = *tier);
        }
    };
    view! {
        <details>
            <summary>{heading}</summary>
            {choices("tier", "Delivery", cards, choose)}
            <p class="hint">"The Batch API answers within 24 hours at lower rates, on models that have them."</p>
        </details>
    }
    .into_any()
}

const fn name(tier: Tier) -> &'static str {
    match tier {
        Tier::Standard => "standard, at once",
        Tier::BatchApi => "Batch API, within 24 h",
    }
}
