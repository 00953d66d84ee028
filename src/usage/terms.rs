//! What a bill is priced under: snapshot, tier, and what the records do not say.
//!
//! Knows what a person chooses; must not know what was counted.

use super::record::{Kind, Record};
use crate::rates::words::words;
use crate::rates::{BillingRule, RateBook, RateSnapshot};
use crate::scenario::{Scenario, Stage};

words! {
    /// Whether requests carried images, which matters where input is not split.
    Inputs {
        /// Not known: unsplit input is an interval.
        Unknown = "unknown",
        /// They carried none: unsplit input is text.
        None = "none",
        /// They carried some: unsplit input is an interval.
        Some = "some",
    }
}

/// Everything that decides the rates of a record besides the record itself.
#[derive(Clone, Copy)]
pub struct Terms<'a> {
    /// Every snapshot, to tell a model that came later from one that never did.
    pub book: &'a RateBook,
    /// The rates in force.
    pub snapshot: &'static RateSnapshot,
    /// Markup and regional processing.
    pub scenario: &'a Scenario,
    /// Tier, own rates, and the models of records that name none.
    pub stage: &'a Stage,
    /// Whether requests carried images.
    pub inputs: Inputs,
    /// A contract that replaces the rates of the image model.
    pub rule: Option<&'static BillingRule>,
}

impl Terms<'_> {
    /// Whether input of a record that is not split can only be text.
    pub(super) fn only_text(&self, record: &Record) -> bool {
        match record.kind {
            Kind::Generated => true,
            Kind::Edited => false,
            _ => self.inputs == Inputs::None,
        }
    }
}
