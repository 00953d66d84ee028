//! Tells the page that the program has stopped: public/boot.js says so in words.

use std::panic;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// Set by public/boot.js before the program starts.
    #[wasm_bindgen(js_name = pixelbillFailed)]
    fn pixelbill_failed(message: &str);
}

/// From now on a panic is told to the person instead of leaving a page that no longer answers.
pub fn tell_on_panic() {
    panic::set_hook(Box::new(|panic| pixelbill_failed(&panic.to_string())));
}
