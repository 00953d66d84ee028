//! Several stages: drafts cost, delivering stages bring the images.

use crate::common::{priced, scenario, span};
use pixelbill::estimate::Totals;

fn totals(link: &str) -> Totals {
    priced(link).totals.expect("totals")
}

/// Twenty drafts, two finals: all of it is the price of the finals.
const LAUNCH: &str = "stage=drafts&model=gpt-image-2&quality=low&requests=20\
     &stage=finals&model=gpt-image-2&size=3840x2160&quality=high&requests=2";

#[test]
fn drafts_are_part_of_the_price_of_the_results() {
    let all = totals(LAUNCH);
    // Drafts: 20 x (196 x $30/M + 56 x $5/M) = 20 x $0.00616 = $0.1232
    // Finals: 2 x (13,342 x $30/M + 56 x $5/M) = 2 x $0.40054 = $0.80108
    assert_eq!(span(all.total), "0.92428");
    assert_eq!(span(all.images), "2");
    assert_eq!(all.per_image.map(span), Some("0.46214".into()));
    let stages = priced(LAUNCH).stages;
    assert_eq!(
        stages.iter().map(|stage| stage.deliver).collect::<Vec<_>>(),
        [false, true]
    );
    assert_eq!(
        stages[0].totals.map(|stage| span(stage.total)),
        Some("0.1232".into())
    );
    assert_eq!(
        stages[1].totals.map(|stage| span(stage.total)),
        Some("0.80108".into())
    );
}

/// Both stages deliver: twenty-two images.
#[test]
fn two_stages_that_deliver() {
    let link = LAUNCH.replacen("stage=drafts", "stage=drafts&deliver=1", 1);
    let all = totals(&link);
    assert_eq!(
        (span(all.total), span(all.images)),
        ("0.92428".into(), "22".into())
    );
}

/// None delivers: the money is spent, and there is no price an image.
#[test]
fn no_stage_delivers() {
    let all = totals("model=gpt-image-2&requests=20&deliver=0");
    // 20 x $0.05296
    assert_eq!(
        (span(all.total), span(all.images)),
        ("1.0592".into(), "0".into())
    );
    assert_eq!(all.per_image, None);
}

/// An analysis brings no images, even where it is said to deliver: two budgets, one total.
#[test]
fn an_analysis_is_a_stage_of_its_own() {
    let link = "stage=look&task=analyze&driver=gpt-6-astra&refs=1024x1024&prompt=93&answer=200\
         &stage=make&model=gpt-image-2";
    let estimate = priced(link);
    // (93 + 7 + 1,229) x $10/M + 200 x $50/M = $0.01329 + $0.01 = $0.02329
    assert_eq!(
        estimate.stages[0].totals.map(|stage| span(stage.total)),
        Some("0.02329".into())
    );
    assert_eq!(
        estimate.stages[1].totals.map(|stage| span(stage.total)),
        Some("0.05296".into())
    );
    let all = estimate.totals.expect("totals");
    assert_eq!(
        (span(all.total), span(all.images)),
        ("0.07625".into(), "1".into())
    );
    let said = totals(&link.replacen("task=analyze", "deliver=1&task=analyze", 1));
    assert_eq!(span(said.images), "1");
    // Without a word, the last stage that makes images delivers, not the analysis behind it.
    let behind = scenario("stage=a&model=gpt-image-2&stage=b&task=analyze&driver=gpt-5&refs=1x1");
    assert_eq!(
        behind
            .stages
            .iter()
            .map(|stage| stage.deliver)
            .collect::<Vec<_>>(),
        [true, false]
    );
}

/// One stage in trouble: no totals of the whole, but those of the others stand.
#[test]
fn a_problem_in_one_stage() {
    let estimate = crate::common::estimated("stage=a&model=gpt-image-2&stage=b&size=1000x1000");
    assert_eq!(estimate.totals, None);
    assert!(estimate.stages[0].totals.is_some());
    assert_eq!(
        (estimate.stages[1].totals, estimate.stages[1].per_request),
        (None, None)
    );
    assert!(estimate.stages[1].line_items.is_empty());
    assert_eq!(
        estimate
            .problems
            .iter()
            .map(|problem| problem.stage)
            .collect::<Vec<_>>(),
        [1]
    );
}
