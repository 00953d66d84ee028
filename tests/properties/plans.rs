//! Stages arranged in any way: never too many, never none, and kept by a link.

use crate::common::book;
use crate::scenarios::{priced, sound};
use pixelbill::budget::{Fit, plans, whole_plan};
use pixelbill::link;
use pixelbill::money::Usd;
use pixelbill::scenario::bounds;
use proptest::prelude::*;
use rust_decimal::Decimal;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn arranged_stages_stay_within_bounds_and_in_the_link(
        start in sound(),
        acts in prop::collection::vec((0_u8..4, 0_usize..14, 0_usize..14), 0..30),
    ) {
        let mut plan = start;
        for (act, at, to) in acts {
            let before = plan.clone();
            let done = match act {
                0 => plan.add_stage().is_some(),
                1 => plan.duplicate_stage(at).is_some(),
                2 => plan.move_stage(at, to),
                _ => plan.remove_stage(at).is_some(),
            };
            if !done {
                prop_assert_eq!(&plan, &before);
            }
            prop_assert!((1..=bounds::STAGES).contains(&plan.stages.len()));
            let read = link::read(book(), "", &link::write(&plan));
            prop_assert_eq!((read.scenario, read.set_aside.len()), (plan.clone(), 0));
        }
    }

    /// Moving a stage takes its role with it, so no total changes.
    #[test]
    fn a_stage_that_moves_changes_no_total(plan in sound(), from in 0_usize..12, to in 0_usize..12) {
        let mut moved = plan.clone();
        moved.move_stage(from, to);
        prop_assert_eq!(priced(&plan).totals, priced(&moved).totals);
    }

    #[test]
    fn what_a_budget_pays_fits_and_one_more_does_not(plan in sound(), micros in 0_i64..=1_000_000_000_000) {
        let budget = Usd(Decimal::new(micros, 6));
        let total = priced(&plan).totals.expect("a sound plan").total;
        let paid = plans(budget, total);
        for (many, one) in [(paid.surely, total.high), (paid.at_most, total.low)] {
            // More than a u64 holds is told as the most that it holds.
            let Some(many) = many.filter(|many| *many < u64::MAX) else { continue };
            prop_assert!(one * Decimal::from(many) <= budget);
            prop_assert!(one * (Decimal::from(many) + Decimal::ONE) > budget);
        }
        prop_assert_eq!(Fit::of(budget, total) == Fit::Surely, total.high <= budget);
    }

    #[test]
    fn the_arithmetic_names_every_stage_and_ends_in_the_total(plan in sound()) {
        let estimate = priced(&plan);
        let sums = whole_plan(&plan, &estimate).expect("a sound plan");
        let total = estimate.totals.expect("a sound plan").total;
        prop_assert_eq!(sums.parts.len(), plan.stages.len());
        for end in [total.low, total.high] {
            let shown = format!("${}", pixelbill::money::grouped(end.0));
            prop_assert!(sums.whole.contains(&shown), "{} in {}", shown, sums.whole);
        }
    }
}
