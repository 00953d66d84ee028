//! The person's own numbers, as fields.

use super::desk::Desk;
use crate::plan_or_api::Around;
use crate::scenario::{Per, bounds};
use crate::ui::controls::{Amount, amount_field, typed_field};
use crate::ui::dom::{El, button, el};
use crate::ui::slice::{Slice, slice};
use leptos::prelude::*;
use rust_decimal::Decimal;
use std::ops::RangeInclusive;

static IMAGES: RangeInclusive<u32> = 0..=1_000_000_000;
static SEATS: RangeInclusive<u32> = 1..=1_000_000;
static MONTHS: RangeInclusive<u32> = 1..=120;

/// Every field, in three groups.
pub fn fields(desk: Desk) -> El {
    el("div", "own-numbers")
        .child(people(desk))
        .child(around(desk))
        .child(tool(desk))
}

fn count(
    label: &str,
    id: &'static str,
    bounds: &'static RangeInclusive<u32>,
    value: Slice<u32>,
    set: Callback<u32>,
) -> El {
    el("div", "number")
        .child(el("label", "").attr("for", id).text(label))
        .children(typed_field(id, bounds, value, set))
}

fn group(name: &str) -> El {
    el("fieldset", "").child(el("legend", "").text(name))
}

fn people(desk: Desk) -> El {
    let images = slice(move || desk.a_month());
    let set_images = Callback::new(move |images| desk.images.set(Some(images)));
    let set_seats = Callback::new(move |seats| desk.seats.set(seats));
    let from = move || {
        String::from(match (desk.images.get(), desk.per()) {
            (Some(_), _) => "",
            (None, Per::Batch) => "The accepted images of the scenario, once a month.",
            (None, _) => "The accepted images of the scenario in a month.",
        })
    };
    let yearly = move |value: bool, words: &str| {
        button("", words, move || desk.yearly.set(value)).live_attr("aria-pressed", move || {
            (desk.yearly.get() == value).to_string()
        })
    };
    group("You")
        .child(count(
            "Images a month",
            "month-images",
            &IMAGES,
            images,
            set_images,
        ))
        .child(el("p", "hint").live(from))
        .child(count(
            "Seats",
            "seats",
            &SEATS,
            slice(move || desk.seats.get()),
            set_seats,
        ))
        .child(
            el("div", "segments")
                .attr("role", "group")
                .attr("aria-label", "How a workspace is paid")
                .child(yearly(false, "Paid monthly"))
                .child(yearly(true, "Paid yearly")),
        )
}

/// A field for dollars of what is around the API.
fn dollars(
    desk: Desk,
    label: &'static str,
    id: &'static str,
    read: fn(&Around) -> Decimal,
    write: fn(&mut Around, Decimal),
) -> El {
    let of = Amount {
        label,
        id,
        unit: "$",
        bounds: &bounds::USD,
        optional: false,
    };
    let value = Signal::derive(move || Some(desk.around.with(read)));
    let set = Callback::new(move |amount: Option<Decimal>| {
        desk.around
            .update(|around| write(around, amount.unwrap_or_default()));
    });
    amount_field(of, value, set, Signal::stored(String::new()))
}

fn around(desk: Desk) -> El {
    let months = slice(move || desk.around.with(|around| around.months));
    let set_months = Callback::new(move |months| desk.around.update(|it| it.months = months));
    group("Around the API, which estimates leave out")
        .child(dollars(
            desk,
            "Engineering, once",
            "engineering-once",
            |it| it.engineering_once,
            |it, usd| it.engineering_once = usd,
        ))
        .child(count(
            "Spread over months",
            "months",
            &MONTHS,
            months,
            set_months,
        ))
        .child(dollars(
            desk,
            "Engineering a month",
            "engineering",
            |it| it.engineering,
            |it, usd| it.engineering = usd,
        ))
        .child(dollars(
            desk,
            "Storage a month",
            "storage",
            |it| it.storage,
            |it, usd| it.storage = usd,
        ))
        .child(dollars(
            desk,
            "Monitoring a month",
            "monitoring",
            |it| it.monitoring,
            |it, usd| it.monitoring = usd,
        ))
}

/// A specialist tool, as its price list says.
fn tool(desk: Desk) -> El {
    let amount = |label, id, value: RwSignal<Option<Decimal>>, hint: &str| {
        let of = Amount {
            label,
            id,
            unit: "$",
            bounds: &bounds::USD,
            optional: true,
        };
        let set = Callback::new(move |amount| value.set(amount));
        amount_field(of, value.into(), set, Signal::stored(hint.to_owned()))
    };
    let set_images = Callback::new(move |images| desk.tool_images.set(images));
    group("A specialist tool")
        .child(amount(
            "Price a month",
            "tool-price",
            desk.tool_price,
            "none",
        ))
        .child(count(
            "Images in it",
            "tool-images",
            &IMAGES,
            slice(move || desk.tool_images.get()),
            set_images,
        ))
        .child(amount(
            "Each further image",
            "tool-further",
            desk.tool_further,
            "not sold",
        ))
}
