//! Cheaper ways: each of them by a worked example, and what is never suggested.

use crate::common::{book, scenario, size};
use pixelbill::estimate::estimate;
use pixelbill::explore::Wish;
use pixelbill::rates::Quality;
use pixelbill::ways::{MOST_WAYS, RATIO_TOLERANCE, Way, WayKind, every, ways};
use rust_decimal::Decimal;

fn of(link: &str) -> Vec<Way> {
    ways(book(), &scenario(link))
}

fn all(link: &str) -> Vec<Way> {
    let scenario = scenario(link);
    every(book(), &scenario, &estimate(book(), &scenario))
}

/// What a way does, what it saves and what it trades.
fn words(way: &Way) -> String {
    format!(
        "{} (saves {}): {}",
        way.does,
        way.saving.in_words(),
        way.trade
    )
}

#[test]
fn three_ways_beside_a_plain_estimate() {
    let found: Vec<String> = of("model=gpt-image-2&quality=high&requests=1000")
        .iter()
        .map(words)
        .collect();
    // Batch: half of all rates, half of $211.00. Quality medium: (7,024 - 1,756) x $30 a million
    // = $0.15804 an image. 1056x1024: 96 / (1056/1024) = 93.09, so 93:
    // 96 x 93 x (2,000,000 + 1,081,344) / 4,000,000 = 6,877.6, so 6,878: 146 x $30 = $0.00438.
    assert_eq!(
        found,
        [
            "Quality medium instead of high (saves $158.04): Plainer images: 25 % of the effort goes into each.",
            "Batch API (saves $105.50): Answers come within a day instead of at once.",
            "1056 × 1024 instead of 1024 × 1024 (saves $4.38): 32,768 more pixels; the ratio is 3.2 % off.",
        ]
    );
}

#[test]
fn a_size_keeps_its_pixels_and_its_ratio() {
    for link in [
        "size=1024x1024",
        "size=1536x1024",
        "size=2048x1152",
        "size=3840x2160",
        "size=1360x1024",
    ] {
        for quality in ["low", "medium", "high"] {
            let link = format!("model=gpt-image-2&quality={quality}&{link}");
            let present = size(link.rsplit('=').next().expect("a size"));
            for way in all(&link) {
                let WayKind::Size(size) = way.kind else {
                    continue;
                };
                assert!(
                    Wish::like(present, RATIO_TOLERANCE).holds(size),
                    "{present} to {size}"
                );
            }
        }
    }
}

#[test]
fn another_model_does_at_least_the_same_work() {
    // 2.6 at medium bills 3 to 4.25 times what 2.5 bills at the same setting.
    let link = "model=gpt-image-2.6-flare&quality=medium&requests=1000";
    let model = all(link).into_iter().find_map(|way| match way.kind {
        WayKind::Model(model, quality) => Some((model, quality, way.trade)),
        _ => None,
    });
    let (model, quality, trade) = model.expect("another model");
    assert_eq!(
        (model, quality),
        ("gpt-image-2.5-sunburst", Quality::Medium)
    );
    assert_eq!(
        trade,
        "Other images from another model, released 8 Sep 2026; the same setting, medium."
    );
    // gpt-image-2 at high is 2.5 at max: the same tokens at the same rates save nothing.
    let dear = all("model=gpt-image-2&quality=high");
    assert!(
        !dear
            .iter()
            .any(|way| matches!(way.kind, WayKind::Model(..))),
        "{dear:?}"
    );
}

#[test]
fn references_are_made_smaller_where_that_lowers_their_count() {
    // 4032x3024 counts [p, p + 110] for some p about 1,500; 512 and below is not enlarged to 1024.
    let found = all("model=gpt-image-2&task=edit&refs=4032x3024*4&requests=100");
    let smaller = found
        .iter()
        .find(|way| matches!(way.kind, WayKind::References(_)));
    let smaller = smaller.expect("smaller references");
    assert_eq!(smaller.fix.0[0].key, "refs");
    assert!(
        smaller.does.starts_with("References at ") && smaller.does.ends_with("*4"),
        "{}",
        smaller.does
    );
    let enough = all("model=gpt-image-2&task=edit&refs=1x1");
    assert!(
        !enough
            .iter()
            .any(|way| matches!(way.kind, WayKind::References(_)))
    );
}

#[test]
fn partial_images_are_fewer() {
    let kinds =
        |link: &str| -> Vec<WayKind> { all(link).into_iter().map(|way| way.kind).collect() };
    assert!(kinds("model=gpt-image-2&partials=3").contains(&WayKind::Partials(1)));
    assert!(kinds("model=gpt-image-2&partials=1").contains(&WayKind::Partials(0)));
    // The Batch API streams nothing: it would be a problem, so it is no way.
    assert!(!kinds("model=gpt-image-2&partials=3").contains(&WayKind::Batch));
    assert!(!kinds("model=gpt-image-2.6-flare").contains(&WayKind::Batch));
}

#[test]
fn what_saves_next_to_nothing_is_left_out() {
    let found = of("model=gpt-image-2&quality=max&size=1024x1024");
    assert_eq!(found, [], "problems have no ways, only fixes");
    let found = of("model=gpt-image-2.5-flare&partials=1&quality=max&requests=10");
    assert!(!found.is_empty());
    for way in found {
        let before = way.total.high.0 + way.saving.high.0;
        assert!(way.saving.high.0 * Decimal::from(200) >= before, "{way:?}");
    }
}

#[test]
fn the_way_that_takes_nothing_away_is_among_them() {
    let link = "model=gpt-image-2&quality=high&task=edit&refs=4032x3024*16&requests=1000";
    let found = of(link);
    assert_eq!(found.len(), MOST_WAYS);
    assert!(
        found.iter().any(|way| way.kind.keeps_everything()),
        "{found:?}"
    );
}

#[test]
fn a_stage_is_named_where_there_are_several() {
    let link =
        "stage=Drafts&deliver=0&requests=20&quality=high&stage=Finals&deliver=1&size=2048x2048";
    let found = of(link);
    assert!(!found.is_empty());
    assert!(
        found
            .iter()
            .all(|way| way.does.contains(" for Drafts") || way.does.contains(" for Finals"))
    );
}
