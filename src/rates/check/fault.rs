//! What can be wrong with a rates.json: the path, what was given, the bound, the way out.
//!
//! Knows every kind of error and its sentence; must not know how they are found.

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
        given: String,
        what: &'static str,
        write: &'static str,
    },
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
            "" => write!(f, "{}", self.fault),
            path => write!(f, "{path}: {}", self.fault),
        }
    }
}

impl std::error::Error for RateBookError {}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let sentence = self
            .of_value()
            .or_else(|| self.of_name())
            .or_else(|| self.of_sense());
        // One of the three has a sentence for every variant; a test goes through them.
        f.write_str(&sentence.unwrap_or_default())
    }
}

impl Fault {
    /// A value that is not of its own domain.
    fn of_value(&self) -> Option<String> {
        Some(match self {
            Self::Shape(said) => said.clone(),
            Self::Number(given) => format!(
                "{given} is written as a number; put it in quotes, \"{given}\", so that no float \
                 comes near a price"
            ),
            Self::Not { given, what, write } => format!("{given:?} is not {what}; write {write}"),
            Self::Negative(given) => format!("{given} is negative; it must be 0 or more"),
            Self::Empty => "is empty; write at least one".to_owned(),
            Self::NotWord { given, allowed } => {
                format!("{given:?} is unknown here; write one of {allowed}")
            }
            Self::OutOfRange { given, low, high } => {
                format!("{given} is out of range; it must be {low} to {high}")
            }
            Self::Reversed { low, high } => {
                format!("[{low}, {high}] runs backwards; write the low end first")
            }
            _ => return None,
        })
    }

    /// A name that leads nowhere, stands twice, or is led to by nothing.
    fn of_name(&self) -> Option<String> {
        Some(match self {
            Self::Unknown {
                what,
                given,
                nearest: Some(nearest),
            } => {
                format!("{given:?} is no known {what}; did you mean {nearest:?}?")
            }
            Self::Unknown {
                what,
                given,
                nearest: None,
            } => {
                format!("{given:?} is no known {what}; add it, or name one that is")
            }
            Self::Repeated { given, first } => {
                format!("{given:?} stands twice, first at {first}; keep one")
            }
            Self::Unused { what } => {
                format!("no snapshot uses this {what}; remove it, or name it where it belongs")
            }
            _ => return None,
        })
    }

    /// Values that do not make sense together.
    fn of_sense(&self) -> Option<String> {
        Some(match self {
            Self::DateOrder { given, before } => format!(
                "{given} is not after {before}, the snapshot before it; a new snapshot goes to \
                 the end, and each date stands once"
            ),
            Self::Dates {
                given,
                relation,
                other,
                what,
            } => {
                format!("{given} is {relation} {other}, {what}; correct one of them")
            }
            Self::Missing { why } => format!("is missing; {why}"),
            Self::Misplaced { why } => format!("has no place here; {why}"),
            Self::Contradiction { why } => (*why).to_owned(),
            Self::Gap { quality, size } => {
                format!("nothing for {quality} at {size}, which the model takes; add it")
            }
            Self::Stray { quality, size } => {
                format!("{quality} at {size} stands in it, which the model does not take")
            }
            Self::NotRising {
                quality,
                factor,
                before,
            } => format!(
                "{factor} for {quality} is not above {before} of the quality before it; write \
                 them lowest first"
            ),
            _ => return None,
        })
    }
}
