//! Scenarios pinned beside the one on screen, as a link carries them.
//!
//! A pin is the parameters of a link within a link (`pin=v%3D1%26…`): the same text gives the same
//! scenario, its rates included, for as long as links do.

use crate::link;
use crate::rates::RateBook;
use crate::scenario::Scenario;

/// So many scenarios can be pinned: with the one on screen there are four.
pub const MOST_PINS: usize = link::MOST_PINS;

/// A scenario as a pin.
pub fn pin(scenario: &Scenario) -> String {
    link::write(scenario)
}

/// Pins as scenarios; what of them is not understood is set aside as in any link. Pins of a pin are
/// left out, and so is text that holds no key of a link.
pub fn read_pins(book: &RateBook, pins: &[String]) -> Vec<Scenario> {
    let read = pins.iter().map(|pin| link::read(book, "", pin));
    read.filter(|read| read.given)
        .map(|read| read.scenario)
        .take(MOST_PINS)
        .collect()
}
