//! Whether the API is the right purchase at all: four paths to the same images a month.
//!
//! Knows what each path costs and where two of them cost the same; must not know how images are
//! counted (an estimate says what one costs) or how anything is shown. A ChatGPT plan is no API
//! credit: API and ChatGPT are two separate bills, and no free credit is assumed anywhere.

mod break_even;
mod paths;
mod words;

pub use break_even::{BreakEven, break_even};
pub use paths::{Path, PathKind, paths};

use crate::money::{Usd, UsdRange, product, quotient, sum};
use rust_decimal::Decimal;

/// A person's own numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Needs {
    /// Images that are accepted in a month.
    pub images: u64,
    /// People who make images by hand.
    pub seats: u32,
    /// Whether a workspace is paid for a year.
    pub yearly: bool,
    /// USD an accepted image on the API; none where the scenario cannot be priced.
    pub each: Option<UsdRange>,
    /// What the API costs besides its images.
    pub around: Around,
    /// A specialist tool, as its price list says.
    pub tool: Option<Tool>,
}

/// What estimates of the API leave out, in USD.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Around {
    /// Engineering, once.
    pub engineering_once: Decimal,
    /// The months that this is spread over, at least 1.
    pub months: u32,
    /// Engineering, each month.
    pub engineering: Decimal,
    /// Storage and delivery, each month.
    pub storage: Decimal,
    /// Monitoring and moderation, each month.
    pub monitoring: Decimal,
}

impl Default for Around {
    /// Nothing but a year to spread it over: what it costs is the person's to say.
    fn default() -> Self {
        Self {
            engineering_once: Decimal::ZERO,
            months: 12,
            engineering: Decimal::ZERO,
            storage: Decimal::ZERO,
            monitoring: Decimal::ZERO,
        }
    }
}

impl Around {
    /// USD a month, whatever the number of images.
    pub fn monthly(&self) -> Usd {
        let months = Decimal::from(self.months.max(1));
        // Not by zero: at least one month.
        let once = quotient(self.engineering_once, months).unwrap_or(self.engineering_once);
        let running = [self.engineering, self.storage, self.monitoring];
        Usd(running.into_iter().fold(once, sum))
    }
}

/// What a specialist tool costs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tool {
    /// USD a month.
    pub price: Decimal,
    /// Images in it.
    pub included: u64,
    /// USD for each further image; none where there are no more to buy.
    pub further: Option<Decimal>,
}

impl Tool {
    /// USD for so many images a month; none where it does not bring as many.
    pub fn monthly(&self, images: u64) -> Option<Usd> {
        let more = images.saturating_sub(self.included);
        if more == 0 {
            return Some(Usd(self.price));
        }
        let further = product(Decimal::from(more), self.further?);
        Some(Usd(sum(self.price, further)))
    }
}
