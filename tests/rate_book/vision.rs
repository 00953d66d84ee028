//! How text models count the images they read, as their rules stand in the newest snapshot.

use pixelbill::rates::{Basis, Detail, RateBook, VisionLevel};

#[test]
fn vision_rules_are_assumed_where_no_row_is_published() {
    let newest = RateBook::embedded().newest();
    let assumed: Vec<&str> = newest
        .text_models
        .iter()
        .filter(|model| model.vision.basis == Basis::Assumed)
        .map(|model| model.id)
        .collect();
    assert_eq!(
        assumed,
        [
            "gpt-6.2-astra",
            "gpt-6.2-sol",
            "gpt-6.1-terra",
            "gpt-6.1-sol",
            "gpt-6-sol",
            "gpt-6-luna",
            "gpt-5-mini",
            "gpt-5-nano",
        ]
    );
}

/// What a level does, as LEVELS writes it.
fn written((detail, level): &(Detail, VisionLevel)) -> String {
    match level {
        VisionLevel::Patches {
            patch,
            max_edge,
            budget,
            multiplier: (over, under),
            reject_above,
        } => {
            assert_eq!((*patch, *reject_above), (32, 30_000));
            let budget = budget.map_or("-".to_owned(), |budget| budget.to_string());
            format!("{detail} {max_edge}/{budget} x{over}:{under}")
        }
        VisionLevel::Tiles {
            base,
            per_tile,
            fit: 2048,
            short: 768,
            tile: 512,
        } => {
            format!("{detail} {base}+{per_tile}")
        }
        VisionLevel::Tiles { .. } => format!("{detail} other tiles"),
        VisionLevel::Flat { tokens } => format!("{detail} {tokens}"),
    }
}

/// The levels of a text model.
fn levels(id: &str) -> Vec<String> {
    let model = RateBook::embedded()
        .text_model(id)
        .expect("the book knows it");
    model.vision.levels.iter().map(written).collect()
}

/// A model, and its levels: edge/budget xmultiplier, or base+tile, or tokens of any image.
const LEVELS: &str = "\
gpt-6-astra: low 512/- x6:5, high 65535/2500 x6:5, original 65535/- x6:5, auto 65535/- x6:5
gpt-6.2-sol: low 512/- x6:5, high 65535/2500 x6:5, original 65535/- x6:5, auto 65535/- x6:5
gpt-5.6: low 512/- x6:5, high 2048/2500 x6:5, original 65535/- x6:5, auto 65535/- x6:5
gpt-5.5: low 512/- x6:5, high 2048/2500 x6:5, original 6000/10000 x6:5, auto 6000/10000 x6:5
gpt-5.4: low 2048/6144 x6:5, high 2048/2500 x6:5, original 6000/10000 x6:5, auto 2048/2500 x6:5
gpt-5.4-nano: low 2048/6144 x6:5, high 2048/2500 x6:5, original 6000/10000 x6:5, auto 2048/2500 x6:5
gpt-5.2: low 2048/6144 x6:5, high 2048/6144 x6:5, auto 2048/6144 x6:5
gpt-5-mini: low 2048/1536 x6:5, high 2048/1536 x6:5, auto 2048/1536 x6:5
gpt-5-nano: low 2048/1536 x3:2, high 2048/1536 x3:2, auto 2048/1536 x3:2
gpt-4.1-mini: low 2048/6144 x81:50, high 2048/6144 x81:50, auto 2048/6144 x81:50
gpt-5.1: low 70, high 70+140, original 70+140, auto 70+140
gpt-5: low 70, high 70+140, auto 70+140
gpt-4.1: low 85, high 85+170, auto 85+170
gpt-4o: low 85, high 85+170, auto 85+170
gpt-4o-mini: low 2833, high 2833+5667, auto 2833+5667
";

#[test]
fn vision_levels_are_as_published() {
    for line in LEVELS.lines() {
        let id = line.split(": ").next().unwrap_or_default();
        assert_eq!(format!("{id}: {}", levels(id).join(", ")), line);
    }
}
