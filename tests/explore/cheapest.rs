//! The cheapest size that will do agrees with trying every valid size.

use crate::common::{book, image_model, priced, scenario, size, span};
use pixelbill::estimate::price_each;
use pixelbill::explore::{Found, Unfound, Wish, cheapest, every};
use pixelbill::rates::Model;
use pixelbill::scenario::{Scenario, Stage};
use pixelbill::size::{AspectRatio, Size, SizeChoice};

fn wishes() -> Vec<Wish> {
    let ratio = |width, height, tolerance| Wish {
        ratio: Some(AspectRatio::new(width, height)),
        tolerance,
        ..Wish::default()
    };
    vec![
        Wish::default(),
        Wish {
            pixels: 1_048_576,
            ..Wish::default()
        },
        Wish {
            width: 1500,
            height: 1000,
            ..Wish::default()
        },
        Wish {
            pixels: 2_000_000,
            ..ratio(16, 9, 5)
        },
        Wish {
            height: 2048,
            ..ratio(2, 3, 1)
        },
        ratio(1, 1, 0),
        Wish {
            pixels: 8_294_400,
            ..Wish::default()
        },
    ]
}

fn found(link: &str, wish: &Wish, count: usize) -> Vec<Found> {
    cheapest(book(), &scenario(link), 0, wish, count).expect(link)
}

/// Models of which no two share both of their rules.
fn models() -> impl Iterator<Item = &'static Model> {
    let ids = [
        "gpt-image-2.6-flare",
        "gpt-image-2.5-sunburst",
        "gpt-image-2",
    ];
    ids.into_iter()
        .chain(["gpt-image-1.5", "gpt-image-1-mini"])
        .map(image_model)
}

#[test]
fn it_agrees_with_brute_force_for_every_model_quality_and_wish() {
    let mut tried = 0;
    for model in models() {
        let sizes = every(model.sizes);
        for quality in model.qualities() {
            let link = format!("model={}&quality={quality}", model.id);
            for wish in wishes() {
                let tokens = |size: &Size| model.output.tokens_at(quality, *size).map(|n| n.high);
                let least = sizes
                    .iter()
                    .filter(|size| wish.holds(**size))
                    .filter_map(tokens)
                    .min();
                let first = cheapest(book(), &scenario(&link), 0, &wish, 5);
                let Some(least) = least else {
                    assert_eq!(first, Err(Unfound::NoSize), "{link} {wish:?}");
                    continue;
                };
                let first = first.unwrap_or_else(|why| panic!("{link} {wish:?}: {why:?}"));
                assert!(
                    first
                        .iter()
                        .all(|one| wish.holds(one.size) && model.sizes.takes(one.size))
                );
                assert!(first.is_sorted_by_key(|one| one.each.high), "{link}");
                assert_eq!(
                    first[0].tokens.map(|n| n.high),
                    Some(least),
                    "{link} {wish:?}"
                );
                tried += 1;
            }
        }
    }
    assert!(tried > 80, "{tried}");
}

/// Prices of all sizes that will do, one by one.
fn by_hand(scenario: &Scenario, wish: &Wish) -> Vec<Size> {
    let asked = &scenario.stages[0];
    let model = image_model(asked.model);
    let sizes = every(model.sizes)
        .into_iter()
        .filter(|size| wish.holds(*size));
    let price = |size: Size| {
        let at = Stage {
            size: SizeChoice::Exact(size),
            ..asked.clone()
        };
        price_each(book(), scenario, &at).map(|each| (each.high, each.low))
    };
    let mut priced: Vec<_> = sizes
        .filter_map(|size| Some((price(size)?, size)))
        .collect();
    priced.sort_by_key(|(each, size)| (*each, std::cmp::Reverse(size.pixels()), *size));
    priced.into_iter().map(|(_, size)| size).collect()
}

#[test]
fn whole_prices_rank_sizes_as_trying_each_does() {
    let wish = Wish {
        pixels: 1_500_000,
        ..Wish::like(size("1536x1024"), 4)
    };
    for link in [
        "model=gpt-image-2&quality=high&n=3&partials=2&retries=5",
        "model=gpt-image-2.6-flare&quality=low&task=edit&refs=1024x1024",
        "model=gpt-image-2&quality=high&route=responses&driver=gpt-6-sol",
        "model=gpt-image-2&own.plan=20&own.credits=100&own.credits_1k=1&own.credits_2k=2&own.credits_4k=4",
        "model=gpt-image-2&own.image=0.05",
        "model=gpt-image-2&own.image_output=0",
        "model=gpt-image-2&quality=auto",
    ] {
        let read = scenario(link);
        let mut expected = by_hand(&read, &wish);
        expected.truncate(6);
        let sizes: Vec<Size> = found(link, &wish, 6).iter().map(|one| one.size).collect();
        assert_eq!(sizes, expected, "{link}");
        assert_eq!(sizes.len(), 6);
    }
}

#[test]
fn a_saving_is_an_image_and_the_whole_batch() {
    let wish = Wish::like(size("1024x1024"), 3);
    let one = found("model=gpt-image-2&quality=high&requests=1000", &wish, 1)[0];
    assert!(one.size.pixels() >= 1_048_576);
    let tokens = one.tokens.expect("counted").high;
    // Output tokens are all that differs: (7,024 - tokens) x $30 / 1,000,000.
    let each = one.saving_each.expect("priced");
    let expected =
        rust_decimal::Decimal::from((7024 - tokens) * 30) / rust_decimal::Decimal::from(1_000_000);
    assert_eq!(each.high.0.normalize(), expected.normalize());
    let batch = one.saving.expect("priced");
    assert_eq!(
        batch.high.0.normalize(),
        (expected * rust_decimal::Decimal::from(1000)).normalize()
    );
    assert!(batch.is_point());
}

#[test]
fn a_size_with_less_cost_than_a_present_one_that_is_invalid_has_no_saving() {
    let one = found("model=gpt-image-2&size=1000x1000", &Wish::default(), 1)[0];
    assert_eq!((one.saving, one.saving_each), (None, None));
}

#[test]
fn what_cannot_be_found_says_why() {
    let why = |link: &str, wish: Wish| cheapest(book(), &scenario(link), 0, &wish, 3).err();
    let none = Wish {
        width: 3841,
        ..Wish::default()
    };
    assert_eq!(why("model=gpt-image-2", none), Some(Unfound::NoSize));
    let analysis = "task=analyze&driver=gpt-6-sol&refs=640x480";
    assert_eq!(why(analysis, Wish::default()), Some(Unfound::NoModel));
    let no_inputs = "model=gpt-image-2&task=edit";
    assert_eq!(why(no_inputs, Wish::default()), Some(Unfound::NoPrice));
    assert_eq!(
        why("rates=2026-05-06&model=gpt-image-1.5", Wish::default()),
        Some(Unfound::NoModel)
    );
}

#[test]
fn a_tolerance_goes_both_ways() {
    let wish = |tolerance| Wish {
        ratio: Some(AspectRatio::new(16, 9)),
        tolerance,
        ..Wish::default()
    };
    // 1920/1088 = 1.7647, 16/9 = 1.7778: 0.74 % apart.
    assert!(wish(1).holds(size("1920x1088")));
    assert!(!wish(0).holds(size("1920x1088")));
    // 2048/1136 = 1.8028: 1.41 % apart, the other way.
    assert!(wish(2).holds(size("2048x1136")));
    assert!(!wish(1).holds(size("2048x1136")));
    assert!(!wish(50).holds(size("1088x1920")));
}

#[test]
fn the_price_found_is_the_price_of_the_scenario_with_that_size() {
    let one = found(
        "model=gpt-image-2.6-flare&quality=medium&requests=7",
        &Wish::default(),
        1,
    )[0];
    let link = format!(
        "model=gpt-image-2.6-flare&quality=medium&requests=7&size={}",
        one.size
    );
    let totals = priced(&link).totals.expect("totals");
    assert_eq!(totals.per_image.map(span_of), Some(span_of(one.each)));
}

fn span_of(usd: pixelbill::money::UsdRange) -> String {
    span(usd)
}
