//! Rates of the person's own for one stage: by meter, a flat price an image, or credits of a plan.

use super::credits;
use crate::money::{Usd, grouped};
use crate::rates::Meter;
use crate::scenario::{OwnRates, Stage, bounds};
use crate::ui::controls::{Amount, amount_field};
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
        .children(credits::fields(state))
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

/// Reads an amount.
pub(super) type Read = fn(&OwnRates, usize) -> Option<Decimal>;
/// Puts an amount.
pub(super) type Put = fn(&mut OwnRates, usize, Option<Decimal>);

/// A field for one amount of the own rates; `id` names the control too.
pub(super) fn field(
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

/// Nothing in the empty field.
pub(super) fn no_hint() -> Signal<String> {
    Signal::stored(String::new())
}

fn flat(state: State) -> El {
    let parts: (usize, Read, Put) = (0, |own, _| own.image, |own, _, amount| own.image = amount);
    field(state, ("An image", "own-image"), "$", parts, no_hint())
}
