//! What host and embed tell each other (contract 3).
//!
//! The host hears the height and the estimate after every change, the height alone when only that
//! changed. It may set the theme, and nothing else.

use super::live::{Live, Shown};
use crate::export;
use crate::link::Theme;
use crate::ui::browser::element::Element;
use crate::ui::browser::{address, host, measure};
use std::cell::Cell;
use std::rc::Rc;

/// From now on. Made last, so that the elements have followed a change before it is told.
pub fn keep(live: &Live, place: &Element) {
    let told = Rc::new(Cell::new(0));
    let (before, shown) = (Rc::clone(&told), place.clone());
    let tell_all = move |estimate: &str| {
        before.set(measure::height(&shown));
        tell(before.get(), &format!(r#","estimate":{estimate}"#));
    };
    live.apply(Box::new(json), Box::new(tell_all));
    let (shown, resized) = (place.clone(), live.clone());
    measure::on_resize(place, move || {
        let height = measure::height(&shown);
        if !resized.is_over() && told.replace(height) != height {
            tell(height, "");
        }
    });
    let live = live.clone();
    host::on_theme(move |theme| {
        if let Some(theme) = Theme::parse(&theme) {
            live.change(|now| now.display.theme = theme);
        }
    });
}

fn json(shown: &Shown) -> String {
    let Shown {
        book,
        workspace: now,
        estimate,
    } = shown;
    export::json(
        book,
        &now.scenario,
        estimate,
        &address::site(),
        &now.set_aside,
    )
}

fn tell(height: i32, estimate: &str) {
    host::tell(&format!(
        r#"{{"pixelbill":{{"v":1,"height":{height}{estimate}}}}}"#
    ));
}
