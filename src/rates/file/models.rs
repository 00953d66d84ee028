//! The models of a snapshot as written.
//!
//! Knows keys; must not know what makes a model sound (`check` does). What each key means stands
//! in rates.schema.json and at the checked types.

use super::{Entries, Written};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Model {
    pub id: String,
    #[serde(default)]
    pub aliases: Vec<String>,
    pub generation: String,
    #[serde(default)]
    pub note: String,
    pub lifecycle: Lifecycle,
    pub sizes: String,
    pub output: String,
    pub input: Option<String>,
    pub overhead: Option<String>,
    pub text_returned: Option<String>,
    pub supports: Supports,
    pub residency: String,
    pub printed: Option<Printed>,
    pub rates: Rates,
    pub source: String,
    pub checked: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextModel {
    pub id: String,
    #[serde(default)]
    pub aliases: Vec<String>,
    pub lifecycle: Lifecycle,
    pub vision: String,
    pub image_tool: bool,
    pub long_context: Option<LongContext>,
    pub residency: String,
    pub rates: Rates,
    pub source: String,
    pub checked: String,
}

/// Rates by tier.
pub type Rates = Entries<TierRates>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TierRates {
    pub usd_per_mtok: Entries<Written>,
    #[serde(default)]
    pub inferred: Vec<String>,
    /// Missing sources are reported by `check`, with all else that is wrong.
    pub source: Option<String>,
    pub checked: Option<String>,
    pub promotion: Option<Promotion>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Promotion {
    pub until: String,
    pub note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lifecycle {
    pub released: Option<String>,
    pub deprecated: Option<String>,
    pub shutdown: Option<String>,
    pub replacement: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Supports {
    pub background: Vec<String>,
    pub format: Vec<String>,
    pub fidelity: Vec<String>,
    pub mask: bool,
    pub partials: u8,
    pub images_per_request: u8,
    pub input_images: u16,
    pub prompt_tokens: u32,
    pub responses: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Printed {
    pub usd_per_image: Entries<Entries<Written>>,
    pub source: String,
    pub checked: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LongContext {
    pub above: u64,
    pub input_times: Written,
    pub output_times: Written,
}
