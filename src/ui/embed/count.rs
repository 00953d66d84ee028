//! How many: a field that takes what people type, and a slider.

use super::live::{Live, Shown};
use crate::money::grouped;
use crate::scenario::bounds;
use crate::typed::{self, TypedError};
use crate::ui::browser::element::{self, Element, key_of, value_of};
use crate::ui::controls::Scale;
use crate::ui::dom::{El, el};
use rust_decimal::Decimal;

const SCALE: Scale = Scale::Decades {
    powers: 6,
    zero: false,
};

/// Requests: images, where each makes one. Hidden where a reader may change nothing.
pub fn count(live: &Live) -> El {
    let label = el("label", "").attr("for", "requests");
    let refused = el("div", "refused")
        .attr("id", "requests-refused")
        .attr("role", "status");
    let all = el("div", "number")
        .child(live.text(label, |shown| what(shown).into()))
        .child(field(live, refused.element()))
        .child(refused)
        .child(slider(live));
    live.shown_where(&all, |now| now.display.controls);
    all
}

fn what(shown: &Shown) -> &'static str {
    let asked = shown.workspace.asked();
    if asked.n == 1 && asked.makes_images() {
        "Images"
    } else {
        "Requests"
    }
}

fn requests(shown: &Shown) -> u32 {
    shown.workspace.asked().requests
}

fn written(requests: u32) -> String {
    grouped(Decimal::from(requests))
}

fn set(live: &Live, requests: u32) {
    live.change(|now| {
        let stage = now.stage;
        now.scenario.stages[stage].requests = requests;
    });
}

/// What is typed stays as it is while it means the number on screen.
fn field(live: &Live, refused: &Element) -> El {
    let field = el("input", "typed")
        .attr("type", "text")
        .attr("id", "requests")
        .attr("inputmode", "decimal")
        .attr("autocomplete", "off")
        .attr("aria-describedby", "requests-refused");
    let (target, why) = (field.element().clone(), refused.clone());
    live.follow(Box::new(move |shown| {
        let now = requests(shown);
        if typed::count(&element::value(&target), &bounds::REQUESTS) != Ok(now) {
            element::set_value(&target, &written(now));
        }
        explain(&target, &why, Vec::new());
    }));
    let (target, why, changing) = (field.element().clone(), refused.clone(), live.clone());
    let left = live.clone();
    let tidied = field.element().clone();
    field
        .hear("input", move |event| {
            match typed::count(&value_of(&event), &bounds::REQUESTS) {
                Ok(requests) => set(&changing, requests),
                Err(error) => explain(&target, &why, refusal(&changing, &error)),
            }
        })
        .hear("change", move |event| {
            if typed::count(&value_of(&event), &bounds::REQUESTS).is_ok() {
                element::set_value(&tidied, &written(left.read(requests)));
            }
        })
}

/// Puts the words below the field, or takes them away.
fn explain(field: &Element, why: &Element, words: Vec<El>) {
    let refused = if words.is_empty() { "false" } else { "true" };
    element::set_attribute(field, "aria-invalid", refused);
    element::clear(why);
    words.into_iter().for_each(|word| word.mount(why));
}

/// Why it was not taken, and what it may have meant.
fn refusal(live: &Live, error: &TypedError) -> Vec<El> {
    let reading = |&requests: &u32| {
        let live = live.clone();
        let button = el("button", "fix").attr("type", "button");
        button
            .text(&written(requests))
            .hear("click", move |_| set(&live, requests))
    };
    let readings = el("div", "fixes").children(error.readings.iter().map(reading));
    vec![el("p", "").text(&error.to_string()), readings]
}

fn slider(live: &Live) -> El {
    let slider = el("input", "slider")
        .attr("type", "range")
        .attr("min", "0")
        .attr("max", &SCALE.last().to_string());
    let slider = live.attr(slider, "aria-label", |shown| what(shown).into());
    let spoken = |shown: &Shown| format!("{} {}", written(requests(shown)), what(shown));
    let slider = live.attr(slider, "aria-valuetext", spoken);
    let target = slider.element().clone();
    live.follow(Box::new(move |shown| {
        let position = SCALE.position(requests(shown));
        let share = position * 1000 / SCALE.last();
        element::set_value(&target, &position.to_string());
        element::set_style(
            &target,
            "--filled",
            &format!("{}.{}%", share / 10, share % 10),
        );
    }));
    let (moved, paged) = (live.clone(), live.clone());
    slider
        .hear("input", move |event| {
            if let Ok(position) = value_of(&event).parse() {
                set(&moved, SCALE.number(position));
            }
        })
        .hear("keydown", move |event| {
            let now = SCALE.position(paged.read(requests));
            let target = match key_of(&event).as_str() {
                "PageUp" => (now + SCALE.page()).min(SCALE.last()),
                "PageDown" => now.saturating_sub(SCALE.page()),
                _ => return,
            };
            event.prevent_default();
            set(&paged, SCALE.number(target));
        })
}
