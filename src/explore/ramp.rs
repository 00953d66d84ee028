//! The colours of the cost map: one even ramp from blue to yellow.
//!
//! Knows OKLab, in which equal steps look equal. Lightness rises evenly from end to end and hue runs
//! between blue and yellow through grey, so that people with any kind of colour blindness read the
//! map by lightness alone. On a light ground the dear end is the dark one, on a dark ground the
//! light one: more ink, more dollars. Must not know what is coloured.

/// Lightness, green to red, blue to yellow.
type Lab = [f32; 3];

/// A deep blue: OKLCH 0.34 0.11 262.
const BLUE: Lab = [0.34, -0.0153, -0.1089];
/// A pale yellow: OKLCH 0.93 0.12 100.
const YELLOW: Lab = [0.93, -0.0208, 0.1182];

/// Red, green and blue for each shade from the cheap end (0) to the dear one (255).
pub fn ramp(dark: bool) -> [[u8; 3]; 256] {
    let (cheap, dear) = if dark { (BLUE, YELLOW) } else { (YELLOW, BLUE) };
    std::array::from_fn(|shade| {
        let part = shade as f32 / 255.0;
        srgb(std::array::from_fn(|at| {
            cheap[at] + (dear[at] - cheap[at]) * part
        }))
    })
}

/// OKLab as sRGB, by Björn Ottosson's matrices; what lies outside is clipped.
fn srgb([lightness, a, b]: Lab) -> [u8; 3] {
    let cube = |value: f32| value * value * value;
    let l = cube(lightness + 0.396_337_78 * a + 0.215_803_76 * b);
    let m = cube(lightness - 0.105_561_346 * a - 0.063_854_17 * b);
    let s = cube(lightness - 0.089_484_18 * a - 1.291_485_5 * b);
    [
        4.076_741_7 * l - 3.307_711_6 * m + 0.230_969_94 * s,
        -1.268_438 * l + 2.609_757_4 * m - 0.341_319_38 * s,
        -0.004_196_086_3 * l - 0.703_418_6 * m + 1.707_614_7 * s,
    ]
    .map(encoded)
}

/// A linear value as sRGB stores it.
fn encoded(linear: f32) -> u8 {
    let linear = linear.clamp(0.0, 1.0);
    let curved = if linear <= 0.003_130_8 {
        12.92 * linear
    } else {
        1.055 * linear.powf(1.0 / 2.4) - 0.055
    };
    (curved * 255.0).round() as u8
}
