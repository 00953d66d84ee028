//! The clipboard, where the browser lends it.

use leptos::prelude::window;
use wasm_bindgen_futures::JsFuture;

/// Copies `text`; whether it was copied. Without a clipboard (an insecure origin, a frame) it is
/// not, and the caller shows the text to be copied by hand.
pub async fn copy(text: String) -> bool {
    let navigator = window().navigator();
    // Typed as always there, but missing on insecure origins.
    let has = js_sys::Reflect::has(&navigator, &"clipboard".into()).unwrap_or(false);
    has && JsFuture::from(navigator.clipboard().write_text(&text))
        .await
        .is_ok()
}
