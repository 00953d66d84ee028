//! What the map is drawn with: its colours, and which part of it is in sight.

use pixelbill::explore::{Sight, ramp};
use proptest::prelude::*;

/// Relative luminance by WCAG, which every kind of colour blindness leaves alone.
fn luminance(colour: [u8; 3]) -> f64 {
    let linear = colour.map(|value| {
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

/// CIE lightness, 0 to 100, in which equal steps look about equal.
fn lightness(colour: [u8; 3]) -> f64 {
    116.0 * luminance(colour).cbrt() - 16.0
}

#[test]
fn every_shade_is_told_apart_by_lightness_alone_in_even_steps() {
    for dark in [false, true] {
        let shades = ramp(dark).map(lightness);
        let way = if dark { 1.0 } else { -1.0 };
        // In steps of sixteen: rounding to 255 values moves neighbours a little.
        let steps: Vec<f64> = (0..15)
            .map(|at| way * (shades[at * 16 + 16] - shades[at * 16]))
            .collect();
        let mean = steps.iter().sum::<f64>() / 15.0;
        assert!(
            steps
                .iter()
                .all(|step| (0.75..1.25).contains(&(step / mean))),
            "{dark} {steps:?}"
        );
        assert!(mean > 3.5, "{mean}");
    }
}

#[test]
fn the_dear_end_stands_out_from_the_ground() {
    let contrast = |one: f64, other: f64| (one.max(other) + 0.05) / (one.min(other) + 0.05);
    assert!(contrast(luminance(ramp(false)[255]), 1.0) > 7.0);
    assert!(contrast(luminance(ramp(true)[255]), 0.01) > 7.0);
}

#[test]
fn zooming_keeps_the_place_under_the_pointer() {
    let whole = Sight::whole(240);
    assert!(whole.is_whole());
    let at = (0.25, 0.75);
    let near = whole.zoomed(4.0, at);
    assert_eq!((near.span, near.left, near.top), (60.0, 45.0, 135.0));
    assert_eq!(near.cell(at), whole.cell(at));
    assert_eq!(near.zoomed(0.25, at), whole);
    assert_eq!(whole.zoomed(1e9, at).span, 12.0);
    assert_eq!(whole.zoomed(f64::NAN, at), whole);
}

#[test]
fn what_is_beside_the_map_is_no_cell() {
    let whole = Sight::whole(240);
    assert_eq!(whole.cell((0.0, 0.0)), Some((0, 0)));
    assert_eq!(whole.cell((0.9999, 0.5)), Some((239, 120)));
    assert_eq!(whole.cell((1.0, 0.5)), None);
    assert_eq!(whole.cell((0.5, -0.01)), None);
}

proptest! {
    #[test]
    fn sight_stays_on_the_map(steps in prop::collection::vec((0.1_f64..10.0, 0.0_f64..1.0, 0.0_f64..1.0, -2.0_f64..2.0), 0..20), cell in (0_u32..240, 0_u32..240)) {
        let mut sight = Sight::whole(240);
        for (times, across, down, by) in steps {
            sight = sight.zoomed(times, (across, down)).moved((by, -by));
            prop_assert!(sight.left >= 0.0 && sight.left + sight.span <= 240.0 + 1e-9);
            prop_assert!(sight.top >= 0.0 && sight.top + sight.span <= 240.0 + 1e-9);
        }
        let shown = sight.showing(cell);
        let (across, down) = shown.place((f64::from(cell.0) + 0.5, f64::from(cell.1) + 0.5));
        prop_assert_eq!(shown.cell((across, down)), Some(cell));
    }
}
