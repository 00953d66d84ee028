//! What can be wrong with a rates.json: the path, what was given, the bound, the way out.
//!
//! Knows the words of each error; must not know how they are found.

use crate::date::Date;
use crate::rates::Quality;
use crate::size::Size;
use std::fmt;

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
pub enum Fault {
    /// Not JSON, a key that is unknown or missing, or a value of the wrong type; in the reader's
    /// own words.
    Shape(String),
    /// A decimal that is written as a number.
    Number(String),
    /// Text that is no decimal.
    NotDecimal(String),
    /// A decimal below 0.
    Negative(String),
    /// Text that is no date.
    NotDate(String),
    /// Text that is no size.
    NotSize(String),
    /// Text that is no https address.
    NotUrl(String),
    /// Text or a list that must hold something.
    Empty,
    /// A word that its enum does not have.
    NotWord { given: String, allowed: String },
    /// A whole number outside its bounds.
    OutOfRange { given: u64, low: u64, high: u64 },
    /// An interval whose low end is above its high end.
    Reversed { low: String, high: String },
    /// A name that stands nowhere.
    Unknown {
        what: &'static str,
        given: String,
        nearest: Option<String>,
    },
    /// A name, id, alias or key that stands twice.
    Repeated { given: String, first: String },
    /// A rule or source that nothing uses.
    Unused { what: &'static str },
    /// A snapshot that is not later than the one before it.
    DateOrder { given: Date, before: Date },
    /// A date that is later, or earlier, than another one allows.
    Dates {
        given: Date,
        relation: &'static str,
        other: Date,
        what: &'static str,
    },
    /// Something that is needed: a meter, a rule, a source, a tier.
    Missing { why: &'static str },
    /// Something that such a model cannot have.
    Misplaced { why: &'static str },
    /// A key that contradicts another one.
    Contradiction { why: &'static str },
    /// A table without an entry for a size that the model takes.
    Gap { quality: Quality, size: Size },
    /// A table entry that the model's sizes do not have.
    Stray { quality: Quality, size: Size },
    /// Factors that do not rise with quality.
    NotRising {
        quality: Quality,
        factor: u32,
        before: u32,
    },
}

impl fmt::Display for RateBookError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self.path.as_str() {
            "" => write!(f, "rates.json: {}", self.fault),
            path => write!(f, "{path}: {}", self.fault),
        }
    }
}

impl std::error::Error for RateBookError {}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        value_fault(self, f)
            .or_else(|| name_fault(self, f))
            .unwrap_or_else(|| sense_fault(self, f))
    }
}

/// A value that is not of its own domain.
fn value_fault(fault: &Fault, f: &mut fmt::Formatter) -> Option<fmt::Result> {
    Some(match fault {
        Fault::Shape(said) => write!(f, "{said}"),
        Fault::Number(given) => write!(
            f,
            "{given} is written as a number; put it in quotes, \"{given}\", so that no float \
             comes near a price"
        ),
        Fault::NotDecimal(given) => write!(
            f,
            "{given:?} is not a decimal; write digits with at most one point, such as \"30.00\""
        ),
        Fault::Negative(given) => write!(f, "{given} is negative; it must be 0 or more"),
        Fault::NotDate(given) => {
            write!(
                f,
                "{given:?} is not a date; write YYYY-MM-DD, such as 2026-11-20"
            )
        }
        Fault::NotSize(given) => {
            write!(
                f,
                "{given:?} is not a size; write WIDTHxHEIGHT, such as 1536x1024"
            )
        }
        Fault::NotUrl(given) => {
            write!(
                f,
                "{given:?} is not an address; write one that begins with https://"
            )
        }
        Fault::Empty => write!(f, "is empty; write at least one"),
        Fault::NotWord { given, allowed } => write!(f, "{given:?} is not one of {allowed}"),
        Fault::OutOfRange { given, low, high } => {
            write!(f, "{given} is out of range; it must be {low} to {high}")
        }
        Fault::Reversed { low, high } => {
            write!(f, "[{low}, {high}] runs backwards; write the low end first")
        }
        _ => return None,
    })
}

/// A name that leads nowhere, stands twice, or is led to by nothing.
fn name_fault(fault: &Fault, f: &mut fmt::Formatter) -> Option<fmt::Result> {
    Some(match fault {
        Fault::Unknown {
            what,
            given,
            nearest: Some(nearest),
        } => {
            write!(
                f,
                "{given:?} is no {what} of this file; did you mean {nearest:?}?"
            )
        }
        Fault::Unknown {
            what,
            given,
            nearest: None,
        } => {
            write!(
                f,
                "{given:?} is no {what} of this file; add it, or name one that stands there"
            )
        }
        Fault::Repeated { given, first } => {
            write!(f, "{given:?} stands twice, first at {first}; keep one")
        }
        Fault::Unused { what } => {
            write!(
                f,
                "no snapshot uses this {what}; remove it, or name it where it belongs"
            )
        }
        _ => return None,
    })
}

/// Values that do not make sense together.
fn sense_fault(fault: &Fault, f: &mut fmt::Formatter) -> fmt::Result {
    match fault {
        Fault::DateOrder { given, before } => write!(
            f,
            "{given} is not after {before}, the snapshot before it; a new snapshot goes to the \
             end, and each date stands once"
        ),
        Fault::Dates {
            given,
            relation,
            other,
            what,
        } => {
            write!(
                f,
                "{given} is {relation} {other}, {what}; correct one of them"
            )
        }
        Fault::Missing { why } => write!(f, "is missing; {why}"),
        Fault::Misplaced { why } => write!(f, "has no place here; {why}"),
        Fault::Contradiction { why } => write!(f, "{why}"),
        Fault::Gap { quality, size } => {
            write!(
                f,
                "nothing for {quality} at {size}, which the model takes; add it"
            )
        }
        Fault::Stray { quality, size } => {
            write!(
                f,
                "{quality} at {size} stands here, but the model does not take that size"
            )
        }
        Fault::NotRising {
            quality,
            factor,
            before,
        } => write!(
            f,
            "{quality} has {factor}, which is not above {before} of the quality below it; \
             factors rise with quality"
        ),
        // The other two functions have said the rest.
        _ => Ok(()),
    }
}
