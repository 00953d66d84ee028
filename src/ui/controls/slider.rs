//! A slider over positions: by mouse, by touch, by arrows, page keys, Home and End.

use leptos::prelude::*;

/// A slider from 0 to `last`. `spoken` is what a screen reader says instead of the position.
pub fn slider(
    label: &'static str,
    last: impl Fn() -> u32 + Copy + Send + Sync + 'static,
    page: u32,
    position: impl Fn() -> u32 + Copy + Send + Sync + 'static,
    spoken: impl Fn() -> String + Send + Sync + 'static,
    moved: impl Fn(u32) + Copy + Send + Sync + 'static,
) -> AnyView {
    let share = move || {
        let share = f64::from(position()) * 100.0 / f64::from(last().max(1));
        format!("{share:.2}%")
    };
    // Page keys: browsers differ in how far they go, so the step is ours.
    let key = move |event: leptos::ev::KeyboardEvent| {
        let (now, last) = untrack(|| (position(), last()));
        let target = match event.key().as_str() {
            "PageUp" => (now + page).min(last),
            "PageDown" => now.saturating_sub(page),
            _ => return,
        };
        event.prevent_default();
        moved(target);
    };
    let input = move |event| {
        if let Ok(position) = event_target_value(&event).parse() {
            moved(position);
        }
    };
    view! {
        <input type="range" class="slider" min="0" step="1" aria-label=label
            prop:max=move || last().to_string() prop:value=move || position().to_string()
            aria-valuetext=spoken style:--filled=share on:input=input on:keydown=key/>
    }
    .into_any()
}
