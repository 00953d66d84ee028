//! Finding snapshots and models, and that the page's table is the file.

use pixelbill::date::Date;
use pixelbill::rates::{Meter, RateBook, SideTable, Tier};

/// rates.json as it stands beside the program.
pub const RATES: &str = include_str!("../../rates.json");

fn in_force(text: &str) -> Option<String> {
    let date: Date = text.parse().expect("tests write dates well");
    RateBook::embedded()
        .in_force(date)
        .map(|snapshot| snapshot.date.to_string())
}

#[test]
fn the_table_that_the_build_made_is_the_file() {
    let read = RateBook::with_side_table(RATES).expect("the build has checked it");
    assert_eq!(
        format!("{:#?}", RateBook::embedded()),
        format!("{:#?}", read.0)
    );
    assert_eq!(*SideTable::embedded(), read.1);
}

#[test]
fn a_snapshot_is_in_force_until_the_next() {
    assert_eq!(in_force("2026-05-05"), None);
    assert_eq!(in_force("2026-05-06").as_deref(), Some("2026-05-06"));
    assert_eq!(in_force("2026-06-10").as_deref(), Some("2026-05-06"));
    assert_eq!(in_force("2026-11-19").as_deref(), Some("2026-11-04"));
    assert_eq!(in_force("2030-01-01").as_deref(), Some("2026-11-20"));
    let book = RateBook::embedded();
    assert_eq!(book.newest().date, Date::known(2026, 11, 20));
    assert!(book.snapshot(Date::known(2026, 6, 11)).is_some());
    assert!(book.snapshot(Date::known(2026, 6, 12)).is_none());
}

#[test]
fn a_model_is_found_by_id_and_alias_in_any_case() {
    let book = RateBook::embedded();
    let id = |name: &str| book.image_model(name).map(|model| model.id);
    assert_eq!(id("gpt-image-2"), Some("gpt-image-2"));
    assert_eq!(id("GPT-Image-2-2026-04-21"), Some("gpt-image-2"));
    assert_eq!(
        id("OpenAI/gpt-image-2.5-flare-2026-09-08"),
        Some("gpt-image-2.5-flare")
    );
    assert_eq!(id("openai/"), None);
    assert_eq!(id(""), None);
    assert_eq!(id("ôpenai/gpt-image-2"), None);
    assert_eq!(id("gpt-image-2.6"), None);
    assert_eq!(
        book.text_model("openai/GPT-5.6").map(|model| model.id),
        Some("gpt-5.6-sol")
    );
    assert!(book.text_model("gpt-image-2").is_none());
}

#[test]
fn the_first_snapshot_with_a_model_is_known() {
    let book = RateBook::embedded();
    let image = |id: &str| {
        book.first_with_image_model(id)
            .map(|all| all.date.to_string())
    };
    assert_eq!(image("gpt-image-1").as_deref(), Some("2026-09-08"));
    assert_eq!(image("gpt-image-2.6-flare").as_deref(), Some("2026-11-04"));
    assert_eq!(image("dall-e-2").as_deref(), Some("2026-05-06"));
    assert_eq!(image("gpt-image-9"), None);
    let text = book
        .first_with_text_model("gpt-5.6")
        .map(|all| all.date.to_string());
    assert_eq!(text.as_deref(), Some("2026-11-20"));
}

#[test]
fn rates_are_found_by_tier_and_meter() {
    let model = RateBook::embedded()
        .image_model("gpt-image-1")
        .expect("the book knows it");
    let batch = model.on(Tier::BatchApi).expect("it has Batch rates");
    let rate = |meter| batch.rate(meter).map(|usd| usd.to_string());
    assert_eq!(rate(Meter::CachedTextInput).as_deref(), Some("0.63"));
    assert_eq!(rate(Meter::TextOutput), None);
}
