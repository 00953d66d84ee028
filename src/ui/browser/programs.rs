//! The programs of the page: asking public/boot.js for the whole one, and taking over from the
//! lean one.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// Loads the whole program, once; set by public/boot.js before a program starts.
    #[wasm_bindgen(js_name = pixelbillWhole)]
    fn pixelbill_whole(place: &str);

    /// What the running program left to be called when it is taken over; from public/boot.js it
    /// answers nothing.
    #[wasm_bindgen(js_name = pixelbillHandOver)]
    fn pixelbill_hand_over() -> Option<String>;

    /// The id that `pixelbillWhole` was called with last.
    #[wasm_bindgen(js_name = pixelbillPlace)]
    fn pixelbill_place() -> String;
}

/// Asks for the whole program; it goes on at the element of this id, or where the focus is.
pub fn call(place: &str) {
    pixelbill_whole(place);
}

/// From now on another program may take over: `leave` says the link's parameters, or nothing where
/// the address says them.
pub fn on_take_over(leave: impl FnOnce() -> Option<String> + 'static) {
    let leave = Closure::once(leave);
    drop(js_sys::Reflect::set(
        &js_sys::global(),
        &"pixelbillHandOver".into(),
        leave.as_ref().unchecked_ref(),
    ));
    leave.forget();
}

/// Takes over from the program that runs; the link's parameters as it had them.
pub fn take_over() -> Option<String> {
    pixelbill_hand_over()
}

/// The id of the element to go on at; empty for none.
pub fn place() -> String {
    pixelbill_place()
}
