//! Images that text models read: the worked examples of OpenAI's pages, and what was measured.

use crate::common::{size, text_model};
use pixelbill::rates::{Detail, VisionLevel};
use pixelbill::tokens::vision::VisionFault;

fn count(model: &str, detail: &str, image: &str) -> Result<u64, VisionFault> {
    let detail = Detail::parse(detail).expect("a detail level");
    text_model(model).vision.tokens(size(image), detail)
}

#[track_caller]
fn exactly(model: &str, detail: &str, image: &str, expected: u64) {
    assert_eq!(
        count(model, detail, image),
        Ok(expected),
        "{model} {detail} {image}"
    );
}

/// OpenAI's guide to images and vision, and its calculator page.
#[test]
fn examples_of_the_official_pages() {
    // 32 x 32 patches x 1.2 = 1,228.8
    exactly("gpt-6-astra", "high", "1024x1024", 1229);
    // 1600x1600 after the shrink: 2,500 x 1.2
    exactly("gpt-6-astra", "high", "2048x2048", 3000);
    // 128 x 16 = 2,048 x 1.2 = 2,457.6
    exactly("gpt-6-astra", "high", "4096x512", 2458);
    exactly("gpt-6-astra", "high", "6000x6000", 3000);
    // 188 x 188 = 35,344, above 30,000
    let rejected = VisionFault::TooManyPatches {
        patches: 35_344,
        most: 30_000,
    };
    assert_eq!(count("gpt-6-astra", "original", "6000x6000"), Err(rejected));
    // A budget of 1,536: 1056x1408 is 33 x 44 = 1,452 patches; x 1.2 = 1,742.4, x 1.5 = 2,178
    exactly("gpt-5-mini", "high", "1800x2400", 1743);
    exactly("gpt-5-nano", "high", "1800x2400", 2178);
    // 768x768: 85 + 4 x 170
    exactly("gpt-4o", "high", "1024x1024", 765);
    // 768x1536: 85 + 6 x 170
    exactly("gpt-4o", "high", "2048x4096", 1105);
    exactly("gpt-4o", "low", "2048x4096", 85);
    exactly("gpt-4o", "low", "1x1", 85);
}

/// `auto` is `original` on gpt-6: a 12-megapixel photo costs nearly five times `high`.
#[test]
fn auto_and_high_of_gpt_6() {
    for (image, auto, high) in [
        ("256x256", 77, 77),
        ("512x512", 308, 308),
        ("768x768", 692, 692),
        ("1024x1024", 1229, 1229),
        ("1280x720", 1104, 1104),
        ("1920x1080", 2448, 2448),
        ("1080x1920", 2448, 2448),
        ("2560x1440", 4320, 2931),
        ("3840x2160", 9792, 2931),
        ("4032x3024", 14_364, 2942),
    ] {
        exactly("gpt-6-astra", "auto", image, auto);
        exactly("gpt-6-astra", "original", image, auto);
        exactly("gpt-6-astra", "high", image, high);
        exactly("gpt-5.6-sol", "auto", image, auto);
    }
    exactly("gpt-5.5", "auto", "4032x3024", 11_868);
    // No row is published for the others of the family: the same, but assumed.
    exactly("gpt-6.2-sol", "auto", "4032x3024", 14_364);
    assert_eq!(text_model("gpt-6.2-sol").vision.basis.as_str(), "assumed");
    assert_eq!(text_model("gpt-6-astra").vision.basis.as_str(), "official");
}

#[test]
fn measured_on_bills() {
    // Measured 630 at 1024 and 2048 squared: 768x768, 70 + 4 x 140; original is taken as high.
    for detail in ["high", "auto", "original"] {
        exactly("gpt-5.1", detail, "1024x1024", 630);
        exactly("gpt-5.1", detail, "2048x2048", 630);
    }
    // 432 patches (18 x 24): 518.4 -> 519, measured 526 and 527 with 7 or 8 of framing
    for model in ["gpt-5.4-mini", "gpt-5.4-nano", "gpt-5-mini"] {
        exactly(model, "high", "576x768", 519);
    }
    // x 1.5 = 648, measured 655 and 656
    exactly("gpt-5-nano", "high", "576x768", 648);
    // Billed for 2,500 patches
    exactly("gpt-5.4-mini", "high", "1600x1600", 3000);
}

#[test]
fn the_most_that_an_image_can_cost() {
    let most = |model: &str, detail: &str| {
        let edges = (512..=8192).step_by(128);
        let sizes = edges
            .clone()
            .flat_map(|width| edges.clone().map(move |height| (width, height)));
        let counts =
            sizes.map(|(width, height)| count(model, detail, &format!("{width}x{height}")));
        counts.filter_map(Result::ok).max()
    };
    // The budget alone would allow 6,144 x 1.62 = 9,953.28, the 9,954 that is quoted; but the edge
    // of 2048 comes first, and 64 x 64 = 4,096 patches x 1.62 = 6,635.52.
    assert_eq!(most("gpt-4.1-mini", "high"), Some(6636));
    let levels = text_model("gpt-4.1-mini").vision.levels;
    let quoted = levels.iter().find_map(|(_, level)| match *level {
        VisionLevel::Patches {
            budget,
            multiplier: (times, over),
            ..
        } => budget.map(|budget| (budget * times).div_ceil(over)),
        _ => None,
    });
    assert_eq!(quoted, Some(9954));
    // 8 tiles: 2833 + 8 x 5667
    assert_eq!(most("gpt-4o-mini", "high"), Some(48_169));
}

/// Low can cost more than high: its budget is larger on gpt-5.4.
#[test]
fn levels_that_surprise() {
    exactly("gpt-5.4", "low", "2048x2048", 4916);
    exactly("gpt-5.4", "high", "2048x2048", 3000);
    // gpt-6-astra has no edge of 2048 at high, gpt-5.6 has
    exactly("gpt-6-astra", "high", "3000x800", 2820);
    exactly("gpt-5.6-sol", "high", "3000x800", 1383);
    // Low of gpt-6: an edge of 512, 16 x 16 x 1.2 = 307.2
    exactly("gpt-6-astra", "low", "4032x4032", 308);
    exactly("gpt-5.2", "auto", "1024x1024", 1229);
    assert_eq!(
        count("gpt-5.2", "original", "1024x1024"),
        Err(VisionFault::NoLevel)
    );
    assert_eq!(
        count("gpt-4.1-mini", "original", "1024x1024"),
        Err(VisionFault::NoLevel)
    );
    assert_eq!(
        count("gpt-5", "original", "1024x1024"),
        Err(VisionFault::NoLevel)
    );
}

/// The multiplier is taken in whole numbers: 1.62 of a patch count would go wrong in doubles.
#[test]
fn multipliers_are_exact() {
    for (width, patches) in (1..=64).map(|n: u64| (n * 32, n)) {
        exactly(
            "gpt-4.1-mini",
            "high",
            &format!("{width}x32"),
            (patches * 81).div_ceil(50),
        );
        exactly(
            "gpt-5-nano",
            "high",
            &format!("{width}x32"),
            (patches * 3).div_ceil(2),
        );
    }
}

/// The fit to an edge rounds to the nearest pixel, halves to even; nothing below one pixel.
#[test]
fn the_fit_rounds_to_the_nearest_pixel() {
    // 3000x1001 to 2048 x 683.3 -> 683: 64 x 22 patches x 1.2 = 1,689.6
    exactly("gpt-5.6-sol", "high", "3000x1001", 1690);
    // 4096x1: 2048 x 0.5 -> 0 would be no image: one pixel, 64 patches x 1.2 = 76.8
    exactly("gpt-5.6-sol", "high", "4096x1", 77);
    // 4096x1025: 512.5 -> 512 (even): 64 x 16 = 1,024 x 1.2 = 1,228.8
    exactly("gpt-5.6-sol", "high", "4096x1025", 1229);
    // 4096x1027: 513.5 -> 514: 64 x 17 = 1,088 x 1.2 = 1,305.6
    exactly("gpt-5.6-sol", "high", "4096x1027", 1306);
}

/// No level of any model panics or counts nothing, for any image.
#[test]
fn every_level_takes_or_rejects_every_image() {
    let edges = [
        1, 2, 31, 32, 33, 511, 512, 513, 2047, 2048, 2049, 6000, 6001, 32_768, 65_535,
    ];
    for model in pixelbill::rates::RateBook::embedded().newest().text_models {
        for (detail, _) in model.vision.levels {
            for (width, height) in edges
                .iter()
                .flat_map(|w| edges.iter().map(move |h| (*w, *h)))
            {
                let tokens = count(model.id, detail.as_str(), &format!("{width}x{height}"));
                let sound = match tokens {
                    Ok(tokens) => (1..=60_000).contains(&tokens),
                    Err(fault) => {
                        matches!(fault, VisionFault::TooManyPatches { patches, .. } if patches > 30_000)
                    }
                };
                assert!(sound, "{} {detail} {width}x{height}: {tokens:?}", model.id);
            }
        }
    }
}
