//! The three ways in which the page follows the state, each of one type.
//!
//! A closure in a view makes the compiler write the machinery of a reactive node anew for its
//! type, one to four kilobytes a place. Through these few types it is written once: measured, the
//! first view is half as large (docs/performance.md).

use leptos::prelude::*;

/// A text or an attribute that follows the state.
pub fn live(text: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(text)
}

/// A yes or no that follows the state.
pub fn flag(holds: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    Signal::derive(holds)
}

/// A number that follows the state.
pub fn number(value: impl Fn() -> u32 + Send + Sync + 'static) -> Signal<u32> {
    Signal::derive(value)
}

/// A part of the page that is made anew whenever what it reads changes.
pub fn part(view: impl FnMut() -> AnyView + Send + 'static) -> AnyView {
    let boxed: Box<dyn FnMut() -> AnyView + Send> = Box::new(view);
    boxed.into_any()
}

/// Nothing to show.
pub fn nothing() -> AnyView {
    ().into_any()
}

/// Several parts one after another.
pub fn all(parts: impl IntoIterator<Item = AnyView>) -> AnyView {
    parts.into_iter().collect::<Vec<AnyView>>().into_any()
}
