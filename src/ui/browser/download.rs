//! A file that a person takes away, made on the page.

use js_sys::Array;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

/// Offers a text as a file of this name. A frame that may not download keeps silent; the text can
/// be copied all the same.
pub fn save(name: &str, media: &str, text: &str) {
    let kind = BlobPropertyBag::new();
    kind.set_type(media);
    let parts = Array::of1(&text.into());
    let Ok(file) = Blob::new_with_str_sequence_and_options(&parts, &kind) else {
        return;
    };
    let Ok(address) = Url::create_object_url_with_blob(&file) else {
        return;
    };
    click(name, &address);
    drop(Url::revoke_object_url(&address));
}

fn click(name: &str, address: &str) {
    let link = document().create_element("a").ok();
    let link = link.and_then(|link| link.dyn_into::<HtmlElement>().ok());
    if let Some(link) = link {
        drop(link.set_attribute("href", address));
        drop(link.set_attribute("download", name));
        link.click();
    }
}
