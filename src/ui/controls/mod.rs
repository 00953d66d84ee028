//! Controls that know nothing of what they change: choices, sliders, number fields.

mod choice;
mod number;
mod scale;
mod slider;

pub use choice::{Card, cards, choices};
pub use number::{Number, number_field, typed_field};
pub use scale::Scale;
pub use slider::{Slider, slider};
