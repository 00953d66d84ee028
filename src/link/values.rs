//! One value at a time: read into a stage, a scenario or a display, and written back.
//!
//! Knows the domain of each key; must not know links as a whole.

use super::Display;
use super::keys::{Key, Scope};
use super::parse::{label, percent, refs, size, switch, usd, whole};
use super::{Panel, Theme, View};
use crate::program::SECOND_MODEL;
use crate::rates::{Background, Detail, Fidelity, Format, Meter, Quality, RateBook, Tier};
use crate::scenario::{InputImages, OwnRates, Per, Percent, Route, Scenario, Stage, Task, bounds};
use crate::size::SizeClass;
use rust_decimal::Decimal;

/// The value is outside the key's own domain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Refused;

type Taken = Result<(), Refused>;

fn put<T>(field: &mut T, value: Option<T>) -> Taken {
    *field = value.ok_or(Refused)?;
    Ok(())
}

/// Sets a key of a stage. `deliver` is the reader's, since its default depends on all stages.
pub(super) fn set_stage(book: &RateBook, stage: &mut Stage, key: &str, text: &str) -> Taken {
    match key {
        "stage" => put(&mut stage.label, label(text)),
        "deliver" => put(&mut stage.deliver, switch(text)),
        "task" => put(&mut stage.task, Task::parse(text)),
        "model" => put(
            &mut stage.model,
            book.image_model(text).map(|model| model.id),
        ),
        "route" => put(&mut stage.route, Route::parse(text)),
        "driver" if SECOND_MODEL => put(
            &mut stage.driver,
            book.text_model(text).map(|model| Some(model.id)),
        ),
        "tier" => put(&mut stage.tier, Tier::parse(text)),
        "size" => put(&mut stage.size, size(text)),
        "quality" => put(&mut stage.quality, Quality::parse(text)),
        "requests" => put(&mut stage.requests, whole(text, &bounds::REQUESTS)),
        "n" => put(&mut stage.n, whole(text, &bounds::N)),
        "prompt" => put(&mut stage.prompt, whole(text, &bounds::PROMPT)),
        "refs" => put(&mut stage.refs, refs(text)),
        "fidelity" => put(&mut stage.fidelity, Fidelity::parse(text)),
        "detail" => put(&mut stage.detail, Detail::parse(text)),
        "mask" => put(&mut stage.mask, switch(text)),
        "partials" => put(&mut stage.partials, whole(text, &bounds::PARTIALS)),
        "background" => put(&mut stage.background, Background::parse(text)),
        "format" => put(&mut stage.format, Format::parse(text)),
        "answer" => put(&mut stage.answer, whole(text, &bounds::ANSWER)),
        "context" => put(&mut stage.context, whole(text, &bounds::CONTEXT)),
        "turns" => put(&mut stage.turns, whole(text, &bounds::TURNS)),
        "cached" => put(&mut stage.cached, percent(text)),
        "retries" => put(&mut stage.retries, percent(text)),
        "tries" => put(&mut stage.tries, whole(text, &bounds::TRIES)),
        "blocked" => put(&mut stage.blocked, percent(text)),
        "accept" => put(&mut stage.accept, percent(text)),
        _ => {
            let field = own_field(&mut stage.own, key).ok_or(Refused)?;
            put(field, usd(text, &bounds::OWN).map(Some))
        }
    }
}

/// The value of a key of a stage as a link writes it; none where it has none.
pub(super) fn get_stage(stage: &Stage, key: &str) -> Option<String> {
    let text = match key {
        "stage" => return (!stage.label.is_empty()).then(|| stage.label.clone()),
        "deliver" => one_or_zero(stage.deliver),
        "task" => stage.task.to_string(),
        "model" => stage.model.to_owned(),
        "route" => stage.route.to_string(),
        "driver" => return stage.driver.map(str::to_owned),
        "tier" => stage.tier.to_string(),
        "size" => stage.size.to_string(),
        "quality" => stage.quality.to_string(),
        "requests" => stage.requests.to_string(),
        "n" => stage.n.to_string(),
        "prompt" => stage.prompt.to_string(),
        "refs" => return (!stage.refs.is_empty()).then(|| write_refs(&stage.refs)),
        "fidelity" => stage.fidelity.to_string(),
        "detail" => stage.detail.to_string(),
        "mask" => one_or_zero(stage.mask),
        "partials" => stage.partials.to_string(),
        "background" => stage.background.to_string(),
        "format" => stage.format.to_string(),
        "answer" => stage.answer.to_string(),
        "context" => stage.context.to_string(),
        "turns" => stage.turns.to_string(),
        "cached" => stage.cached.to_string(),
        "retries" => stage.retries.to_string(),
        "tries" => stage.tries.to_string(),
        "blocked" => stage.blocked.to_string(),
        "accept" => stage.accept.to_string(),
        _ => {
            return (*own_field(&mut stage.own.clone(), key)?)
                .map(|own| own.normalize().to_string());
        }
    };
    Some(text)
}

/// Puts a key of a stage back to its default.
pub(super) fn reset_stage(book: &RateBook, stage: &mut Stage, key: &str) {
    let default = Stage::default();
    match (key, get_stage(&default, key)) {
        (_, Some(text)) => set_stage(book, stage, key, &text).unwrap_or_default(),
        ("stage", None) => stage.label.clear(),
        ("driver", None) => stage.driver = None,
        ("refs", None) => stage.refs.clear(),
        (_, None) => {
            if let Some(field) = own_field(&mut stage.own, key) {
                *field = None;
            }
        }
    }
}

/// Sets a key of the whole scenario; `v` and `rates` are the reader's.
pub(super) fn set_scenario(scenario: &mut Scenario, key: &str, text: &str) -> Taken {
    match key {
        "markup" => put(&mut scenario.markup, Percent::parse(text, &bounds::MARKUP)),
        "residency" => put(&mut scenario.residency, switch(text)),
        "budget" => put(&mut scenario.budget, usd(text, &bounds::BUDGET).map(Some)),
        "per" => put(&mut scenario.per, Per::parse(text)),
        "uses" => put(&mut scenario.uses, whole(text, &bounds::USES)),
        _ => Err(Refused),
    }
}

/// Puts a key of the whole scenario back to its default.
pub(super) fn reset_scenario(book: &RateBook, scenario: &mut Scenario, key: &str) {
    let default = Scenario::new(book.newest().date);
    match key {
        "rates" => scenario.rates = default.rates,
        "markup" => scenario.markup = default.markup,
        "residency" => scenario.residency = default.residency,
        "budget" => scenario.budget = default.budget,
        "per" => scenario.per = default.per,
        "uses" => scenario.uses = default.uses,
        _ => {}
    }
}

/// The value of a key of the whole scenario; none where it has none.
pub(super) fn get_scenario(scenario: &Scenario, key: &str) -> Option<String> {
    Some(match key {
        "v" => String::from("1"),
        "rates" => scenario.rates.to_string(),
        "markup" => scenario.markup.to_string(),
        "residency" => one_or_zero(scenario.residency),
        "budget" => scenario.budget?.normalize().to_string(),
        "per" => scenario.per.to_string(),
        "uses" => scenario.uses.to_string(),
        _ => return None,
    })
}

/// Sets a key of the display.
pub(super) fn set_display(display: &mut Display, key: &str, text: &str) -> Taken {
    match key {
        "view" => put(&mut display.view, View::parse(text)),
        "panel" => put(&mut display.panel, Panel::parse(text)),
        "embed" => put(&mut display.embed, switch(text)),
        "controls" => put(&mut display.controls, switch(text)),
        "theme" => put(&mut display.theme, Theme::parse(text)),
        _ => Err(Refused),
    }
}

/// The value of a key of the display.
pub(super) fn get_display(display: &Display, key: &str) -> String {
    match key {
        "view" => display.view.to_string(),
        "panel" => display.panel.to_string(),
        "embed" => one_or_zero(display.embed),
        "controls" => one_or_zero(display.controls),
        _ => display.theme.to_string(),
    }
}

/// Every key of a stage with its value in force, as contract 2 exports it; none where a key has
/// no value.
pub fn asked(stage: &Stage) -> Vec<(&'static str, Option<String>)> {
    Key::of(Scope::Stage)
        .map(|key| (key.name, get_stage(stage, key.name)))
        .collect()
}

/// The keys of a stage whose values differ from the defaults.
pub(super) fn differing(stage: &Stage) -> Vec<(&'static str, String)> {
    let default = Stage::default();
    Key::of(Scope::Stage)
        .filter_map(|key| Some((key.name, get_stage(stage, key.name)?)))
        .filter(|(name, value)| get_stage(&default, name).as_ref() != Some(value))
        .collect()
}

fn own_field<'a>(own: &'a mut OwnRates, key: &str) -> Option<&'a mut Option<Decimal>> {
    let name = key.strip_prefix("own.")?;
    if let Some(meter) = Meter::ALL.iter().find(|meter| meter.as_str() == name) {
        return own.usd_per_mtok.get_mut(*meter as usize);
    }
    Some(match name {
        "image" => &mut own.image,
        "plan" => &mut own.plan,
        "credits" => &mut own.credits,
        "credits_1k" => &mut own.credits_per_image[SizeClass::K1 as usize],
        "credits_2k" => &mut own.credits_per_image[SizeClass::K2 as usize],
        "credits_4k" => &mut own.credits_per_image[SizeClass::K4 as usize],
        _ => return None,
    })
}

fn one_or_zero(on: bool) -> String {
    String::from(if on { "1" } else { "0" })
}

/// Input images as a link writes them: `1024x1024*3,512x768`.
pub fn write_refs(refs: &[InputImages]) -> String {
    let parts = refs.iter().map(|images| match images.count {
        1 => images.size.to_string(),
        count => format!("{}*{count}", images.size),
    });
    parts.collect::<Vec<_>>().join(",")
}
