//! Token counts as the API reported them.
//!
//! Knows the keys of a usage object, those of the Image API and those of a text model; must not
//! know any rate. A count that is missing stays missing here; what that means is `charge`'s.

use super::problem::Problem;
use super::value::Object;

/// The counts of one usage object.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// `input_tokens`.
    pub input: Option<u64>,
    /// `input_tokens_details`.
    pub input_details: Option<Details>,
    /// `output_tokens`.
    pub output: Option<u64>,
    /// `output_tokens_details`.
    pub output_details: Option<Details>,
    /// `total_tokens`.
    pub total: Option<u64>,
    /// Input tokens read from cache, in whichever place they are reported.
    pub cached: Option<Cached>,
    /// `output_tokens_details.reasoning_tokens`, part of the output.
    pub reasoning: Option<u64>,
    /// `cache_write_tokens`: tokens that were written to the cache.
    pub cache_writes: Option<u64>,
    /// Keys that are not known here, with their path.
    pub unknown: Vec<String>,
}

/// Text and image tokens apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Details {
    /// `text_tokens`.
    pub text: Option<u64>,
    /// `image_tokens`.
    pub image: Option<u64>,
}

/// Tokens read from cache.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cached {
    /// All of them.
    pub all: u64,
    /// `cached_text_tokens` and `cached_image_tokens`, where both kinds are told apart.
    pub split: Option<(u64, u64)>,
}

const KEYS: [&str; 7] = [
    "input_tokens",
    "input_tokens_details",
    "output_tokens",
    "output_tokens_details",
    "total_tokens",
    "cached_tokens",
    "cached_tokens_details",
];

const INPUT_KEYS: [&str; 4] = [
    "text_tokens",
    "image_tokens",
    "cached_tokens",
    "cache_write_tokens",
];

const OUTPUT_KEYS: [&str; 3] = ["text_tokens", "image_tokens", "reasoning_tokens"];

impl Counts {
    /// Reads a usage object.
    ///
    /// # Errors
    /// A count is none, stands twice, or details are no object.
    pub fn read(usage: &Object) -> Result<Self, Problem> {
        let input_details = usage.object("input_tokens_details")?;
        let output_details = usage.object("output_tokens_details")?;
        let mut unknown = strangers(usage, &KEYS);
        unknown.extend(
            input_details
                .iter()
                .flat_map(|it| strangers(it, &INPUT_KEYS)),
        );
        unknown.extend(
            output_details
                .iter()
                .flat_map(|it| strangers(it, &OUTPUT_KEYS)),
        );
        let within = |object: &Option<Object>, key| match object {
            Some(object) => object.count(key),
            None => Ok(None),
        };
        Ok(Self {
            input: usage.count("input_tokens")?,
            output: usage.count("output_tokens")?,
            total: usage.count("total_tokens")?,
            cached: cached(usage, within(&input_details, "cached_tokens")?)?,
            reasoning: within(&output_details, "reasoning_tokens")?,
            cache_writes: within(&input_details, "cache_write_tokens")?,
            input_details: details(input_details)?,
            output_details: details(output_details)?,
            unknown,
        })
    }

    /// Whether an object has any key of a usage object.
    pub fn stand_in(object: &Object) -> bool {
        KEYS.iter().any(|key| object.has(key))
    }

    /// Whether these are the counts of a text model: neither text nor images are told apart, but
    /// reasoning or the cache is.
    pub fn are_of_text(&self) -> bool {
        let tells = |details: Option<Details>| {
            details.is_some_and(|it| it.text.is_some() || it.image.is_some())
        };
        let in_details = self.reasoning.is_some()
            || self.cache_writes.is_some()
            || (self.input_details.is_some() && self.cached.is_some());
        in_details && !tells(self.input_details) && !tells(self.output_details)
    }
}

fn details(object: Option<Object>) -> Result<Option<Details>, Problem> {
    let Some(object) = object else {
        return Ok(None);
    };
    Ok(Some(Details {
        text: object.count("text_tokens")?,
        image: object.count("image_tokens")?,
    }))
}

/// The cache stands beside the counts on the image tool, and among the details elsewhere.
fn cached(usage: &Object, in_details: Option<u64>) -> Result<Option<Cached>, Problem> {
    let beside = usage.count("cached_tokens")?;
    let split = match usage.object("cached_tokens_details")? {
        Some(apart) => {
            let text = apart.count("cached_text_tokens")?;
            let image = apart.count("cached_image_tokens")?;
            (text.is_some() || image.is_some()).then_some((text.unwrap_or(0), image.unwrap_or(0)))
        }
        None => None,
    };
    let sum = split.map(|(text, image)| text + image);
    Ok(beside
        .or(in_details)
        .or(sum)
        .map(|all| Cached { all, split }))
}

fn strangers(object: &Object, known: &[&str]) -> Vec<String> {
    let strange = object.keys().filter(|key| !known.contains(key));
    strange.map(|key| object.path_of(key)).collect()
}
