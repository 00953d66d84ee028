//! Usage that was observed, priced to the last digit at OpenAI's standard rates of 2026-11-20.
//!
//! The amounts of tests/data/usage.json were worked out apart from the program, from the printed
//! rates: gpt-image-2 and 2.5 at 5 / 8 / 30 (text in, image in, image out), 1.5 at 5 / 8 / 32 and
//! 10 for text out, 1 at 5 / 10 / 40, gpt-5.4 at 2.50 / 15. Input that is not split spans text
//! and image.

use crate::cases::{charged, lines, record, with_terms};
use crate::common::span;
use pixelbill::usage::charge;
use serde::Deserialize;
use serde_json::Value;

const OBSERVED: &str = include_str!("../data/usage.json");

#[derive(Deserialize)]
struct Observed {
    id: String,
    model: String,
    usage: Value,
    usd: String,
}

fn observed() -> Vec<Observed> {
    serde_json::from_str(OBSERVED).expect("tests/data/usage.json is sound")
}

fn of(id: &str) -> Observed {
    let mut all = observed().into_iter();
    all.find(|it| it.id == id).expect("it is in usage.json")
}

fn total(link: &str, id: &str) -> String {
    let text = of(id).usage.to_string();
    span(charged(link, &text).total())
}

#[test]
fn every_observed_usage_to_the_last_digit() {
    let all = observed();
    assert_eq!(all.len(), 25);
    for it in all {
        let record = record(&it.usage.to_string());
        let link = format!("v=1&model={}&driver=gpt-5.4", it.model);
        let charge = with_terms(&link, |_| {}, |terms| charge(terms, &record));
        assert_eq!(span(charge.total()), it.usd, "{} {}", it.id, it.model);
        assert_eq!(charge.unpriced, [], "{}", it.id);
    }
}

/// A relay that bills 1.2 times OpenAI's rates: 0.055082, 0.194042 and 0.055118 lie within what
/// the unsplit input leaves open.
#[test]
fn a_relay_at_one_point_two() {
    for (id, low, paid, high) in [
        ("v158", "0.052662", "0.055082", "0.0564816"),
        ("v159", "0.191622", "0.194042", "0.1954416"),
        ("v160", "0.052698", "0.055118", "0.0565176"),
    ] {
        let shown = total("v=1&model=gpt-image-2&markup=20", id);
        assert_eq!(shown, format!("{low}..{high}"), "{id}");
        let amount = |text: &str| text.parse::<rust_decimal::Decimal>().expect("a decimal");
        assert!(amount(low) <= amount(paid) && amount(paid) <= amount(high));
    }
}

/// An account with 20 % off: billed 0.00476, 0.011374 and 0.01139, rounded to six decimals.
#[test]
fn a_discount_of_a_fifth() {
    let link = "v=1&model=gpt-image-2.5-flare&markup=-20";
    assert_eq!(total(link, "v214"), "0.00476");
    assert_eq!(total(link, "v215"), "0.0113736");
    assert_eq!(total(link, "v216"), "0.0113896");
}

#[test]
fn line_by_line() {
    let text = of("v139").usage.to_string();
    let charge = charged("v=1&model=gpt-image-2", &text);
    let expected = [
        "text input: 10 x 5 = 0.00005",
        "image input: 1508 x 8 = 0.012064",
        "image output: 196 x 30 = 0.00588",
    ];
    assert_eq!(lines(&charge), expected);
    let text = of("v194").usage.to_string();
    let charge = charged("v=1&model=gpt-image-1.5", &text);
    let expected = [
        "text input: 12 x 5 = 0.00006",
        "image output: 4160 x 32 = 0.13312",
        "text output: 341 x 10 = 0.00341",
    ];
    assert_eq!(lines(&charge), expected);
}

#[test]
fn the_driver_apart_from_the_image_model() {
    let text = of("v197").usage.to_string();
    let charge = charged("v=1&model=gpt-image-2&driver=gpt-5.4", &text);
    let expected = [
        "text input: 108 x 5 = 0.00054",
        "image output: 1756 x 30 = 0.05268",
        "text input: 1732 x 2.5 = 0.00433",
        "text output: 121 x 15 = 0.001815",
    ];
    assert_eq!(lines(&charge), expected);
    use pixelbill::usage::Whose;
    assert_eq!(span(charge.total_of(Whose::Image)), "0.05322");
    assert_eq!(span(charge.total_of(Whose::Driver)), "0.006145");
    // Nothing names the text model: its tokens have no price, and it is said so.
    let charge = charged("v=1&model=gpt-image-2", &text);
    assert_eq!(span(charge.total()), "0.05322");
    let said: Vec<String> = charge.unpriced.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "1,853 tokens of the text model have no price, since nothing names it. Choose the \
             text model."
        ]
    );
}

/// The contract's figures: 0.00001 an input token, 0.00004 an output token.
#[test]
fn under_the_flat_contract() {
    use pixelbill::rates::SideTable;
    let rule = &SideTable::embedded().billing[0];
    assert_eq!(rule.name, "flat gpt-image-1");
    // 513 x 0.00001 + 6240 x 0.00004 = 0.00513 + 0.2496
    for (id, usd) in [
        ("v187", "0.25473"),
        ("v192", "0.01106"),
        ("v217", "0.04352"),
    ] {
        let record = record(&of(id).usage.to_string());
        let link = "v=1&model=gpt-image-1";
        let charge = with_terms(
            link,
            |terms| terms.rule = Some(rule),
            |terms| charge(terms, &record),
        );
        assert_eq!(span(charge.total()), usd, "{id}");
    }
}
