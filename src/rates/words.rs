//! The words that the API, the links and rates.json share, each written in one place.
//!
//! Knows their spelling; must not know what they cost.

/// Declares an enum whose variants are words; reading them ignores case.
macro_rules! words {
    ($(#[$about:meta])* $name:ident { $($(#[$what:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$what])* $variant,)+ }

        impl $name {
            /// Every one, in the order of the declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The word as the API, links and rates.json write it.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// Reads the word in any case.
            pub fn parse(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|word| word.as_str().eq_ignore_ascii_case(text))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}
pub(crate) use words;

words! {
    /// What is counted and priced.
    Meter {
        /// Prompt and instructions.
        TextInput = "text_input",
        /// Text input read from cache.
        CachedTextInput = "cached_text_input",
        /// Images sent along.
        ImageInput = "image_input",
        /// Images sent along, read from cache.
        CachedImageInput = "cached_image_input",
        /// Images that come back.
        ImageOutput = "image_output",
        /// Text that comes back.
        TextOutput = "text_output",
    }
}

words! {
    /// OpenAI's two ways to be billed for the same request.
    Tier {
        /// Answered at once.
        Standard = "standard",
        /// The Batch API: answered within a day, at lower rates.
        BatchApi = "batch",
    }
}

words! {
    /// Why a count can be trusted, strongest first; `Given` stands outside the order.
    Basis {
        /// The person's own number.
        Given = "given",
        /// Printed by OpenAI.
        Official = "official",
        /// What OpenAI's calculator computes, read by others.
        Calculator = "calculator",
        /// Measured on real bills or responses.
        Measured = "measured",
        /// Reported by one person or a few.
        Community = "community",
        /// Assumed from a neighbouring model.
        Assumed = "assumed",
    }
}

words! {
    /// How much computation goes into an image.
    Quality {
        /// The least.
        Low = "low",
        /// Between low and high.
        Medium = "medium",
        /// The most on older models.
        High = "high",
        /// Above high, from 2.5.
        Xhigh = "xhigh",
        /// The most, from 2.5.
        Max = "max",
        /// The API chooses.
        Auto = "auto",
    }
}

words! {
    /// `background` of a request.
    Background {
        /// The API chooses.
        Auto = "auto",
        /// Filled.
        Opaque = "opaque",
        /// See-through; needs png or webp.
        Transparent = "transparent",
    }
}

words! {
    /// `output_format` of a request.
    Format {
        /// The API's default.
        Png = "png",
        /// Smaller, without transparency.
        Jpeg = "jpeg",
        /// Smaller, with transparency.
        Webp = "webp",
        /// Animated, from 2.6.
        Gif = "gif",
        /// Drawn, from 2.6.
        Svg = "svg",
    }
}

words! {
    /// `input_fidelity` of an edit.
    Fidelity {
        /// The API's default.
        Low = "low",
        /// More tokens for each input image.
        High = "high",
    }
}

words! {
    /// How closely a text model looks at an image.
    Detail {
        /// Few tokens on most models.
        Low = "low",
        /// Shrunk to an edge or a budget.
        High = "high",
        /// As large as the model takes.
        Original = "original",
        /// The model's default level.
        Auto = "auto",
    }
}
