//! A slider over positions: by mouse, by touch, by arrows, page keys, Home and End.

use crate::ui::browser::element::{key_of, value_of};
use crate::ui::dom::{El, el};
use leptos::prelude::*;

/// What a slider follows and what it tells.
#[derive(Clone, Copy)]
pub struct Slider {
    /// What it changes, for screen readers.
    pub label: &'static str,
    /// The last position; the first is 0.
    pub last: Signal<u32>,
    /// How far Page Up and Page Down go.
    pub page: u32,
    /// Where it stands.
    pub position: Signal<u32>,
    /// What a screen reader says instead of the position.
    pub spoken: Signal<String>,
    /// Told the new position.
    pub moved: Callback<u32>,
}

/// A slider.
pub fn slider(of: Slider) -> El {
    let Slider {
        label,
        last,
        position,
        spoken,
        moved,
        ..
    } = of;
    // In hundredths of a percent, as a text without floating point.
    let filled = move || {
        let share = u64::from(position.get()) * 10_000 / u64::from(last.get().max(1));
        format!("{}.{:02}%", share / 100, share % 100)
    };
    let input = move |event| {
        if let Ok(position) = value_of(&event).parse() {
            moved.run(position);
        }
    };
    // The bound first: a browser clamps the value to the bound it has.
    el("input", "slider")
        .attr("type", "range")
        .attr("min", "0")
        .attr("step", "1")
        .attr("aria-label", label)
        .live_attr("max", move || last.get().to_string())
        .live_value(move || {
            last.track();
            position.get().to_string()
        })
        .live_attr("aria-valuetext", move || spoken.get())
        .live_style("--filled", filled)
        .on("input", input)
        .on("keydown", move |event| {
            if let Some(target) = of.paged(&key_of(&event)) {
                event.prevent_default();
                moved.run(target);
            }
        })
}

impl Slider {
    /// Where a page key goes: browsers differ in how far, so the step is ours.
    fn paged(&self, key: &str) -> Option<u32> {
        let (now, last) = (self.position.get_untracked(), self.last.get_untracked());
        match key {
            "PageUp" => Some((now + self.page).min(last)),
            "PageDown" => Some(now.saturating_sub(self.page)),
            _ => None,
        }
    }
}
