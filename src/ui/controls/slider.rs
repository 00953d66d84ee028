//! A slider over positions: by mouse, by touch, by arrows, page keys, Home and End.

use crate::ui::browser::element::{self, key_of, value_of};
use crate::ui::dom::{El, el, follow_each};
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

/// What a slider follows and what it tells.
#[derive(Clone)]
pub struct Slider {
    /// What it changes, for screen readers.
    pub label: &'static str,
    /// How far Page Up and Page Down go.
    pub page: u32,
    /// Where it stands.
    pub stand: Rc<dyn Fn() -> Stand>,
    /// Told the new position.
    pub moved: Callback<u32>,
}

/// Where a slider stands.
pub struct Stand {
    /// The last position; the first is 0.
    pub last: u32,
    /// The position.
    pub position: u32,
    /// What a screen reader says instead of the position.
    pub spoken: String,
}

/// A slider.
pub fn slider(of: Slider) -> El {
    let (label, moved, stand) = (of.label, of.moved, Rc::clone(&of.stand));
    // What a hand moved stands where it is; telling the browser costs as much as drawing it.
    let given = Rc::new(RefCell::new(String::new()));
    let by_hand = Rc::clone(&given);
    let input = move |event| {
        let value = value_of(&event);
        let position = value.parse();
        by_hand.replace(value);
        if let Ok(position) = position {
            moved.run(position);
        }
    };
    let made = el("input", "slider")
        .attr("type", "range")
        .attr("min", "0")
        .attr("step", "1")
        .attr("aria-label", label)
        .on("input", input)
        .on("keydown", move |event| {
            if let Some(target) = of.paged(&key_of(&event)) {
                event.prevent_default();
                moved.run(target);
            }
        });
    let track = made.element().clone();
    // The bound first: a browser clamps the value to the bound it has.
    let read = move || {
        let Stand {
            last,
            position,
            spoken,
        } = stand();
        let [bound, value] = [last, position].map(|number| number.to_string());
        vec![bound, value, spoken, filled(position, last)]
    };
    follow_each(read, move |which, text| match which {
        0 => element::set_attribute(&track, "max", text),
        1 if given.take() == text => {}
        1 => element::set_value(&track, text),
        2 => element::set_attribute(&track, "aria-valuetext", text),
        _ => element::set_style(&track, "--filled", text),
    });
    made
}

/// The part of the track before the thumb, without floating point.
fn filled(position: u32, last: u32) -> String {
    let share = u64::from(position) * 10_000 / u64::from(last.max(1));
    format!("{}.{:02}%", share / 100, share % 100)
}

impl Slider {
    /// Where a page key goes: browsers differ in how far, so the step is ours.
    fn paged(&self, key: &str) -> Option<u32> {
        let Stand { position, last, .. } = untrack(&*self.stand);
        match key {
            "PageUp" => Some((position + self.page).min(last)),
            "PageDown" => Some(position.saturating_sub(self.page)),
            _ => None,
        }
    }
}
