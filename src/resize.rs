//! What an input image would count for if it were resized before it is sent.
//!
//! Knows how to look for a smaller size of the same shape; must not know the rules by which a size
//! is counted, nor any price.

use crate::interval::Interval;
use crate::rates::{Detail, Fidelity, InputRule, VisionRule};
use crate::size::Size;

/// A smaller size of the same shape, and what it counts for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Resized {
    /// The size, never larger than the original on either edge.
    pub size: Size,
    /// Its tokens.
    pub tokens: Interval<u64>,
}

/// The largest size of the same shape that an image model surely counts for fewer tokens, by at
/// least `saving` percent: even the most it may count for is that much below the least of the
/// original. With 0 any saving will do. None where no size saves so much.
///
/// Many sizes save nothing: an image that is shrunk anyway counts the same until it is smaller
/// than what it is shrunk to, and one that is enlarged to a long edge of 1024 until it is below
/// half of that.
pub fn for_edit(rule: &InputRule, fidelity: Fidelity, size: Size, saving: u8) -> Option<Resized> {
    let square = |size: Size| size.width == size.height;
    // High fidelity counts squares for less: rounding must not make one.
    let kept = |other| fidelity == Fidelity::Low || square(other) == square(size);
    let count = |other| kept(other).then(|| rule.tokens(other, fidelity).tokens);
    largest(size, less(count(size)?.low, saving), count)
}

/// The same for an image that a text model reads. An image that the model rejects saves by being
/// taken at all.
pub fn for_analysis(rule: &VisionRule, detail: Detail, size: Size, saving: u8) -> Option<Resized> {
    let count = |size| rule.tokens(size, detail).ok().map(Interval::point);
    let most = count(size).map_or(u64::MAX, |tokens| less(tokens.low, saving));
    largest(size, most, count)
}

/// The size of the same shape with a long edge of `long` pixels, its short edge rounded to the
/// nearest pixel, halves up, and at least 1; none where that would enlarge it.
pub fn at_long_edge(size: Size, long: u32) -> Option<Size> {
    if long == 0 || long > size.long() {
        return None;
    }
    let (whole, part) = (u64::from(size.long()), u64::from(size.short()));
    let nearest = (u64::from(long) * part * 2 + whole) / (whole * 2);
    let short = u32::try_from(nearest).unwrap_or(long).clamp(1, long);
    let wide = size.width >= size.height;
    Some(if wide {
        Size::new(long, short)
    } else {
        Size::new(short, long)
    })
}

/// The most that still is at least `saving` percent less than `tokens`, and less at all.
fn less(tokens: u64, saving: u8) -> u64 {
    let left = u64::from(100_u8.saturating_sub(saving));
    (tokens * left / 100).min(tokens.saturating_sub(1))
}

/// The largest smaller size of the same shape that counts for at most `most` tokens: every long
/// edge is tried, the longest first, since a count does not always fall with the size.
fn largest(
    size: Size,
    most: u64,
    count: impl Fn(Size) -> Option<Interval<u64>>,
) -> Option<Resized> {
    let smaller = (1..size.long())
        .rev()
        .filter_map(|long| at_long_edge(size, long));
    smaller
        .filter_map(|size| count(size).map(|tokens| Resized { size, tokens }))
        .find(|resized| resized.tokens.high <= most)
}
