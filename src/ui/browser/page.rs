//! The page as a whole: its theme, the element the app lives in, printing.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The element that the app is mounted into; the body where it is missing.
pub fn mount_point() -> Option<HtmlElement> {
    let found = document()
        .get_element_by_id("app")
        .and_then(|element| element.dyn_into().ok());
    found.or_else(|| document().body())
}

/// Says which theme holds: `light`, `dark`, or `auto` for the system's.
pub fn set_theme(theme: &str) {
    if let Some(root) = document().document_element() {
        drop(root.set_attribute("data-theme", theme));
    }
}

/// Opens the browser's print dialog.
pub fn print() {
    drop(window().print());
}

/// Scrolls to an element without touching the address, which holds the link to the estimate.
pub fn show(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.scroll_into_view();
    }
}
