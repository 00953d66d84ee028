//! Budgets: how many plans fit, what would fit, what a plan comes to over time, what was thrown
//! away. Plans are presets under the rates of 2026-11-20, whose totals tests/presets.rs works out.

mod arithmetic;
mod discarded;
mod plans;
mod properties;
mod suggestions;

use pixelbill::date::Date;
use pixelbill::estimate::{Estimate, estimate};
use pixelbill::money::{Usd, UsdRange};
use pixelbill::presets::PRESETS;
use pixelbill::rates::RateBook;
use pixelbill::scenario::Scenario;

pub const RATES: Date = Date::known(2026, 11, 20);

pub fn book() -> &'static RateBook {
    RateBook::embedded()
}

pub fn preset(id: &str) -> Scenario {
    let preset = PRESETS.iter().find(|preset| preset.id == id).expect(id);
    preset.scenario(book(), RATES)
}

pub fn priced(scenario: &Scenario) -> Estimate {
    let estimate = estimate(book(), scenario);
    assert!(estimate.problems.is_empty(), "{:?}", estimate.problems);
    estimate
}

pub fn total(scenario: &Scenario) -> UsdRange {
    priced(scenario).totals.expect("no problems").total
}

pub fn usd(text: &str) -> Usd {
    Usd(text.parse().expect(text))
}
