//! What is worth knowing about the charge of a record, and why tokens have no price.
//!
//! Knows the words; must not know when each applies.

use super::line::{Unpriced, Why};
use crate::money::grouped;
use rust_decimal::Decimal;
use std::fmt;

/// Input or output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// What was sent.
    Input,
    /// What came back.
    Output,
}

/// What is worth knowing about a charge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// So many input tokens are not split into text and images.
    InputUnsplit(u64),
    /// Output of this model is not split into text and images.
    OutputUnsplit(&'static str),
    /// Details add up to another count than the whole: what they add up to, and the whole.
    DetailsDiffer(Side, u64, u64),
    /// `total_tokens` is another count than input and output together.
    TotalDiffers(u64, u64),
    /// The image tool does not say what came from cache.
    CacheUnknown,
    /// The Image API is not known to charge less for what comes from cache.
    CacheOnImageApi,
    /// More tokens from cache than were read.
    CacheAboveInput(u64, u64),
    /// A model without a rate for what comes from cache.
    NoCachedRate(&'static str),
    /// Tokens written to the cache, which are not priced.
    CacheWrites(u64),
    /// Reasoning, part of the output.
    Reasoning(u64),
    /// More input tokens than the bound of a model's surcharge.
    LongContext(&'static str, u64),
    /// A usage object that counts nothing.
    NothingCounted,
    /// A contract takes missing counts as zero.
    MissingIsZero,
}

impl Remark {
    /// `field.rule`, as docs/codes.md lists it.
    pub fn code(&self) -> &'static str {
        match self {
            Self::InputUnsplit(_) => "input.unsplit",
            Self::OutputUnsplit(_) => "output.unsplit",
            Self::DetailsDiffer(..) => "details.differ",
            Self::TotalDiffers(..) => "total.differs",
            Self::CacheUnknown => "cached.unknown",
            Self::CacheOnImageApi => "cached.image_api",
            Self::CacheAboveInput(..) => "cached.above",
            Self::NoCachedRate(_) => "cached.rate",
            Self::CacheWrites(_) => "cached.written",
            Self::Reasoning(_) => "output.reasoning",
            Self::LongContext(..) => "input.surcharge",
            Self::NothingCounted => "usage.zero",
            Self::MissingIsZero => "usage.partial",
        }
    }
}

fn tokens(count: u64) -> String {
    let s = if count == 1 { "" } else { "s" };
    format!("{} token{s}", grouped(Decimal::from(count)))
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::InputUnsplit(count) => write!(
                f,
                "{} of input are not split into text and images, so they span both rates. Say \
                 that the requests carried no images, and they are text.",
                tokens(*count)
            ),
            Self::OutputUnsplit(model) => write!(
                f,
                "Output is not split into text and images, which {model} charges differently, so \
                 it spans both rates."
            ),
            Self::DetailsDiffer(side, named, all) => {
                let key = match side {
                    Side::Input => "input_tokens",
                    Side::Output => "output_tokens",
                };
                write!(f, "{key} is {all}, but its details add up to {named}.")?;
                f.write_str(match named < all {
                    true => " What they do not name is priced as text or image.",
                    false => " The details are what is priced.",
                })
            }
            Self::TotalDiffers(total, sum) => write!(
                f,
                "total_tokens is {total}, but input and output add up to {sum}; these are priced."
            ),
            Self::CacheUnknown => f.write_str(
                "The image tool does not say how much of its input came from cache; it is priced \
                 as if none did.",
            ),
            Self::CacheOnImageApi => f.write_str(
                "Tokens from cache are priced at the cached rate, as the usage says; OpenAI's \
                 guide offers that rate in the Responses API only.",
            ),
            Self::CacheAboveInput(cached, input) => write!(
                f,
                "{cached} tokens from cache are more than the {input} that were read; no more \
                 than these are priced as cached."
            ),
            Self::NoCachedRate(model) => write!(
                f,
                "These rates have none for what {model} reads from cache; it is priced in full."
            ),
            Self::CacheWrites(count) => write!(
                f,
                "{} were written to the cache, which may be billed as well; it is not priced here.",
                tokens(*count)
            ),
            Self::Reasoning(count) => write!(
                f,
                "{} of reasoning are part of the text output.",
                tokens(*count)
            ),
            Self::LongContext(model, above) => write!(
                f,
                "{model} charges more for a turn of more than {} input tokens. Where the image \
                 tool ran, the count is of several turns, so the rate spans both.",
                grouped(Decimal::from(*above))
            ),
            Self::NothingCounted => f.write_str("The usage object counts no tokens at all."),
            Self::MissingIsZero => {
                f.write_str("A missing count is taken as zero, as the contract says.")
            }
        }
    }
}

impl fmt::Display for Unpriced {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let (count, whose) = (tokens(self.tokens), self.whose);
        match &self.why {
            Why::NoModel => write!(
                f,
                "{count} of the {whose} have no price, since nothing names it. Choose the text \
                 model."
            ),
            Why::Unknown(id) => write!(
                f,
                "{count} of the {whose} have no price: the rates do not know “{id}”. Give its \
                 rates as your own, or take the name out to price it as the chosen model."
            ),
            Why::Later(id) => write!(
                f,
                "{count} of the {whose} have no price: the chosen rates are older than {id}. \
                 Choose newer rates."
            ),
            Why::NoRates(id) => write!(
                f,
                "{count} of the {whose} have no price: {id} has no rates on this tier. Choose \
                 the other tier."
            ),
            Why::NoRate(id, meter) => write!(
                f,
                "{count} have no price: {id} has no rate for {meter}. Check the model."
            ),
        }
    }
}
