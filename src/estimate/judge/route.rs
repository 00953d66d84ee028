//! Problems of what holds on one route or tier only, and of several images of one request.

use super::{Fix, Judge, ProblemKind};
use crate::program::{SECOND_MODEL, WORKFLOW};
use crate::rates::{Model, Tier};
use crate::scenario::{Percent, Route};

impl Judge<'_> {
    /// Several images of one request, and images that come in parts.
    pub(super) fn several(&mut self, model: &'static Model) {
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
        if !WORKFLOW {
            return;
        }
        let (partials, most) = (self.stage.partials, model.supports.partials);
        if partials > most {
            let kind = ProblemKind::PartialsUnsupported {
                partials,
                most,
                model: model.id,
            };
            self.report("partials", kind, vec![Fix::one("partials", most)]);
        } else if partials > 0 && self.stage.tier == Tier::BatchApi {
            let fixes = vec![Fix::one("partials", 0), Fix::one("tier", "standard")];
            self.report("partials", ProblemKind::PartialsOnBatch { partials }, fixes);
        }
    }

    pub(super) fn route(&mut self, model: &'static Model) {
        match self.stage.route {
            Route::Responses if SECOND_MODEL => self.on_responses(model),
            _ => self.on_images(model),
        }
    }

    fn on_images(&mut self, model: &'static Model) {
        let (prompt, most) = (self.stage.prompt, model.supports.prompt_tokens);
        if prompt > most {
            let fixes = vec![Fix::one("prompt", most)];
            self.report("prompt", ProblemKind::PromptTooLong { prompt, most }, fixes);
        }
        if WORKFLOW && self.stage.cached > Percent::ZERO {
            let fixes = vec![Fix::one("cached", 0)];
            self.report("cached", ProblemKind::CachedOnImages, fixes);
        }
    }

    fn on_responses(&mut self, model: &'static Model) {
        let n = self.stage.n;
        if n > 1 {
            let fixes = self.as_more_requests(1);
            self.report("n", ProblemKind::SeveralOnResponses { n }, fixes);
        }
        if !model.supports.responses {
            let kind = ProblemKind::RouteUnsupported { model: model.id };
            self.report("route", kind, vec![Fix::one("route", Route::Images)]);
        }
    }
}
