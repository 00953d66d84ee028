//! The rate book: what a broken one brings, what each snapshot holds, and that it never changes.

#[path = "rate_book/errors.rs"]
mod errors;
