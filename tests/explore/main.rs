//! Sizes and what they cost, the cheapest that will do, cheaper ways, comparison, migration.
//! Token counts are those of OpenAI's area formula, worked out where they stand.

#[path = "../common/mod.rs"]
mod common;

mod afford;
mod cheapest;
mod comparing;
mod map;
mod migrating;
mod picture;
mod volume;
mod ways;
