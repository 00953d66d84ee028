//! Keeps the address bar at a link that reopens the estimate, and follows it when it changes.
//!
//! Written 300 ms after the last change and when the page is hidden: WebKit refuses more than 100
//! writes in 10 s. Changes by one control after another are one step of the history.

use super::browser::address::{self, Entry};
use super::browser::programs;
use super::calm::Calm;
use super::dom::effect;
use super::late;
use super::state::{State, Workspace};
use crate::link;
use leptos::prelude::*;
use std::time::Duration;

/// How long after the last change the address is written.
const PAUSE: Duration = Duration::from_millis(300);

/// What the address says.
#[derive(Default)]
struct Written {
    parameters: String,
    by: &'static str,
    /// Whether the address asks for what only the whole program can show; it stays as it is then.
    beyond: bool,
}

/// Writes the address; a handle to what it wrote last.
#[derive(Clone, Copy)]
pub struct Writer {
    state: State,
    written: StoredValue<Written, LocalStorage>,
    pending: Calm,
}

impl Writer {
    /// Writes what is pending, and nothing after it. The parameters that another program goes on
    /// with; none where it has to read the address.
    pub fn finish(self) -> Option<String> {
        self.pending.forget();
        if self.written.with_value(|now| now.beyond) {
            return None;
        }
        flush(self.state, self.written);
        Some(self.state.parameters())
    }

    /// Takes over an address that changed by other hands.
    fn follow(self) {
        let Self { state, written, .. } = self;
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
        self.pending.forget();
        if !late::carries(&read) {
            written.update_value(|now| now.beyond = true);
            return programs::call("");
        }
        let on_screen = state.workspace.with_untracked(|now| now.stage);
        let mut workspace = Workspace::from_read(read);
        workspace.stage = on_screen.min(workspace.scenario.stages.len() - 1);
        state.workspace.set(workspace);
        let parameters = state.parameters();
        written.set_value(Written {
            parameters,
            ..Written::default()
        });
    }
}

/// Follows the state from now on.
pub fn keep(state: State) -> Writer {
    let written = StoredValue::new_local(Written::default());
    written.update_value(|written| written.parameters = state.parameters());
    let pending = Calm::new(PAUSE, move || flush(state, written));
    effect(move || {
        state.workspace.track();
        written.update_value(|now| now.beyond = false);
        pending.ask();
    });
    let writer = Writer {
        state,
        written,
        pending,
    };
    address::on_leave(move || flush(state, written));
    address::on_change(move || writer.follow());
    writer
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
