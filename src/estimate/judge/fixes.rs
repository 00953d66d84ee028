//! Ways out that have to be looked for.

use super::{Fix, Judge};
use crate::rates::Model;
use crate::scenario::bounds;

impl Judge<'_> {
    /// The nearest model that is sold on the stage's tier and takes its size and quality: of the
    /// same name if there is one, then the newest, never one that is shut down.
    pub(super) fn nearest_on_tier(&self, model: &Model) -> Option<&'static str> {
        let able = |other: &&&'static Model| {
            let alive = other
                .lifecycle
                .shutdown
                .is_none_or(|end| end > self.snapshot.date);
            let has_quality = other.output.qualities().contains(&self.stage.quality)
                || self.stage.quality == crate::rates::Quality::Auto;
            alive
                && other.on(self.stage.tier).is_some()
                && has_quality
                && other.sizes.faults(self.stage.size).is_empty()
        };
        let name = |id: &'static str| id.rsplit('-').next().unwrap_or(id);
        let models = self.snapshot.image_models.iter().filter(able);
        let rank = |other: &&&'static Model| {
            let same_name = other.id.rsplit('-').next() == model.id.rsplit('-').next();
            (
                other.lifecycle.released,
                same_name,
                std::cmp::Reverse(name(other.id)),
            )
        };
        models.max_by_key(rank).map(|model| model.id)
    }

    /// As many images from more requests of `most` images each.
    pub(super) fn as_more_requests(&self, most: u8) -> Vec<Fix> {
        let images = u64::from(self.stage.requests) * u64::from(self.stage.n);
        let requests = images.div_ceil(u64::from(most.max(1)));
        let alone = Fix::one("n", most);
        if requests > u64::from(*bounds::REQUESTS.end()) {
            return vec![alone];
        }
        vec![alone.clone().and("requests", requests), alone]
    }
}
