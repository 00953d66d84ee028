//! Cost against the number of images, and where lines cross.

use crate::common::{book, decimal, scenario, span};
use pixelbill::compare::{Line, Side, crossing, line};

fn of(link: &str) -> Line {
    line(&Side::new(book(), scenario(link))).expect(link)
}

#[test]
fn one_stage_is_a_line_through_nothing() {
    let one = of("model=gpt-image-2&requests=1000");
    assert_eq!(
        (span(one.once), span(one.each)),
        ("0".into(), "0.05296".into())
    );
    assert_eq!(span(one.at(decimal("5000"))), "264.8");
}

#[test]
fn drafts_are_made_once_and_results_grow() {
    let plan = of(
        "stage=Drafts&deliver=0&model=gpt-image-2&requests=100&stage=Finals&deliver=1&model=gpt-image-2&quality=low&requests=10",
    );
    // 100 x $0.05296; a low image: 196 x $30 + 56 x $5, a million of each = $0.00616.
    assert_eq!(
        (span(plan.once), span(plan.each)),
        ("5.296".into(), "0.00616".into())
    );
}

#[test]
fn lines_cross_where_both_cost_the_same() {
    let plan = of(
        "stage=Drafts&deliver=0&model=gpt-image-2&requests=100&stage=Finals&deliver=1&model=gpt-image-2&quality=low&requests=10",
    );
    let plain = of("model=gpt-image-2&quality=medium");
    // 5.296 + 0.00616 x = 0.05296 x, so x = 5.296 / 0.0468 = 113.1623931624
    let met = crossing(&plan, &plain).expect("they cross");
    assert_eq!(span(met.images), "113.1623931624");
    assert!(!met.first_below, "below it the plan with drafts costs more");
    let other_way = crossing(&plain, &plan).expect("they cross");
    assert!(other_way.first_below && other_way.images == met.images);
}

#[test]
fn lines_that_do_not_meet_above_nothing_do_not_cross() {
    let cheap = of("model=gpt-image-2&quality=low");
    let dear = of("model=gpt-image-2&quality=high");
    assert_eq!(crossing(&cheap, &dear), None);
    assert_eq!(crossing(&cheap, &cheap), None);
}

#[test]
fn an_interval_crosses_between_its_ends() {
    let once = "stage=D&deliver=0&model=gpt-image-2&requests=100&stage=F&deliver=1&requests=10";
    let plan = of(&format!("{once}&model=gpt-image-2&quality=low"));
    let open = of("model=gpt-image-2.6-flare&quality=medium");
    // 2.6 at medium: 439 x 3 = 1,317 to 439 x 4.25, rounded up, 1,866: $0.03979 to $0.05626.
    // 5.296 / (0.05626 - 0.00616) = 105.7085828343; 5.296 / (0.03979 - 0.00616) = 157.4784418674
    let met = crossing(&plan, &open).expect("they cross");
    assert_eq!(span(met.images), "105.7085828343..157.4784418674");
}

#[test]
fn what_delivers_nothing_has_no_line() {
    let side = |link: &str| Side::new(book(), scenario(link));
    assert_eq!(
        line(&side("task=analyze&driver=gpt-6-sol&refs=640x480")),
        None
    );
    assert_eq!(line(&side("model=gpt-image-2&size=1000x1000")), None);
}
