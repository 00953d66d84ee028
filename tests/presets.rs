//! The plans to start from, each worked out by hand under the rates of 2026-11-20: gpt-image-2.5
//! at $5 a million text tokens, $8 image input, $30 image output, and half of that on the Batch
//! API. Output tokens are those of OpenAI's calculator; a prompt is 50 tokens and 6 beside it.

use pixelbill::date::Date;
use pixelbill::estimate::{Totals, estimate};
use pixelbill::link;
use pixelbill::presets::{PRESETS, all_at_final};
use pixelbill::rates::RateBook;
use pixelbill::scenario::{Per, Scenario};
use rust_decimal::Decimal;

const RATES: Date = Date::known(2026, 11, 20);

fn preset(id: &str) -> Scenario {
    let preset = PRESETS.iter().find(|preset| preset.id == id).expect(id);
    preset.scenario(RateBook::embedded(), RATES)
}

fn totals(scenario: &Scenario) -> Totals {
    let estimate = estimate(RateBook::embedded(), scenario);
    estimate
        .totals
        .unwrap_or_else(|| panic!("{:?}", estimate.problems))
}

/// USD of tokens at a rate for a million.
fn mtok(tokens: u32, usd: &str) -> Decimal {
    let rate: Decimal = usd.parse().expect("a rate");
    Decimal::from(tokens) * rate / Decimal::from(1_000_000)
}

fn prompt() -> Decimal {
    mtok(50 + 6, "5")
}

#[track_caller]
fn costs(scenario: &Scenario, low: Decimal, high: Decimal) {
    let total = totals(scenario).total;
    assert_eq!((total.low.0, total.high.0), (low, high));
}

#[track_caller]
fn costs_exactly(scenario: &Scenario, usd: Decimal) {
    costs(scenario, usd, usd);
}

fn times(count: &str, usd: Decimal) -> Decimal {
    count.parse::<Decimal>().expect("a count") * usd
}

#[test]
fn launch() {
    let plan = preset("launch");
    // Low at 1024x640: 16 × 10 × (2,000,000 + 655,360) / 4,000,000 = 106.2, so 107.
    let drafts = times("20", mtok(107, "30") + prompt());
    // Medium at 2048x1152: 24 × 14 × (2,000,000 + 2,359,296) / 4,000,000 = 366.2, so 367.
    let reviews = times("5", mtok(367, "30") + prompt());
    // High at 3840x2160: 48 × 27 × (2,000,000 + 8,294,400) / 4,000,000 = 3,335.4, so 3,336.
    let finals = times("2", mtok(3336, "30") + prompt());
    costs_exactly(&plan, drafts + reviews + finals); // 0.0698 + 0.05645 + 0.20072 = 0.32697
    let each = totals(&plan).per_accepted_image.expect("images").high.0;
    assert_eq!(each.to_string(), "0.163485"); // 0.32697 / 2 finals
    let dear = all_at_final(RateBook::embedded(), &plan).expect("drafts are smaller");
    costs_exactly(&dear, times("27", mtok(3336, "30") + prompt())); // 27 × 0.10036 = 2.70972
}

#[test]
fn app() {
    let plan = preset("app");
    // Low at 1024x1024: 16 × 16 × (2,000,000 + 1,048,576) / 4,000,000 = 195.1, so 196.
    let boards = times("10", mtok(196, "30") + prompt());
    // Medium: 24 × 24 × 3,048,576 / 4,000,000 = 438.99, so 439.
    let candidates = times("3", mtok(439, "30") + prompt());
    // High at 2048x2048: 48 × 48 × (2,000,000 + 4,194,304) / 4,000,000 = 3,567.9, so 3,568.
    let last = mtok(3568, "30") + prompt();
    costs_exactly(&plan, boards + candidates + last); // 0.0616 + 0.04035 + 0.10732 = 0.20927
    let dear = all_at_final(RateBook::embedded(), &plan).expect("boards are smaller");
    costs_exactly(&dear, times("14", last)); // 14 × 0.10732 = 1.50248
}

#[test]
fn content() {
    let plan = preset("content");
    let posts = times("400", mtok(439, "30") + prompt());
    let covers = times("20", mtok(3336, "30") + prompt());
    costs_exactly(&plan, posts + covers); // 5.38 + 2.0072 = 7.3872
    let accepted = totals(&plan).accepted_images.high;
    assert_eq!(accepted, Decimal::from(400 * 4 / 5 + 20)); // both deliver, four of five posts
    assert_eq!(plan.per, Per::Month);
}

#[test]
fn catalogue() {
    let plan = preset("catalogue");
    // One reference of 1024x1024 is 32 × 32 patches. On an edit 6 to 7 tokens are billed beside
    // the prompt.
    let image = mtok(439, "15") + mtok(1024, "4");
    let one = |beside: u32| image + mtok(50 + beside, "2.50");
    costs(&plan, times("2000", one(6)), times("2000", one(7))); // 21.642 to 21.647
    assert_eq!(all_at_final(RateBook::embedded(), &plan), None);
}

#[test]
fn feature() {
    let plan = preset("feature");
    // 1,000 requests, 3 % of them sent twice; two partial images of 100 tokens, or none.
    let one = mtok(439, "30") + prompt();
    costs(
        &plan,
        times("1030", one),
        times("1030", one + mtok(200, "30")),
    ); // 13.8535 to 20.0335
    // A request whose second send fails too brings nothing: 3 % of 3 %.
    assert_eq!(totals(&plan).images.high.to_string(), "999.1");
}

#[test]
fn every_preset_is_priced_by_every_snapshot_and_kept_by_a_link() {
    let book = RateBook::embedded();
    for (snapshot, preset) in book
        .snapshots
        .iter()
        .flat_map(|s| PRESETS.iter().map(move |p| (s, p)))
    {
        let plan = preset.scenario(book, snapshot.date);
        assert!(
            totals(&plan).accepted_images.low > Decimal::ZERO,
            "{} {}",
            preset.id,
            snapshot.date
        );
        assert!(plan.stages.iter().all(|stage| !stage.label.is_empty()));
        let read = link::read(book, "", &link::write(&plan));
        assert_eq!((read.scenario, read.set_aside.len()), (plan.clone(), 0));
        if let Some(dear) = all_at_final(book, &plan) {
            assert!(
                totals(&dear).total.low > totals(&plan).total.high,
                "{}",
                preset.id
            );
        }
    }
}

#[test]
fn a_tier_that_the_finals_model_lacks_is_left() {
    let mut plan = preset("launch");
    plan.stages[0].tier = pixelbill::rates::Tier::BatchApi;
    plan.stages[2].model = "gpt-image-2.6-sunburst";
    let dear = all_at_final(RateBook::embedded(), &plan).expect("drafts differ");
    assert_eq!(dear.stages[0].tier, pixelbill::rates::Tier::Standard);
    assert!(totals(&dear).total.low > totals(&plan).total.high);
}
