//! What holds for every plan and every budget, tried on many.

use crate::{book, priced, total};
use pixelbill::budget::{PlanChange, discarded, plans, projections, qualities, suggestion};
use pixelbill::estimate::estimate;
use pixelbill::link;
use pixelbill::money::Usd;
use pixelbill::scenario::{Per, Scenario};
use rust_decimal::Decimal;

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % sides as u64) as usize
    }

    fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.roll(words.len())]
    }
}

/// One stage, as a link says it; may well be impossible.
fn stage(dice: &mut Dice) -> String {
    let models = [
        "gpt-image-2.6-flare",
        "gpt-image-2.5-sunburst",
        "gpt-image-2",
        "gpt-image-1.5",
        "gpt-image-1-mini",
    ];
    let sizes = ["1024x1024", "1536x1024", "2048x1152", "3840x2160", "auto"];
    let qualities = ["low", "medium", "high", "xhigh", "max", "auto"];
    let tasks = [
        "task=generate",
        "task=edit&refs=1024x1024*2",
        "task=analyze&driver=gpt-6-sol&refs=640x480",
    ];
    let odd = [
        "",
        "&tier=batch",
        "&partials=3",
        "&n=4",
        "&own.image=0.02",
        "&route=responses&driver=gpt-6-sol",
    ];
    format!(
        "stage=S&deliver={}&{}&model={}&size={}&quality={}&requests={}&retries={}&blocked={}&accept={}{}",
        dice.roll(2),
        dice.pick(&tasks),
        dice.pick(&models),
        dice.pick(&sizes),
        dice.pick(&qualities),
        1 + dice.roll(4000),
        dice.roll(101),
        dice.roll(101),
        dice.roll(101),
        dice.pick(&odd),
    )
}

/// Plans that can be priced.
fn plans_to_try() -> Vec<Scenario> {
    let mut dice = Dice(1);
    let tried = (0..800).map(|round| {
        let stages: Vec<String> = (0..=round % 4).map(|_| stage(&mut dice)).collect();
        link::read(book(), "", &stages.join("&")).scenario
    });
    let sound: Vec<Scenario> = tried
        .filter(|plan| estimate(book(), plan).problems.is_empty())
        .collect();
    assert!(sound.len() > 80, "{} of 800", sound.len());
    sound
}

/// Budgets around what a plan comes to.
fn budgets(plan: &Scenario) -> Vec<Usd> {
    let most = total(plan).high;
    ["1.3", "1", "0.97", "0.6", "0.3", "0.05"]
        .map(|part| most * part.parse().expect(part))
        .to_vec()
}

#[test]
fn the_plans_that_fit_do_and_one_more_does_not() {
    for plan in plans_to_try() {
        let one = total(&plan);
        for budget in budgets(&plan) {
            let fitting = plans(budget, one);
            for (times, usd) in [(fitting.surely, one.high), (fitting.at_most, one.low)] {
                let Some(times) = times else { continue };
                assert!(usd * Decimal::from(times) <= budget);
                assert!(usd * Decimal::from(times + 1) > budget);
            }
        }
    }
}

#[test]
fn a_suggestion_is_possible_cheaper_and_fits() {
    let mut made = 0;
    for plan in plans_to_try() {
        let before = total(&plan);
        for budget in budgets(&plan) {
            let Some(found) = suggestion(book(), &plan, budget) else {
                continue;
            };
            let after = total(&found.scenario);
            assert_eq!(after, found.total);
            assert!(after.high <= budget && after.high < before.high);
            assert_eq!(found.change.apply(&plan), found.scenario);
            assert_eq!(found.scenario.stages.len(), plan.stages.len());
            made += 1;
            if let PlanChange::Requests(stage, requests) = found.change {
                let more = PlanChange::Requests(stage, requests + 1).apply(&plan);
                assert!(requests + 1 == plan.stages[stage].requests || total(&more).high > budget);
            }
        }
    }
    assert!(made > 200, "{made} suggestions");
}

#[test]
fn a_plan_that_fits_needs_no_change() {
    for plan in plans_to_try() {
        assert_eq!(suggestion(book(), &plan, total(&plan).high), None);
    }
}

#[test]
fn shares_lie_between_nothing_and_all_and_time_only_adds() {
    for plan in plans_to_try() {
        let estimate = priced(&plan);
        let totals = estimate.totals.expect("no problems");
        if let Some(thrown) = discarded(&plan, &estimate) {
            assert!(
                (Decimal::ZERO..=Decimal::ONE).contains(&thrown.share),
                "{}",
                thrown.share
            );
            assert!(thrown.usd <= totals.total.high);
            assert!(
                totals.accepted_images.high > Decimal::ZERO
                    || plan.stages.iter().any(|stage| !stage.makes_images())
                    || thrown.share == Decimal::ONE
            );
        }
        for per in [Per::Day, Per::Month] {
            let spans = projections(per, totals.total);
            assert!(
                spans
                    .windows(2)
                    .all(|pair| pair[0].1.high <= pair[1].1.high)
            );
            assert!(spans.iter().all(|(_, usd)| usd.low <= usd.high));
        }
        for at in qualities(book(), &plan, totals.total.high) {
            assert!(at.total.low <= at.total.high);
        }
    }
}
