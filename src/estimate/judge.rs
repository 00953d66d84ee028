//! Finds every problem of a scenario, each with its ways out.
//!
//! Knows what fits together under a snapshot; the words are `problem`'s. All problems are
//! reported, not the first, except that nothing is judged against a model the snapshot lacks.

use super::problem::{Fix, Problem, ProblemKind};
use crate::rates::{
    Background, Fidelity, Format, Model, OutputKind, Quality, RateBook, RateSnapshot, Residency,
};
use crate::scenario::{Route, Scenario, Stage, Task};
use crate::size::SizeChoice;

mod driver;
mod fixes;
mod inputs;
mod own;

pub(super) use own::without_own;

/// What a stage is judged by; problems are collected as they are found.
struct Judge<'a> {
    book: &'a RateBook,
    snapshot: &'static RateSnapshot,
    scenario: &'a Scenario,
    index: usize,
    stage: &'a Stage,
    /// Whether ways out are looked for, which takes longer than finding the problems.
    with_fixes: bool,
    found: Vec<Problem>,
}

/// Every problem of every stage, in their order.
pub(super) fn problems(
    book: &RateBook,
    snapshot: &'static RateSnapshot,
    scenario: &Scenario,
) -> Vec<Problem> {
    let of_stage = |(index, stage)| {
        let found = Vec::new();
        let mut judge = Judge {
            book,
            snapshot,
            scenario,
            index,
            stage,
            with_fixes: true,
            found,
        };
        judge.stage();
        judge.found
    };
    scenario
        .stages
        .iter()
        .enumerate()
        .flat_map(of_stage)
        .collect()
}

/// Whether a stage has no problem.
pub(super) fn is_sound(
    book: &RateBook,
    snapshot: &'static RateSnapshot,
    scenario: &Scenario,
    stage: &Stage,
) -> bool {
    let found = Vec::new();
    let mut judge = Judge {
        book,
        snapshot,
        scenario,
        index: 0,
        stage,
        with_fixes: false,
        found,
    };
    judge.stage();
    judge.found.is_empty()
}

impl Judge<'_> {
    fn report(&mut self, field: &'static str, kind: ProblemKind, fixes: Vec<Fix>) {
        self.found.push(Problem {
            stage: self.index,
            field,
            kind,
            fixes,
        });
    }

    fn stage(&mut self) {
        let analysis = self.stage.task == Task::Analyze;
        if !analysis {
            match self.snapshot.image_model(self.stage.model) {
                Some(model) => self.model(model),
                None => self.model_unknown(),
            }
        }
        if analysis || self.stage.route == Route::Responses {
            self.driver();
        }
        self.own_rates();
    }

    fn model_unknown(&mut self) {
        let (model, rates) = (self.stage.model, self.snapshot.date);
        let known = self.book.first_with_image_model(model);
        let fixes = known
            .map(|known| Fix::one("rates", known.date))
            .into_iter()
            .collect();
        self.report("model", ProblemKind::ModelUnknown { model, rates }, fixes);
    }

    fn model(&mut self, model: &'static Model) {
        self.tier(model);
        self.size(model);
        self.quality(model);
        self.looks(model);
        self.several(model);
        self.route(model);
        self.input_images(model);
        self.regional(model.residency);
    }

    fn tier(&mut self, model: &'static Model) {
        let (tier, rates) = (self.stage.tier, self.snapshot.date);
        let flat = matches!(model.output.kind, OutputKind::Flat(_));
        let sold = if flat {
            tier == crate::rates::Tier::Standard
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

    fn size(&mut self, model: &'static Model) {
        let size = self.stage.size;
        let faults = model.sizes.faults(size);
        if faults.is_empty() {
            return;
        }
        let wish = match size {
            SizeChoice::Exact(size) => size,
            SizeChoice::Auto => crate::size::Size::new(1024, 1024),
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

    fn quality(&mut self, model: &'static Model) {
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

    /// Background and format.
    fn looks(&mut self, model: &'static Model) {
        let Stage {
            background, format, ..
        } = *self.stage;
        if background != Background::Auto && !model.supports.background.contains(&background) {
            let kind = ProblemKind::BackgroundUnsupported {
                background,
                model: model.id,
                rates: self.snapshot.date,
            };
            self.report("background", kind, vec![Fix::one("background", "auto")]);
        } else if background == Background::Transparent && format == Format::Jpeg {
            let kind = ProblemKind::BackgroundFormat { format };
            let fixes = ["png", "webp"].map(|format| Fix::one("format", format));
            self.report("background", kind, fixes.to_vec());
        }
        if format != Format::Png && !model.supports.format.contains(&format) {
            let kind = ProblemKind::FormatUnsupported {
                format,
                model: model.id,
            };
            self.report("format", kind, vec![Fix::one("format", "png")]);
        } else if matches!(format, Format::Gif | Format::Svg) {
            self.report(
                "format",
                ProblemKind::FormatUnpriced { format },
                vec![Fix::one("format", "png")],
            );
        }
    }

    /// Several images of one request, and images that come in parts.
    fn several(&mut self, model: &'static Model) {
        let (n, most) = (self.stage.n, model.supports.images_per_request);
        if n > most {
            let kind = ProblemKind::NUnsupported {
                n,
                most,
                model: model.id,
            };
            let fixes = self.as_more_requests(most);
            self.report("n", kind, fixes);
        }
        let (partials, most) = (self.stage.partials, model.supports.partials);
        if partials > most {
            let kind = ProblemKind::PartialsUnsupported {
                partials,
                most,
                model: model.id,
            };
            self.report("partials", kind, vec![Fix::one("partials", most)]);
        } else if partials > 0 && self.stage.tier == crate::rates::Tier::BatchApi {
            let fixes = vec![Fix::one("partials", 0), Fix::one("tier", "standard")];
            self.report("partials", ProblemKind::PartialsOnBatch { partials }, fixes);
        }
    }

    /// What holds on one route only.
    fn route(&mut self, model: &'static Model) {
        let Stage {
            route,
            n,
            prompt,
            cached,
            ..
        } = *self.stage;
        let most = model.supports.prompt_tokens;
        if route == Route::Images && prompt > most {
            let fixes = vec![Fix::one("prompt", most)];
            self.report("prompt", ProblemKind::PromptTooLong { prompt, most }, fixes);
        }
        if route == Route::Images && cached > crate::scenario::Percent::ZERO {
            self.report(
                "cached",
                ProblemKind::CachedOnImages,
                vec![Fix::one("cached", 0)],
            );
        }
        if route == Route::Responses && n > 1 {
            let fixes = self.as_more_requests(1);
            self.report("n", ProblemKind::SeveralOnResponses { n }, fixes);
        }
        if route == Route::Responses && !model.supports.responses {
            let kind = ProblemKind::RouteUnsupported { model: model.id };
            self.report("route", kind, vec![Fix::one("route", "images")]);
        }
    }

    fn regional(&mut self, residency: Residency) {
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

    fn fidelity(&mut self, model: &'static Model) {
        let fidelity = self.stage.fidelity;
        if fidelity != Fidelity::Low && !model.supports.fidelity.contains(&fidelity) {
            let kind = ProblemKind::FidelityUnsupported {
                fidelity,
                model: model.id,
            };
            self.report("fidelity", kind, vec![Fix::one("fidelity", "low")]);
        }
    }
}
