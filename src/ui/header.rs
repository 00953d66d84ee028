//! The head of the page: its name, the rate snapshot, the theme; and its foot.

use super::browser::page;
use super::state::State;
use crate::date::Date;
use crate::link::Theme;
use leptos::prelude::*;

/// Name, snapshot picker, theme.
pub fn header(state: State) -> AnyView {
    view! {
        <header class="head">
            <p class="brand"><span class="mark" aria-hidden="true"></span><strong>"Pixelbill"</strong>
                <span class="claim">"what a GPT Image API request costs"</span></p>
            <div class="tools">{snapshots(state)} <a href="#rates">"Sources"</a> {theme(state)}</div>
        </header>
    }
    .into_any()
}

/// Every snapshot of the book, newest first.
fn snapshots(state: State) -> AnyView {
    let chosen = state.snapshot();
    let option = |snapshot: &'static crate::rates::RateSnapshot| {
        let date = snapshot.date;
        view! {
            <option value=date.to_string() selected=move || chosen.get().0.date == date>
                {date.in_words()}
            </option>
        }
    };
    let choose = move |event| {
        if let Ok(date) = event_target_value(&event).parse::<Date>() {
            state.change("rates", |now| now.scenario.rates = date);
        }
    };
    view! {
        <label class="snapshots">
            <span>"Rates of"</span>
            <select on:change=choose prop:value=move || chosen.get().0.date.to_string()>
                {state.book.snapshots.iter().rev().map(option).collect_view()}
            </select>
        </label>
    }
    .into_any()
}

fn theme(state: State) -> AnyView {
    let theme = Memo::new(move |_| state.workspace.with(|now| now.display.theme));
    Effect::new(move |_| page::set_theme(theme.get().as_str()));
    let name = |theme: Theme| match theme {
        Theme::Auto => "Theme: as system",
        Theme::Light => "Theme: light",
        Theme::Dark => "Theme: dark",
    };
    let next = |theme: Theme| match theme {
        Theme::Auto => Theme::Light,
        Theme::Light => Theme::Dark,
        Theme::Dark => Theme::Auto,
    };
    let turn = move |_| state.change("theme", |now| now.display.theme = next(now.display.theme));
    view! { <button type="button" class="theme" on:click=turn data-theme=move || theme.get().as_str()
        aria-label=move || name(theme.get()) title=move || name(theme.get())></button> }
    .into_any()
}

/// What the page is, and is not.
pub fn footer() -> AnyView {
    view! {
        <footer class="foot">
            <p>"Pixelbill is not affiliated with OpenAI. It computes in your browser; nothing you enter leaves this page."</p>
        </footer>
    }
    .into_any()
}
