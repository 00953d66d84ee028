//! Every figure of a plan can be followed: the words of its arithmetic, worked out by hand.

use crate::{book, preset, priced};
use pixelbill::budget::{
    Arithmetic, accepted_images, per_accepted_image, per_use, thrown_away, whole_plan,
};
use pixelbill::estimate::Estimate;
use pixelbill::link;
use pixelbill::scenario::Scenario;

type Words = fn(&Scenario, &Estimate) -> Option<Arithmetic>;

#[track_caller]
fn says(plan: &Scenario, words: Words, parts: &[(&str, &str)], whole: &str) {
    let said = words(plan, &priced(plan)).expect("a figure");
    let said_parts: Vec<(&str, &str)> = said
        .parts
        .iter()
        .map(|(name, words)| (&**name, &**words))
        .collect();
    assert_eq!((said_parts.as_slice(), &*said.whole), (parts, whole));
}

#[test]
fn drafts_are_part_of_the_price_of_the_finals() {
    let plan = preset("launch");
    // One request: 107, 367 and 3,336 tokens at $30 a million, and 56 of text at $5.
    let costs = [
        ("Drafts", "20 requests × $0.00349 = $0.0698"),
        ("Reviews", "5 requests × $0.01129 = $0.05645"),
        ("Finals", "2 requests × $0.10036 = $0.20072"),
    ];
    says(&plan, whole_plan, &costs, "together $0.32697");
    let finals = [("Finals", "2 requests × 100 % accepted = 2")];
    says(&plan, accepted_images, &finals, "together 2 accepted");
    let each = "$0.32697 / 2 accepted images = $0.163485";
    says(&plan, per_accepted_image, &finals, each);
    let kept = [
        ("Drafts", "nothing kept"),
        ("Reviews", "nothing kept"),
        ("Finals", "2 × $0.10036 = $0.20072 kept"),
    ];
    // 0.32697 - 0.20072 = 0.12625; / 0.32697 = 0.386…
    let thrown = "$0.32697 less what is kept: $0.12625, 38.61 % of all";
    says(&plan, thrown_away, &kept, thrown);
}

#[test]
fn sends_and_shares_are_written_out() {
    let plan = preset("feature");
    let cost =
        "1,000 requests × 1.03 sends (1 + 0.03) × $0.01345 to $0.01945 = $13.8535 to $20.0335";
    says(
        &plan,
        whole_plan,
        &[("Images", cost)],
        "together $13.8535 to $20.0335",
    );
    // A request whose second try fails too brings nothing: 3 % of 3 % is 0.09 %.
    let images = "1,000 requests × 99.91 % answered within 2 tries × 100 % accepted = 999.1";
    says(
        &plan,
        accepted_images,
        &[("Images", images)],
        "together 999.1 accepted",
    );
}

#[test]
fn blocked_requests_and_several_images_are_written_out() {
    let asked = "own.image=0.5&n=2&requests=100&blocked=10&accept=75&retries=50&tries=3&uses=4";
    let plan = link::read(book(), "", asked).scenario;
    // Sends 1 + 0.5 + 0.25; 175 × $1 = $175, or nine tenths of it.
    let cost = "100 requests × 1.75 sends (1 + 0.5 + 0.5²) × $1, 90 % of it at the low end, \
                as blocked requests may be free, = $157.5 to $175";
    says(
        &plan,
        whole_plan,
        &[("the images", cost)],
        "together $157.5 to $175",
    );
    // 100 × 0.9 × (1 - 0.125) × 2 × 0.75 = 118.125
    let images = "100 requests × 90 % not blocked × 87.5 % answered within 3 tries × 2 images \
                  × 75 % accepted = 118.125";
    says(
        &plan,
        accepted_images,
        &[("the images", images)],
        "together 118.125 accepted",
    );
    let uses = "$1.3333333333 to $1.4814814815 / 4 uses = $0.3333333333 to $0.3703703704";
    says(&plan, per_use, &[], uses);
}

#[test]
fn nothing_accepted_has_no_price_of_one() {
    let plan = link::read(book(), "", "requests=10&accept=0").scenario;
    let estimate = priced(&plan);
    assert_eq!(per_accepted_image(&plan, &estimate), None);
    assert_eq!(per_use(&plan, &estimate), None);
    let thrown = thrown_away(&plan, &estimate).expect("all of it");
    assert!(thrown.whole.ends_with("100 % of all"), "{}", thrown.whole);
    let broken = link::read(book(), "", "requests=10&size=1000x1000").scenario;
    let estimate = pixelbill::estimate::estimate(book(), &broken);
    assert_eq!(whole_plan(&broken, &estimate), None);
}
