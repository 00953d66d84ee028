//! The map of every valid size, and the sizes that stand out on it.

use crate::common::{book, image_model, size};
use pixelbill::explore::{CostMap, Counter, Lens, Why, every, notable, reason};
use pixelbill::rates::{Quality, SizeKind};
use pixelbill::size::Size;

#[test]
fn the_prepared_counter_counts_as_the_rule_does() {
    let mut compared = 0;
    for model in book().newest().image_models {
        for quality in model.qualities() {
            let Some(counter) = Counter::new(model.output, quality) else {
                assert_eq!(model.generation, "DALL-E");
                continue;
            };
            for size in every(model.sizes) {
                assert_eq!(
                    counter.tokens(size),
                    model.output.tokens_at(quality, size),
                    "{} {quality} {size}",
                    model.id
                );
                compared += 1;
            }
        }
    }
    // 2.6 and 2.5 twice with five qualities, 2 with three: 23 x 29,146; four tables of nine.
    assert_eq!(compared, 23 * 29_146 + 4 * 9);
}

#[test]
fn a_counter_is_of_a_quality_that_is_there() {
    let model = image_model("gpt-image-2");
    assert!(Counter::new(model.output, Quality::Xhigh).is_none());
    assert!(Counter::new(model.output, Quality::Auto).is_none());
}

#[test]
fn the_map_holds_every_valid_size_and_no_other() {
    let model = image_model("gpt-image-2");
    let map = CostMap::new(model, Quality::High).expect("a flexible rule");
    assert_eq!(map.edge, 240);
    let mut valid = 0;
    for row in 0..map.edge {
        for column in 0..map.edge {
            let size = map.size_at(column, row);
            assert_eq!(map.cell_of(size), (column, row));
            let tokens = map.tokens_at(column, row);
            assert_eq!(tokens.is_some(), model.sizes.takes(size), "{size}");
            assert_eq!(
                reason(&map.rule, size).is_none(),
                tokens.is_some(),
                "{size}"
            );
            assert_eq!(
                map.shade(Lens::Cost, column, row).is_some(),
                tokens.is_some()
            );
            valid += u32::from(tokens.is_some());
        }
    }
    assert_eq!(valid, 29_146);
    assert_eq!(map.tokens_at(240, 0), None);
    assert_eq!(map.tokens_at(0, 240), None);
}

#[test]
fn more_pixels_for_less() {
    let map = CostMap::new(image_model("gpt-image-2"), Quality::High).expect("a map");
    let tokens = |text: &str| {
        let (column, row) = map.cell_of(size(text));
        map.tokens_at(column, row)
    };
    // 96 x 96 x (2,000,000 + 1,048,576) / 4,000,000 = 7,023.9
    assert_eq!(tokens("1024x1024"), Some(7024));
    // 96 / (3840/1488) = 37.2, so 37: 96 x 37 x (2,000,000 + 5,713,920) / 4,000,000 = 6,849.96
    assert_eq!(tokens("1488x3840"), Some(6850));
    let sizes = || every(image_model("gpt-image-2").sizes).into_iter();
    let larger_for_less = sizes().filter(|size| {
        let (column, row) = map.cell_of(*size);
        size.pixels() > 1_048_576 && map.tokens_at(column, row) < Some(7024)
    });
    assert_eq!(larger_for_less.count(), 10_084);
}

#[test]
fn the_ends_of_both_lenses_are_the_ends_of_the_shades() {
    let map = CostMap::new(image_model("gpt-image-2.5-flare"), Quality::Medium).expect("a map");
    for lens in Lens::ALL {
        let shades = (0..map.edge).flat_map(|row| (0..map.edge).map(move |column| (column, row)));
        let shades: Vec<u8> = shades
            .filter_map(|(column, row)| map.shade(*lens, column, row))
            .collect();
        assert_eq!(shades.iter().min(), Some(&0));
        assert_eq!(shades.iter().max(), Some(&255));
    }
}

#[test]
fn only_flexible_sizes_and_named_qualities_have_a_map() {
    assert_eq!(
        CostMap::new(image_model("gpt-image-1.5"), Quality::High),
        None
    );
    assert_eq!(
        CostMap::new(image_model("gpt-image-2"), Quality::Auto),
        None
    );
    assert_eq!(CostMap::new(image_model("gpt-image-2"), Quality::Max), None);
}

#[test]
fn a_size_that_is_not_valid_says_why() {
    let SizeKind::Flexible(rule) = image_model("gpt-image-2").sizes.kind else {
        panic!("gpt-image-2 is flexible")
    };
    let why = |text| reason(&rule, size(text)).unwrap_or_default();
    assert_eq!(why("512x512"), "too few pixels: 262,144, at least 655,360");
    assert_eq!(
        why("3840x3840"),
        "too many pixels: 14,745,600, at most 8,294,400"
    );
    assert_eq!(why("3840x1024"), "a ratio beyond 3:1");
    assert_eq!(why("1000x1024"), "edges must be multiples of 16");
    assert_eq!(why("4096x2048"), "an edge above 3,840 pixels");
    assert_eq!(why("1024x1024"), "");
}

#[test]
fn notable_sizes_of_a_flexible_model() {
    let model = image_model("gpt-image-2");
    let found = notable(model, Quality::High);
    let of = |why| found.iter().find(|one| one.why == why).map(|one| one.size);
    let all = every(model.sizes);
    let tokens = |size: &Size| {
        model
            .output
            .tokens_at(Quality::High, *size)
            .expect("tokens")
            .high
    };
    let least = all.iter().map(tokens).min();
    assert_eq!(of(Why::Cheapest).as_ref().map(tokens), least);
    let most = all.iter().map(tokens).max();
    assert_eq!(of(Why::Dearest).as_ref().map(tokens), most);
    let above = all
        .iter()
        .filter(|size| size.pixels() >= 1_048_576)
        .map(tokens)
        .min();
    assert_eq!(of(Why::CheapestAbove).as_ref().map(tokens), above);
    let within = all
        .iter()
        .filter(|size| tokens(size) <= 7024)
        .map(|size| size.pixels())
        .max();
    assert_eq!(of(Why::LargestWithin).map(Size::pixels), within);
    let standard = found.iter().filter(|one| one.why == Why::Standard);
    assert_eq!(standard.count(), 3);
    for (at, one) in found.iter().enumerate() {
        assert!(
            found[..at].iter().all(|other| other.size != one.size),
            "{}",
            one.size
        );
    }
}

#[test]
fn notable_sizes_of_a_list_are_the_list() {
    let found = notable(image_model("gpt-image-1.5"), Quality::High);
    let read: Vec<String> = found
        .iter()
        .map(|one| format!("{} {}", one.size, one.tokens.high))
        .collect();
    assert_eq!(read, ["1024x1024 4160", "1536x1024 6208", "1024x1536 6240"]);
    assert_eq!(notable(image_model("dall-e-3"), Quality::High), []);
}
