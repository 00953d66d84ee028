//! The change that takes the least away, one rank after the other, in the words of its sentence.

use crate::{book, preset, total, usd};
use pixelbill::budget::suggestion;
use pixelbill::rates::{Quality, Tier};
use pixelbill::scenario::Scenario;

#[track_caller]
fn suggests(scenario: &Scenario, budget: &str, sentence: &str) {
    let found = suggestion(book(), scenario, usd(budget)).expect("a change");
    assert_eq!(found.sentence(scenario, total(scenario)), sentence);
}

fn on_batch(id: &str) -> Scenario {
    let mut plan = preset(id);
    plan.stages
        .iter_mut()
        .for_each(|stage| stage.tier = Tier::BatchApi);
    plan
}

#[test]
fn previews_go_first() {
    suggests(
        &preset("feature"),
        "15",
        "Stream no partial images: $13.85 at most instead of $20.03.",
    );
}

#[test]
fn then_every_image_stays_and_comes_later() {
    suggests(
        &preset("launch"),
        "0.20",
        "Send Drafts, Reviews and Finals through the Batch API, which answers within a day: $0.1635 at most instead of $0.3270.",
    );
    let mut plan = preset("launch");
    plan.stages[0].model = "gpt-image-2.6-flare"; // has no Batch rates
    plan.stages[1].label.clear();
    suggests(
        &plan,
        "0.45",
        "Send stage 2 and Finals through the Batch API, which answers within a day: $0.4072 at most instead of $0.5358.",
    );
}

#[test]
fn then_drafts_are_smaller_or_plainer() {
    // 16:9 at 1K has too few pixels; 1024x640 is the nearest that has enough. Reviews count
    // 24 × 15 × (2,000,000 + 655,360) / 4,000,000 = 238.98, so 239 tokens instead of 367:
    // 5 × 128 × 0.000015 less. At low they count 157, and cost 5 × 210 × 0.000015 less.
    suggests(
        &on_batch("launch"),
        "0.16",
        "Make drafts smaller (Reviews at 1024x640): $0.1539 at most instead of $0.1635.",
    );
    suggests(
        &on_batch("launch"),
        "0.15",
        "Make Reviews at quality low instead of medium: $0.1477 at most instead of $0.1635.",
    );
}

#[test]
fn then_another_model() {
    let mut plan = on_batch("catalogue");
    plan.stages[0].model = "gpt-image-2"; // whose medium counts 1,756 tokens, not 439
    suggests(
        &plan,
        "30",
        "Make every image with gpt-image-2.5-sunburst, with the size and quality asked for: $21.65 at most instead of $61.16.",
    );
}

#[test]
fn then_plainer_results_of_one_stage_before_all() {
    let mut plan = on_batch("content");
    // Half of 7.3872. Covers at medium count 865 instead of 3,336: 20 × 2,471 × 0.000015 less.
    suggests(
        &plan,
        "3",
        "Make Covers at quality medium instead of high: $2.95 at most instead of $3.69.",
    );
    // Posts at low count 196 instead of 439: 400 × 243 × 0.000015 = 1.458 less. Covers at low
    // count 371: 20 × 2,965 × 0.000015 = 0.8895 less.
    suggests(
        &plan,
        "2.3",
        "Make Posts at quality low instead of medium: $2.24 at most instead of $3.69.",
    );
    suggests(
        &plan,
        "2",
        "Make Posts and Covers at quality low: $1.35 at most instead of $3.69.",
    );
    plan.stages[0].quality = Quality::Auto;
    let found = suggestion(book(), &plan, usd("10")).expect("a change");
    assert_eq!(found.scenario.stages[0].quality, Quality::Medium);
}

#[test]
fn then_fewer_requests() {
    let mut plan = on_batch("content");
    plan.stages
        .iter_mut()
        .for_each(|stage| stage.quality = Quality::Low);
    // A post is 196 × 0.000015 + 0.00014 = 0.00308, and 400 of them are 1.232.
    plan.stages[1].deliver = false;
    plan.stages[1].size = plan.stages[0].size;
    // Covers are drafts of the same price: 20 × 0.00308 = 0.0616, together 1.2936.
    suggests(
        &plan,
        "1.25",
        "Send 5 requests instead of 20 for Covers: $1.25 at most instead of $1.29.",
    );
    // One cover is not little enough, and covers are not posts: (1.23 - 0.0616) / 0.00308 = 379.4.
    suggests(
        &plan,
        "1.23",
        "Send 379 requests instead of 400 for Posts: $1.23 at most instead of $1.29.",
    );
}

#[test]
fn the_only_stage_needs_no_name() {
    let mut plan = on_batch("catalogue");
    plan.stages[0].label.clear();
    suggests(
        &plan,
        "20",
        "Make the images at quality low instead of medium: $14.36 at most instead of $21.65.",
    );
}

#[test]
fn no_single_change_is_enough_or_none_is_needed() {
    assert_eq!(suggestion(book(), &preset("launch"), usd("0.32697")), None);
    assert_eq!(suggestion(book(), &preset("launch"), usd("0")), None);
    assert_eq!(suggestion(book(), &preset("catalogue"), usd("0.001")), None);
    let mut broken = preset("launch");
    broken.stages[0].model = "gpt-image-2.6-flare";
    broken.stages[0].tier = Tier::BatchApi;
    assert_eq!(suggestion(book(), &broken, usd("0.1")), None);
}
