//! Stands in for the crate wasm-streams, which Leptos brings along for server functions.
//!
//! Pixelbill has no server and calls none, but wasm-streams exports three classes to JavaScript,
//! and what is exported is never left out: 5 KB in brotli that every reader of a page would load
//! and nobody run. Here are the two conversions that Leptos names, without the classes.

use futures_core::Stream;
use std::pin::Pin;
use std::task::{Context, Poll};
use wasm_bindgen::JsValue;

/// A stream of the browser's, which is never read.
pub struct ReadableStream(web_sys::ReadableStream);

/// What is never streamed.
pub struct IntoStream;

impl ReadableStream {
    /// Keeps the browser's stream.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// Would send a stream to a server.
    pub fn from_stream<S>(_: S) -> Self {
        none()
    }

    /// The browser's stream.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// Would read a stream that a server sends.
    pub fn into_stream(self) -> IntoStream {
        none()
    }
}

impl Stream for IntoStream {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context) -> Poll<Option<Self::Item>> {
        Poll::Ready(None)
    }
}

fn none() -> ! {
    panic!("Pixelbill has no server, so nothing is streamed")
}
