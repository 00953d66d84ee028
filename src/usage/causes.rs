//! Why a bill differs from its estimate, in words.
//!
//! Knows the kinds of causes; must not know how their amounts are found (`compare`).

use crate::money::UsdRange;
use crate::rates::{Quality, Tier};
use crate::size::SizeChoice;
use std::fmt;

/// A likely cause of a difference, with the amount it explains.
#[derive(Clone, Debug, PartialEq)]
pub struct Cause {
    /// What it is.
    pub kind: CauseKind,
    /// USD: what was billed less what was estimated.
    pub usd: UsdRange,
    /// Of how many records.
    pub records: u64,
}

/// What makes a bill differ from its estimate.
#[derive(Clone, Debug, PartialEq)]
pub enum CauseKind {
    /// A contract's rates instead of OpenAI's.
    Contract(&'static str),
    /// Another image model than estimated.
    Model(&'static str, &'static str),
    /// Another text model than estimated.
    Driver(Option<&'static str>, &'static str),
    /// Another tier than estimated.
    Tier(Tier),
    /// The size that came is not the size estimated.
    Size(SizeChoice, SizeChoice),
    /// The quality that came; whether the record says so, or its tokens fit no other.
    Quality(Quality, Quality, bool),
    /// More or fewer images in a request.
    Images(u8, u64),
    /// Partial images that were streamed, more or fewer than estimated.
    Partials,
    /// The API chose size or quality, or the counts are measured: the estimate is an interval.
    Spread,
    /// Text that came back.
    TextReturned,
    /// Input images.
    References,
    /// The prompt, and what is billed beside it.
    Prompt,
    /// Input that is not split into text and images.
    Input,
    /// What the text model read.
    DriverInput,
    /// What the text model wrote.
    DriverOutput,
    /// An SVG and the model that wrote it.
    Svg,
    /// Output tokens that fit no size and quality of the model.
    Unexplained,
}

impl CauseKind {
    /// A word for exports and tests.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Contract(_) => "contract",
            Self::Model(..) => "model",
            Self::Driver(..) => "driver",
            Self::Tier(_) => "tier",
            Self::Size(..) => "size",
            Self::Quality(..) => "quality",
            Self::Images(..) => "n",
            Self::Partials => "partials",
            Self::Spread => "spread",
            Self::TextReturned => "text_returned",
            Self::References => "refs",
            Self::Prompt => "prompt",
            Self::Input => "input",
            Self::DriverInput => "driver_input",
            Self::DriverOutput => "driver_output",
            Self::Svg => "svg",
            Self::Unexplained => "unexplained",
        }
    }
}

impl fmt::Display for CauseKind {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Contract(name) => write!(f, "billed under “{name}”, not at OpenAI's rates"),
            Self::Model(from, to) => write!(f, "another model: {to} instead of {from}"),
            Self::Driver(Some(from), to) => {
                write!(f, "another text model: {to} instead of {from}")
            }
            Self::Driver(None, to) => write!(f, "a text model, {to}, where none was estimated"),
            Self::Tier(tier) => write!(f, "another tier: {tier}"),
            Self::Size(SizeChoice::Auto, to) => write!(f, "size auto became {to}"),
            Self::Size(from, to) => write!(f, "another size: {to} instead of {from}"),
            Self::Quality(Quality::Auto, to, true) => write!(f, "quality auto became {to}"),
            Self::Quality(Quality::Auto, to, false) => {
                write!(f, "quality auto became {to}, as the tokens say")
            }
            Self::Quality(from, to, true) => {
                write!(f, "another quality: {to} instead of {from}")
            }
            Self::Quality(from, to, false) => {
                write!(f, "the tokens fit quality {to}, not {from}")
            }
            Self::Images(from, to) => write!(f, "{to} images in a request instead of {from}"),
            Self::Partials => f.write_str("partial images, 100 tokens each"),
            Self::Spread => f.write_str("the estimate of the output was an interval"),
            Self::TextReturned => f.write_str("text that came back with the image"),
            Self::References => f.write_str("input images"),
            Self::Prompt => f.write_str("the prompt, and text billed beside it"),
            Self::Input => f.write_str("input, text or image"),
            Self::DriverInput => f.write_str("what the text model read"),
            Self::DriverOutput => f.write_str("what the text model wrote"),
            Self::Svg => f.write_str("the model that wrote the SVG"),
            Self::Unexplained => f.write_str("output tokens that fit no size and quality"),
        }
    }
}
