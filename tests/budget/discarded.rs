//! Money that went into what was thrown away, worked out by hand.

use crate::{preset, priced};
use pixelbill::budget::discarded;
use pixelbill::scenario::{Percent, Scenario};

#[track_caller]
fn thrown_away(scenario: &Scenario, usd: &str, share: &str) {
    let found = discarded(scenario, &priced(scenario)).expect("money is spent");
    assert_eq!(
        (found.usd.to_string(), found.share.to_string()),
        (usd.into(), share.into())
    );
}

#[test]
fn drafts() {
    // Drafts 0.0698 and reviews 0.05645 of 0.32697.
    thrown_away(&preset("launch"), "0.12625", "0.3861210509");
}

#[test]
fn images_that_are_not_accepted() {
    // One of five posts: 5.38 / 5 of 7.3872.
    thrown_away(&preset("content"), "1.076", "0.1456573533");
    thrown_away(&preset("catalogue"), "0", "0");
}

#[test]
fn sends_that_are_repeated() {
    // 1,030 sends of 0.01945; of 1,000 requests 999.1 are answered: 30.9 sends x 0.01945.
    thrown_away(&preset("feature"), "0.601005", "0.03");
}

#[test]
fn requests_that_are_blocked() {
    let mut plan = preset("catalogue");
    plan.stages[0].blocked = Percent::hundredths(500);
    // Billed or not: at the high end all 2,000 are, and 1,900 bring images. 100 x 0.0108235.
    thrown_away(&plan, "1.08235", "0.05");
    plan.stages[0].accept = Percent::ZERO;
    thrown_away(&plan, "21.647", "1");
}

#[test]
fn nothing_of_an_analysis_that_is_answered() {
    let link = "stage=Read&deliver=0&task=analyze&driver=gpt-6-sol&refs=1024x1024&requests=10&retries=10&stage=Make&deliver=1";
    let plan = pixelbill::link::read(crate::book(), "", link).scenario;
    let read = priced(&plan).stages[0].per_request.expect("priced").high;
    // 11 sends of 10 requests, 9.9 of them answered: 1.1 sends.
    let expected = read * "1.1".parse().expect("a number");
    let found = discarded(&plan, &priced(&plan)).expect("money is spent");
    assert_eq!(found.usd, expected);
}

#[test]
fn of_nothing_there_is_no_share() {
    let mut plan = preset("launch");
    plan.markup = Percent::hundredths(-10_000);
    assert_eq!(discarded(&plan, &priced(&plan)), None);
}
