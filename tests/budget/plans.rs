//! Whole plans, qualities, time, and the spending limit.

use crate::{RATES, book, preset, total, usd};
use pixelbill::budget::{Fit, Period, Plans, limit_line, plans, projections, qualities};
use pixelbill::money::UsdRange;
use pixelbill::rates::Quality;
use pixelbill::scenario::Per;

fn both(surely: u64, at_most: u64) -> Plans {
    Plans {
        surely: Some(surely),
        at_most: Some(at_most),
    }
}

#[test]
fn as_many_plans_as_the_budget_holds() {
    let launch = total(&preset("launch")); // 0.32697
    assert_eq!(plans(usd("1"), launch), both(3, 3)); // 3 × 0.32697 = 0.98091
    assert_eq!(plans(usd("0.32697"), launch), both(1, 1));
    assert_eq!(plans(usd("0.326969"), launch), both(0, 0));
    assert_eq!(plans(usd("0"), launch), both(0, 0));
    let feature = total(&preset("feature")); // 13.8535 to 20.0335
    // 4 × 20.0335 = 80.134 and 5 would be 100.1675; 7 × 13.8535 = 96.9745
    assert_eq!(plans(usd("100"), feature), both(4, 7));
}

#[test]
fn any_number_of_plans_that_cost_nothing() {
    let nothing = UsdRange::new(usd("0"), usd("0"));
    assert_eq!(
        plans(usd("1"), nothing),
        Plans {
            surely: None,
            at_most: None
        }
    );
    let perhaps = UsdRange::new(usd("0"), usd("0.4"));
    assert_eq!(
        plans(usd("1"), perhaps),
        Plans {
            surely: Some(2),
            at_most: None
        }
    );
}

#[test]
fn a_quotient_that_is_rounded_up_is_not_believed() {
    // 1 / 3 of 1e-28: the quotient has more digits than there are.
    let third = UsdRange::point(usd("0.3333333333333333333333333334"));
    assert_eq!(plans(usd("1"), third), both(2, 2));
    let third = UsdRange::point(usd("0.3333333333333333333333333333"));
    assert_eq!(plans(usd("1"), third), both(3, 3));
    let tiny = UsdRange::point(usd("0.0000000000000000000000000001"));
    assert!(plans(usd("1000000000"), tiny).surely > Some(1_000_000_000));
}

#[test]
fn which_qualities_would_fit() {
    let plan = preset("app");
    let found = qualities(book(), &plan, usd("0.22"));
    let fits: Vec<(Quality, String, Fit)> = found
        .iter()
        .map(|at| (at.quality, at.total.high.to_string(), at.fit))
        .collect();
    // 13 images of 1024x1024 and one of 2048x2048, each with a prompt of $0.00028. Tokens:
    // low 196 and 397, medium 439 and 892, high 1,756 and 3,568, xhigh 3,122 and 6,343,
    // max 7,024 and 14,272. Low: (13 × 196 + 397) × 0.00003 + 14 × 0.00028 = 0.09227.
    let expected = [
        (Quality::Low, "0.09227", Fit::Surely),
        (Quality::Medium, "0.20189", Fit::Surely),
        (Quality::High, "0.7958", Fit::No),
        (Quality::Xhigh, "1.41179", Fit::No),
        (Quality::Max, "3.17144", Fit::No),
    ];
    assert_eq!(
        fits,
        expected.map(|(quality, total, fit)| (quality, total.to_owned(), fit))
    );
    let between = qualities(book(), &preset("feature"), usd("15"));
    assert_eq!(between[1].fit, Fit::Perhaps); // medium: 13.8535 to 20.0335
}

#[track_caller]
fn over_time(per: Per, total: &str, expected: &[(Period, &str)]) {
    let found = projections(per, UsdRange::point(usd(total)));
    let found: Vec<(Period, String)> = found
        .iter()
        .map(|(period, usd)| (*period, usd.high.to_string()))
        .collect();
    let expected: Vec<(Period, String)> = expected
        .iter()
        .map(|(period, usd)| (*period, (*usd).to_owned()))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn a_batch_alone_or_a_day_a_month_and_a_year() {
    use Period::{Batch, Day, Month, Year};
    over_time(Per::Batch, "2.5", &[(Batch, "2.5")]);
    // 2.5 × 30.44 = 76.1; × 12 = 913.2
    over_time(
        Per::Day,
        "2.5",
        &[(Day, "2.5"), (Month, "76.1"), (Year, "913.2")],
    );
    // 2.5 / 30.44 = 0.08212877792…, ten places
    over_time(
        Per::Month,
        "2.5",
        &[(Day, "0.0821287779"), (Month, "2.5"), (Year, "30")],
    );
}

#[test]
fn the_limit_is_whole_dollars_above_the_high_end() {
    let line = |id: &str| {
        let plan = preset(id);
        limit_line(plan.per, RATES, total(&plan))
    };
    assert_eq!(
        line("launch"),
        "Spending limit: $1, for a plan of at most $0.3270 by the rates of 20 Nov 2026, before tax."
    );
    // 20.0335 a day × 30.44 = 609.81974, shown rounded up
    assert_eq!(
        line("feature"),
        "Spending limit: $610 a month, for a plan of at most $609.82 a month by the rates of 20 Nov 2026, before tax."
    );
    assert_eq!(
        line("content"),
        "Spending limit: $8 a month, for a plan of at most $7.39 a month by the rates of 20 Nov 2026, before tax."
    );
    let whole = limit_line(Per::Batch, RATES, UsdRange::point(usd("1234")));
    assert!(whole.starts_with("Spending limit: $1,234, "), "{whole}");
    let nothing = limit_line(Per::Batch, RATES, UsdRange::point(usd("0")));
    assert!(nothing.starts_with("Spending limit: $0, "), "{nothing}");
}
