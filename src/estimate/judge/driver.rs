//! Problems of the text model that drives the image tool, or that analyses.

use super::{Fix, Judge, ProblemKind};
use crate::rates::{Detail, TextModel, Tier};
use crate::scenario::{Stage, Task};
use crate::size::Size;
use crate::tokens::vision::VisionFault;

impl Judge<'_> {
    pub(super) fn driver(&mut self) {
        let analysis = self.stage.task == Task::Analyze;
        match self
            .stage
            .driver
            .map(|id| (id, self.snapshot.text_model(id)))
        {
            None => {
                let fix = self.driver_fix();
                self.report("driver", ProblemKind::DriverMissing, fix);
            }
            Some((driver, None)) => self.driver_unknown(driver),
            Some((_, Some(model))) => self.able(model, analysis),
        }
        if analysis {
            self.analysed_images();
        }
    }

    fn able(&mut self, driver: &'static TextModel, analysis: bool) {
        if !analysis && !driver.image_tool {
            let fix = self.driver_fix();
            self.report(
                "driver",
                ProblemKind::DriverUnable { driver: driver.id },
                fix,
            );
        }
        if driver.on(self.stage.tier).is_none() {
            let (tier, rates) = (self.stage.tier, self.snapshot.date);
            let kind = ProblemKind::TierUnsupported {
                model: driver.id,
                tier,
                rates,
            };
            self.report("tier", kind, vec![Fix::one("tier", Tier::Standard)]);
        }
        self.regional(driver.residency);
        let detail = if analysis {
            self.stage.detail
        } else {
            Detail::Auto
        };
        self.read(driver, detail);
    }

    /// Every image that the driver reads has to be one that it takes.
    fn read(&mut self, driver: &'static TextModel, detail: Detail) {
        if driver.vision.level(detail).is_none() {
            let kind = ProblemKind::DetailUnsupported {
                detail,
                driver: driver.id,
            };
            return self.report("detail", kind, vec![Fix::one("detail", Detail::Auto)]);
        }
        for images in &self.stage.refs {
            let size = images.size;
            if let Err(VisionFault::TooManyPatches { patches, most }) =
                driver.vision.tokens(size, detail)
            {
                let kind = ProblemKind::RefsTooManyPatches {
                    size,
                    patches,
                    most,
                    driver: driver.id,
                };
                let fixes = self.smaller(driver, detail, size);
                self.report("refs", kind, fixes);
            }
        }
    }

    /// A level that takes the image, or the image made small enough.
    fn smaller(&self, driver: &'static TextModel, detail: Detail, size: Size) -> Vec<Fix> {
        let takes = |size: Size, detail: Detail| driver.vision.tokens(size, detail).is_ok();
        let level = self.stage.task == Task::Analyze && takes(size, Detail::High);
        let mut small = size;
        while !takes(small, detail) && small.long() > 1 {
            small = Size::new((small.width * 3 / 4).max(1), (small.height * 3 / 4).max(1));
        }
        let refs = self.stage.refs.iter().map(|images| {
            let size = if images.size == size {
                small
            } else {
                images.size
            };
            crate::scenario::InputImages { size, ..*images }
        });
        let resized = Fix::one("refs", crate::link::write_refs(&refs.collect::<Vec<_>>()));
        level
            .then(|| Fix::one("detail", Detail::High))
            .into_iter()
            .chain([resized])
            .collect()
    }

    fn driver_unknown(&mut self, driver: &'static str) {
        let rates = self.snapshot.date;
        let known = self.book.first_with_text_model(driver);
        let mut fixes: Vec<Fix> = known
            .map(|known| Fix::one("rates", known.date))
            .into_iter()
            .collect();
        fixes.extend(self.driver_fix());
        fixes.dedup();
        self.report(
            "driver",
            ProblemKind::DriverUnknown { driver, rates },
            fixes,
        );
    }

    /// Names a text model that can do it: the newest that is sold on the tier; where the snapshot
    /// knows none, in the first snapshot that does.
    fn driver_fix(&self) -> Vec<Fix> {
        let Stage { tier, task, .. } = *self.stage;
        let able = |model: &&&'static TextModel| {
            (task == Task::Analyze || model.image_tool) && model.on(tier).is_some()
        };
        let pick = |models: &'static [&'static TextModel]| {
            models
                .iter()
                .filter(able)
                .max_by_key(|model| (model.lifecycle.released, std::cmp::Reverse(model.id)))
        };
        if let Some(model) = pick(self.snapshot.text_models) {
            return vec![Fix::one("driver", model.id)];
        }
        let newest = self.book.newest();
        pick(newest.text_models)
            .map(|model| Fix::one("driver", model.id).and("rates", newest.date))
            .into_iter()
            .collect()
    }
}
