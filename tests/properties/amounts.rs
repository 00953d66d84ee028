//! Amounts as they are shown, and numbers as they are typed.

use crate::common::decimal;
use pixelbill::money::{Usd, UsdRange, product, quotient, shown_parts};
use pixelbill::typed;
use proptest::prelude::*;
use rust_decimal::Decimal;
use std::ops::RangeInclusive;

fn amount() -> impl Strategy<Value = Decimal> {
    let small = (0_i64..=10_000_000_000, 0_u32..=12);
    let large = (0_i64..=i64::MAX, 0_u32..=12);
    prop_oneof![small, large].prop_map(|(digits, places)| Decimal::new(digits, places))
}

fn typed_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,40}",
        "[0-9,._' kKmM-]{0,30}",
        "[0-9]{1,3}([,._ ][0-9]{3}){0,4}[kM]?",
        "[0-9]{1,5}[.,][0-9]{1,4} ?[kM]?"
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    /// Parts as shown add up to their total as shown, each within one unit of what it is.
    #[test]
    fn shown_parts_add_up(parts in prop::collection::vec(amount(), 1..12)) {
        let parts: Vec<Usd> = parts.into_iter().map(Usd).collect();
        let total = Usd(parts.iter().map(|part| part.0).sum());
        let shown = shown_parts(&parts, total);
        let unit = if total.0 >= Decimal::ONE { decimal("0.01") } else { decimal("0.0001") };
        let sum: Decimal = shown.iter().map(|part| part.0).sum();
        prop_assert!((sum - total.0).abs() <= unit / Decimal::TWO, "{sum} of {total}");
        prop_assert_eq!(Usd(sum).in_words(), Usd(sum.normalize()).in_words());
        for (shown, part) in shown.iter().zip(&parts) {
            prop_assert!((shown.0 - part.0).abs() <= unit, "{shown} of {part}");
            prop_assert!(shown.0 >= Decimal::ZERO);
            prop_assert!(shown.0.normalize().scale() <= unit.scale());
        }
    }

    /// What is read on the page is the amount, rounded: never zero where there is something.
    #[test]
    fn words_are_the_amount(value in amount()) {
        let plain = |text: String| decimal(&text.replace([',', '$'], ""));
        let total = plain(Usd(value).in_words());
        let each = plain(Usd(value).each_in_words());
        prop_assert_eq!(total.is_zero(), value.is_zero());
        prop_assert_eq!(each.is_zero(), value.is_zero());
        let half_a_cent = decimal("0.005");
        prop_assert!((total - value).abs() <= half_a_cent);
        prop_assert!((each - value).abs() <= half_a_cent.max(value * decimal("0.0005")));
        let range = UsdRange::new(Usd(value), Usd(value));
        prop_assert!(!range.in_words().contains('–') && !range.each_in_words().contains('–'));
    }

    #[test]
    fn quotients_have_at_most_ten_places(a in amount(), b in amount()) {
        let Some(ratio) = quotient(a, b) else {
            prop_assert!(b.is_zero() || a.checked_div(b).is_none());
            return Ok(());
        };
        prop_assert!(ratio.scale() <= 10);
        prop_assert!((a / b - ratio).abs() <= decimal("0.00000000005"));
    }

    /// Whatever is typed: a number within bounds, or a sentence with numbers that would do.
    #[test]
    fn typing_never_panics(text in typed_text(), bounds in (0_u32..=100, 100_u32..=1_000_000_000)) {
        let bounds: RangeInclusive<u32> = bounds.0..=bounds.1;
        match typed::count(&text, &bounds) {
            Ok(number) => prop_assert!(bounds.contains(&number)),
            Err(error) => {
                prop_assert!(error.to_string().chars().count() < 120, "{error}");
                for reading in error.readings {
                    prop_assert!(bounds.contains(&reading));
                    prop_assert_eq!(typed::count(&reading.to_string(), &bounds), Ok(reading));
                }
            }
        }
    }

    /// Digits mean themselves, with and without what people put between them.
    #[test]
    fn digits_are_taken_as_they_are(number in 0_u32..=1_000_000_000) {
        let any = 0..=1_000_000_000;
        prop_assert_eq!(typed::count(&number.to_string(), &any), Ok(number));
        prop_assert_eq!(typed::count(&format!(" {} ", pixelbill::money::grouped(number.into())), &any), Ok(number));
    }
}

/// Products beyond 28 digits round half to even; beyond the largest Decimal they stay there, and a
/// stage never comes near it.
#[test]
fn products_round_half_to_even() {
    // 28 digits times 5 is 29 digits: …5 falls between, to the even neighbour
    let odd = decimal("1.000000000000000000000000001");
    assert_eq!(
        product(odd, decimal("0.5")).to_string(),
        "0.5000000000000000000000000005"
    );
    let long = decimal("7.000000000000000000000000001");
    // 7.0…01 x 1.5 = 10.5000000000000000000000000015, 29 decimals but 30 digits: …0|015 -> …002? no:
    // 28 decimals hold 10.500000000000000000000000001|5, half, to even …002
    assert_eq!(
        product(long, decimal("1.5")).to_string(),
        "10.500000000000000000000000002"
    );
    assert_eq!(product(Decimal::MAX, Decimal::TWO), Decimal::MAX);
    assert_eq!(
        quotient(decimal("1"), decimal("8")).map(|q| q.to_string()),
        Some("0.125".into())
    );
    // 0.00000000005 lies half way: to even, 0.0000000000; 0.00000000015 to 0.0000000002
    assert_eq!(
        quotient(decimal("0.00000000005"), Decimal::ONE).map(|q| q.to_string()),
        Some("0".into())
    );
    assert_eq!(
        quotient(decimal("0.00000000015"), Decimal::ONE).map(|q| q.to_string()),
        Some("0.0000000002".into())
    );
}
