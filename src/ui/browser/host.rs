//! The page that holds this one in a frame: telling it, hearing which theme it wants, following
//! the address that it sets.

use leptos::prelude::window;
use std::cell::Cell;
use std::time::Duration;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, MessageEvent};

/// The window around this one, where there is one. It may be of any origin.
fn host() -> Option<web_sys::Window> {
    let window = window();
    window
        .parent()
        .ok()
        .flatten()
        .filter(|parent| *parent != window)
}

/// Tells the host a message, written as JSON. It holds nothing secret, so any host may hear it.
pub fn tell(json: &str) {
    if let (Some(host), Ok(message)) = (host(), js_sys::JSON::parse(json)) {
        drop(host.post_message(&message, "*"));
    }
}

/// Calls `then` with the theme that the host asks for: version 1 messages of the host itself;
/// others are ignored in silence.
pub fn on_theme(then: impl Fn(String) + 'static) {
    hear("message", move |event| {
        let event: &MessageEvent = event.unchecked_ref();
        let from: JsValue = event.source().into();
        let said = part(&event.data(), "pixelbill");
        let from_host = host().is_some_and(|host| from == JsValue::from(host));
        if from_host && part(&said, "v") == 1 {
            part(&said, "theme").as_string().map(&then);
        }
    });
}

/// Calls `then` when the host has changed the fragment of this frame's address.
pub fn on_address(then: impl Fn() + 'static) {
    hear("hashchange", move |_| then());
}

/// Hears an event of the window for as long as the page stands.
fn hear(event: &str, then: impl Fn(&Event) + 'static) {
    let heard: Closure<dyn Fn(Event)> = Closure::new(move |event| then(&event));
    drop(window().add_event_listener_with_callback(event, heard.as_ref().unchecked_ref()));
    heard.forget();
}

/// A part of a message; undefined where there is none.
fn part(of: &JsValue, name: &str) -> JsValue {
    js_sys::Reflect::get(of, &name.into()).unwrap_or_default()
}

/// One thing to be done later; a newer one replaces it.
#[derive(Default)]
pub struct Later(Cell<i32>);

impl Later {
    /// Does it after a pause.
    pub fn call(&self, after: Duration, then: impl FnOnce() + 'static) {
        let window = window();
        window.clear_timeout_with_handle(self.0.get());
        let then = Closure::once_into_js(then);
        let pause = i32::try_from(after.as_millis()).unwrap_or(i32::MAX);
        let timer = window
            .set_timeout_with_callback_and_timeout_and_arguments_0(then.unchecked_ref(), pause);
        self.0.set(timer.unwrap_or_default());
    }
}
