//! How costs behave: intervals in order, sums that add up, counts that never make it cheaper.

use crate::common::image_model;
use crate::scenarios::{priced, refs, sound};
use pixelbill::estimate::Charge;
use pixelbill::interval::Interval;
use pixelbill::link::write;
use pixelbill::money::{Usd, UsdRange};
use pixelbill::rates::{Quality, SizeKind, Tier};
use pixelbill::scenario::{Percent, Scenario, Stage, Task};
use pixelbill::size::SizeChoice;
use proptest::prelude::*;
use proptest::sample::Index;
use rust_decimal::Decimal;

/// What a scenario costs, where it has no problem.
fn total(scenario: &Scenario) -> Option<UsdRange> {
    priced(scenario).totals.map(|totals| totals.total)
}

/// Something of a stage made more.
type More = fn(&mut Stage, u32);

const COUNTS: [(&str, More); 11] = [
    ("requests", |stage, by| {
        stage.requests = (stage.requests + by).min(1_000_000_000)
    }),
    ("n", |stage, by| {
        stage.n = (u32::from(stage.n) + by).min(10) as u8
    }),
    ("prompt", |stage, by| {
        stage.prompt = (stage.prompt + by).min(1_000_000)
    }),
    ("answer", |stage, by| {
        stage.answer = (stage.answer + by).min(100_000)
    }),
    ("context", |stage, by| {
        stage.context = (stage.context + by).min(1_000_000)
    }),
    ("partials", |stage, by| {
        stage.partials = (u32::from(stage.partials) + by).min(3) as u8
    }),
    ("turns", |stage, by| {
        stage.turns = (u32::from(stage.turns) + by).min(50) as u8
    }),
    ("tries", |stage, by| {
        stage.tries = (u32::from(stage.tries) + by).min(10) as u8
    }),
    ("retries", |stage, by| {
        stage.retries = Percent::hundredths((stage.retries.in_hundredths() + by as i32).min(10_000))
    }),
    ("refs", |stage, by| {
        if let Some(first) = stage.refs.first_mut() {
            first.count += by.min(20) as u16
        }
    }),
    ("fidelity", |stage, _| {
        stage.fidelity = pixelbill::rates::Fidelity::High
    }),
];

fn within(outer: UsdRange, inner: UsdRange) -> bool {
    outer.low <= inner.low && inner.high <= outer.high
}

/// What was multiplied out exactly, but for the 28th digit.
fn nearly(a: Usd, b: Usd) -> bool {
    let apart = (a.0 - b.0).abs();
    apart <= a.0.abs() * Decimal::new(1, 24)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    #[test]
    fn low_is_never_above_high_and_lines_add_up(scenario in sound()) {
        let estimate = priced(&scenario);
        let mut sum = Interval::point(Usd::ZERO);
        for stage in &estimate.stages {
            let one: UsdRange = stage.line_items.iter().map(|item| item.per_request).sum();
            prop_assert_eq!(stage.per_request, Some(one));
            for item in &stage.line_items {
                prop_assert!(item.per_request.low <= item.per_request.high);
                if let Charge::Tokens { tokens, usd_per_mtok, .. } = item.charge {
                    prop_assert!(tokens.low <= tokens.high && usd_per_mtok.low <= usd_per_mtok.high && tokens.high > 0);
                    prop_assert_eq!(item.per_request.high, Usd::of_tokens(tokens.high, usd_per_mtok.high));
                }
            }
            let totals = stage.totals.expect("a sound stage");
            prop_assert!(totals.total.low <= totals.total.high && totals.total.low >= Usd::ZERO);
            prop_assert!(totals.accepted_images.high <= totals.images.high);
            for each in [totals.per_image, totals.per_accepted_image].into_iter().flatten() {
                prop_assert!(each.low <= each.high);
            }
            sum = sum + totals.total;
        }
        let totals = estimate.totals.expect("a sound scenario");
        prop_assert!(nearly(totals.total.high, sum.high) && nearly(totals.total.low, sum.low));
        prop_assert!(totals.images.low >= Decimal::ZERO);
    }

    /// In whatever order the stages stand.
    #[test]
    fn the_order_of_stages_changes_no_total(scenario in sound(), order in prop::collection::vec(any::<Index>(), 12)) {
        let mut other = scenario.clone();
        for (from, to) in order.iter().enumerate().take(other.stages.len()) {
            let to = to.index(other.stages.len());
            other.stages.swap(from, to);
        }
        prop_assert_eq!(priced(&scenario).totals, priced(&other).totals, "{}", write(&scenario));
    }

    /// More of anything never costs less, at either end.
    #[test]
    fn a_count_that_rises_never_makes_it_cheaper(
        scenario in sound(),
        which in any::<Index>(),
        count in prop::sample::select(&COUNTS[..]),
        by in prop_oneof![Just(1_u32), 1_u32..=2000],
    ) {
        let mut more = scenario.clone();
        let index = which.index(more.stages.len());
        (count.1)(&mut more.stages[index], by);
        if let (Some(before), Some(after)) = (total(&scenario), total(&more)) {
            prop_assert!(before.low <= after.low && before.high <= after.high, "{} by {by}: {}", count.0, write(&scenario));
        }
    }

    #[test]
    fn another_input_image_never_makes_it_cheaper(scenario in sound(), added in refs()) {
        let mut more = scenario.clone();
        for stage in more.stages.iter_mut().filter(|stage| stage.task != Task::Generate) {
            stage.refs.extend(added.iter().copied());
        }
        if let (Some(before), Some(after)) = (total(&scenario), total(&more)) {
            prop_assert!(before.low <= after.low && before.high <= after.high, "{}", write(&scenario));
        }
    }

    #[test]
    fn the_batch_api_is_never_dearer(scenario in sound()) {
        let on = |tier| {
            let mut on = scenario.clone();
            on.stages.iter_mut().for_each(|stage| stage.tier = tier);
            total(&on)
        };
        if let (Some(standard), Some(batch)) = (on(Tier::Standard), on(Tier::BatchApi)) {
            prop_assert!(batch.low <= standard.low && batch.high <= standard.high, "{}", write(&scenario));
        }
    }

    /// What is not known spans what it may be.
    #[test]
    fn auto_contains_every_quality_and_size(scenario in sound()) {
        for index in 0..scenario.stages.len() {
            let mut auto = scenario.clone();
            auto.stages[index].quality = Quality::Auto;
            let Some(span) = total(&auto) else { continue };
            let model = image_model(auto.stages[index].model);
            for quality in model.qualities() {
                let mut exact = auto.clone();
                exact.stages[index].quality = quality;
                if let Some(one) = total(&exact) {
                    prop_assert!(within(span, one), "{quality}: {}", write(&auto));
                }
            }
            auto.stages[index].size = SizeChoice::Auto;
            let (Some(span), SizeKind::Fixed { sizes, .. }) = (total(&auto), model.sizes.kind) else { continue };
            for size in sizes {
                let mut exact = auto.clone();
                exact.stages[index].size = SizeChoice::Exact(*size);
                if let Some(one) = total(&exact) {
                    prop_assert!(within(span, one), "{size}: {}", write(&auto));
                }
            }
        }
    }

    /// Blocked requests: from none billed to all billed.
    #[test]
    fn blocked_requests_span_both_readings(scenario in sound()) {
        let with = |blocked: Percent| {
            let mut with = scenario.clone();
            with.stages.iter_mut().for_each(|stage| stage.blocked = blocked);
            total(&with)
        };
        let (Some(none), Some(some), Some(all)) = (with(Percent::ZERO), with(Percent::hundredths(1250)), with(Percent::HUNDRED)) else {
            return Err(TestCaseError::fail("blocked requests are no problem"));
        };
        prop_assert_eq!((none.high, none.high), (some.high, all.high));
        prop_assert!(nearly(some.low, none.low * Percent::hundredths(8750).share()));
        prop_assert_eq!(all.low, Usd::ZERO);
    }

    /// A markup multiplies every sourced rate, and nothing else.
    #[test]
    fn a_markup_is_a_factor(scenario in sound(), markup in -10_000_i32..=100_000) {
        let mut plain = scenario.clone();
        plain.markup = Percent::ZERO;
        plain.stages.iter_mut().for_each(|stage| stage.own = pixelbill::scenario::OwnRates::default());
        let mut marked = plain.clone();
        marked.markup = Percent::hundredths(markup);
        let (Some(plain), Some(marked)) = (total(&plain), total(&marked)) else { return Ok(()) };
        let times = Decimal::ONE + Percent::hundredths(markup).share();
        prop_assert!(nearly(marked.high, plain.high * times) && nearly(marked.low, plain.low * times));
    }
}
