//! Input images made smaller before they are sent: worked examples, and what always holds.

use pixelbill::rates::{Detail, Fidelity, InputRule, RateBook, VisionRule};
use pixelbill::resize::{at_long_edge, for_analysis, for_edit};
use pixelbill::size::Size;

fn input(model: &str) -> &'static InputRule {
    let model = RateBook::embedded()
        .newest()
        .image_model(model)
        .expect(model);
    model.input.expect("a model that edits")
}

fn vision(model: &str) -> &'static VisionRule {
    RateBook::embedded()
        .newest()
        .text_model(model)
        .expect(model)
        .vision
}

fn size(text: &str) -> Size {
    text.parse().expect(text)
}

#[track_caller]
fn saves(model: &str, fidelity: Fidelity, from: &str, saving: u8, to: Option<(&str, u64)>) {
    let found = for_edit(input(model), fidelity, size(from), saving);
    let found = found.map(|resized| (resized.size.to_string(), resized.tokens.high));
    assert_eq!(
        found,
        to.map(|(size, tokens)| (size.to_owned(), tokens)),
        "{from}"
    );
}

#[test]
fn patches() {
    let saves = |from, saving, to| saves("gpt-image-2", Fidelity::Low, from, saving, to);
    // Shrunk to at least 1,452 patches; 43 x 33 patches are 1,419, the first below that.
    saves("4032x3024", 0, Some(("1376x1032", 1419)));
    // Half of 1,452 is 726: no size of 4:3 with a long edge of 513 to 1024 has fewer than 768
    // patches, since all are enlarged to 1024; 491x368 doubled is 31 x 23 of them.
    saves("4032x3024", 50, Some(("491x368", 713)));
    // 1,024 patches down to half the edge, since it is enlarged again; 496 doubled is 31 patches.
    saves("1024x1024", 0, Some(("496x496", 961)));
    saves("16x16", 0, None);
    saves("1x1", 0, None);
    // Beyond 3:1 the count spans padding and cropping; the most has to be below the least.
    saves("4000x1000", 0, Some(("2080x520", 1430)));
}

#[test]
fn tiles() {
    let low = |from, to| saves("gpt-image-1.5", Fidelity::Low, from, 0, to);
    // 65 + 129 x 2 tiles of an image whose short side is 512; one tile, once the long one is.
    low("1536x1024", Some(("512x341", 194)));
    low("1024x1536", Some(("341x512", 194)));
    low("1024x1024", None);
    // High fidelity adds 6,240 unless it is square, and a resized one must not become square.
    let high = |from, to| saves("gpt-image-1.5", Fidelity::High, from, 0, to);
    high("1536x1024", Some(("512x341", 65 + 129 + 6240)));
    high("1000x999", None);
}

#[test]
fn images_that_are_read() {
    let read = |model, detail, from, saving| {
        let resized = for_analysis(vision(model), detail, size(from), saving)?;
        Some((resized.size.to_string(), resized.tokens.high))
    };
    // 32 x 32 patches x 1.2 = 1,229; 31 x 31 x 1.2 = 1,153.2, so 1,154.
    assert_eq!(
        read("gpt-6-astra", Detail::Auto, "1024x1024", 0),
        Some(("992x992".into(), 1154))
    );
    // 35,344 patches are rejected; 173 x 173 = 29,929 are not.
    assert_eq!(
        read("gpt-6-astra", Detail::Auto, "6000x6000", 0),
        Some(("5536x5536".into(), 35_915))
    );
    // Four tiles of an image whose short side is 768; one below 512.
    assert_eq!(
        read("gpt-4o", Detail::High, "1024x1024", 0),
        Some(("512x512".into(), 255))
    );
    assert_eq!(read("gpt-4o", Detail::Low, "1024x1024", 0), None);
}

#[test]
fn a_long_edge_keeps_the_shape_and_never_enlarges() {
    assert_eq!(
        at_long_edge(size("4032x3024"), 1024),
        Some(size("1024x768"))
    );
    assert_eq!(
        at_long_edge(size("3024x4032"), 1024),
        Some(size("768x1024"))
    );
    assert_eq!(at_long_edge(size("65535x1"), 100), Some(size("100x1")));
    assert_eq!(at_long_edge(size("640x480"), 641), None);
    assert_eq!(at_long_edge(size("640x480"), 0), None);
}

#[test]
fn what_is_found_is_smaller_cheaper_and_of_the_same_shape() {
    let sizes = (1..=60).flat_map(|w| (1..=60).map(move |h| Size::new(w * 67, h * 61)));
    for size in sizes.step_by(7) {
        for (model, fidelity) in [
            ("gpt-image-2", Fidelity::Low),
            ("gpt-image-1", Fidelity::High),
        ] {
            for saving in [0, 40] {
                let Some(found) = for_edit(input(model), fidelity, size, saving) else {
                    continue;
                };
                assert!(found.size.width <= size.width && found.size.height <= size.height);
                assert_eq!(at_long_edge(size, found.size.long()), Some(found.size));
                let before = input(model).tokens(size, fidelity).tokens.low;
                assert!(found.tokens.high < before, "{model} {size}");
                assert!(found.tokens.high * 100 <= before * (100 - u64::from(saving)));
                assert_eq!(
                    found.tokens,
                    input(model).tokens(found.size, fidelity).tokens
                );
            }
        }
    }
}
