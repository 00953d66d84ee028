//! Contract 1: a scenario as the parameters of a link, and back.
//!
//! Knows every key, its words and its default. Pure: addresses and history are the page's.
//! Reading never fails: what cannot be read is set aside, named, and its default stands in.
//! Defaults are constants of version 1 and never change.

use crate::scenario::Stage;

mod change;
mod display;
mod keys;
mod parse;
mod percent_code;
mod read;
mod set_aside;
mod values;
mod write;

pub use change::change;
pub use display::{Display, Panel, Theme, View};
pub use keys::{Key, MOST_PINS, Scope};
pub use read::{MOST_NOTICES, Read, read};
pub use set_aside::{SetAside, Why};
pub use values::{asked, write_refs};
pub use write::{join, pairs, write, write_display, write_pins};

/// The keys and values of a stage that differ from the defaults, as pairs.
pub fn differing(stage: &Stage) -> Vec<(&'static str, String)> {
    values::differing(stage)
}
