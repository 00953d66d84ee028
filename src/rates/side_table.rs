//! What stands in rates.json beside the snapshots: plans that images can be bought by instead of
//! the API, and billing rules of contracts.
//!
//! Knows their figures and sources; must not know how they are compared. No link rests on them, so
//! they are no part of a snapshot; they are never edited either, only added to.

use super::{Basis, Source};
use crate::date::Date;
use rust_decimal::Decimal;

/// Everything beside the snapshots.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SideTable {
    /// ChatGPT plans, cheapest first.
    pub plans: &'static [Plan],
    /// Named billing rules of contracts.
    pub billing: &'static [BillingRule],
}

/// A ChatGPT plan. It is no API credit: the API is a separate bill.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plan {
    /// Its name in links and tests: `plus`.
    pub id: &'static str,
    /// Its name as OpenAI writes it.
    pub name: &'static str,
    /// USD a month for a seat; none where no price is published.
    pub usd_per_month: Option<Decimal>,
    /// USD a month for a seat, paid for a year; none where it is not offered.
    pub usd_per_month_yearly: Option<Decimal>,
    /// The fewest seats that can be bought.
    pub least_seats: u32,
    /// Whether it is a workspace of seats rather than one person's plan.
    pub workspace: bool,
    /// What is known of the images it brings, in a sentence. OpenAI publishes no number.
    pub images: &'static str,
    /// Credits that an image beyond the plan costs; none where credits cannot be bought.
    pub credits_per_image: Option<u32>,
    /// Why the price can be trusted.
    pub basis: Basis,
    /// Where it was read.
    pub source: &'static Source,
}

/// A contract that charges one rate per direction, whatever the tokens are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BillingRule {
    /// The name it is chosen by.
    pub name: &'static str,
    /// USD an input token.
    pub usd_per_input_token: Decimal,
    /// USD an output token.
    pub usd_per_output_token: Decimal,
    /// The decimals that each request's charge is rounded to, half to even.
    pub decimals: u32,
    /// Whose it is, and how it differs from OpenAI's rates.
    pub note: &'static str,
    /// The day on which what is known of it was last looked at.
    pub checked: Date,
}
