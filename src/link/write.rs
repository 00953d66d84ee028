//! A scenario and a display as the parameters of a link.

use super::Display;
use super::keys::{Key, Scope};
use super::percent_code::encode;
use super::values::{differing, get_display, get_scenario, get_stage};
use crate::scenario::{Scenario, Stage};

/// Keys that every stage writes, whatever their value.
const ALWAYS: [&str; 4] = ["model", "size", "quality", "requests"];

/// The parameters of a link, without `#` or `?`: `v=1&rates=2026-11-20&model=…`.
pub fn write(scenario: &Scenario) -> String {
    join(&pairs(scenario))
}

/// The same as keys and values, in order; `stage` begins a stage and may be repeated.
pub fn pairs(scenario: &Scenario) -> Vec<(&'static str, String)> {
    let mut pairs = Vec::new();
    whole(&mut pairs, scenario);
    let several = scenario.stages.len() > 1;
    let delivering = scenario.default_delivering();
    for (index, asked) in scenario.stages.iter().enumerate() {
        let delivers = delivering == Some(index);
        stage(&mut pairs, asked, several, delivers);
    }
    pairs
}

/// The parameters of a display that differ from the defaults; may be empty.
pub fn write_display(display: &Display) -> String {
    let default = Display::default();
    let pairs: Vec<_> = Key::of(Scope::Display)
        .map(|key| (key.name, get_display(display, key.name)))
        .filter(|(name, value)| get_display(&default, name) != *value)
        .collect();
    join(&pairs)
}

/// Pins as parameters, each the parameters of another link; may be empty.
pub fn write_pins(pins: &[String]) -> String {
    let pairs: Vec<_> = pins.iter().map(|pin| ("pin", pin.clone())).collect();
    join(&pairs)
}

fn whole(pairs: &mut Vec<(&'static str, String)>, scenario: &Scenario) {
    let default = Scenario::new(scenario.rates);
    for key in Key::of(Scope::Scenario) {
        let value = get_scenario(scenario, key.name);
        let always = matches!(key.name, "v" | "rates");
        if let Some(value) =
            value.filter(|value| always || get_scenario(&default, key.name).as_ref() != Some(value))
        {
            pairs.push((key.name, value));
        }
    }
}

fn stage(
    pairs: &mut Vec<(&'static str, String)>,
    stage: &Stage,
    several: bool,
    delivers_by_default: bool,
) {
    if several || !stage.label.is_empty() {
        pairs.push(("stage", stage.label.clone()));
    }
    if several || stage.deliver != delivers_by_default {
        pairs.push((
            "deliver",
            String::from(if stage.deliver { "1" } else { "0" }),
        ));
    }
    for name in ALWAYS {
        pairs.extend(get_stage(stage, name).map(|value| (name, value)));
    }
    let rest = differing(stage).into_iter();
    pairs.extend(
        rest.filter(|(name, _)| !ALWAYS.contains(name) && !matches!(*name, "stage" | "deliver")),
    );
}

/// Keys and values as parameters of a link.
pub fn join(pairs: &[(&'static str, String)]) -> String {
    let parts = pairs
        .iter()
        .map(|(name, value)| format!("{name}={}", encode(value)));
    parts.collect::<Vec<_>>().join("&")
}
