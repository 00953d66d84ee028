//! Contract 1: a scenario as the parameters of a link, and back.
//!
//! Knows every key, its words and its default. Pure: addresses and history are the page's.
//! Reading never fails: what cannot be read is set aside, named, and its default stands in.
//! Defaults are constants of version 1 and never change.

use crate::rates::RateBook;
use crate::scenario::{Scenario, Stage};

mod display;
mod keys;
mod percent_code;
mod read;
mod values;
mod write;

pub use display::{Display, Theme, View};
pub use keys::{Key, Scope};
pub use read::{Read, SetAside, read};
pub use values::{asked, write_refs};
pub use write::{write, write_display};

/// Changes one key of a scenario, as a link would: the way every fix is applied.
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
    read::change(book, scenario, stage, key, value)
}

/// The keys and values of a stage that differ from the defaults, as pairs.
pub fn differing(stage: &Stage) -> Vec<(&'static str, String)> {
    values::differing(stage)
}
