//! Elements of the document: making, changing and hearing them.

use leptos::prelude::document;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
pub use web_sys::{Element, Event, Text};
use web_sys::{HtmlElement, HtmlInputElement, Node};

/// Names that live in SVG's own namespace.
const SVG: [&str; 8] = [
    "svg", "rect", "path", "line", "circle", "g", "polyline", "text",
];

/// Hears events for as long as it lives.
pub type Listener = Closure<dyn FnMut(Event)>;

/// A new element. The tags are ours and valid, so the browser cannot refuse them.
pub fn create(tag: &str) -> Element {
    let document = document();
    let made = if SVG.contains(&tag) {
        document.create_element_ns(Some("http://www.w3.org/2000/svg"), tag)
    } else {
        document.create_element(tag)
    };
    made.unwrap_or_else(|refused| wasm_bindgen::throw_val(refused))
}

/// Sets an attribute; its name is ours and valid.
pub fn set_attribute(element: &Element, name: &str, value: &str) {
    drop(element.set_attribute(name, value));
}

/// Appends a child.
pub fn append(parent: &Element, child: &Node) {
    drop(parent.append_child(child));
}

/// Appends a text, and hands it over to be changed.
pub fn append_text(parent: &Element, text: &str) -> Text {
    let node = document().create_text_node(text);
    append(parent, &node);
    node
}

/// Removes all children.
pub fn clear(element: &Element) {
    element.set_text_content(None);
}

/// Sets what a field holds.
pub fn set_value(element: &Element, value: &str) {
    element.unchecked_ref::<HtmlInputElement>().set_value(value);
}

/// What a field holds.
#[cfg(any(feature = "whole", feature = "embed"))]
pub fn value(element: &Element) -> String {
    element.unchecked_ref::<HtmlInputElement>().value()
}

/// Sets a property that is true or false.
pub fn set_flag(element: &Element, name: &str, holds: bool) {
    drop(js_sys::Reflect::set(
        element,
        &name.into(),
        &JsValue::from_bool(holds),
    ));
}

/// Sets a property of its style, which the policy of the page allows from a script.
pub fn set_style(element: &Element, name: &str, value: &str) {
    drop(
        element
            .unchecked_ref::<HtmlElement>()
            .style()
            .set_property(name, value),
    );
}

/// Hears an event until the listener is dropped.
pub fn listen(element: &Element, event: &str, heard: Box<dyn FnMut(Event)>) -> Listener {
    let listener = Closure::wrap(heard);
    drop(element.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref()));
    listener
}

/// What the field that an event came from holds.
pub fn value_of(event: &Event) -> String {
    let target = event
        .target()
        .map(JsCast::unchecked_into::<HtmlInputElement>);
    target.map(|field| field.value()).unwrap_or_default()
}

/// Whether the fold that an event came from is open.
pub fn is_open(event: &Event) -> bool {
    let target = event.current_target();
    let open = target.and_then(|fold| js_sys::Reflect::get(&fold, &"open".into()).ok());
    open.is_some_and(|open| open.is_truthy())
}

/// The key of a keyboard event, and a way to keep the browser from acting on it.
pub fn key_of(event: &Event) -> String {
    event.unchecked_ref::<web_sys::KeyboardEvent>().key()
}
