//! The clipboard, where the browser lends it.

use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

/// Copies `text`, then says whether it was copied. Without a clipboard (an insecure origin, a
/// frame that may not) it is not, and the caller shows the text.
pub fn copy(text: String, then: impl FnOnce(bool) + Clone + 'static) {
    let navigator = window().navigator();
    // Typed as always there, but missing on insecure origins.
    let there = js_sys::Reflect::get(&navigator, &"clipboard".into());
    if there.is_ok_and(|clipboard| clipboard.is_undefined()) {
        return then(false);
    }
    let refused = then.clone();
    let done = Closure::once(move |_: JsValue| then(true));
    let failed = Closure::once(move |_: JsValue| refused(false));
    // Plain callbacks: a future would bring an executor's code along.
    drop(
        navigator
            .clipboard()
            .write_text(&text)
            .then2(&done, &failed),
    );
    // One of the two is called once and then freed by the browser's collector.
    done.forget();
    failed.forget();
}
