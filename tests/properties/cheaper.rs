//! No cheaper way is dearer, invalid, ending, or loses what was asked.

use crate::common::book;
use crate::scenarios::sound;
use pixelbill::estimate::{estimate, snapshot_of};
use pixelbill::explore::Wish;
use pixelbill::link;
use pixelbill::scenario::{Scenario, Stage};
use pixelbill::size::SizeChoice;
use pixelbill::ways::{MOST_WAYS, RATIO_TOLERANCE, Way, WayKind, every, ways, with};
use proptest::prelude::*;

/// The stage with what a way may change taken from the one before.
fn but_for(way: &Way, before: &Stage, after: &Stage) -> Stage {
    let mut same = after.clone();
    match way.kind {
        WayKind::Size(_) => same.size = before.size,
        WayKind::References(_) => same.refs = before.refs.clone(),
        WayKind::Partials(_) => same.partials = before.partials,
        WayKind::Batch => same.tier = before.tier,
        WayKind::Model(..) => {
            same.model = before.model;
            same.quality = before.quality;
        }
        WayKind::Quality(_) => same.quality = before.quality,
    }
    same
}

/// That the images stay as many and as large, and nothing else changes.
fn keeps(scenario: &Scenario, after: &Scenario, way: &Way) -> Result<(), TestCaseError> {
    for (index, (before, now)) in scenario.stages.iter().zip(&after.stages).enumerate() {
        if index != way.stage {
            prop_assert_eq!(before, now);
            continue;
        }
        prop_assert_eq!(before, &but_for(way, before, now));
        if let (SizeChoice::Exact(before), SizeChoice::Exact(now)) = (before.size, now.size) {
            prop_assert!(now.pixels() >= before.pixels());
            prop_assert!(Wish::like(before, RATIO_TOLERANCE).holds(now));
        }
        let counts = |stage: &Stage| stage.refs.iter().map(|refs| refs.count).collect::<Vec<_>>();
        prop_assert_eq!(counts(before), counts(now));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    #[test]
    fn every_way_is_cheaper_valid_and_keeps_what_was_asked(scenario in sound()) {
        let present = estimate(book(), &scenario);
        let all = every(book(), &scenario, &present);
        prop_assert!(present.totals.is_some() || all.is_empty());
        for way in &all {
            let before = present.totals.expect("priced").total;
            let after = with(book(), &scenario, way.stage, &way.fix).expect("a link takes it");
            let priced = estimate(book(), &after);
            prop_assert!(priced.problems.is_empty(), "{:?}", priced.problems);
            let total = priced.totals.expect("no problems").total;
            prop_assert_eq!(total, way.total);
            prop_assert!(total.low <= before.low && total.high < before.high);
            prop_assert!(!way.does.is_empty() && way.trade.ends_with('.'));
            if let WayKind::Model(model, _) = way.kind {
                let model = snapshot_of(book(), &scenario).image_model(model).expect("known");
                prop_assert!(model.lifecycle.shutdown.is_none() && model.lifecycle.deprecated.is_none());
            }
            keeps(&scenario, &after, way)?;
            let reread = link::read(book(), "", &link::write(&after));
            prop_assert_eq!(reread.scenario, after);
        }
    }

    #[test]
    fn the_ways_beside_an_estimate_are_few_and_differ(scenario in sound()) {
        let found = ways(book(), &scenario);
        prop_assert!(found.len() <= MOST_WAYS);
        for (at, way) in found.iter().enumerate() {
            prop_assert!(way.percent() <= 100);
            let kind = std::mem::discriminant(&way.kind);
            prop_assert!(found[..at].iter().all(|other| std::mem::discriminant(&other.kind) != kind));
        }
    }
}
