//! How much work a quality is: the same word means different work on different models.
//!
//! Knows tokens of one size; must not know prices. OpenAI's area formula gives each quality a
//! factor (16, 24, 48, 64, 96): `medium` of gpt-image-2 has the factor of `high` of gpt-image-2.5,
//! and `high` that of `max`. Tables have no factors, so work is compared by what all of them
//! count: the tokens of one square image. A measured spread is left aside, since it says how a
//! setting is billed and not which setting it is.

use crate::rates::{Model, OutputKind, Quality};
use crate::size::Size;

/// The size that every model counts.
const SQUARE: Size = Size::new(1024, 1024);

/// Output tokens of one 1024x1024 image, without any spread; none where the model does not have
/// the quality, or prices images instead of counting tokens.
pub fn effort(model: &Model, quality: Quality) -> Option<u64> {
    match model.output.kind {
        OutputKind::Spread { area, .. } => Some(area.tokens(area.factor(quality)?, SQUARE)),
        _ => Some(model.output.tokens_at(quality, SQUARE)?.high),
    }
}

/// The quality of a model whose work is nearest to `effort`, by ratio; of two equally near the
/// lower. None where it does not count in tokens.
pub fn nearest(model: &Model, wanted: u64) -> Option<Quality> {
    let apart = |effort: u64| {
        let (less, more) = (effort.min(wanted).max(1), effort.max(wanted));
        // Millionths: enough to tell factors of whole tokens apart.
        more.saturating_mul(1_000_000) / less
    };
    model
        .qualities()
        .filter_map(|quality| Some((apart(effort(model, quality)?), quality)))
        .min()
        .map(|(_, quality)| quality)
}

/// The lowest quality of a model that is at least so much work; none where none is.
pub fn at_least(model: &Model, wanted: u64) -> Option<Quality> {
    model
        .qualities()
        .find(|quality| effort(model, *quality).is_some_and(|effort| effort >= wanted))
}
