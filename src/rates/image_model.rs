//! A model that makes images: what it takes, and which rules and rates it follows.
//!
//! Knows rules by reference; must not know how they count.

use super::{
    Background, Fidelity, Format, InputRule, Lifecycle, OutputRule, OverheadRule, Quality,
    Residency, SizeRule, Source, TextReturnedRule, TierRates,
};
use crate::size::Size;
use rust_decimal::Decimal;

/// A model that makes images.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Model {
    /// The id that a request names.
    pub id: &'static str,
    /// Other ids that mean the same model, dated snapshots for instance.
    pub aliases: &'static [&'static str],
    /// The generation it belongs to, as the page groups models: "2.5".
    pub generation: &'static str,
    /// How it differs from others of its generation, in a few words; may be empty.
    pub note: &'static str,
    /// When it came and goes.
    pub lifecycle: Lifecycle,
    /// Which sizes it takes.
    pub sizes: &'static SizeRule,
    /// How its output is counted, or priced.
    pub output: &'static OutputRule,
    /// How its input images are counted; none where it takes none.
    pub input: Option<&'static InputRule>,
    /// Text tokens that are billed beside the prompt.
    pub overhead: Option<&'static OverheadRule>,
    /// Text tokens that come back with each image.
    pub text_returned: Option<&'static TextReturnedRule>,
    /// What it takes and refuses.
    pub supports: Supports,
    /// Whether regional processing touches it.
    pub residency: Residency,
    /// Prices an image that OpenAI prints and that do not follow from its own tokens.
    pub printed: Option<&'static PrintedPrices>,
    /// Its rates, a tier at most once; none for models with flat prices.
    pub rates: &'static [TierRates],
    /// Where its dates and capabilities were read.
    pub source: &'static Source,
}

/// What an image model takes; everything else it refuses.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Supports {
    /// `background`.
    pub background: &'static [Background],
    /// `output_format`.
    pub format: &'static [Format],
    /// `input_fidelity`; empty where the parameter must be left out.
    pub fidelity: &'static [Fidelity],
    /// Whether an edit may carry a mask.
    pub mask: bool,
    /// Most partial images that can be streamed.
    pub partials: u8,
    /// Most images per request.
    pub images_per_request: u8,
    /// Most input images per request; 0 where it makes no edits.
    pub input_images: u16,
    /// Most text tokens that a prompt can have on the Image API.
    pub prompt_tokens: u32,
    /// Whether the Responses image tool can call it.
    pub responses: bool,
}

/// Prices an image as OpenAI prints them, shown only beside what tokens say.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PrintedPrices {
    /// Quality, size, USD an image.
    pub usd: &'static [(Quality, Size, Decimal)],
    /// Where they are printed.
    pub source: &'static Source,
}
