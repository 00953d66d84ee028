//! The map by mouse, by finger and by keyboard.

use super::paint::plot;
use super::{Look, readout};
use crate::ui::browser::element::{Event, key_of};
use crate::ui::browser::hand::{self, Hand};
use crate::ui::dom::El;
use leptos::prelude::*;

/// A hand that moved farther than this, in CSS pixels, drags.
const STILL: f64 = 5.0;

/// Pointers that are down, and what became of them.
#[derive(Default)]
struct Grip {
    down: Vec<Hand>,
    /// Where the first began.
    began: (f64, f64),
    /// Whether it has become a drag or a pinch, so that letting go chooses nothing.
    moved: bool,
}

/// The canvas with ears.
pub fn heard(canvas: El, look: Look) -> El {
    let grip = StoredValue::new_local(Grip::default());
    let with = move |act: fn(&mut Grip, Look, Hand)| {
        move |event: Event| {
            if let Some(hand) = hand::of(&event) {
                grip.update_value(|grip| act(grip, look, hand));
            }
        }
    };
    let pressed = with(Grip::press);
    canvas
        .live_style("touch-action", move || {
            String::from(if look.sight.get().is_whole() {
                "pan-y"
            } else {
                "none"
            })
        })
        .on("pointerdown", move |event| {
            hand::hold(&event);
            pressed(event);
        })
        .on("pointermove", with(Grip::drag))
        .on("pointerup", with(Grip::let_go))
        .on("pointercancel", with(Grip::lose))
        .on("pointerleave", with(Grip::leave))
        .on("wheel", move |event| wheel(look, &event))
        .on("keydown", move |event| key(look, &event))
}

impl Grip {
    fn press(&mut self, look: Look, hand: Hand) {
        self.down.retain(|other| other.id != hand.id);
        if self.down.is_empty() {
            (self.began, self.moved) = (hand.at, false);
        } else {
            self.moved = true;
        }
        self.down.push(hand);
        point(look, hand);
    }

    fn drag(&mut self, look: Look, hand: Hand) {
        let Some(at) = self.down.iter().position(|other| other.id == hand.id) else {
            return point(look, hand);
        };
        let before = self.down[at];
        let far = (hand.at.0 - self.began.0).hypot(hand.at.1 - self.began.1) > STILL;
        self.moved |= far;
        if self.down.len() > 1 {
            self.pinch(look, at, hand);
        } else if self.moved && !look.sight.get_untracked().is_whole() {
            pan(look, before, hand);
        } else {
            point(look, hand);
        }
        self.down[at] = hand;
    }

    /// Two fingers: as far apart as they are now against before, about their middle.
    fn pinch(&self, look: Look, at: usize, hand: Hand) {
        let Some(other) = self.down.iter().enumerate().find(|(index, _)| *index != at) else {
            return;
        };
        let (other, before) = (other.1.at, self.down[at].at);
        let apart = |one: (f64, f64)| (one.0 - other.0).hypot(one.1 - other.1).max(1.0);
        let middle = ((hand.at.0 + other.0) / 2.0, (hand.at.1 + other.1) / 2.0);
        let times = apart(hand.at) / apart(before);
        let middle = part(hand, middle);
        look.sight
            .update(|sight| *sight = sight.zoomed(times, middle));
    }

    fn let_go(&mut self, look: Look, hand: Hand) {
        let alone = self.down.len() == 1;
        self.down.retain(|other| other.id != hand.id);
        if self.moved || !alone {
            return;
        }
        // A finger reads out first and has a button to choose; a mouse has read out already.
        if hand.finger {
            point(look, hand);
        } else {
            choose(look);
        }
    }

    fn lose(&mut self, _: Look, hand: Hand) {
        self.down.retain(|other| other.id != hand.id);
    }

    fn leave(&mut self, look: Look, hand: Hand) {
        if self.down.is_empty() && !hand.finger {
            look.cursor.set(None);
        }
    }
}

/// The part of the picture where a point lies, from 0 to 1.
fn part(hand: Hand, (x, y): (f64, f64)) -> (f64, f64) {
    let [left, top, width, height] = plot(hand.space);
    ((x - left) / width, (y - top) / height)
}

fn point(look: Look, hand: Hand) {
    let cell = look.sight.get_untracked().cell(part(hand, hand.at));
    if cell.is_some() && look.cursor.get_untracked() != cell {
        look.cursor.set(cell);
    }
}

fn pan(look: Look, before: Hand, now: Hand) {
    let (from, to) = (part(before, before.at), part(now, now.at));
    let by = (from.0 - to.0, from.1 - to.1);
    look.sight.update(|sight| *sight = sight.moved(by));
}

/// A wheel zooms where the pointer is; farther than everything it scrolls the page.
fn wheel(look: Look, event: &Event) {
    let (Some(steps), Some(hand)) = (hand::turned(event), hand::of_wheel(event)) else {
        return;
    };
    if steps > 0.0 && look.sight.get_untracked().is_whole() {
        return;
    }
    event.prevent_default();
    let times = 1.25_f64.powf(-steps);
    let at = part(hand, hand.at);
    look.sight.update(|sight| *sight = sight.zoomed(times, at));
}

/// Chooses the cell that is read out, where its size is valid.
fn choose(look: Look) {
    let size = untrack(|| look.size());
    let valid = |size| untrack(|| look.state.model()).is_some_and(|model| model.sizes.takes(size));
    if let Some(size) = size.filter(|size| valid(*size)) {
        readout::take(look, size);
        look.spoken
            .set(untrack(|| format!("Chosen: {}", readout::said(look, size))));
    }
}

fn key(look: Look, event: &Event) {
    if hand::with_command(event) {
        return;
    }
    let step = if hand::with_shift(event) { 8 } else { 1 };
    match key_of(event).as_str() {
        "ArrowLeft" => step_by(look, -step, 0),
        "ArrowRight" => step_by(look, step, 0),
        "ArrowUp" => step_by(look, 0, -step),
        "ArrowDown" => step_by(look, 0, step),
        "Home" | "Escape" => look.cursor.set(None),
        "Enter" | " " => choose(look),
        "+" | "=" => zoom(look, 2.0),
        "-" | "_" => zoom(look, 0.5),
        "0" => look.all(),
        _ => return,
    }
    event.prevent_default();
}

/// The cursor by so many cells; it stays on the map and in sight.
fn step_by(look: Look, across: i32, down: i32) {
    let Some((column, row)) = untrack(|| look.cell()) else {
        return;
    };
    let edge = look
        .map
        .with_untracked(|map| map.as_ref().map_or(1, |map| map.edge));
    let to = |cell: u32, by: i32| cell.saturating_add_signed(by).min(edge - 1);
    let cell = (to(column, across), to(row, down));
    look.cursor.set(Some(cell));
    look.sight.update(|sight| *sight = sight.showing(cell));
    if let Some(size) = untrack(|| look.size()) {
        look.spoken.set(untrack(|| readout::said(look, size)));
    }
}

/// Closer to the cell that is read out, which stays in sight.
fn zoom(look: Look, times: f64) {
    let cell = untrack(|| look.cell());
    look.sight.update(|sight| {
        let at = cell.map_or((0.5, 0.5), |(column, row)| {
            let (x, y) = sight.place((f64::from(column) + 0.5, f64::from(row) + 0.5));
            (x.clamp(0.0, 1.0), y.clamp(0.0, 1.0))
        });
        *sight = sight.zoomed(times, at);
    });
}
