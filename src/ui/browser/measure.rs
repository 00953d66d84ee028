//! How high things stand on the screen, and hearing when that changes.

use super::element::Element;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlElement, ResizeObserver};

/// The height of an element in CSS pixels, borders included.
pub fn height(element: &Element) -> i32 {
    element.unchecked_ref::<HtmlElement>().offset_height()
}

/// Calls `then` whenever an element's size changes, for as long as the page stands.
pub fn on_resize(element: &Element, then: impl Fn() + 'static) {
    let heard: Closure<dyn Fn()> = Closure::new(then);
    if let Ok(observer) = ResizeObserver::new(heard.as_ref().unchecked_ref()) {
        observer.observe(element);
    }
    heard.forget();
}
