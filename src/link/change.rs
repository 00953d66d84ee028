//! One key changed at a time: the way every fix is made.

use super::keys::{Key, Scope};
use super::set_aside::{SetAside, Why, shortened};
use super::values::{Refused, reset_scenario, reset_stage, set_scenario, set_stage};
use crate::rates::RateBook;
use crate::scenario::{Scenario, Stage};

/// Changes one key of one stage, or of the whole scenario, as a link would; an empty value is the
/// default. The way every fix is applied.
///
/// # Errors
/// The value is outside the key's own domain; the scenario is unchanged.
pub fn change(
    book: &RateBook,
    scenario: &mut Scenario,
    stage: usize,
    key: &str,
    value: &str,
) -> Result<(), SetAside> {
    let refused = |takes: &'static str| SetAside {
        key: shortened(key),
        given: shortened(value),
        stands: String::new(),
        why: Why::NotTaken(takes),
    };
    let key = Key::find(key).ok_or_else(|| refused("a key of these links"))?;
    let taken = match (key.scope, scenario.stages.get_mut(stage)) {
        (Scope::Scenario, _) => whole(book, scenario, key.name, value),
        (Scope::Stage, Some(asked)) => one(book, asked, key.name, value),
        (Scope::Stage, None) => return Err(refused("of a stage that is there")),
        (Scope::Display | Scope::Beside, _) => Err(Refused),
    };
    taken.map_err(|Refused| refused(key.takes))
}

fn one(book: &RateBook, stage: &mut Stage, key: &str, value: &str) -> Result<(), Refused> {
    if value.is_empty() {
        reset_stage(book, stage, key);
        return Ok(());
    }
    set_stage(book, stage, key, value)
}

fn whole(book: &RateBook, scenario: &mut Scenario, key: &str, value: &str) -> Result<(), Refused> {
    match key {
        _ if value.is_empty() => reset_scenario(book, scenario, key),
        "rates" => {
            let date = value.parse().map_err(|_| Refused)?;
            scenario.rates = book.in_force(date).ok_or(Refused)?.date;
        }
        _ => set_scenario(scenario, key, value)?,
    }
    Ok(())
}
