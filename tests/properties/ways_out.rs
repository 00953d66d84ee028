//! Every problem has a way out that removes it, and a link keeps every scenario.

use crate::common::book;
use crate::scenarios::{mend, priced, scenario, sound};
use pixelbill::export;
use pixelbill::link::{read, write};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    #[test]
    fn any_fix_removes_its_problem(scenario in scenario()) {
        for problem in priced(&scenario).problems {
            prop_assert!(!problem.fixes.is_empty(), "{}: {}", problem.code(), write(&scenario));
            for fix in 0..problem.fixes.len() {
                let mut mended = scenario.clone();
                mend(&mut mended, &problem, fix);
                let left = priced(&mended).problems;
                let stays = left.iter().any(|left| (left.stage, &left.kind) == (problem.stage, &problem.kind));
                prop_assert!(!stays, "{:?} stays: {}", problem.fixes[fix], write(&scenario));
                prop_assert_eq!(read(book(), "", &write(&mended)).scenario, mended);
            }
        }
    }

    /// First fix after first fix ends at a price.
    #[test]
    fn fixes_lead_to_a_price(scenario in sound()) {
        let estimate = priced(&scenario);
        prop_assert!(estimate.totals.is_some());
    }

    #[test]
    fn a_link_keeps_every_scenario(scenario in scenario()) {
        let written = write(&scenario);
        let found = read(book(), "", &written);
        prop_assert_eq!(&found.set_aside, &[]);
        prop_assert_eq!(&found.scenario, &scenario, "{}", written);
        prop_assert_eq!(write(&found.scenario), written);
    }

    /// Totals if and only if there is no problem, stage by stage; and JSON that can be read.
    #[test]
    fn a_price_or_a_problem(scenario in scenario()) {
        let estimate = priced(&scenario);
        prop_assert_eq!(estimate.totals.is_some(), estimate.problems.is_empty(), "{}", write(&scenario));
        for (index, stage) in estimate.stages.iter().enumerate() {
            let sound = estimate.problems.iter().all(|problem| problem.stage != index);
            prop_assert_eq!(stage.totals.is_some(), sound, "{}", write(&scenario));
            prop_assert_eq!(stage.per_request.is_some(), sound);
            prop_assert!(sound || stage.line_items.is_empty());
        }
        prop_assert!(estimate.problems.is_sorted_by_key(|problem| problem.stage));
        let text = export::json(book(), &scenario, &estimate, "https://example.com/", &[]);
        let json: serde_json::Value = serde_json::from_str(&text).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(json["total"].is_null(), estimate.totals.is_none());
    }
}
