//! The one table of keys: their names, where they stand, and what they take, in words.

use crate::program::WORKFLOW;

/// Where a key stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Once for the whole scenario.
    Scenario,
    /// Once for each stage.
    Stage,
    /// How the page is shown; not part of the scenario.
    Display,
    /// Beside the scenario, up to [`MOST_PINS`] times.
    Beside,
}

/// So many scenarios can be pinned beside the one of a link.
pub const MOST_PINS: usize = 3;

/// A key of contract 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// As links write it.
    pub name: &'static str,
    /// Where it stands.
    pub scope: Scope,
    /// What it takes, as a notice says it.
    pub takes: &'static str,
}

impl Key {
    /// The key of that name, already in lower case.
    pub fn find(name: &str) -> Option<&'static Self> {
        KEYS.iter().find(|key| key.name == name)
    }

    /// Every key of a scope, in the order in which links and exports write them.
    pub fn of(scope: Scope) -> impl Iterator<Item = &'static Self> {
        KEYS.iter().filter(move |key| key.scope == scope)
    }
}

const fn key(name: &'static str, scope: Scope, takes: &'static str) -> Key {
    // Said of what is set aside, which the lean program leaves to the whole one.
    let takes = if WORKFLOW { takes } else { "" };
    Key { name, scope, takes }
}

const PERCENT: &str = "0 to 100 percent, at most two decimals";
const USD: &str = "0 to 1,000,000,000, at most six decimals";
const SWITCH: &str = "0 or 1";

/// Every key, in the order in which links write them.
pub static KEYS: &[Key] = &[
    key("v", Scope::Scenario, "1"),
    key("rates", Scope::Scenario, "a date written YYYY-MM-DD"),
    key(
        "markup",
        Scope::Scenario,
        "-100 to 1000 percent, at most two decimals",
    ),
    key("residency", Scope::Scenario, SWITCH),
    key("budget", Scope::Scenario, USD),
    key("per", Scope::Scenario, "batch, day or month"),
    key("uses", Scope::Scenario, "a whole number from 1 to 1000"),
    key("stage", Scope::Stage, "a label of at most 40 characters"),
    key("deliver", Scope::Stage, SWITCH),
    key("task", Scope::Stage, "generate, edit or analyze"),
    key(
        "model",
        Scope::Stage,
        "the id of an image model in the rate book",
    ),
    key("route", Scope::Stage, "images or responses"),
    key(
        "driver",
        Scope::Stage,
        "the id of a text model in the rate book",
    ),
    key("tier", Scope::Stage, "standard or batch"),
    key(
        "size",
        Scope::Stage,
        "WIDTHxHEIGHT with edges of 1 to 65,535, auto, or a ratio at a class such as 16:9@2K",
    ),
    key(
        "quality",
        Scope::Stage,
        "low, medium, high, xhigh, max or auto",
    ),
    key(
        "requests",
        Scope::Stage,
        "a whole number from 1 to 1,000,000,000",
    ),
    key("n", Scope::Stage, "a whole number from 1 to 10"),
    key("prompt", Scope::Stage, "a whole number from 0 to 1,000,000"),
    key(
        "refs",
        Scope::Stage,
        "sizes such as 1024x1024*3,512x768, at most 1,500 images",
    ),
    key("fidelity", Scope::Stage, "low or high"),
    key("detail", Scope::Stage, "low, high, original or auto"),
    key("mask", Scope::Stage, SWITCH),
    key("partials", Scope::Stage, "a whole number from 0 to 3"),
    key("background", Scope::Stage, "auto, opaque or transparent"),
    key("format", Scope::Stage, "png, jpeg, webp, gif or svg"),
    key("answer", Scope::Stage, "a whole number from 0 to 100,000"),
    key(
        "context",
        Scope::Stage,
        "a whole number from 0 to 1,000,000",
    ),
    key("turns", Scope::Stage, "a whole number from 1 to 50"),
    key("cached", Scope::Stage, PERCENT),
    key("retries", Scope::Stage, PERCENT),
    key("tries", Scope::Stage, "a whole number from 1 to 10"),
    key("blocked", Scope::Stage, PERCENT),
    key("accept", Scope::Stage, PERCENT),
    key("own.text_input", Scope::Stage, USD),
    key("own.cached_text_input", Scope::Stage, USD),
    key("own.image_input", Scope::Stage, USD),
    key("own.cached_image_input", Scope::Stage, USD),
    key("own.image_output", Scope::Stage, USD),
    key("own.text_output", Scope::Stage, USD),
    key("own.image", Scope::Stage, USD),
    key("own.plan", Scope::Stage, USD),
    key("own.credits", Scope::Stage, USD),
    key("own.credits_1k", Scope::Stage, USD),
    key("own.credits_2k", Scope::Stage, USD),
    key("own.credits_4k", Scope::Stage, USD),
    key("view", Scope::Display, "price, plan, bill or explore"),
    key("panel", Scope::Display, "map, cheapest, compare or migrate"),
    key("embed", Scope::Display, SWITCH),
    key("controls", Scope::Display, SWITCH),
    key("theme", Scope::Display, "auto, light or dark"),
    key("pin", Scope::Beside, "the parameters of another link"),
];
