//! Edits: input images on every rule, the overhead of a prompt, masks.

use crate::common::{lines, priced};

/// The lines of an edit that are about its inputs.
fn inputs(link: &str) -> Vec<String> {
    let mut lines = lines(&format!("task=edit&{link}"));
    lines.retain(|line| line.starts_with("input images") || line.starts_with("prompt overhead"));
    lines
}

/// Tiles: 65 + 129 a tile, and 15 to 44 text tokens for each input image.
#[test]
fn gpt_image_1_and_its_kin() {
    assert_eq!(
        inputs("model=gpt-image-1&refs=1024x1024*2,1024x1536"),
        [
            // 3 x 15 to 3 x 44
            "prompt overhead on text_input: 45..132 x 5 = 0.000225..0.00066 (community)",
            // 2 x 194 + 323 = 711
            "input images on image_input: 711 x 10 = 0.00711 (official)",
        ]
    );
    assert_eq!(
        inputs("model=gpt-image-1.5&refs=1024x1025,512x513"),
        [
            "prompt overhead on text_input: 30..88 x 5 = 0.00015..0.00044 (community)",
            // 194 + 323 = 517
            "input images on image_input: 517 x 8 = 0.004136 (community)",
        ]
    );
    assert_eq!(
        inputs("model=gpt-image-1-mini&refs=1024x1024")[1],
        // 194 x $2.50/M
        "input images on image_input: 194 x 2.5 = 0.000485 (assumed)"
    );
}

/// Bills of gpt-image-1.5: 13 tokens of prompt were billed as 28 with one square image, 50 with
/// two.
#[test]
fn the_overhead_of_edits_holds_what_was_billed() {
    for (refs, billed) in [("1024x1024", 28), ("1024x1024*2", 50)] {
        let priced = priced(&format!(
            "task=edit&model=gpt-image-1.5&prompt=13&refs={refs}"
        ));
        let text = priced.stages[0].line_items[1..3]
            .iter()
            .map(|item| match item.charge {
                pixelbill::estimate::Charge::Tokens { tokens, .. } => tokens,
                pixelbill::estimate::Charge::Images { .. } => panic!("tokens"),
            });
        let text = text.reduce(|a, b| a + b).expect("two lines of text");
        assert!(text.contains(billed), "{refs}: {text:?}");
    }
}

/// `input_fidelity=high` adds 4,160 where the original is square, else 6,240.
#[test]
fn high_fidelity() {
    assert_eq!(
        inputs("model=gpt-image-1&fidelity=high&refs=1024x1024,1024x1536")[1],
        // 194 + 4,160 + 323 + 6,240 = 10,917
        "input images on image_input: 10917 x 10 = 0.10917 (official)"
    );
    assert_eq!(
        inputs("model=gpt-image-1.5&fidelity=high&refs=1024x1024")[1],
        "input images on image_input: 4354 x 8 = 0.034832 (assumed)"
    );
}

/// Patches: exact up to 1,536, beyond that an interval; 6 to 7 text tokens beside the prompt.
#[test]
fn gpt_image_2_and_later() {
    // A real edit, prompt of 3 tokens: 10 text and 1,508 image tokens.
    assert_eq!(
        inputs("model=gpt-image-2&prompt=3&refs=3840x2160"),
        [
            "prompt overhead on text_input: 6..7 x 5 = 0.00003..0.000035 (community)",
            // 1,508 to min(1,536, 1,508 + 110)
            "input images on image_input: 1508..1536 x 8 = 0.012064..0.012288 (measured)",
        ]
    );
    // Four references of 1024x1024 were billed 4,096.
    assert_eq!(
        inputs("model=gpt-image-2&refs=1024x1024*4")[1],
        "input images on image_input: 4096 x 8 = 0.032768 (measured)"
    );
    // 704 + 1,508 were billed 2,212.
    assert_eq!(
        inputs("model=gpt-image-2.5-sunburst&refs=550x368,3840x2160")[1],
        "input images on image_input: 2212..2240 x 8 = 0.017696..0.01792 (measured)"
    );
    assert_eq!(
        inputs("model=gpt-image-2.6-flare&refs=512x512")[1],
        "input images on image_input: 1024 x 8 = 0.008192 (assumed)"
    );
}

/// Beyond 3:1: from cropping to 3:1 (768x256, 24 x 8 = 192) to padding (1024x341.3, 32 x 11 = 352),
/// assumed, whatever else the request carries.
#[test]
fn a_strip_is_an_interval() {
    assert_eq!(
        inputs("model=gpt-image-2&refs=1024x256,1024x1024")[1],
        // 192 + 1,024 to 352 + 1,024
        "input images on image_input: 1216..1376 x 8 = 0.009728..0.011008 (assumed)"
    );
}

/// A mask adds no tokens: one 512x512 reference and a mask were billed 1,024 on 2.5-flare.
#[test]
fn a_mask_adds_nothing() {
    let with = lines("task=edit&model=gpt-image-2.5-flare&quality=low&refs=512x512&mask=1");
    let without = lines("task=edit&model=gpt-image-2.5-flare&quality=low&refs=512x512");
    assert_eq!(with, without);
    assert_eq!(
        with[3],
        "input images on image_input: 1024 x 8 = 0.008192 (measured)"
    );
}

/// Inputs of one request that makes several images: once, or once for each.
#[test]
fn several_images_of_one_edit() {
    assert_eq!(
        lines("task=edit&model=gpt-image-2&n=3&prompt=20&refs=1024x1024*2"),
        [
            // 3 x 1,756
            "output images on image_output: 5268 x 30 = 0.15804 (calculator)",
            "prompt on text_input: 20..60 x 5 = 0.0001..0.0003 (given)",
            // 6 to 3 x 7
            "prompt overhead on text_input: 6..21 x 5 = 0.00003..0.000105 (community)",
            // 2 x 1,024 to 3 x 2 x 1,024
            "input images on image_input: 2048..6144 x 8 = 0.016384..0.049152 (measured)",
        ]
    );
}
