//! Controls that know nothing of what they change: choices, sliders, number fields.

#[cfg(feature = "whole")]
mod amount;
mod choice;
mod number;
mod scale;
mod slider;

#[cfg(feature = "whole")]
pub use amount::{Amount, amount_field, in_percent, percent_field, percent_of};
pub use choice::{Card, choices};
pub use number::{Number, number_field, typed_field};
pub use scale::Scale;
pub use slider::{Slider, Stand, slider};
