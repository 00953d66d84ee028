//! A neighbouring size in a cheaper step.
//!
//! The token formula rounds the short side's share of the factor, so tokens fall in steps as a
//! size grows longer: a few more pixels may cost less. Must not know prices.

use crate::explore::{Counter, Wish};
use crate::rates::{Model, SizeKind};
use crate::scenario::Stage;
use crate::size::{Size, SizeChoice};
use std::cmp::Reverse;

/// How far the ratio of a suggested size may be off, in percent.
pub const RATIO_TOLERANCE: u8 = 4;

/// The size with the fewest tokens that has at least as many pixels and nearly the same ratio, and
/// is no more experimental; none where none has fewer than the present one, or the size or the
/// quality is `auto`.
pub(super) fn neighbour(model: &Model, stage: &Stage) -> Option<Size> {
    let (SizeChoice::Exact(size), SizeKind::Flexible(rule)) = (stage.size, model.sizes.kind) else {
        return None;
    };
    let counter = Counter::new(model.output, stage.quality)?;
    let tokens = |size: Size| counter.tokens(size).map(|tokens| (tokens.high, tokens.low));
    let present = tokens(size)?;
    let wish = Wish::like(size, RATIO_TOLERANCE);
    let experimental = model.sizes.is_experimental(size);
    let will_do = |other: &Size| {
        rule.takes(*other)
            && wish.holds(*other)
            && (experimental || !model.sizes.is_experimental(*other))
    };
    let widths = near(size.width, rule.step);
    let sizes = widths
        .flat_map(|width| near(size.height, rule.step).map(move |height| Size::new(width, height)));
    let counted = sizes
        .filter(will_do)
        .filter_map(|size| Some((tokens(size)?, size)));
    let fewer = counted.filter(|(count, _)| count.0 < present.0 && count.1 <= present.1);
    fewer
        .min_by_key(|(count, other)| {
            let turned = (other.width < other.height) != (size.width < size.height);
            (*count, Reverse(other.pixels()), turned, *other)
        })
        .map(|(_, size)| size)
}

/// Multiples of the step about an edge, from a twentieth below it to a quarter above.
fn near(edge: u32, step: u32) -> impl Iterator<Item = u32> {
    let step = step.max(1);
    let (least, most) = (edge - edge / 20, edge + edge / 4);
    (least.div_ceil(step)..=most / step).map(move |n| n * step)
}
