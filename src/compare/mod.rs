//! Scenarios side by side: what each costs, how they differ, and which meter makes the difference.
//!
//! Knows estimates; must not know how they come about or are drawn. A comparison is of two to four
//! scenarios, and none of them is a stage of another.

pub mod bars;
pub mod chart;
mod difference;
mod matrix;
mod meters;
mod pins;
mod svg;
mod volume;

pub use difference::{Difference, difference};
pub use matrix::{Cell, Matrix, Row, matrix};
pub use meters::{ByMeter, by_meter};
pub use pins::{MOST_PINS, pin, read_pins};
pub use svg::{stroke, svg};
pub use volume::{Crossing, Line, crossing, line};

use crate::estimate::{Estimate, estimate};
use crate::rates::RateBook;
use crate::scenario::Scenario;

/// One scenario of a comparison, priced.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// What is asked.
    pub scenario: Scenario,
    /// What it comes to.
    pub estimate: Estimate,
}

impl Side {
    /// A scenario, priced under the rates that it names.
    pub fn new(book: &RateBook, scenario: Scenario) -> Self {
        Self {
            estimate: estimate(book, &scenario),
            scenario,
        }
    }
}
