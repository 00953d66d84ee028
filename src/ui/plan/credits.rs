//! An image paid in credits of a plan: a tool's or a gateway's.
//!
//! The link knows what the plan costs and how many credits are in it. Where it is paid by the year
//! and the credits come every month, those of twelve months stand there.

use super::own::{Put, Read, field, no_hint};
use crate::money::{grouped, quotient};
use crate::scenario::{OwnRates, bounds};
use crate::size::SizeClass;
use crate::ui::controls::{Amount, Card, amount_field, choices};
use crate::ui::dom::{El, el};
use crate::ui::state::State;
use leptos::prelude::*;
use rust_decimal::Decimal;

/// Labels and ids of the credits of an image, in the order of [`SizeClass::ALL`].
const CREDITS: [(&str, &str); 3] = [
    ("Credits of a 1K image", "own-credits-1k"),
    ("Credits of a 2K image", "own-credits-2k"),
    ("Credits of a 4K image", "own-credits-4k"),
];

/// How the plan is paid, its price and credits, and the credits of an image of each class.
pub fn fields(state: State) -> Vec<El> {
    // Paid by the year: the credits of twelve months stand in the link.
    let yearly = RwSignal::new(false);
    let plan: (usize, Read, Put) = (0, |own, _| own.plan, |own, _, amount| own.plan = amount);
    let by_class = (0..SizeClass::ALL.len()).map(|at| {
        let parts: (usize, Read, Put) = (
            at,
            |own, at| own.credits_per_image[at],
            |own, at, amount| own.credits_per_image[at] = amount,
        );
        field(state, CREDITS[at], "", parts, no_hint())
    });
    let fields = el("div", "amounts")
        .child(field(
            state,
            ("Price of the plan", "own-plan"),
            "$",
            plan,
            no_hint(),
        ))
        .child(in_plan(state, yearly))
        .children(by_class);
    let each = move || state.asked(|stage| credit_words(&stage.own));
    vec![paid(state, yearly), fields, el("p", "hint").live(each)]
}

const MONTHS: Decimal = Decimal::from_parts(12, 0, 0, false, 0);

/// Credits in the plan; of a plan that is paid by the year those of a month.
fn in_plan(state: State, yearly: RwSignal<bool>) -> El {
    let of = Amount {
        label: "Credits in it",
        id: "own-credits",
        unit: "",
        bounds: &bounds::USD,
        optional: true,
    };
    let times = move |yearly: bool| if yearly { MONTHS } else { Decimal::ONE };
    let value = Memo::new(move |_| {
        let credits = state.asked(|stage| stage.own.credits)?;
        quotient(credits, times(yearly.get()))
    });
    let set = Callback::new(move |amount: Option<Decimal>| {
        let all = amount.map(|amount| amount * times(yearly.get_untracked()));
        let most = Decimal::from(bounds::USD.most);
        state.ask("own-credits", |stage| {
            stage.own.credits = all.map(|all| all.min(most))
        });
    });
    amount_field(of, value.into(), set, no_hint())
}

/// Whether the price is paid by the month or by the year, with credits every month.
fn paid(state: State, yearly: RwSignal<bool>) -> El {
    let made = move || {
        let now = yearly.get();
        let card = |name: &str, about: &str, chosen| Card {
            name: name.into(),
            price: about.into(),
            chosen,
        };
        vec![
            card("Once for these credits", "or by the month", !now),
            card("By the year", "credits every month", now),
        ]
    };
    // What is typed stays as it reads: the credits in the link follow.
    let choose = Callback::new(move |at: usize| {
        let (before, now) = (yearly.get_untracked(), at == 1);
        if before == now {
            return;
        }
        yearly.set(now);
        let all = |credits: Decimal| {
            let all = if now {
                credits * MONTHS
            } else {
                credits / MONTHS
            };
            all.round_dp(bounds::USD_PLACES)
                .min(Decimal::from(bounds::USD.most))
        };
        state.ask("own-paid", |stage| {
            stage.own.credits = stage.own.credits.map(all)
        });
    });
    choices("own-paid", "The price is paid", made, choose)
}

/// `$20 / 1,000 credits = $0.02 a credit`.
fn credit_words(own: &OwnRates) -> String {
    let (Some(plan), Some(credits)) = (own.plan, own.credits) else {
        return String::new();
    };
    match quotient(plan, credits) {
        Some(each) => format!(
            "${} / {} credits = ${} a credit.",
            grouped(plan),
            grouped(credits),
            grouped(each)
        ),
        None => String::new(),
    }
}
