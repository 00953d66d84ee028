//! All of a text at once: its records, what is wrong with it, and what stood around them.
//!
//! Knows the reader; must not know rates. Files of many records feed a [`Reader`] instead.

use super::around::Around;
use super::problem::{Problem, ProblemKind};
use super::reader::Reader;
use super::record::Record;
use super::shapes::{Read, read};

/// What a text holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pasted {
    /// Its answers, in their order.
    pub records: Vec<Record>,
    /// What could not be read.
    pub problems: Vec<Problem>,
    /// What stood around the objects.
    pub around: Around,
    /// Events and requests that carry no usage.
    pub without: u64,
}

impl Pasted {
    /// Reads a text.
    pub fn of(text: &str) -> Self {
        let mut reader = Reader::new();
        reader.feed(text.as_bytes());
        reader.finish();
        let mut pasted = Self::default();
        while let Some(found) = reader.next() {
            match found.and_then(|piece| read(&piece)) {
                Ok(Read::Record(record)) => pasted.records.push(*record),
                Ok(Read::Nothing) => pasted.without += 1,
                Err(problem) => pasted.problems.push(problem),
            }
        }
        pasted.around = reader.around().clone();
        pasted
    }

    /// Whether nothing in it can be billed, though something was given.
    pub fn is_bad(&self) -> bool {
        self.records.is_empty() && !self.is_blank()
    }

    /// Whether nothing was given.
    pub fn is_blank(&self) -> bool {
        matches!(&self.problems[..], [only] if only.kind == ProblemKind::NoObject(None))
    }
}
