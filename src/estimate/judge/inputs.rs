//! Problems of input images: where they may stand, how many, mask and fidelity.

use super::{Fix, Judge, ProblemKind};
use crate::rates::{Fidelity, Model};
use crate::scenario::{InputImages, Task, bounds};

impl Judge<'_> {
    pub(super) fn input_images(&mut self, model: &'static Model) {
        let edits = model.input.is_some();
        let count = self.stage.input_images();
        match self.stage.task {
            Task::Generate if count > 0 => {
                let fix = if edits {
                    Fix::one("task", Task::Edit)
                } else {
                    Fix::one("refs", "")
                };
                self.report("refs", ProblemKind::RefsOnGenerate { count }, vec![fix]);
            }
            Task::Edit if !edits => {
                let fix = Fix::one("task", Task::Generate)
                    .and("refs", "")
                    .and("mask", 0);
                self.report(
                    "task",
                    ProblemKind::TaskUnsupported { model: model.id },
                    vec![fix],
                );
            }
            Task::Edit => self.edited_images(count, model.supports.input_images.into()),
            _ => {}
        }
        self.fidelity(model);
        self.mask(model);
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

    fn mask(&mut self, model: &'static Model) {
        let taken = model.supports.mask && self.stage.task == Task::Edit;
        if self.stage.mask && !taken {
            let kind = ProblemKind::MaskUnsupported { model: model.id };
            self.report("mask", kind, vec![Fix::one("mask", 0)]);
        }
    }

    fn edited_images(&mut self, count: u32, most: u32) {
        if count == 0 {
            self.missing("an edit");
        } else if count > most {
            self.too_many(count, most);
        }
    }

    pub(super) fn analysed_images(&mut self) {
        let (count, most) = (self.stage.input_images(), *bounds::INPUT_IMAGES.end());
        if count == 0 {
            self.missing("an analysis");
        } else if count > most {
            self.too_many(count, most);
        }
    }

    fn missing(&mut self, task: &'static str) {
        self.report(
            "refs",
            ProblemKind::RefsMissing { task },
            vec![Fix::one("refs", "1024x1024")],
        );
    }

    fn too_many(&mut self, count: u32, most: u32) {
        let refs = crate::link::write_refs(&first(&self.stage.refs, most));
        self.report(
            "refs",
            ProblemKind::RefsTooMany { count, most },
            vec![Fix::one("refs", refs)],
        );
    }
}

/// The first `most` input images.
fn first(refs: &[InputImages], most: u32) -> Vec<InputImages> {
    let mut left = most;
    let kept = refs.iter().map(|images| {
        let count = u32::from(images.count).min(left);
        left -= count;
        InputImages {
            count: count as u16,
            ..*images
        }
    });
    kept.filter(|images| images.count > 0).collect()
}
