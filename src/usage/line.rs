//! A line of a bill, and tokens that no line can hold.
//!
//! Knows what is multiplied with what; must not know how it is found.

use crate::interval::Interval;
use crate::money::UsdRange;
use crate::rates::words::words;
use crate::rates::{Meter, Source};
use rust_decimal::Decimal;

words! {
    /// Which model counted.
    Whose {
        /// The one that makes images.
        Image = "image model",
        /// The one that calls the image tool, or analyses.
        Driver = "text model",
        /// The one that writes an SVG.
        Svg = "SVG author",
    }
}

words! {
    /// What a line of a bill counts.
    Counted {
        /// Text that was read.
        TextInput = "text input",
        /// Images that were read.
        ImageInput = "image input",
        /// Text or images that were read, not told apart.
        EitherInput = "input, text or image",
        /// Text from cache.
        CachedText = "text input from cache",
        /// Images from cache.
        CachedImage = "image input from cache",
        /// Text or images from cache, not told apart.
        CachedEither = "input from cache, text or image",
        /// What the cache takes off, where it is not said off which input.
        CacheDiscount = "cache discount, text or image",
        /// Images that came back.
        ImageOutput = "image output",
        /// Text that came back.
        TextOutput = "text output",
        /// Text or images that came back, not told apart.
        EitherOutput = "output, text or image",
        /// All input, under a contract.
        AllInput = "input tokens",
        /// All output, under a contract.
        AllOutput = "output tokens",
        /// What a contract's rounding adds or takes.
        Rounding = "rounding",
    }
}

/// One line of a bill.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Which model counted.
    pub whose: Whose,
    /// Its id; the contract's name under a contract.
    pub model: &'static str,
    /// What is counted.
    pub counted: Counted,
    /// How many tokens.
    pub tokens: u64,
    /// USD per million tokens, both ends where the count may fall on either of two meters.
    pub usd_per_mtok: Interval<Decimal>,
    /// USD.
    pub usd: UsdRange,
    /// Where the rate stands; none where it is the person's own or a contract's.
    pub source: Option<&'static Source>,
}

/// Tokens that have no price.
#[derive(Clone, Debug, PartialEq)]
pub struct Unpriced {
    /// Which model counted.
    pub whose: Whose,
    /// How many tokens.
    pub tokens: u64,
    /// Why they have no price.
    pub why: Why,
}

/// Why tokens have no price.
#[derive(Clone, Debug, PartialEq)]
pub enum Why {
    /// Neither the record nor the terms name a model.
    NoModel,
    /// A model that no snapshot knows.
    Unknown(String),
    /// A model that a later snapshot knows first.
    Later(String),
    /// A model that is not sold on the tier, or has a flat price.
    NoRates(&'static str),
    /// A meter without a rate.
    NoRate(&'static str, Meter),
}
