//! Images added by typing their sizes, or from sizes that are often sent.

use super::list::List;
use crate::scenario::InputImages;
use crate::size::Size;
use crate::typed::sizes::{SizesError, sizes};
use crate::ui::browser::element::{key_of, value_of};
use crate::ui::dom::{El, button, el};
use crate::ui::request::prices::input_price;
use leptos::prelude::*;

/// Sizes that are often sent along: what the API makes itself, and a phone's photo.
const OFTEN: [Size; 6] = [
    Size::new(512, 512),
    Size::new(1024, 1024),
    Size::new(1536, 1024),
    Size::new(1024, 1536),
    Size::new(2048, 2048),
    Size::new(4032, 3024),
];

/// A field for sizes, and a button for each that is often sent.
pub fn by_size(list: List) -> El {
    let often = el("div", "often")
        .attr("role", "group")
        .attr("aria-label", "Add an image of this size")
        .children(OFTEN.map(|size| preset(list, size)));
    el("div", "by-size").children(field(list)).child(often)
}

fn preset(list: List, size: Size) -> El {
    let cost = move || {
        let price = input_price(list.state, size);
        price.map_or_else(String::new, |price| price.usd.brief())
    };
    let one = InputImages { size, count: 1 };
    let add = move || {
        list.hush();
        list.add(&[one], Vec::new());
    };
    button("preset", "", add)
        .child(el("span", "").text(&format!("+ {}", size.in_words())))
        .child(el("small", "").live(cost))
}

fn field(list: List) -> [El; 3] {
    let text = RwSignal::new(String::new());
    let refused = RwSignal::new(None::<SizesError>);
    let add = move || match sizes(&text.get_untracked()) {
        Ok(images) => {
            text.set(String::new());
            refused.set(None);
            list.hush();
            list.add(&images, Vec::new());
        }
        Err(error) => refused.set(Some(error)),
    };
    let typing = move |event| {
        text.set(value_of(&event));
        refused.set(None);
    };
    let label = el("label", "").attr("for", "add-sizes").text("Add by size");
    let input = el("input", "typed")
        .attr("type", "text")
        .attr("id", "add-sizes")
        .attr("placeholder", "1024x1024*3, 512x768")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("aria-describedby", "add-sizes-refused")
        .live_value(move || text.get())
        .live_attr("aria-invalid", move || refused.get().is_some().to_string())
        .on("input", typing)
        .on("keydown", move |event| {
            if key_of(&event) == "Enter" {
                event.prevent_default();
                add();
            }
        });
    let why = move || {
        refused
            .get()
            .map_or_else(String::new, |error| error.to_string())
    };
    let why = el("p", "refused")
        .attr("id", "add-sizes-refused")
        .attr("role", "status")
        .live(why);
    let row = el("div", "add-row")
        .child(input)
        .child(button("quiet", "Add", add));
    [label, row, why]
}
