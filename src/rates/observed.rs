//! What is billed around a request and was observed rather than published: regional processing,
//! the driver of the Responses route, the framing of an analysis.
//!
//! Knows the figures; must not know how they are summed.

use super::{Basis, Source};
use crate::interval::Interval;
use rust_decimal::Decimal;

/// OpenAI's uplift for regional processing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RegionalUplift {
    /// Multiplies every sourced rate of an eligible model: 1.10.
    pub times: Decimal,
    /// Where it was read.
    pub source: &'static Source,
}

/// What the driver of the Responses route reads and writes around one call of the image tool.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ResponsesRule {
    /// Its name in rates.json.
    pub name: &'static str,
    /// Text tokens that frame the prompt in each pass: 9.
    pub framing: u64,
    /// Text tokens of the tool's description in each pass: 170 to 260.
    pub tool: Interval<u64>,
    /// Text tokens that the second pass adds beside the finished image: 35 to 90.
    pub reread: Interval<u64>,
    /// Text tokens that the driver writes: 60 to 210.
    pub output: Interval<u64>,
    /// Text tokens of the revised prompt, widened to the person's prompt: 60 to 120.
    pub revised: Interval<u64>,
    /// Why it can be trusted: community.
    pub basis: Basis,
    /// Where it was read.
    pub source: &'static Source,
}

/// What frames one turn of an analysis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AnalysisRule {
    /// Its name in rates.json.
    pub name: &'static str,
    /// Text tokens of each turn besides context, prompt and images: 7.
    pub framing: u64,
    /// Why it can be trusted: measured.
    pub basis: Basis,
    /// Where it was read.
    pub source: &'static Source,
}
