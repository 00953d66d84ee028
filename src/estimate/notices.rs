//! What is worth knowing about a scenario but stops nothing.
//!
//! Knows the words; `when` knows when each applies. Must not know today's date: the age of the
//! rates is the page's to tell.

use crate::date::Date;
use crate::money::{Usd, grouped};
use crate::program::WORKFLOW;
use crate::rates::{LongContext, Quality};
use crate::size::Size;
use rust_decimal::Decimal;
use std::fmt;

mod when;

pub(super) use when::notices;

/// What is worth knowing about a stage, or about the whole scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// The stage, from 0; none where it concerns the whole.
    pub stage: Option<usize>,
    /// What it is.
    pub kind: NoticeKind,
}

/// What is worth knowing, with the figures that its words need.
#[derive(Clone, Debug, PartialEq)]
pub enum NoticeKind {
    /// A model that no longer answered on the snapshot's date.
    Retired(&'static str, Date),
    /// A model whose end is announced.
    Shutdown(&'static str, Date, Option<&'static str>),
    /// A size that OpenAI calls experimental, since it has more than so many pixels.
    Experimental(Size, u32),
    /// The API chooses the size, or the quality, or both: an interval.
    Auto(&'static str),
    /// OpenAI prints a price an image that does not follow from its tokens.
    Printed(&'static str, Size, Quality, Decimal),
    /// Counts are measured, not published.
    Spread(&'static str),
    /// A rate is guaranteed only until a date.
    Promotion(&'static str, Date, &'static str),
    /// Whether regional processing touches the model is not known.
    RegionalUnknown(&'static str),
    /// Values that mean nothing on the Image API.
    SetAside(&'static str),
    /// Reasoning of the driver is not counted.
    Reasoning,
    /// Writing to the cache is not priced.
    CacheWrites,
    /// Very long turns raise the rates of the text model.
    LongContext(&'static str, LongContext),
    /// Blocked requests may or may not be billed.
    Blocked,
    /// Inputs may be billed once for each image of a request.
    InputsPerImage,
}

impl NoticeKind {
    /// `field.rule`, as docs/codes.md lists it.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Retired(..) => "model.retired",
            Self::Shutdown(..) => "model.shutdown",
            Self::Experimental(..) => "size.experimental",
            Self::Auto("size") => "size.auto",
            Self::Auto(..) => "quality.auto",
            Self::Printed(..) => "price.printed",
            Self::Spread(..) => "tokens.measured",
            Self::Promotion(..) => "rates.promotion",
            Self::RegionalUnknown(..) => "residency.unknown",
            Self::SetAside(..) => "route.set_aside",
            Self::Reasoning => "driver.reasoning",
            Self::CacheWrites => "cached.writes",
            Self::LongContext(..) => "context.surcharge",
            Self::Blocked => "blocked.billing",
            Self::InputsPerImage => "n.inputs",
        }
    }
}

impl fmt::Display for NoticeKind {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Retired(model, date) => write!(
                f,
                "{model} was shut down on {}. It is priced for old bills and comparisons only.",
                date.in_words()
            ),
            Self::Shutdown(model, date, replacement) => {
                write!(f, "{model} shuts down on {}.", date.in_words())?;
                match replacement {
                    Some(id) => write!(f, " OpenAI names {id} to replace it."),
                    None => Ok(()),
                }
            }
            Self::Experimental(size, above) => write!(
                f,
                "OpenAI calls output above {} pixels experimental: {size} has {}.",
                grouped(Decimal::from(*above)),
                grouped(Decimal::from(size.pixels()))
            ),
            Self::Auto(key) => {
                write!(
                    f,
                    "With {key} auto the API chooses, so the figure spans what it may choose."
                )
            }
            Self::Printed(model, size, quality, usd) => write!(
                f,
                "OpenAI prints ${} an image for {model} at {size} {quality}. That does not follow \
                 from its own token table; bills follow the tokens, and so does this figure.",
                Usd(*usd)
            ),
            Self::Spread(model) => write!(
                f,
                "OpenAI publishes no token count for {model}. The interval is what one relay \
                 measured; only a bill can tell the exact count."
            ),
            Self::Promotion(model, until, note) => write!(
                f,
                "The rates of {model} are promotional, guaranteed until {}: {note}.",
                until.in_words()
            ),
            Self::RegionalUnknown(model) if WORKFLOW => write!(
                f,
                "Whether regional processing costs more on {model} is not known, so the figure spans both."
            ),
            Self::SetAside(keys) if WORKFLOW => {
                write!(f, "{keys} mean nothing on the Image API and are set aside.")
            }
            Self::Reasoning if WORKFLOW => f.write_str(
                "Reasoning tokens of the driver are billed as output and cannot be known before; \
                 they are not counted here.",
            ),
            Self::CacheWrites if WORKFLOW => {
                f.write_str("Writing to the cache may be billed as well; it is not priced here.")
            }
            Self::LongContext(model, rule) if WORKFLOW => write!(
                f,
                "{model} charges {} times its input rates and {} times its output rate for a turn \
                 of more than {} input tokens, and there are such turns here.",
                rule.input_times,
                rule.output_times,
                grouped(Decimal::from(rule.above))
            ),
            Self::Blocked if WORKFLOW => f.write_str(
                "Whether blocked requests are billed is not published, so the figure spans from \
                 none of them to all.",
            ),
            Self::InputsPerImage => f.write_str(
                "With several images per request, inputs may be billed once for each image: one \
                 author measured it, OpenAI says nothing, so the figure spans both.",
            ),
            // Of a kind that this program does not look for.
            _ => Ok(()),
        }
    }
}
