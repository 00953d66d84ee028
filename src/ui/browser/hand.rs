//! Where a hand is over an element: pointers, wheels and the keys held with them.

use super::element::Event;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, PointerEvent, WheelEvent};

/// A pointer over an element.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hand {
    /// Which pointer: fingers have one each.
    pub id: i32,
    /// Its place in the element, in CSS pixels from the left and the top.
    pub at: (f64, f64),
    /// Width and height of the element, in CSS pixels.
    pub space: (f64, f64),
    /// Whether it is a finger, which hovers over nothing.
    pub finger: bool,
}

/// The pointer of a pointer event, in the element that hears it.
pub fn of(event: &Event) -> Option<Hand> {
    let pointer = event.dyn_ref::<PointerEvent>()?;
    Some(Hand {
        id: pointer.pointer_id(),
        at: place(event, pointer.client_x(), pointer.client_y())?,
        space: space(event)?,
        finger: pointer.pointer_type() == "touch",
    })
}

/// Sends the pointer's further events to the element that hears this one.
pub fn hold(event: &Event) {
    let target = event.current_target();
    let target = target.map(JsCast::unchecked_into::<Element>);
    if let (Some(target), Some(pointer)) = (target, event.dyn_ref::<PointerEvent>()) {
        drop(target.set_pointer_capture(pointer.pointer_id()));
    }
}

/// The pointer of a wheel event.
pub fn of_wheel(event: &Event) -> Option<Hand> {
    let wheel = event.dyn_ref::<WheelEvent>()?;
    Some(Hand {
        id: 0,
        at: place(event, wheel.client_x(), wheel.client_y())?,
        space: space(event)?,
        finger: false,
    })
}

/// How far a wheel was turned, in steps of a usual mouse; above 0 towards the person.
pub fn turned(event: &Event) -> Option<f64> {
    let wheel = event.dyn_ref::<WheelEvent>()?;
    let lines = wheel.delta_mode() != WheelEvent::DOM_DELTA_PIXEL;
    let steps = wheel.delta_y() / if lines { 3.0 } else { 100.0 };
    // A pinch on a touchpad comes as a wheel with Ctrl, in small steps.
    Some(if wheel.ctrl_key() { steps * 5.0 } else { steps })
}

/// Whether the Shift key is held while another is pressed.
pub fn with_shift(event: &Event) -> bool {
    event
        .dyn_ref::<KeyboardEvent>()
        .is_some_and(KeyboardEvent::shift_key)
}

/// Whether a key stands for a command of the browser.
pub fn with_command(event: &Event) -> bool {
    let key = event.dyn_ref::<KeyboardEvent>();
    key.is_some_and(|key| key.ctrl_key() || key.meta_key() || key.alt_key())
}

fn place(event: &Event, x: i32, y: i32) -> Option<(f64, f64)> {
    let target: Element = event.current_target()?.dyn_into().ok()?;
    let place = target.get_bounding_client_rect();
    Some((f64::from(x) - place.left(), f64::from(y) - place.top()))
}

fn space(event: &Event) -> Option<(f64, f64)> {
    let target: Element = event.current_target()?.dyn_into().ok()?;
    let place = target.get_bounding_client_rect();
    Some((place.width(), place.height()))
}
