//! Worked examples of docs/billing.md: every rule at least once, with its arithmetic written out.

#[path = "../common/mod.rs"]
mod common;

mod analysis;
mod basis;
mod edits;
mod own;
mod problems;
mod rates;
mod requests;
mod responses;
mod scenarios;
mod stages;
mod text_rates;
