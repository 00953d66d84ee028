//! What this build of the program carries.
//!
//! The page comes in two programs of this one crate (docs/performance.md): a lean one, which every
//! reader loads, prices one request that makes images from a prompt, and its batch; the whole one
//! is loaded when somebody asks for more. Natively the core is always whole. Knows the cargo
//! features; what a constant turns off, the compiler leaves out.

use crate::scenario::{Percent, Route, Scenario, Stage, Task};

/// Whether the text models are carried: the Responses route and analysis. `build.rs` leaves them
/// out of the rate book by the same rule.
pub const SECOND_MODEL: bool = cfg!(any(feature = "whole", not(target_arch = "wasm32")));

/// Whether a workflow is: several stages, input images, looks, retries, rates of one's own; all that
/// the first view has no control for.
pub const WORKFLOW: bool = cfg!(any(
    feature = "whole",
    feature = "embed",
    not(target_arch = "wasm32")
));

/// Whether this build prices all that a scenario asks; otherwise the whole program has to.
pub fn carries(scenario: &Scenario) -> bool {
    (WORKFLOW || is_one_plain_request(scenario))
        && (SECOND_MODEL || !scenario.stages.iter().any(has_second_model))
}

fn is_one_plain_request(scenario: &Scenario) -> bool {
    let [stage] = scenario.stages.as_slice() else {
        return false;
    };
    let plain = Stage {
        model: stage.model,
        tier: stage.tier,
        size: stage.size,
        quality: stage.quality,
        requests: stage.requests,
        n: stage.n,
        prompt: stage.prompt,
        label: stage.label.clone(),
        ..Stage::default()
    };
    let plain_rates = scenario.markup == Percent::ZERO && !scenario.residency;
    *stage == plain && plain_rates
}

fn has_second_model(stage: &Stage) -> bool {
    stage.task == Task::Analyze || stage.route == Route::Responses || stage.driver.is_some()
}
