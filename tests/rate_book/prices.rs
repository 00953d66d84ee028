//! What models cost: flat and printed prices, promotions, and where rates stand at all.

use super::models::{DATES, model};
use pixelbill::rates::{Meter, OutputKind, RateBook, Tier};

#[test]
fn batch_rates_stand_where_a_source_shows_them() {
    let first = |id: &str| {
        DATES.map(|date| {
            let date = date.parse().expect("tests write dates well");
            let known = RateBook::embedded()
                .snapshot(date)
                .and_then(|all| all.image_model(id));
            known.is_some_and(|model| model.on(Tier::BatchApi).is_some())
        })
    };
    assert_eq!(first("gpt-image-2"), [false, false, true, true, true, true]);
    assert_eq!(
        first("gpt-image-2.5-flare"),
        [false, false, false, true, true, true]
    );
    assert_eq!(first("gpt-image-2.6-flare"), [false; 6]);
}

#[test]
fn dall_e_has_flat_prices_and_no_tokens() {
    let prices = |id: &str| match model("2026-05-06", id).output.kind {
        OutputKind::Flat(rows) => rows
            .iter()
            .map(|(_, size, usd)| format!("{size} {usd}"))
            .collect(),
        _ => Vec::new(),
    };
    assert_eq!(
        prices("dall-e-3"),
        [
            "1024x1024 0.04",
            "1792x1024 0.08",
            "1024x1792 0.08",
            "1024x1024 0.08",
            "1792x1024 0.12",
            "1024x1792 0.12",
        ]
    );
    assert_eq!(
        prices("dall-e-2"),
        ["256x256 0.016", "512x512 0.018", "1024x1024 0.02"]
    );
    assert!(model("2026-11-20", "dall-e-3").rates.is_empty());
}

#[test]
fn printed_prices_of_1_mini_do_not_follow_from_its_tokens() {
    let printed = model("2026-11-20", "gpt-image-1-mini")
        .printed
        .expect("they are printed");
    let usd: Vec<String> = printed
        .usd
        .iter()
        .map(|(_, _, usd)| usd.to_string())
        .collect();
    let held = [
        "0.005", "0.006", "0.006", "0.011", "0.015", "0.015", "0.036", "0.052", "0.052",
    ];
    assert_eq!(usd, held);
    let others = RateBook::embedded().newest().image_models.iter();
    assert_eq!(others.filter(|model| model.printed.is_some()).count(), 1);
}

#[test]
fn the_promotion_of_5_6_sol_ends() {
    let newest = RateBook::embedded().newest();
    for model in newest.text_models {
        for rates in model.rates {
            let until = rates.promotion.map(|promotion| promotion.until.to_string());
            let held = (model.id == "gpt-5.6-sol").then(|| "2026-11-21".to_owned());
            assert_eq!(until, held, "{}", model.id);
        }
    }
}

#[test]
fn every_rate_has_a_source_and_a_positive_amount() {
    for snapshot in RateBook::embedded().snapshots {
        let images = snapshot.image_models.iter().flat_map(|model| model.rates);
        let texts = snapshot.text_models.iter().flat_map(|model| model.rates);
        for rates in images.chain(texts) {
            assert!(
                rates.source.url.starts_with("https://"),
                "{:?}",
                rates.source
            );
            assert!(!rates.source.title.is_empty());
            assert!(rates.rate(Meter::TextInput).is_some());
            assert!(
                rates
                    .usd_per_mtok
                    .iter()
                    .all(|(_, usd)| usd.is_sign_positive() && !usd.is_zero())
            );
        }
    }
}
