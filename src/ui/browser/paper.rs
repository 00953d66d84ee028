//! Printing a part of the page: the style sheets show that part alone.

use super::page;
use leptos::ev;
use leptos::prelude::{document, window_event_listener};

/// Opens the print dialog for one part; `data-print` of the document says which until it closes.
pub fn print_part(part: &str) {
    let Some(root) = document().document_element() else {
        return;
    };
    drop(root.set_attribute("data-print", part));
    let closed = window_event_listener(ev::afterprint, move |_| {
        drop(root.remove_attribute("data-print"));
    });
    page::print();
    drop(closed);
}
