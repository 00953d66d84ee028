//! Models by the names that answers give them, which are the dated ones.
//!
//! Knows how an id is dated; must not know what a model costs.

use super::line::Why;
use crate::rates::{Model, RateBook, RateSnapshot, TextModel};

/// The image model of an id, dated or not.
pub(super) fn image_model(snapshot: &RateSnapshot, id: &str) -> Option<&'static Model> {
    snapshot
        .image_model(id)
        .or_else(|| snapshot.image_model(undated(id)))
}

/// The text model of an id, dated or not: answers name the dated one.
pub(super) fn text_model(snapshot: &RateSnapshot, id: &str) -> Option<&'static TextModel> {
    snapshot
        .text_model(id)
        .or_else(|| snapshot.text_model(undated(id)))
}

/// The id without a date behind it: `gpt-5.4-2026-03-05` is `gpt-5.4`.
fn undated(id: &str) -> &str {
    const DATE: usize = "-2026-03-05".len();
    let parts = id
        .len()
        .checked_sub(DATE)
        .and_then(|at| id.split_at_checked(at));
    let dated = |date: &str| {
        date.strip_prefix('-')
            .is_some_and(|date| date.parse::<crate::date::Date>().is_ok())
    };
    match parts {
        Some((name, date)) if dated(date) => name,
        _ => id,
    }
}

/// Why the rates do not know an image model.
pub(super) fn unknown_image(book: &RateBook, id: &str) -> Why {
    match book.first_with_image_model(undated(id)) {
        Some(_) => Why::Later(id.to_owned()),
        None => Why::Unknown(id.to_owned()),
    }
}

/// Why the rates do not know a text model.
pub(super) fn unknown_text(book: &RateBook, id: &str) -> Why {
    match book.first_with_text_model(undated(id)) {
        Some(_) => Why::Later(id.to_owned()),
        None => Why::Unknown(id.to_owned()),
    }
}
