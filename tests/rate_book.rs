//! The rate book: what a broken one brings, what each snapshot holds, and that it never changes.

#[path = "rate_book/contents.rs"]
mod contents;
#[path = "rate_book/errors.rs"]
mod errors;
#[path = "rate_book/lookup.rs"]
mod lookup;
#[path = "rate_book/models.rs"]
mod models;
#[path = "rate_book/prices.rs"]
mod prices;
#[path = "rate_book/published.rs"]
mod published;
#[path = "rate_book/schema.rs"]
mod schema;
#[path = "rate_book/slips.rs"]
mod slips;
#[path = "rate_book/vision.rs"]
mod vision;
