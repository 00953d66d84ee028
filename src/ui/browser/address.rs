//! The address bar: what it says, and writing it without disturbing the history.

use leptos::ev;
use leptos::leptos_dom::helpers::WindowListenerHandle;
use leptos::prelude::{on_cleanup, window, window_event_listener};
use wasm_bindgen::JsValue;

/// Query and fragment of the present address, as they stand.
pub fn read() -> (String, String) {
    let location = window().location();
    (
        location.search().unwrap_or_default(),
        location.hash().unwrap_or_default(),
    )
}

/// The address of the page without query and fragment; of a file on a disk, the site's that it was
/// made for, where one was set.
pub fn site() -> String {
    let href = window().location().href().unwrap_or_default();
    #[cfg(feature = "whole")]
    if href.starts_with("file:")
        && let Some(set) = configured_site()
    {
        return set;
    }
    href.split(['?', '#']).next().unwrap_or_default().to_owned()
}

/// What the build wrote into the page as its address (docs/hosting.md).
#[cfg(feature = "whole")]
fn configured_site() -> Option<String> {
    let link = leptos::prelude::document().query_selector("link[rel=canonical]");
    link.ok()??.get_attribute("href")
}

/// How a new address enters the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// An entry of its own: "back" returns to what was before.
    New,
    /// Instead of the present entry.
    Same,
}

/// Writes the fragment, dropping the query that it replaces. A browser that refuses (too many
/// writes, a sandboxed frame) keeps the old address: the copy button is always current.
pub fn write(fragment: &str, entry: Entry) {
    let Ok(history) = window().history() else {
        return;
    };
    let path = window().location().pathname().unwrap_or_default();
    let address = format!("{path}#{fragment}");
    let written = match entry {
        Entry::New => history.push_state_with_url(&JsValue::NULL, "", Some(&address)),
        Entry::Same => history.replace_state_with_url(&JsValue::NULL, "", Some(&address)),
    };
    drop(written);
}

/// Calls `then` when the address has changed by other hands: back, forward, or typing.
pub fn on_change(then: impl Fn() + Clone + 'static) {
    let also = then.clone();
    until_left(window_event_listener(ev::popstate, move |_| then()));
    until_left(window_event_listener(ev::hashchange, move |_| also()));
}

/// Calls `then` when the page is about to be hidden or left.
pub fn on_leave(then: impl Fn() + Clone + 'static) {
    let also = then.clone();
    until_left(window_event_listener(ev::pagehide, move |_| then()));
    until_left(window_event_listener(ev::visibilitychange, move |_| also()));
}

/// Hears it until the program hands the page over.
fn until_left(listener: WindowListenerHandle) {
    on_cleanup(move || listener.remove());
}
