//! What can be wrong with a rates.json: the path, what was given, the bound, the way out.
//!
//! Knows every kind of error; must not know how they are found, nor how they read (`sentences`).

use crate::date::Date;
use crate::rates::Quality;
use crate::size::Size;

/// One thing that is wrong with a rates.json.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RateBookError {
    /// Where it stands: `snapshots[2].image_models[0].rates.standard.source`; empty for the whole
    /// file.
    pub path: String,
    /// What is wrong there.
    pub fault: Fault,
}

/// What is wrong, with what was given and what is allowed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// Not JSON, a key that is unknown or missing, or a value of the wrong type; in the reader's
    /// own words.
    Shape(String),
    /// A decimal that is written as a number.
    Number(String),
    /// A decimal below 0.
    Negative(String),
    /// Text that is not what stands there, and how that is written.
    Not {
        /// As it stands in the file.
        given: String,
        /// "a date".
        what: &'static str,
        /// How it is written, with an example.
        write: &'static str,
    },
    /// Text or a list that must hold something.
    Empty,
    /// A word that its enum does not have.
    NotWord {
        /// As it stands in the file.
        given: String,
        /// Every word that may stand there.
        allowed: String,
    },
    /// A whole number outside its bounds.
    OutOfRange {
        /// As it stands in the file.
        given: u64,
        /// The least that is allowed.
        low: u64,
        /// The most that is allowed.
        high: u64,
    },
    /// An interval whose low end is above its high end.
    Reversed {
        /// What stands first.
        low: String,
        /// What stands second.
        high: String,
    },
    /// A name that stands nowhere.
    Unknown {
        /// What it should be the name of.
        what: &'static str,
        /// As it stands in the file.
        given: String,
        /// A known name a few letters away.
        nearest: Option<String>,
    },
    /// A name, id, alias or key that stands twice.
    Repeated {
        /// As it stands in the file.
        given: String,
        /// The path of its first place.
        first: String,
    },
    /// A rule or source that nothing uses.
    Unused {
        /// What it is.
        what: &'static str,
    },
    /// A snapshot that is not later than the one before it.
    DateOrder {
        /// Its date.
        given: Date,
        /// The date of the one before it.
        before: Date,
    },
    /// A date that is later, or earlier, than another one allows.
    Dates {
        /// As it stands in the file.
        given: Date,
        /// "before" or "after".
        relation: &'static str,
        /// The date that does not allow it.
        other: Date,
        /// What that date is.
        what: &'static str,
    },
    /// Something that is needed: a meter, a rule, a source, a tier.
    Missing {
        /// Why, and what to do.
        why: &'static str,
    },
    /// Something that such a model cannot have.
    Misplaced {
        /// Why, and what to do.
        why: &'static str,
    },
    /// A key that contradicts another one.
    Contradiction {
        /// Why, and what to do.
        why: &'static str,
    },
    /// A table without an entry for a size that the model takes.
    Gap {
        /// The row.
        quality: Quality,
        /// The column.
        size: Size,
    },
    /// A table entry that the model's sizes do not have.
    Stray {
        /// The row.
        quality: Quality,
        /// The column.
        size: Size,
    },
    /// Factors that do not rise with quality.
    NotRising {
        /// The quality.
        quality: Quality,
        /// Its factor.
        factor: u32,
        /// The factor of the quality before it.
        before: u32,
    },
}
