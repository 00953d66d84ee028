//! Prices of what stands on screen, and of what a click would make of it.
//!
//! Knows where the state keeps what is priced; must not know how.

use crate::estimate::{InputPrice, StageEstimate, What, price_each, price_input};
use crate::money::UsdRange;
use crate::scenario::Stage;
use crate::size::Size;
use crate::ui::state::State;
use leptos::prelude::*;

/// What an input image of this size would add to a request of the stage on screen.
pub fn input_price(state: State, size: Size) -> Option<InputPrice> {
    state.pricing(|scenario, stage| price_input(state.book, scenario, stage, size))
}

/// The price of an image were the stage on screen changed; none where it cannot be priced.
pub fn image_price(state: State, change: impl FnOnce(&mut Stage)) -> Option<UsdRange> {
    state.pricing(|scenario, stage| {
        let mut changed = stage.clone();
        change(&mut changed);
        price_each(state.book, scenario, &changed)
    })
}

/// A part of the estimate of the stage on screen; none where it has a problem.
pub fn priced<T>(state: State, part: impl FnOnce(&StageEstimate) -> T) -> Option<T> {
    let at = state.workspace.with(|now| now.stage);
    state.estimate.with(|estimate| {
        let stage = estimate.stages.get(at)?;
        (!stage.line_items.is_empty()).then(|| part(stage))
    })
}

/// What the lines for these cost in one request sent once; none where the stage has a problem.
pub fn cost_of(state: State, what: &'static [What]) -> Option<UsdRange> {
    priced(state, |stage| {
        let lines = stage.line_items.iter();
        let mine = lines.filter(|line| what.contains(&line.what));
        mine.map(|line| line.per_request).sum()
    })
}
