//! Keeps the address bar at a link that reopens the estimate, and follows it when it changes.
//!
//! Written 300 ms after the last change and when the page is hidden: WebKit refuses more than 100
//! writes in 10 s. Changes by one control after another are one step of the history.

use super::browser::address::{self, Entry};
use super::browser::programs;
use super::dom::effect;
use super::late;
use super::state::{State, Workspace};
use crate::link;
use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use std::time::Duration;

/// How long after the last change the address is written.
const PAUSE: Duration = Duration::from_millis(300);

/// What the address says, and what is about to be written.
#[derive(Default)]
struct Written {
    parameters: String,
    by: &'static str,
    pending: Option<TimeoutHandle>,
    /// Whether the address asks for what only the whole program can show; it stays as it is then.
    beyond: bool,
}

impl Written {
    /// Forgets what is about to be written.
    fn calm(&mut self) {
        if let Some(pending) = self.pending.take() {
            pending.clear();
        }
    }
}

/// Writes the address; a handle to what it wrote last.
#[derive(Clone, Copy)]
pub struct Writer(StoredValue<Written, LocalStorage>);

impl Writer {
    /// Writes what is pending, and nothing after it. The parameters that another program goes on
    /// with; none where it has to read the address.
    pub fn finish(self, state: State) -> Option<String> {
        self.0.update_value(Written::calm);
        if self.0.with_value(|now| now.beyond) {
            return None;
        }
        flush(state, self.0);
        Some(state.parameters())
    }
}

/// Follows the state from now on.
pub fn keep(state: State) -> Writer {
    let written = StoredValue::new_local(Written::default());
    written.update_value(|written| written.parameters = state.parameters());
    effect(move || {
        state.workspace.track();
        schedule(state, written);
    });
    address::on_leave(move || flush(state, written));
    address::on_change(move || follow(state, written));
    Writer(written)
}

fn schedule(state: State, written: StoredValue<Written, LocalStorage>) {
    written.update_value(|now| {
        now.calm();
        now.beyond = false;
    });
    let handle = set_timeout_with_handle(move || flush(state, written), PAUSE);
    written.update_value(|now| now.pending = handle.ok());
}

/// Writes the address where it is behind.
fn flush(state: State, written: StoredValue<Written, LocalStorage>) {
    let parameters = state.parameters();
    let by = state.workspace.with_untracked(|now| now.changed_by);
    written.update_value(|now| {
        if now.parameters == parameters {
            return;
        }
        let entry = if now.by == by {
            Entry::Same
        } else {
            Entry::New
        };
        address::write(&parameters, entry);
        *now = Written {
            parameters,
            by,
            ..Written::default()
        };
    });
}

/// Takes over an address that changed by other hands.
fn follow(state: State, written: StoredValue<Written, LocalStorage>) {
    let (query, fragment) = address::read();
    let same = written.with_value(|now| fragment.trim_start_matches('#') == now.parameters);
    if same {
        return;
    }
    let read = link::read(state.book, &query, &fragment);
    // A fragment that is no link of ours names a place on the page, and asks for nothing else.
    if !read.given && !fragment.is_empty() {
        return;
    }
    if !late::carries(&read) {
        written.update_value(|now| {
            now.calm();
            now.beyond = true;
        });
        return programs::call("");
    }
    let on_screen = state.workspace.with_untracked(|now| now.stage);
    let mut workspace = Workspace::from_read(read);
    workspace.stage = on_screen.min(workspace.scenario.stages.len() - 1);
    state.workspace.set(workspace);
    let parameters = state.parameters();
    written.update_value(|now| {
        now.calm();
        *now = Written {
            parameters,
            ..Written::default()
        };
    });
}
