//! The page as a whole: its theme, the element the app lives in, printing.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
#[cfg(feature = "whole")]
use web_sys::{Element, NodeList};

/// The element that the app is mounted into; the body where it is missing.
pub fn mount_point() -> Option<HtmlElement> {
    let found = document()
        .get_element_by_id("app")
        .and_then(|element| element.dyn_into().ok());
    found.or_else(|| document().body())
}

/// Removes all that stands in an element.
pub fn empty(element: &HtmlElement) {
    element.set_text_content(None);
}

/// Goes on at the element of this id: a fold is opened, and the focus set.
pub fn go_to(id: &str) {
    let Some(element) = document().get_element_by_id(id) else {
        return;
    };
    let fold = element.tag_name() == "DETAILS";
    let target = if fold {
        drop(element.set_attribute("open", ""));
        element.first_element_child()
    } else {
        Some(element)
    };
    if let Some(target) = target.and_then(|target| target.dyn_into::<HtmlElement>().ok()) {
        drop(target.focus());
    }
}

/// The headings of the folds that are open, up to the value within them.
#[cfg(feature = "whole")]
pub fn open_folds() -> Vec<String> {
    all("details[open] > summary")
        .map(|summary| heading(&summary))
        .collect()
}

/// Opens the folds of these headings.
#[cfg(feature = "whole")]
pub fn open_again(headings: &[String]) {
    for summary in all("details > summary").filter(|summary| headings.contains(&heading(summary))) {
        if let Some(fold) = summary.parent_element() {
            drop(fold.set_attribute("open", ""));
        }
    }
}

#[cfg(feature = "whole")]
fn heading(summary: &Element) -> String {
    let text = summary.text_content().unwrap_or_default();
    text.split(" · ").next().unwrap_or_default().to_owned()
}

#[cfg(feature = "whole")]
fn all(css: &str) -> impl Iterator<Item = Element> + use<> {
    let found = document().query_selector_all(css).ok();
    let count = found.as_ref().map_or(0, NodeList::length);
    (0..count).filter_map(move |at| found.as_ref()?.get(at)?.dyn_into().ok())
}

/// Whether an element of this id is on the page.
#[cfg(feature = "whole")]
pub fn has(id: &str) -> bool {
    document().get_element_by_id(id).is_some()
}

/// Goes on at the element of this id where nothing has the focus any more.
#[cfg(feature = "whole")]
pub fn keep_focus(id: &str) {
    let body = document().body();
    if document()
        .active_element()
        .is_none_or(|element| body.is_some_and(|body| **body == *element))
    {
        go_to(id);
    }
}

/// Adds a style sheet, which the page's policy allows from a script.
#[cfg(any(feature = "whole", feature = "embed"))]
pub fn adopt(css: &str) {
    use js_sys::{Array, Reflect};
    let Ok(sheet) = web_sys::CssStyleSheet::new() else {
        return;
    };
    if sheet.replace_sync(css).is_err() {
        return;
    }
    let (document, key) = (document(), "adoptedStyleSheets".into());
    if let Ok(sheets) = Reflect::get(&document, &key) {
        let sheets = Array::from(&sheets);
        sheets.push(&sheet);
        drop(Reflect::set(&document, &key, &sheets));
    }
}

/// The policy that stands in the page.
#[cfg(feature = "whole")]
pub fn policy() -> String {
    let meta = document().query_selector("meta[http-equiv=Content-Security-Policy]");
    let found = meta.ok().flatten();
    found
        .and_then(|meta| meta.get_attribute("content"))
        .unwrap_or_default()
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
