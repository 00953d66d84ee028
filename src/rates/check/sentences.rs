//! How each error of a rates.json reads: one sentence with what was given, the bound, the way out.
//!
//! Knows the words; must not know how errors are found.

use super::fault::{Fault, RateBookError};
use std::fmt;

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
            .or_else(|| self.of_dates())
            .or_else(|| self.of_sense());
        // One of them has a sentence for every variant; slips.txt has an example of each.
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

    /// Dates that cannot both be true.
    fn of_dates(&self) -> Option<String> {
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
            _ => return None,
        })
    }

    /// Values that do not make sense together.
    fn of_sense(&self) -> Option<String> {
        Some(match self {
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
