//! What the numbers of requests mean, how many uses an image has, and what that comes to in a day,
//! a month and a year.

use crate::budget::{Period, projections as over_time};
use crate::scenario::{Per, bounds};
use crate::ui::controls::{Card, Number, Scale, choices, number_field};
use crate::ui::dom::{El, el};
use crate::ui::slice::slice;
use crate::ui::state::State;
use leptos::prelude::*;

/// The span and the uses.
pub fn panel(state: State) -> El {
    let made = move || {
        let now = state.workspace.with(|now| now.scenario.per);
        let card = |per: &Per| Card {
            name: span(*per).into(),
            price: about(*per).into(),
            chosen: *per == now,
        };
        Per::ALL.iter().map(card).collect()
    };
    let choose = Callback::new(move |at: usize| {
        if let Some(per) = Per::ALL.get(at) {
            state.change("per", |now| now.scenario.per = *per);
        }
    });
    let uses = Number {
        label: "Uses of an accepted image",
        id: "uses",
        unit: "uses",
        bounds: &bounds::USES,
        scale: Scale::Decades {
            powers: 3,
            zero: false,
        },
    };
    let used = slice(move || state.workspace.with(|now| u32::from(now.scenario.uses)));
    // Within 1 to 1000: the field and the slider have judged it.
    let set = Callback::new(move |count: u32| {
        state.change("uses", |now| now.scenario.uses = count as u16);
    });
    let hint = "Channels or crops that one image serves; the cost of a use is its part.";
    el("section", "")
        .child(el("h2", "").text("Over time"))
        .child(choices("per", "The plan is carried out", made, choose))
        .child(number_field(uses, used, set))
        .child(el("p", "hint").text(hint))
}

const fn span(per: Per) -> &'static str {
    match per {
        Per::Batch => "Once",
        Per::Day => "Every day",
        Per::Month => "Every month",
    }
}

const fn about(per: Per) -> &'static str {
    match per {
        Per::Batch => "a batch",
        Per::Day => "30.44 days a month",
        Per::Month => "twelve months a year",
    }
}

/// A day, a month and a year, where the plan is carried out again and again.
pub fn projections(state: State) -> El {
    let spans = Memo::new(move |_| {
        let per = state.workspace.with(|now| now.scenario.per);
        let total = state
            .estimate
            .with(|estimate| estimate.totals.map(|totals| totals.total));
        let spans = total.map(|total| over_time(per, total)).unwrap_or_default();
        let spans = spans.into_iter().filter(|_| per != Per::Batch);
        spans
            .map(|(period, usd)| (period, usd.in_words()))
            .collect::<Vec<_>>()
    });
    el("dl", "projections").fill(move || {
        let spans = spans.get().into_iter();
        let entry = |(period, words): (Period, String)| {
            el("div", "")
                .child(el("dt", "").text(&format!("A {period}")))
                .child(el("dd", "").text(&words))
        };
        spans.map(entry).collect()
    })
}
