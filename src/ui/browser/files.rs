//! Files that a person chooses or drops: their names, how many bytes they have, and the first of
//! them. The rest is never opened, and nothing is sent anywhere.

use super::element::Event;
use leptos::prelude::{on_cleanup, window_event_listener};
use leptos::{ev, task};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DataTransfer, DragEvent, File, FileList, HtmlInputElement};

/// A file that a person has handed over.
pub struct Picked(File);

impl Picked {
    /// Its name, without folders.
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// All its bytes. A browser counts them in a double, which holds any file's exactly.
    pub fn bytes(&self) -> u64 {
        self.0.size() as u64
    }

    /// Its first bytes: so many, or all. None where it can no longer be read, or is a folder.
    pub async fn first(&self, bytes: usize) -> Option<Vec<u8>> {
        let part = self.0.slice_with_f64_and_f64(0.0, bytes as f64).ok()?;
        let read = JsFuture::from(part.array_buffer()).await.ok()?;
        Some(js_sys::Uint8Array::new(&read).to_vec())
    }
}

/// The files chosen in the field that the event came from. The field is emptied, so that the same
/// file can be chosen again.
pub fn chosen(event: &Event) -> Vec<Picked> {
    let target = event.target();
    let Some(field) = target.map(JsCast::unchecked_into::<HtmlInputElement>) else {
        return Vec::new();
    };
    let files = listed(field.files());
    field.set_value("");
    files
}

/// The files that were dropped; none where something else was.
pub fn dropped(event: &Event) -> Vec<Picked> {
    let data = event.unchecked_ref::<DragEvent>().data_transfer();
    listed(data.as_ref().and_then(DataTransfer::files))
}

fn listed(files: Option<FileList>) -> Vec<Picked> {
    let Some(files) = files else {
        return Vec::new();
    };
    let all = (0..files.length()).filter_map(|at| files.get(at));
    all.map(Picked).collect()
}

/// For as long as the present part of the page stands, a file that is dropped beside its place
/// does not make the browser leave the page for it.
pub fn keep_page() {
    let over = window_event_listener(ev::dragover, |event| event.prevent_default());
    let drop = window_event_listener(ev::drop, |event| event.prevent_default());
    on_cleanup(move || {
        over.remove();
        drop.remove();
    });
}

/// Does what has to wait for the browser.
pub fn later(work: impl Future<Output = ()> + 'static) {
    task::spawn_local(work);
}
