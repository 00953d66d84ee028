//! Rates of the person's own for one stage: by meter, a flat price an image, or credits of a plan.

use crate::money::{Usd, grouped, quotient};
use crate::rates::Meter;
use crate::scenario::{OwnRates, Stage, bounds};
use crate::size::SizeClass;
use crate::ui::controls::{Amount, Card, amount_field, cards, choices};
use crate::ui::dom::{El, button, el};
use crate::ui::notes;
use crate::ui::state::State;
use leptos::prelude::*;
use rust_decimal::Decimal;

/// Labels and ids of the meters' fields, in the order of [`Meter::ALL`].
const METERS: [(&str, &str); 6] = [
    ("Text in", "own-text-input"),
    ("Cached text in", "own-cached-text-input"),
    ("Image in", "own-image-input"),
    ("Cached image in", "own-cached-image-input"),
    ("Image out", "own-image-output"),
    ("Text out", "own-text-output"),
];

/// Labels and ids of the credits of an image, in the order of [`SizeClass::ALL`].
const CREDITS: [(&str, &str); 3] = [
    ("Credits of a 1K image", "own-credits-1k"),
    ("Credits of a 2K image", "own-credits-2k"),
    ("Credits of a 4K image", "own-credits-4k"),
];

/// What is given, in the heading of the fold.
pub fn in_words(stage: &Stage) -> String {
    let own = &stage.own;
    if let Some(image) = own.image {
        return format!("{} an image", Usd(image).each_in_words());
    }
    if own.has_credits() {
        return "credits".into();
    }
    match own.usd_per_mtok.iter().flatten().count() {
        0 => "none".into(),
        1 => "1 meter".into(),
        count => format!("{count} meters"),
    }
}

/// The fields of the stage on screen.
pub fn panel(state: State) -> El {
    let remove = move || {
        state.ask("own", |stage| stage.own = OwnRates::default());
        super::stages::go_on("own-text-input".into());
    };
    let none = move || state.asked(|stage| stage.own.is_empty());
    let remove = button("quiet", "Remove own rates of this stage", remove)
        .attr("id", "own-remove")
        .live_flag("hidden", none);
    let about = "They stand in the link and are marked as yours. What you leave empty keeps its published rate; markup and regional processing leave your own rates alone.";
    let meters = (0..METERS.len()).map(|at| meter(state, at));
    let grid = || el("div", "amounts");
    el("div", "own")
        .child(el("p", "hint").text(about))
        .child(el("h3", "").text("USD per million tokens"))
        .child(grid().children(meters))
        .child(el("h3", "").text("Or a flat price"))
        .child(grid().child(flat(state)))
        .child(el("h3", "").text("Or credits of a plan"))
        .children(credits(state))
        .child(notes::problems_of(state, &CREDIT_FIELDS))
        .child(remove)
}

const CREDIT_FIELDS: [&str; 6] = [
    "own.image",
    "own.plan",
    "own.credits",
    "own.credits_1k",
    "own.credits_2k",
    "own.credits_4k",
];

type Read = fn(&OwnRates, usize) -> Option<Decimal>;
type Put = fn(&mut OwnRates, usize, Option<Decimal>);

fn field(
    state: State,
    (label, id): (&'static str, &'static str),
    unit: &'static str,
    (at, read, put): (usize, Read, Put),
    hint: Signal<String>,
) -> El {
    let of = Amount {
        label,
        id,
        unit,
        bounds: &bounds::USD,
        optional: true,
    };
    let value = Memo::new(move |_| state.asked(|stage| read(&stage.own, at)));
    let set = Callback::new(move |amount| state.ask(id, |stage| put(&mut stage.own, at, amount)));
    amount_field(of, value.into(), set, hint)
}

/// A meter, with the published rate in the empty field.
fn meter(state: State, at: usize) -> El {
    let published = Signal::derive(move || {
        let tier = state.asked(|stage| stage.tier);
        let rates = state.model().and_then(|model| model.on(tier));
        let rate = rates.and_then(|rates| rates.rate(Meter::ALL[at]));
        rate.map(grouped).unwrap_or_default()
    });
    let parts: (usize, Read, Put) = (
        at,
        |own, at| own.usd_per_mtok[at],
        |own, at, amount| own.usd_per_mtok[at] = amount,
    );
    field(state, METERS[at], "$", parts, published)
}

fn no_hint() -> Signal<String> {
    Signal::stored(String::new())
}

fn flat(state: State) -> El {
    let parts: (usize, Read, Put) = (0, |own, _| own.image, |own, _, amount| own.image = amount);
    field(state, ("An image", "own-image"), "$", parts, no_hint())
}

fn credits(state: State) -> Vec<El> {
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
    let made = cards(Box::new(move || {
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
    }));
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
