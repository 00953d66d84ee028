//! What stands beside the snapshots, as written.
//!
//! Knows keys; must not know what makes them sound (`check` does).

use super::Written;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    pub id: String,
    pub name: String,
    pub usd_per_month: Option<Written>,
    pub usd_per_month_yearly: Option<Written>,
    pub least_seats: u32,
    pub workspace: bool,
    pub images: String,
    pub credits_per_image: Option<u32>,
    pub basis: String,
    pub source: String,
    pub checked: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BillingRule {
    pub usd_per_input_token: Written,
    pub usd_per_output_token: Written,
    pub decimals: u32,
    pub note: String,
    pub checked: String,
}
