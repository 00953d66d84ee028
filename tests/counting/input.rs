//! Input images of image models: tiles and patches.

use crate::common::{image_model, size};
use pixelbill::interval::Interval;
use pixelbill::rates::{Basis, Fidelity};
use pixelbill::tokens::input::Counted;

fn count(model: &str, fidelity: Fidelity, image: &str) -> Counted {
    image_model(model)
        .input
        .expect("an input rule")
        .tokens(size(image), fidelity)
}

#[track_caller]
fn low(model: &str, image: &str, expected: u64) {
    assert_eq!(
        count(model, Fidelity::Low, image).tokens,
        Interval::point(expected),
        "{model} {image}"
    );
}

/// 65 + 129 a tile of 512, after a fit into 2048 and a short side of at most 512, both edges
/// floored once at the end.
#[test]
fn tiles_of_gpt_image_1_and_its_kin() {
    for model in [
        "gpt-image-1",
        "gpt-image-1.5",
        "gpt-image-1-mini",
        "chatgpt-image-latest",
    ] {
        // 512x512: 65 + 129
        low(model, "1024x1024", 194);
        // 512x768: 65 + 2 x 129
        low(model, "1024x1536", 323);
        low(model, "1536x1024", 323);
        // 512 x 512.5, floored: one tile; billed 194
        low(model, "1024x1025", 194);
        // Not shrunk, 513 is two tiles; billed 323
        low(model, "512x513", 323);
        // Never enlarged.
        low(model, "1x1", 194);
        low(model, "64x64", 194);
        // Fit 4096x4096 into 2048, then 512: one tile.
        low(model, "4096x4096", 194);
        // 2048x256 after the fit, short side untouched: four tiles. 65 + 4 x 129
        low(model, "4096x512", 581);
        // 512x1536: 65 + 3 x 129
        low(model, "1024x3072", 452);
        // Fit 65535x1 to 2048 x 0.03: 65 + 4 x 129, the short edge still a tile.
        low(model, "65535x1", 581);
    }
}

#[test]
fn high_fidelity_adds_by_the_shape_of_the_original() {
    let high = |model, image| count(model, Fidelity::High, image);
    // 194 + 4,160
    assert_eq!(
        high("gpt-image-1", "1024x1024").tokens,
        Interval::point(4354)
    );
    // 323 + 6,240
    assert_eq!(
        high("gpt-image-1", "1024x1536").tokens,
        Interval::point(6563)
    );
    // Nearly square is not square: 194 + 6,240
    assert_eq!(
        high("gpt-image-1", "1024x1025").tokens,
        Interval::point(6434)
    );
    assert_eq!(high("gpt-image-1", "1024x1024").basis, Basis::Official);
    assert_eq!(high("gpt-image-1.5", "1024x1024").basis, Basis::Assumed);
    assert_eq!(
        count("gpt-image-1.5", Fidelity::Low, "1024x1024").basis,
        Basis::Community
    );
    assert_eq!(
        count("gpt-image-1-mini", Fidelity::Low, "1024x1024").basis,
        Basis::Assumed
    );
}

/// Measured on gpt-image-2, 13 sizes in 15 cases; exact up to 1,536 patches, inside above.
#[test]
fn patches_of_gpt_image_2_and_later() {
    for model in [
        "gpt-image-2",
        "gpt-image-2.5-flare",
        "gpt-image-2.5-sunburst",
        "gpt-image-2.6-flare",
    ] {
        // x2 to 512: 16 x 16
        low(model, "256x256", 256);
        // x2 to 1024: 32 x 32
        low(model, "512x512", 1024);
        // x2 to 1024x512... the long side is 1024 already after x1: 16 x 32
        low(model, "512x1024", 512);
        // x1.862: 1024 x 685.1: 32 x 22
        low(model, "550x368", 704);
        // x1.333: 32 x 32
        low(model, "768x768", 1024);
        low(model, "1024x1024", 1024);
        // 40 x 23
        low(model, "1280x720", 920);
        // 32 x 48 = 1,536, the whole budget
        low(model, "1024x1536", 1536);
        for (image, measured) in [
            ("1536x1536", 1521),
            ("2048x2048", 1521),
            ("4096x4096", 1521),
            ("2048x1152", 1508),
            ("3840x2160", 1508),
        ] {
            // From the published shrink rule to 110 patches more, at most the budget.
            let tokens = count(model, Fidelity::Low, image).tokens;
            assert_eq!(tokens, Interval::new(measured, 1536), "{model} {image}");
        }
    }
}

/// The two shrink steps on record: 1,452 or 1,530 for a 12-megapixel photo.
#[test]
fn a_photo_spans_both_shrink_steps() {
    // 1452..min(1536, 1452 + 110)
    let photo = count("gpt-image-2", Fidelity::Low, "4032x3024");
    assert_eq!(photo.tokens, Interval::new(1452, 1536));
    assert!(photo.tokens.contains(1530));
    assert_eq!(photo.basis, Basis::Measured);
    assert_eq!(
        count("gpt-image-2.6-flare", Fidelity::Low, "4032x3024").basis,
        Basis::Assumed
    );
}

/// Beyond 3:1 the count spans padding to 3:1 and cropping to it.
#[test]
fn beyond_three_to_one() {
    // 1024x256 crops to 768x256: 24 x 8 = 192; pads to 1024x341.3: 32 x 11 = 352
    let strip = count("gpt-image-2", Fidelity::Low, "1024x256");
    assert_eq!(strip.tokens, Interval::new(192, 352));
    assert_eq!(strip.basis, Basis::Assumed);
    // Just 3:1 is a point: 1536x512 is 48 x 16
    let wide = count("gpt-image-2", Fidelity::Low, "1536x512");
    assert_eq!(
        (wide.tokens, wide.basis),
        (Interval::point(768), Basis::Measured)
    );
    // One pixel: enlarged x2, one patch, whichever way.
    low("gpt-image-2", "1x1", 1);
    // 65535x1: cropped to 3x1, one patch; padded to 65535x21845, 2048 x 683 patches, above the budget.
    let line = count("gpt-image-2", Fidelity::Low, "65535x1").tokens;
    assert_eq!((line.low, line.high), (1, 1536));
}

/// No image counts above the budget, whatever its size.
#[test]
fn no_image_counts_above_the_budget() {
    for width in (1..=65_535).step_by(997) {
        for height in (1..=65_535).step_by(1009) {
            let tokens = count("gpt-image-2", Fidelity::Low, &format!("{width}x{height}")).tokens;
            assert!(
                1 <= tokens.low && tokens.high <= 1536,
                "{width}x{height}: {tokens:?}"
            );
        }
    }
}
