//! Problems of the image model with what it is asked for: tier, region, size, quality.

use super::{Fix, Judge, ProblemKind};
use crate::rates::{Model, OutputKind, Quality, Residency, Tier};
use crate::size::{Size, SizeChoice};

impl Judge<'_> {
    pub(super) fn tier(&mut self, model: &'static Model) {
        let (tier, rates) = (self.stage.tier, self.snapshot.date);
        let flat = matches!(model.output.kind, OutputKind::Flat(_));
        let sold = if flat {
            tier == Tier::Standard
        } else {
            model.on(tier).is_some()
        };
        if sold {
            return;
        }
        let nearest = self.nearest_on_tier(model).map(|id| Fix::one("model", id));
        let fixes = nearest
            .into_iter()
            .chain([Fix::one("tier", "standard")])
            .collect();
        self.report(
            "tier",
            ProblemKind::TierUnsupported {
                model: model.id,
                tier,
                rates,
            },
            fixes,
        );
    }

    pub(super) fn size(&mut self, model: &'static Model) {
        let size = self.stage.size;
        let faults = model.sizes.faults(size);
        if faults.is_empty() {
            return;
        }
        let wish = match size {
            SizeChoice::Exact(size) => size,
            SizeChoice::Auto => Size::new(1024, 1024),
        };
        let near = if self.with_fixes {
            model.sizes.nearest(wish)
        } else {
            Vec::new()
        };
        let fixes: Vec<Fix> = near
            .into_iter()
            .map(|size| Fix::one("size", size))
            .collect();
        for fault in faults {
            let kind = ProblemKind::Size {
                size,
                model: model.id,
                fault,
            };
            self.report("size", kind, fixes.clone());
        }
    }

    pub(super) fn quality(&mut self, model: &'static Model) {
        let known = model.output.qualities();
        let quality = self.stage.quality;
        let flat = matches!(model.output.kind, OutputKind::Flat(_));
        if known.contains(&quality) || (quality == Quality::Auto && !flat) {
            return;
        }
        let below = known
            .iter()
            .rev()
            .find(|have| **have <= quality && quality != Quality::Auto);
        let nearest = below
            .or(known.first())
            .map(|have| Fix::one("quality", have));
        let kind = ProblemKind::QualityUnsupported {
            quality,
            model: model.id,
            known,
        };
        self.report("quality", kind, nearest.into_iter().collect());
    }

    pub(super) fn regional(&mut self, residency: Residency) {
        let unknown = self.snapshot.regional.is_none() && residency != Residency::Exempt;
        let already = self
            .found
            .iter()
            .any(|problem| problem.field == "residency");
        if self.scenario.residency && unknown && !already {
            let kind = ProblemKind::ResidencyUnknown {
                rates: self.snapshot.date,
            };
            let known = self
                .book
                .snapshots
                .iter()
                .find(|snapshot| snapshot.regional.is_some());
            let fixes = known.map(|known| Fix::one("rates", known.date)).into_iter();
            self.report(
                "residency",
                kind,
                fixes.chain([Fix::one("residency", 0)]).collect(),
            );
        }
    }
}
