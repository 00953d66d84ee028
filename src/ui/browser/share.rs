//! What the device shares with: mail, chats, notes. Not every browser lends it.

use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// Whether the browser lends it.
pub fn is_there() -> bool {
    function().is_some()
}

fn function() -> Option<Function> {
    let found = Reflect::get(&window().navigator(), &"share".into());
    found.ok()?.dyn_into().ok()
}

/// Hands words and a link over. A person who changes their mind is no error.
pub fn share(words: &str, link: &str) {
    let Some(function) = function() else {
        return;
    };
    let what = Object::new();
    for (key, value) in [("title", "Pixelbill"), ("text", words), ("url", link)] {
        drop(Reflect::set(&what, &key.into(), &value.into()));
    }
    let sent = function.call1(&window().navigator(), &what);
    if let Some(sent) = sent.ok().and_then(|sent| sent.dyn_into::<Promise>().ok()) {
        let refused = Closure::once(|_: JsValue| {});
        drop(sent.catch(&refused));
        refused.forget();
    }
}
