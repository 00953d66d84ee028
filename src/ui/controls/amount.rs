//! Fields for amounts with decimals: dollars and percentages. Empty stands for none.

use super::slider::{Slider, Stand, slider};
use crate::money::grouped;
use crate::scenario::{Percent, bounds};
use crate::typed::{self, AmountBounds, AmountError};
use crate::ui::browser::element::value_of;
use crate::ui::dom::{El, button, effect, el};
use leptos::prelude::*;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::rc::Rc;

/// An amount that a person can change.
#[derive(Clone, Copy)]
pub struct Amount {
    /// What it is, as its label says.
    pub label: &'static str,
    /// The id of its field.
    pub id: &'static str,
    /// What stands before or behind it: `$`, `%`.
    pub unit: &'static str,
    /// What it can be.
    pub bounds: &'static AmountBounds,
    /// Whether an empty field stands for none; otherwise what was there stays.
    pub optional: bool,
}

/// What was typed while the amount was `amount`: shown until the amount changes otherwise.
#[derive(Clone, PartialEq)]
struct Draft {
    text: String,
    amount: Option<Decimal>,
}

/// A label and a field for one amount; `hint` is shown in the field while it is empty.
pub fn amount_field(
    of: Amount,
    value: Signal<Option<Decimal>>,
    set: Callback<Option<Decimal>>,
    hint: Signal<String>,
) -> El {
    let [field, refused] = typed_amount(of, value, set);
    let field = field.live_attr("placeholder", move || hint.get());
    el("div", "amount-field")
        .child(el("label", "").attr("for", of.id).text(of.label))
        .child(
            el("span", "with-unit")
                .attr("data-unit", of.unit)
                .child(field),
        )
        .child(refused)
}

/// A label, a slider of whole percents and a field with two decimals.
pub fn percent_field(
    label: &'static str,
    id: &'static str,
    value: Signal<Percent>,
    set: Callback<Percent>,
) -> El {
    let of = Amount {
        label,
        id,
        unit: "%",
        bounds: &bounds::PERCENT_AMOUNT,
        optional: false,
    };
    let stand = move || Stand {
        last: 100,
        position: value.get().in_hundredths().unsigned_abs() / 100,
        spoken: format!("{} percent", value.get()),
    };
    let track = Slider {
        label,
        page: 10,
        stand: Rc::new(stand),
        moved: Callback::new(move |position: u32| {
            set.run(Percent::hundredths(position as i32 * 100));
        }),
    };
    let amount = Signal::derive(move || Some(in_percent(value.get())));
    let take = Callback::new(move |amount: Option<Decimal>| {
        if let Some(percent) = amount.and_then(percent_of) {
            set.run(percent);
        }
    });
    let [field, refused] = typed_amount(of, amount, take);
    el("div", "number")
        .child(el("label", "").attr("for", id).text(label))
        .child(el("span", "with-unit").attr("data-unit", "%").child(field))
        .child(refused)
        .child(slider(track))
}

/// A percentage as a number of percent.
pub fn in_percent(percent: Percent) -> Decimal {
    Decimal::new(percent.in_hundredths().into(), 2).normalize()
}

/// A number of percent with at most two decimals as a percentage.
pub fn percent_of(amount: Decimal) -> Option<Percent> {
    let hundredths = amount.checked_mul(Decimal::ONE_HUNDRED)?.to_i32()?;
    Some(Percent::hundredths(hundredths))
}

/// A field alone, and what explains what it refuses, with its readings as buttons.
fn typed_amount(
    of: Amount,
    value: Signal<Option<Decimal>>,
    set: Callback<Option<Decimal>>,
) -> [El; 2] {
    let Amount { id, bounds, .. } = of;
    let draft = RwSignal::new(None::<Draft>);
    let text = move || {
        let amount = value.get();
        let kept = draft.get().filter(|draft| draft.amount == amount);
        kept.map_or_else(|| shown(amount), |draft| draft.text)
    };
    // What was typed for another amount is forgotten, or it would come back with that amount.
    effect(move || {
        let amount = value.get();
        let stale = |draft: &Option<Draft>| draft.as_ref().is_some_and(|d| d.amount != amount);
        if draft.with_untracked(stale) {
            draft.set(None);
        }
    });
    let refused = move || typed::amount(&text(), bounds).err();
    let typing = move |event| {
        let text = value_of(&event);
        let before = value.get_untracked();
        let amount = match typed::amount(&text, bounds) {
            Ok(None) if !of.optional => before,
            Ok(amount) => amount,
            Err(_) => before,
        };
        draft.set(Some(Draft { text, amount }));
        if amount != before {
            set.run(amount);
        }
    };
    let left = move |_| {
        if untrack(refused).is_none() {
            draft.set(None);
        }
    };
    let explained = format!("{id}-refused");
    let field = el("input", "typed")
        .attr("type", "text")
        .attr("id", id)
        .attr("inputmode", "decimal")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("aria-describedby", &explained)
        .live_value(text)
        .live_attr("aria-invalid", move || refused().is_some().to_string())
        .on("input", typing)
        .on("change", left);
    let why = move || refused().map_or_else(Vec::new, |error| explain(&error, draft, set));
    let refusal = el("div", "refused")
        .attr("id", &explained)
        .attr("role", "status")
        .fill(why);
    [field, refusal]
}

fn explain(
    error: &AmountError,
    draft: RwSignal<Option<Draft>>,
    set: Callback<Option<Decimal>>,
) -> Vec<El> {
    let reading = |&amount: &Decimal| {
        button("fix", &grouped(amount), move || {
            draft.set(None);
            set.run(Some(amount));
        })
    };
    let readings = el("div", "fixes").children(error.readings.iter().map(reading));
    vec![el("p", "").text(&error.to_string()), readings]
}

fn shown(amount: Option<Decimal>) -> String {
    amount.map_or_else(String::new, grouped)
}
