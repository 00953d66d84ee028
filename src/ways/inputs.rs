//! Input images made smaller before they are sent, where that lowers their count.
//!
//! Knows which rule counts them; must not know prices.

use crate::rates::RateSnapshot;
use crate::resize::{Resized, for_analysis, for_edit};
use crate::scenario::{InputImages, Stage, Task};

/// A resized image must count for at least so many percent less.
const LEAST_SAVING: u8 = 25;

/// So many different sizes are looked at; more are left as they are.
const MOST_SIZES: usize = 16;

/// The input images of a stage, each resized where that saves; none where none does.
pub(super) fn smaller(snapshot: &'static RateSnapshot, stage: &Stage) -> Option<Vec<InputImages>> {
    let looked_at = stage.refs.iter().take(MOST_SIZES);
    let resized = looked_at.map(|images| {
        let size = resized(snapshot, stage, images).map_or(images.size, |smaller| smaller.size);
        InputImages { size, ..*images }
    });
    let mut refs: Vec<InputImages> = resized.collect();
    refs.extend(stage.refs.iter().skip(MOST_SIZES));
    (refs != stage.refs).then_some(refs)
}

fn resized(
    snapshot: &'static RateSnapshot,
    stage: &Stage,
    images: &InputImages,
) -> Option<Resized> {
    match stage.task {
        Task::Generate => None,
        Task::Edit => {
            let rule = snapshot.image_model(stage.model)?.input?;
            for_edit(rule, stage.fidelity, images.size, LEAST_SAVING)
        }
        Task::Analyze => {
            let rule = snapshot.text_model(stage.driver?)?.vision;
            for_analysis(rule, stage.detail, images.size, LEAST_SAVING)
        }
    }
}
