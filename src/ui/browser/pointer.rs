//! Dragging: keeping a pointer's events with one element, and where things are.

use super::element::Event;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, PointerEvent};

/// Whether a pointer event is the start of a drag: the main button, a finger or a pen.
pub fn begins(event: &Event) -> bool {
    event.unchecked_ref::<PointerEvent>().button() == 0
}

/// Sends the pointer's further events to the element that heard this one, until it is let go.
pub fn capture(event: &Event) {
    let pointer = event.unchecked_ref::<PointerEvent>();
    let target = event
        .current_target()
        .map(JsCast::unchecked_into::<Element>);
    if let Some(target) = target {
        drop(target.set_pointer_capture(pointer.pointer_id()));
    }
}

/// How far below the window's top the pointer is, in CSS pixels.
pub fn height(event: &Event) -> f64 {
    f64::from(event.unchecked_ref::<PointerEvent>().client_y())
}

/// How far below the window's top the middle of an element is, in CSS pixels.
pub fn middle(id: &str) -> Option<f64> {
    let place = document().get_element_by_id(id)?.get_bounding_client_rect();
    Some(place.top() + place.height() / 2.0)
}

/// Whether the Alt key is held while another is pressed.
pub fn with_alt(event: &Event) -> bool {
    event.unchecked_ref::<KeyboardEvent>().alt_key()
}
