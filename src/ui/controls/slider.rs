//! A slider over positions: by mouse, by touch, by arrows, page keys, Home and End.

use crate::ui::live::live;
use leptos::prelude::*;

/// What a slider follows and what it tells.
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
pub fn slider(of: Slider) -> AnyView {
    let Slider { label, last, page, position, spoken, moved } = of;
    // In hundredths of a percent, as a text without floating point.
    let filled = live(move || {
        let share = u64::from(position.get()) * 10_000 / u64::from(last.get().max(1));
        format!("{}.{:02}%", share / 100, share % 100)
    });
    // Browsers differ in how far page keys go, so the step is ours.
    let key = move |event: leptos::ev::KeyboardEvent| {
        let (now, last) = (position.get_untracked(), last.get_untracked());
        let target = match event.key().as_str() {
            "PageUp" => (now + page).min(last),
            "PageDown" => now.saturating_sub(page),
            _ => return,
        };
        event.prevent_default();
        moved.run(target);
    };
    let input = move |event| {
        if let Ok(position) = event_target_value(&event).parse() {
            moved.run(position);
        }
    };
    view! {
        <input type="range" class="slider" min="0" step="1" aria-label=label
            prop:max=live(move || last.get().to_string())
            prop:value=live(move || position.get().to_string())
            aria-valuetext=spoken style:--filled=filled on:input=input on:keydown=key/>
    }
    .into_any()
}
