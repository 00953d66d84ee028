//! Pixelbill prices a whole request of the OpenAI GPT Image API.
//!
//! The rooms, lowest first; each uses only those above it in this list:
//!
//! - [`interval`], [`date`], [`money`], [`size`]: values
//! - [`rates`]: the rate book, as written and as checked
//! - [`sizing`]: which sizes a rule takes, and which valid ones are near
//! - [`typed`]: numbers as people type them
//! - [`scenario`]: what a person asks to have priced
//! - [`program`]: what this build of the program carries
//! - [`tokens`]: how tokens are counted
//! - [`link`]: a scenario as a link, and back
//! - [`estimate`]: line items, totals, basis, problems, notices
//! - [`compare`]: scenarios side by side, and where their costs cross
//! - [`export`]: an estimate as JSON, tables and links with words, and the request itself
//! - [`image_file`]: dimensions of an image file, from its first bytes
//! - [`presets`]: plans to start from, and what they cost at the finals' size and quality
//! - [`resize`]: an input image made smaller before it is sent
//! - [`budget`]: what a budget buys, the least change that fits it, and what was thrown away
//! - [`worksheet`]: what drives the cost of a plan, what to ask before paying, what to try first
//! - [`effort`]: how much work a quality is, so that models can be compared
//! - [`explore`]: every valid size and what it counts for, and the cheapest that will do
//! - [`ways`]: up to three cheaper ways to what a person wants
//! - [`migration`]: away from a model that ends
//! - [`plan_or_api`]: a ChatGPT plan, a workspace, a tool or the API, and their break-even
//! - [`usage`]: what was really billed, from pasted usage, and why it differs from the estimate
//! - `publish`: what the build writes beside the program; native only
//! - `ui`: the page, with the feature `ui` only
//!
//! The one rule: every number has a reason. A figure that is not published is an interval with
//! its basis; a price stands in rates.json and nowhere else.

pub mod budget;
pub mod compare;
pub mod date;
pub mod effort;
pub mod estimate;
pub mod explore;
pub mod export;
pub mod image_file;
pub mod interval;
pub mod link;
pub mod migration;
pub mod money;
mod order;
pub mod plan_or_api;
pub mod presets;
pub mod program;
#[cfg(not(target_arch = "wasm32"))]
pub mod publish;
pub mod rates;
pub mod resize;
pub mod scenario;
pub mod size;
pub mod sizing;
pub mod tokens;
pub mod typed;
#[cfg(feature = "ui")]
pub mod ui;
pub mod usage;
pub mod ways;
pub mod worksheet;
