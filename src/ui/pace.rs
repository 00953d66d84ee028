//! When the prices on choices follow the state: at once, and where the same control makes one change
//! after another between the frames, ten times a second at most.
//!
//! The estimate itself follows every step. What other choices would cost is forty more prices to
//! work out, write and lay out, which a slow phone cannot do sixty times a second
//! (docs/performance.md).

use super::browser::clock;
use super::dom::effect;
use super::state::{Place, State};
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

/// How often the prices on choices follow a moving hand, in milliseconds.
const BEAT: u64 = 100;

/// The step itself is drawn first; a frame in milliseconds.
const FRAME: u64 = 17;

/// Which control made a change, and for which stage, snapshot and model.
type By = (&'static str, usize, Option<Place>);

/// The last beat, and what is known of the hand since.
#[derive(Default)]
struct Beat {
    /// When the prices last followed, by the browser's clock.
    at: Cell<u64>,
    /// Which change they followed.
    by: Cell<By>,
    /// Whether the next beat is on its way.
    coming: Cell<bool>,
}

/// Lets the prices on choices follow the state from now on.
pub fn keep(state: State) {
    let beat = Rc::new(Beat::default());
    effect(move || {
        state.track_pricing();
        let now = state
            .workspace
            .with_untracked(|now| (now.changed_by, now.stage));
        let (control, stage) = now;
        let by = (
            control,
            stage,
            Some(state.place.with_untracked(|place| *place)),
        );
        // A link has no control, and another stage or model has other choices.
        if control.is_empty() || by != beat.by.get() {
            follow(state, &beat, by);
        } else if !beat.coming.replace(true) {
            // A clock that was set back ends the beat.
            let past = clock::now().checked_sub(beat.at.get()).unwrap_or(BEAT);
            let next = Rc::clone(&beat);
            let left = Duration::from_millis(BEAT.saturating_sub(past).max(FRAME));
            set_timeout(move || follow(state, &next, by), left);
        }
    });
}

fn follow(state: State, beat: &Beat, by: By) {
    beat.at.set(clock::now());
    beat.by.set(by);
    beat.coming.set(false);
    state.catch_up();
}
