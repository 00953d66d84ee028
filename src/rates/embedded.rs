//! The page's rate book: a table that the build made from rates.json.
//!
//! Knows where the build put it; must not know how it was read or checked (`build.rs` does that
//! before anything else is built, so a broken rates.json never reaches a page).

use super::*;
use crate::date::Date;
use crate::interval::Interval;
use crate::size::Size;
use rust_decimal::Decimal;

include!(concat!(env!("OUT_DIR"), "/book.rs"));

impl RateBook {
    /// The rate book this program was built with. Costs nothing to call: it is a `static`.
    pub fn embedded() -> &'static RateBook {
        &BOOK
    }
}

impl SideTable {
    /// What stood beside the snapshots when this program was built.
    pub fn embedded() -> &'static SideTable {
        &SIDE_TABLE
    }
}
