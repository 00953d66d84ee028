//! What is wrong with pasted text: where, what was given, what was expected, the way out.
//!
//! Knows every kind of fault; must not know how faults are found, nor how they read (`sentences`).

use super::grammar::Fault;
use super::place::Place;

/// The largest count that is read: more tokens than any organisation uses in a year.
pub const MOST_TOKENS: u64 = 1_000_000_000_000;

/// Something that is wrong with pasted text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where it is.
    pub at: Place,
    /// What it is.
    pub kind: ProblemKind,
}

/// What is wrong, with what was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// A character that cannot stand where it does; none where it cannot be shown.
    Grammar(Fault, Option<char>),
    /// The text ends within an object.
    Cut {
        /// Where the object begins.
        began: Place,
        /// How many brackets are open.
        open: usize,
        /// Whether a string is open.
        in_text: bool,
    },
    /// The text ends within an array of objects.
    ArrayCut {
        /// Where the array begins.
        began: Place,
    },
    /// Something else than an object in an array of objects.
    ArrayItem(Option<char>),
    /// An object that is longer than [`super::LONGEST`].
    TooLong,
    /// Bytes that are no UTF-8.
    NotUtf8,
    /// A web page.
    WebPage,
    /// No object at all; the beginning of what there was instead.
    NoObject(Option<String>),
    /// A key that stands twice; where it stood first.
    Twice(String, Place),
    /// A count that is none: the key, what was given, and what is wrong with it.
    Count(String, String, CountFault),
    /// Something else than what a key should hold: the key, what was given, what was expected.
    Kind(String, &'static str, &'static str),
    /// An object that holds no usage and is no response; the keys that it has.
    NoUsage(Vec<String>),
    /// The usage of Chat Completions.
    ChatCompletions,
}

/// What is wrong with a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountFault {
    /// It is in quotes.
    Text,
    /// It is below 0.
    Negative,
    /// It has a point or an exponent.
    NotWhole,
    /// It is above [`MOST_TOKENS`].
    TooLarge,
    /// It is no number.
    NoNumber,
}

impl ProblemKind {
    /// `field.rule`, as docs/codes.md lists it.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Grammar(Fault::TooDeep, _) => "usage.deep",
            Self::Grammar(..) => "usage.json",
            Self::Cut { .. } | Self::ArrayCut { .. } => "usage.cut",
            Self::ArrayItem(_) | Self::Kind(..) => "usage.shape",
            Self::TooLong => "usage.long",
            Self::NotUtf8 => "usage.encoding",
            Self::WebPage => "usage.page",
            Self::NoObject(_) => "usage.empty",
            Self::Twice(..) => "usage.twice",
            Self::Count(..) => "usage.count",
            Self::NoUsage(_) | Self::ChatCompletions => "usage.missing",
        }
    }
}
