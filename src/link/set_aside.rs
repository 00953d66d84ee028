//! What reading a link sets aside, with its code and its words.

use crate::program::WORKFLOW;
use crate::scenario::bounds;
use std::fmt;

/// One part of a link that could not be taken as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// The key as it was given, shortened.
    pub key: String,
    /// The value as it was given, shortened.
    pub given: String,
    /// What stands instead; empty where nothing does.
    pub stands: String,
    /// Why.
    pub why: Why,
}

/// Why a part of a link was set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// No such key.
    UnknownKey,
    /// Outside the key's domain; what it takes.
    NotTaken(&'static str),
    /// Given before within the same stage: the last counts.
    Repeated,
    /// A date before the first snapshot or after the newest.
    OutOfRange,
    /// More stages than a scenario has.
    TooManyStages,
    /// More scenarios pinned than are compared.
    TooManyPins,
    /// So many more things were set aside.
    More(usize),
}

impl SetAside {
    /// `link.…`, as docs/codes.md lists it.
    pub const fn code(&self) -> &'static str {
        match self.why {
            Why::UnknownKey => "link.unknown_key",
            Why::NotTaken(_) => "link.bad_value",
            Why::Repeated => "link.repeated_key",
            Why::OutOfRange => "link.rates_out_of_range",
            Why::TooManyStages => "link.too_many_stages",
            Why::TooManyPins => "link.too_many_pins",
            Why::More(_) => "link.more",
        }
    }
}

impl fmt::Display for SetAside {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let Self {
            key,
            given,
            stands,
            why,
        } = self;
        if !WORKFLOW {
            return Ok(());
        }
        match why {
            Why::UnknownKey => write!(f, "{key} is not a key of these links; it is set aside."),
            Why::NotTaken(takes) => {
                write!(
                    f,
                    "{key}: “{given}” is not {takes}; {stands} stands instead."
                )
            }
            Why::Repeated => write!(
                f,
                "{key} is given more than once: the last, “{given}”, counts."
            ),
            Why::OutOfRange => {
                write!(
                    f,
                    "{key}: no rates are known for {given}; those of {stands} stand instead."
                )
            }
            Why::TooManyStages => {
                write!(
                    f,
                    "A scenario has at most {} stages; the others are set aside.",
                    bounds::STAGES
                )
            }
            Why::TooManyPins => {
                write!(
                    f,
                    "At most {} scenarios are pinned; the others are set aside.",
                    super::MOST_PINS
                )
            }
            Why::More(count) => write!(f, "{count} more parts of the link are set aside."),
        }
    }
}

/// What was given, short enough for a sentence.
pub(super) fn shortened(text: &str) -> String {
    const MOST: usize = 40;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    text.chars().take(MOST - 1).chain(['…']).collect()
}
