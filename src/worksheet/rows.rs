//! The six things that drive the cost of a plan.

use super::{Row, each};
use crate::money::grouped;
use crate::rates::{Fidelity, Tier};
use crate::scenario::{Route, Scenario, Stage};
use rust_decimal::Decimal;

/// The rows, the present value of each filled in.
pub(super) fn rows(scenario: &Scenario) -> Vec<Row> {
    let fill = |&(field, present, raise, log): &Blank| Row {
        field,
        present: each(scenario, present),
        raise,
        log,
    };
    ROWS.iter().map(fill).collect()
}

/// Field, present value of a stage, when to let it cost more, what to write down.
type Blank = (
    &'static str,
    fn(&Stage) -> Option<String>,
    &'static str,
    &'static str,
);

static ROWS: [Blank; 6] = [
    (
        "Model",
        model,
        "When this one fails the same prompt twice and a better prompt does not help.",
        "Model id and endpoint of every request.",
    ),
    (
        "Quality",
        quality,
        "When somebody can point at what the lower level loses at the size people see.",
        "Quality and size that were asked for.",
    ),
    (
        "Resolution",
        |stage| stage.makes_images().then(|| stage.size.to_string()),
        "When a result is shown or printed larger; drafts stay as small as can be judged.",
        "Requested size beside the size that was downloaded.",
    ),
    (
        "Input images",
        |stage| Some(inputs(stage)),
        "When a face, a label or a pattern comes back wrong without one more, or high fidelity.",
        "Number of input images, fidelity, and retries of edits.",
    ),
    (
        "Batching",
        |stage| Some(batching(stage)),
        "When somebody waits for the images: standard rates are for that.",
        "Batch size, completion rate, rejected jobs.",
    ),
    (
        "Retries",
        |stage| Some(retries(stage)),
        "When errors pass by themselves; a refused prompt has to be changed, not repeated.",
        "Retries per output, cost per accepted image.",
    ),
];

fn model(stage: &Stage) -> Option<String> {
    let driver = stage.driver.unwrap_or("a text model not named yet");
    Some(match (stage.makes_images(), stage.route) {
        (false, _) => format!("{driver}, reading images"),
        (true, Route::Images) => format!("{}, Image API", stage.model),
        (true, Route::Responses) => format!("{}, called by {driver}", stage.model),
    })
}

fn quality(stage: &Stage) -> Option<String> {
    let read = format!("detail {}", stage.detail);
    Some(if stage.makes_images() {
        stage.quality.to_string()
    } else {
        read
    })
}

fn inputs(stage: &Stage) -> String {
    let sizes = stage
        .refs
        .iter()
        .map(|images| format!("{} of {}", images.count, images.size));
    let sizes: Vec<String> = sizes.collect();
    let high = stage.makes_images() && stage.fidelity == Fidelity::High;
    let fidelity = if high { ", high fidelity" } else { "" };
    let mask = if stage.mask { ", a mask" } else { "" };
    match sizes.is_empty() {
        true => "none".into(),
        false => format!("{}{fidelity}{mask}", sizes.join(", ")),
    }
}

fn batching(stage: &Stage) -> String {
    let requests = grouped(Decimal::from(stage.requests));
    let plural = if stage.requests == 1 { "" } else { "s" };
    let images = match stage.n {
        1 => String::new(),
        n => format!(" of {n} images"),
    };
    let tier = match stage.tier {
        Tier::Standard => "standard rates",
        Tier::BatchApi => "Batch API",
    };
    format!("{requests} request{plural}{images}, {tier}")
}

fn retries(stage: &Stage) -> String {
    let accept = match stage.makes_images() {
        true => format!(", {} % accepted", stage.accept),
        false => String::new(),
    };
    match stage.retries {
        crate::scenario::Percent::ZERO => format!("none{accept}"),
        retries => format!(
            "{retries} % sent again, {} tries at most{accept}",
            stage.tries
        ),
    }
}
