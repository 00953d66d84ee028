//! The head of the page: its name, the rate snapshot, the theme; and its foot.

use super::browser::page;
use super::live::{all, flag, live};
use super::state::State;
use crate::date::Date;
use crate::link::Theme;
use crate::rates::RateSnapshot;
use leptos::prelude::*;

/// Name, snapshot picker, theme.
pub fn header(state: State) -> AnyView {
    view! {
        <header class="head">
            <h1 class="brand"><span class="mark" aria-hidden="true"></span>"Pixelbill"
                <span class="claim">"what a GPT Image API request costs"</span></h1>
            <div class="tools">{snapshots(state)} <a href="#rates">"Sources"</a> {theme(state)}</div>
        </header>
    }
    .into_any()
}

/// Every snapshot of the book, newest first.
fn snapshots(state: State) -> AnyView {
    let option = |snapshot: &'static RateSnapshot| {
        let date = snapshot.date;
        let chosen = flag(move || state.snapshot().date == date);
        view! { <option value=date.to_string() prop:selected=chosen>{date.in_words()}</option> }.into_any()
    };
    let choose = move |event| {
        if let Ok(date) = event_target_value(&event).parse::<Date>() {
            state.change("rates", |now| now.scenario.rates = date);
        }
    };
    view! {
        <label class="snapshots">
            <span>"Rates of"</span>
            <select id="snapshot" on:change=choose>{all(state.book.snapshots.iter().rev().map(option))}</select>
        </label>
    }
    .into_any()
}

fn theme(state: State) -> AnyView {
    let theme = move || state.workspace.with(|now| now.display.theme);
    Effect::new(move |_| page::set_theme(theme().as_str()));
    let next = |theme: Theme| match theme {
        Theme::Auto => Theme::Light,
        Theme::Light => Theme::Dark,
        Theme::Dark => Theme::Auto,
    };
    let turn = move |_| state.change("theme", |now| now.display.theme = next(now.display.theme));
    let name = live(move || format!("Theme: {}", theme()));
    view! {
        <button type="button" class="theme" on:click=turn aria-label=name title=name
            data-theme=live(move || theme().to_string())></button>
    }
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
