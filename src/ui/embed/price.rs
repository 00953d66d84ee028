//! The figure, what it comes to an image, and what is priced.

use super::live::{Live, Shown};
use super::words;
use crate::ui::browser::host;
use crate::ui::dom::{El, el};
use crate::ui::result;

/// The figure first.
pub fn price(live: &Live) -> El {
    let total = live.attr(el("p", ""), "class", class);
    let figure = el("output", "")
        .attr("data-total", "")
        .attr("aria-live", "off");
    el("div", "price")
        .child(total.child(live.text(figure, figure_of)))
        .child(live.text(el("p", "per"), words::each))
        .child(live.text(el("p", "subject"), |shown| words::subject(&shown.workspace)))
        .child(heard(live))
}

fn class(shown: &Shown) -> String {
    String::from(match shown.estimate.totals {
        None => "total none",
        Some(totals) if totals.total.is_point() => "total",
        Some(_) => "total interval",
    })
}

fn figure_of(shown: &Shown) -> String {
    result::figure_of(shown.estimate.totals)
}

/// What a screen reader hears, after a pause rather than at each step of a slider.
fn heard(live: &Live) -> El {
    let place = el("p", "unseen").attr("aria-live", "polite");
    let told = place.element().clone();
    let later = host::Later::default();
    let tell = move |text: &str| {
        let (told, text) = (told.clone(), text.to_owned());
        later.call(result::CALM, move || told.set_text_content(Some(&text)));
    };
    live.apply(Box::new(figure_of), Box::new(tell));
    place
}
