//! Something that waits until the hand rests.
//!
//! Every step of a slider puts off what is due after a pause. One timer runs at a time and looks,
//! when it rings, how long ago the last step was: clearing a timer and setting another at each
//! step costs a slow phone as much as pricing the request does.

use super::browser::clock;
use leptos::prelude::*;
use std::rc::Rc;
use std::time::Duration;

/// A thing to be done after a pause; it is never done once its part of the page has gone.
#[derive(Clone, Copy)]
pub struct Calm(StoredValue<Due, LocalStorage>);

struct Due {
    /// In milliseconds.
    pause: u64,
    done: Rc<dyn Fn()>,
    /// When it was last asked for, by the browser's clock.
    asked: u64,
    ringing: Option<TimeoutHandle>,
}

impl Calm {
    /// `done` is run so long after it was last asked for.
    pub fn new(pause: Duration, done: impl Fn() + 'static) -> Self {
        Self(StoredValue::new_local(Due {
            pause: pause.as_millis() as u64,
            done: Rc::new(done),
            asked: 0,
            ringing: None,
        }))
    }

    /// Asks for it, or puts it off.
    pub fn ask(self) {
        let first = self.0.try_update_value(|due| {
            due.asked = clock::now();
            due.ringing.is_none().then_some(due.pause)
        });
        if let Some(Some(pause)) = first {
            self.ring_in(pause);
        }
    }

    /// What was asked for is not done.
    pub fn forget(self) {
        let ringing = self.0.try_update_value(|due| due.ringing.take());
        if let Some(Some(ringing)) = ringing {
            ringing.clear();
        }
    }

    fn ring_in(self, milliseconds: u64) {
        let time = Duration::from_millis(milliseconds);
        let ringing = set_timeout_with_handle(move || self.ring(), time);
        self.0.try_update_value(|due| due.ringing = ringing.ok());
    }

    fn ring(self) {
        let rung = self.0.try_update_value(|due| {
            due.ringing = None;
            // A clock that was set back is no reason to wait for it.
            let past = clock::now().checked_sub(due.asked).unwrap_or(due.pause);
            (due.pause.saturating_sub(past), Rc::clone(&due.done))
        });
        match rung {
            Some((0, done)) => done(),
            Some((left, _)) => self.ring_in(left),
            None => {}
        }
    }
}
