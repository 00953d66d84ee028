//! What makes a scenario impossible to price, each with its way out.
//!
//! Knows the words; `judge` knows when each applies. A fix is a set of link keys and values, so
//! that the page's buttons, the JSON and the link all mean the same change.

use crate::date::Date;
use crate::money::{Usd, grouped};
use crate::program::WORKFLOW;
use crate::rates::{Background, Detail, Fidelity, Format, Quality, Tier};
use crate::size::{Size, SizeChoice};
use crate::sizing::SizeFault;
use rust_decimal::Decimal;
use std::fmt;

mod words;

use words::{list, size_words, tier_words};

/// A link key and the value that mends it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// A key of contract 1.
    pub key: &'static str,
    /// The value as a link writes it; empty for the default.
    pub value: String,
}

/// One way out: changes that are made together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix(pub Vec<Change>);

impl Fix {
    /// The change of one key.
    pub fn one(key: &'static str, value: impl ToString) -> Self {
        Self(vec![Change {
            key,
            value: value.to_string(),
        }])
    }

    /// Another key changed along with it.
    #[must_use]
    pub fn and(mut self, key: &'static str, value: impl ToString) -> Self {
        self.0.push(Change {
            key,
            value: value.to_string(),
        });
        self
    }
}

/// What makes a stage impossible to price.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The stage, from 0.
    pub stage: usize,
    /// The link key that is at fault.
    pub field: &'static str,
    /// What is wrong.
    pub kind: ProblemKind,
    /// Ways out, the best first.
    pub fixes: Vec<Fix>,
}

impl Problem {
    /// What was given, the bound and the way out, in a sentence.
    pub fn message(&self) -> String {
        self.kind.to_string()
    }

    /// The code, as docs/codes.md lists it.
    pub fn code(&self) -> &'static str {
        match self.kind {
            ProblemKind::Size { fault, .. } => fault.code(),
            _ => self.kind.code(),
        }
    }
}

/// Declares the kinds with their codes and their words in one place; those of a `workflow` are
/// said only by a program that prices one.
macro_rules! kinds {
    ($($(#[$about:meta])* $said:ident $kind:ident $({ $($field:ident: $type:ty,)+ })? = $code:literal, $words:literal $(, $argument:expr)* ;)+) => {
        /// What is wrong, with the figures that its words need.
        #[derive(Clone, Debug, PartialEq)]
        pub enum ProblemKind { $($(#[$about])* $kind $({ $($field: $type,)+ })?,)+ }

        impl ProblemKind {
            /// `field.rule`, but for sizes, whose rule says it.
            fn code(&self) -> &'static str {
                match self { $(Self::$kind $({ $($field: _,)+ })? => $code,)+ }
            }
        }

        impl fmt::Display for ProblemKind {
            fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
                match self {
                    $(Self::$kind $({ $($field,)+ })? if said!($said) => write!(f, $words $(, $argument)*),)+
                    // Of a kind that this program does not look for.
                    _ => Ok(()),
                }
            }
        }
    };
}

macro_rules! said {
    (always) => {
        true
    };
    (workflow) => {
        WORKFLOW
    };
}

kinds! {
    /// The snapshot does not know the image model.
    always ModelUnknown { model: &'static str, rates: Date, } = "model.unknown",
        "{model} is not in the rates of {}; a later snapshot knows it.", rates.in_words();
    /// The snapshot does not know the text model.
    workflow DriverUnknown { driver: &'static str, rates: Date, } = "driver.unknown",
        "{driver} is not in the rates of {}; another snapshot knows it.", rates.in_words();
    /// A text model is needed and none is named.
    workflow DriverMissing = "driver.missing",
        "A text model has to be named: it calls the image tool, or reads the images, and is billed.";
    /// The text model cannot call the image tool.
    workflow DriverUnable { driver: &'static str, } = "driver.unable",
        "{driver} cannot call the image tool of the Responses API.";
    /// The image model cannot be called by the image tool.
    workflow RouteUnsupported { model: &'static str, } = "route.unsupported",
        "{model} cannot be called through the Responses API.";
    /// The model has no rates on the tier.
    always TierUnsupported { model: &'static str, tier: Tier, rates: Date, } = "tier.unsupported",
        "{model} has no {} rates on {}.", tier_words(*tier), rates.in_words();
    /// The snapshot has no rate for regional processing.
    workflow ResidencyUnknown { rates: Date, } = "residency.no_rate",
        "What regional processing costs is not known in the rates of {}.", rates.in_words();
    /// The model does not take the size.
    always Size { size: SizeChoice, model: &'static str, fault: SizeFault, } = "size",
        "{}", size_words(*size, model, *fault);
    /// The model does not have the quality.
    always QualityUnsupported { quality: Quality, model: &'static str, known: Vec<Quality>, } = "quality.unsupported",
        "{model} has no quality {quality}; it has {}.", list(known);
    /// The model makes no edits.
    workflow TaskUnsupported { model: &'static str, } = "task.unsupported",
        "{model} is priced for generations only: no figure for its edits is known.";
    /// Input images on a generation.
    workflow RefsOnGenerate { count: u32, } = "refs.on_generate",
        "{count} input images on a generation: only an edit or an analysis takes them.";
    /// An edit or an analysis without input images.
    workflow RefsMissing { task: &'static str, } = "refs.missing",
        "An input image is missing: {task} needs at least one.";
    /// Too many input images.
    workflow RefsTooMany { count: u32, most: u32, } = "refs.too_many",
        "{count} input images: at most {} are taken.", grouped(Decimal::from(*most));
    /// An input image that the text model rejects.
    workflow RefsTooManyPatches { size: Size, patches: u64, most: u32, driver: &'static str, } = "refs.too_many_patches",
        "{driver} rejects {size}: {} patches of 32 pixels, and at most {} are taken.",
        grouped(Decimal::from(*patches)), grouped(Decimal::from(*most));
    /// The text model does not have the detail level.
    workflow DetailUnsupported { detail: Detail, driver: &'static str, } = "detail.unsupported",
        "{driver} has no detail level {detail}.";
    /// Cached input on the Image API.
    workflow CachedOnImages = "cached.images_route",
        "Cached rates apply on the Responses route only: on the Image API no input is read from cache.";
    /// Partial images on the Batch API.
    workflow PartialsOnBatch { partials: u8, } = "partials.batch_tier",
        "{partials} partial images on the Batch API: nothing is streamed there.";
    /// More partial images than the model streams.
    workflow PartialsUnsupported { partials: u8, most: u8, model: &'static str, } = "partials.unsupported",
        "{partials} partial images: {model} streams at most {most}.";
    /// Several images of one call on the Responses route.
    workflow SeveralOnResponses { n: u8, } = "n.responses_route",
        "{n} images per request: the image tool of the Responses API makes one a call.";
    /// More images per request than the model makes.
    always NUnsupported { n: u8, most: u8, model: &'static str, } = "n.unsupported",
        "{n} images per request: {model} makes at most {most}.";
    /// A prompt longer than the Image API takes.
    always PromptTooLong { prompt: u32, most: u32, } = "prompt.too_long",
        "A prompt of {} tokens: the Image API takes at most {}.",
        grouped(Decimal::from(*prompt)), grouped(Decimal::from(*most));
    /// Input fidelity that the model refuses.
    workflow FidelityUnsupported { fidelity: Fidelity, model: &'static str, } = "fidelity.unsupported",
        "{model} does not take input_fidelity {fidelity}: leave it out.";
    /// A mask where it is refused.
    workflow MaskUnsupported { model: &'static str, } = "mask.unsupported",
        "{model} takes no mask on this request: a mask needs an edit.";
    /// A background that the model refuses.
    workflow BackgroundUnsupported { background: Background, model: &'static str, rates: Date, } = "background.unsupported",
        "{model} does not take background {background} as of {}.", rates.in_words();
    /// A transparent background in a format that has none.
    workflow BackgroundFormat { format: Format, } = "background.format",
        "A transparent background needs png or webp, and the format is {format}.";
    /// A format that the model refuses.
    workflow FormatUnsupported { format: Format, model: &'static str, } = "format.unsupported",
        "{model} does not make {format}.";
    /// A format whose cost nobody knows.
    workflow FormatUnpriced { format: Format, } = "format.unpriced",
        "What a {format} costs is not known: OpenAI publishes no token count for it.";
    /// Credits of which a part is missing.
    workflow CreditsIncomplete { missing: &'static str, } = "own.credits_incomplete",
        "Credits need the plan's price, the credits in it and the credits of an image of this class: {missing} is missing.";
    /// Credits of a plan that holds none.
    workflow CreditsZero = "own.credits_zero",
        "A plan with 0 credits: no price of a credit follows from it.";
    /// Two flat prices at once.
    workflow OwnConflict = "own.image_and_credits",
        "Both a flat price an image and credits are given: only one can hold.";
    /// A stage that comes to more than can be counted exactly.
    always TotalTooLarge { most: Usd, } = "requests.total_too_large",
        "This stage comes to more than {}, which is more than can be counted exactly.", most.in_words();
    /// A price an image where no image is made.
    workflow OwnOnAnalysis = "own.analysis",
        "A price an image cannot price an analysis: it makes none.";
}
