//! How closely an analysis looks, what it answers, and the trap of the default level.

use crate::money::{Usd, grouped};
use crate::rates::{Detail, Meter, TextModel};
use crate::scenario::{Stage, bounds};
use crate::size::Size;
use crate::ui::controls::{Card, Number, Scale, choices, number_field};
use crate::ui::dom::{El, button, el};
use crate::ui::state::State;
use leptos::prelude::*;
use rust_decimal::Decimal;

/// A photo of 12 megapixels, as phones take them.
const PHOTO: Size = Size::new(4032, 3024);

fn driver(state: State) -> Option<&'static TextModel> {
    let driver = state.asked(|stage| stage.driver)?;
    state.snapshot().text_model(driver)
}

/// Vision tokens of a stage's images at a level; none where one is rejected.
fn tokens(stage: &Stage, driver: &TextModel, detail: Detail) -> Option<u64> {
    stage.refs.iter().try_fold(0, |sum, images| {
        let one = driver.vision.tokens(images.size, detail).ok()?;
        Some(sum + one * u64::from(images.count))
    })
}

/// The levels as cards, each with what the images at hand count for.
pub fn detail(state: State) -> El {
    let made = move || {
        let driver = driver(state);
        state.asked(|stage| {
            let card = |detail: &Detail| {
                let counted = driver.and_then(|driver| tokens(stage, driver, *detail));
                let counted =
                    counted.map(|count| format!("{} tokens", grouped(Decimal::from(count))));
                Card {
                    name: detail.to_string(),
                    price: counted.unwrap_or_else(|| "not taken".to_owned()),
                    chosen: *detail == stage.detail,
                }
            };
            Detail::ALL.iter().map(card).collect()
        })
    };
    let choose = Callback::new(move |at: usize| {
        if let Some(detail) = Detail::ALL.get(at) {
            state.ask("detail", |stage| stage.detail = *detail);
        }
    });
    choices("detail", "How closely it looks", made, choose)
}

/// What the default level costs on a photo, where it costs more than `high`.
pub fn trap(state: State) -> El {
    let made = move || {
        let Some(driver) = driver(state) else {
            return Vec::new();
        };
        let at_high = state.asked(|stage| stage.detail) == Detail::High;
        words(state, driver).map_or_else(Vec::new, |words| {
            let note = el("p", "").text(&words);
            let high = || {
                let use_high = move || state.ask("detail", |stage| stage.detail = Detail::High);
                el("div", "fixes").child(button("fix", "detail high", use_high))
            };
            let ways = (!at_high).then(high);
            vec![el("div", "notices").child(note).children(ways)]
        })
    };
    el("div", "trap").fill(made)
}

fn words(state: State, driver: &'static TextModel) -> Option<String> {
    let count = |detail| driver.vision.tokens(PHOTO, detail).ok();
    let (auto, high) = (count(Detail::Auto)?, count(Detail::High)?);
    if auto <= high {
        return None;
    }
    let tier = state.asked(|stage| stage.tier);
    let rate = driver.on(tier)?.rate(Meter::TextInput)?;
    let part = |tokens: u64| {
        let usd = Usd::of_tokens(tokens, rate).each_in_words();
        (grouped(Decimal::from(tokens)), usd)
    };
    let ((auto, dear), (high, cheap)) = (part(auto), part(high));
    Some(format!(
        "Left out, detail is auto, and {} then reads a photo of 12 megapixels ({PHOTO}) as {auto} \
         tokens, {dear}. At high it is {high}, {cheap}.",
        driver.id
    ))
}

/// How long the answer is.
pub fn answer(state: State) -> El {
    let of = Number {
        label: "Answer tokens",
        id: "answer",
        unit: "tokens",
        bounds: &bounds::ANSWER,
        scale: Scale::Decades {
            powers: 5,
            zero: true,
        },
    };
    let set = Callback::new(move |count| state.ask("answer", |stage| stage.answer = count));
    number_field(of, state.number(|stage| stage.answer), set)
}
