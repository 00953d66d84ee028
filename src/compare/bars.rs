//! What scenarios spend on each meter, drawn as bars of parts.
//!
//! Knows places and shares; must not know the page. Bars are as long as the high end of each
//! total; every figure that is read stands in the table beside them.

use super::ByMeter;
use super::chart::{Mark, WIDTH};
use crate::money::Usd;
use crate::rates::Meter;
use rust_decimal::prelude::ToPrimitive;

/// Room for the names at the left and the totals at the right.
const LEFT: f64 = 72.0;
const RIGHT: f64 = WIDTH - 176.0;
/// The height of a bar with the gap below it, and of the bar alone.
const ROW: f64 = 36.0;
const THICK: f64 = 20.0;

/// One scenario: its name, what it spends on each meter, and its total in words.
pub type Bar = (String, ByMeter, String);

/// The height of the drawing of so many bars.
pub fn height(bars: usize) -> f64 {
    ROW * bars as f64 + 8.0
}

/// The bars, one below the other.
pub fn bars(bars: &[Bar]) -> Vec<Mark> {
    let total = |bar: &Bar| bar.1.iter().map(|(_, usd)| places(usd.high)).sum::<f64>();
    let most = bars
        .iter()
        .map(total)
        .fold(0.0, f64::max)
        .max(f64::MIN_POSITIVE);
    let mut marks = Vec::new();
    for (at, bar) in bars.iter().enumerate() {
        let top = ROW * at as f64 + 8.0;
        let mut left = LEFT;
        for (meter, usd) in &bar.1 {
            let width = places(usd.high) / most * (RIGHT - LEFT);
            marks.push(Mark::Part(
                *meter,
                [tenth(left), top, tenth(width.max(0.5)), THICK],
            ));
            left += width;
        }
        let beside = |x: f64, anchor, text: &str| Mark::Text {
            at: (tenth(x), top + 14.0),
            anchor,
            text: text.to_owned(),
            of: None,
        };
        marks.push(beside(LEFT - 8.0, "end", &bar.0));
        marks.push(beside(left + 8.0, "start", &bar.2));
    }
    marks
}

/// The colour of a meter in a file of its own; the page has its own for each theme.
pub const fn colour(meter: Option<Meter>) -> &'static str {
    match meter {
        Some(Meter::ImageOutput) => "#2a62c9",
        Some(Meter::ImageInput) => "#159a6c",
        Some(Meter::CachedImageInput) => "#7fd6c0",
        Some(Meter::TextInput) => "#d98e04",
        Some(Meter::CachedTextInput) => "#ecd07a",
        Some(Meter::TextOutput) => "#c2428f",
        None => "#6b7280",
    }
}

fn places(usd: Usd) -> f64 {
    usd.0.to_f64().unwrap_or_default().max(0.0)
}

fn tenth(place: f64) -> f64 {
    (place * 10.0).round() / 10.0
}
