//! Output images: the table, the calculator's formula, the spread of 2.6, `auto`.

use crate::common::{image_model, size};
use pixelbill::interval::Interval;
use pixelbill::rates::{OutputKind, Quality};
use pixelbill::size::SizeChoice;

fn tokens(model: &str, quality: &str, asked: &str) -> Interval<u64> {
    let model = image_model(model);
    let quality = Quality::parse(quality).expect("a quality");
    let asked = match asked {
        "auto" => SizeChoice::Auto,
        exact => SizeChoice::Exact(size(exact)),
    };
    model
        .output
        .tokens(model.sizes, quality, asked)
        .expect("a count")
}

#[track_caller]
fn exactly(model: &str, quality: &str, asked: &str, expected: u64) {
    assert_eq!(
        tokens(model, quality, asked),
        Interval::point(expected),
        "{model} {quality} {asked}"
    );
}

/// One table for every model before gpt-image-2.
#[test]
fn the_table_of_the_models_before_gpt_image_2() {
    for model in [
        "gpt-image-1",
        "gpt-image-1-mini",
        "gpt-image-1.5",
        "chatgpt-image-latest",
    ] {
        for (quality, square, upright, wide) in [
            ("low", 272, 408, 400),
            ("medium", 1056, 1584, 1568),
            ("high", 4160, 6240, 6208),
        ] {
            exactly(model, quality, "1024x1024", square);
            exactly(model, quality, "1024x1536", upright);
            exactly(model, quality, "1536x1024", wide);
        }
    }
}

/// gpt-image-2 has q of 16, 48 and 96; 2.5 has 16, 24, 48, 64 and 96, Flare and Sunburst alike:
/// where q is the same, so is the count.
#[test]
fn the_calculator_at_1024_squared() {
    // 16 x 16 x 3,048,576 / 4,000,000 = 195.1 -> 196
    exactly("gpt-image-2", "low", "1024x1024", 196);
    // 48 x 48 x 3,048,576 / 4,000,000 = 1,755.98 -> 1,756
    exactly("gpt-image-2", "medium", "1024x1024", 1756);
    // 96 x 96 x 3,048,576 / 4,000,000 = 7,023.9 -> 7,024
    exactly("gpt-image-2", "high", "1024x1024", 7024);
    for model in ["gpt-image-2.5-flare", "gpt-image-2.5-sunburst"] {
        for (quality, expected) in [
            ("low", 196),
            ("medium", 439),
            ("high", 1756),
            ("xhigh", 3122),
            ("max", 7024),
        ] {
            exactly(model, quality, "1024x1024", expected);
        }
    }
}

/// Ties go to even, as OpenAI's code does; half up would give the figure in the comment.
#[test]
fn ties_go_to_even() {
    // 16 / (1024 / 672) = 10.5 -> 10, not 11 (119)
    exactly("gpt-image-2", "low", "1024x672", 108);
    // 48 / (1024 / 864) = 40.5 -> 40, not 41 (1,420)
    exactly("gpt-image-2", "medium", "1024x864", 1385);
    // 24 / (2048 / 896) = 10.5 -> 10, not 11 (254)
    exactly("gpt-image-2.5-flare", "medium", "2048x896", 231);
}

/// So many of the 29,146 sizes would count otherwise with halves rounded up.
#[test]
fn ties_are_rare() {
    let model = image_model("gpt-image-2.5-flare");
    let OutputKind::Area(area) = model.output.kind else {
        panic!("an area formula")
    };
    let pixelbill::rates::SizeKind::Flexible(rule) = model.sizes.kind else {
        panic!("flexible")
    };
    let mut found = Vec::new();
    for (_, q) in area.factors {
        let tie = |size: &pixelbill::size::Size| {
            let s = f64::from(*q) / (f64::from(size.long()) / f64::from(size.short()));
            s.round_ties_even() != (s + 0.5).floor()
        };
        found.push((*q, rule.all().filter(tie).count()));
    }
    assert_eq!(found, [(16, 48), (24, 92), (48, 94), (64, 34), (96, 86)]);
}

/// A turned size counts the same, and more pixels can count less.
#[test]
fn shape_matters_more_than_pixels() {
    exactly("gpt-image-2", "high", "2048x2048", 14_272);
    exactly("gpt-image-2", "high", "3840x2160", 13_342);
    exactly("gpt-image-2", "high", "2160x3840", 13_342);
    exactly("gpt-image-2.5-sunburst", "high", "1312x1199", 1887);
    exactly("gpt-image-2.5-sunburst", "high", "1122x1402", 1630);
    exactly("gpt-image-2", "medium", "1672x941", 1158);
}

/// 3 to 4.25 times the count of 2.5 at low and medium, within 2 % above; both ends rounded
/// outward. One relay measured 664, 1,353 and about 3,337.
#[test]
fn gpt_image_2_6_is_a_spread_around_2_5() {
    let count = |quality, asked| tokens("gpt-image-2.6-flare", quality, asked);
    // 158 x 3 = 474; 158 x 4.25 = 671.5 -> 672
    assert_eq!(count("low", "1536x1024"), Interval::new(474, 672));
    assert!(count("low", "1536x1024").contains(664));
    // 439 x 3 = 1,317; 439 x 4.25 = 1,865.75 -> 1,866
    assert_eq!(count("medium", "1024x1024"), Interval::new(1317, 1866));
    // 1,372 x 0.98 = 1,344.56 -> 1,344; x 1.02 = 1,399.44 -> 1,400
    assert_eq!(count("high", "1536x1024"), Interval::new(1344, 1400));
    assert!(count("high", "1536x1024").contains(1353));
    // 3,336 x 0.98 = 3,269.28; x 1.02 = 3,402.72
    assert_eq!(count("high", "3840x2160"), Interval::new(3269, 3403));
    assert!(count("high", "3840x2160").contains(3337));
    // 3,122 x 0.98 = 3,059.56; x 1.02 = 3,184.44
    assert_eq!(count("xhigh", "1024x1024"), Interval::new(3059, 3185));
    // Levels overlap: medium begins below the end of low at other sizes, high within medium.
    assert!(count("high", "1024x1024").low < count("medium", "1024x1024").high);
}

#[test]
fn auto_spans_what_it_may_become() {
    // Qualities: low to high of the table, at one size.
    assert_eq!(
        tokens("gpt-image-1", "auto", "1024x1024"),
        Interval::new(272, 4160)
    );
    // Low to max of 2.5.
    assert_eq!(
        tokens("gpt-image-2.5-flare", "auto", "1024x1024"),
        Interval::new(196, 7024)
    );
    // 2.6: from 196 x 0.98 … no: low is 3 x 196 = 588, and high, 1,756 x 0.98, lies above it.
    assert_eq!(
        tokens("gpt-image-2.6-flare", "auto", "1024x1024"),
        Interval::new(588, 7165)
    );
    // Sizes of a list.
    assert_eq!(
        tokens("gpt-image-1.5", "low", "auto"),
        Interval::new(272, 408)
    );
    // Flexible: 2172x724 to 1254x1254. 96 / 3 = 32: 96 x 32 x 3,572,528 / 4,000,000 = 2,743.7;
    // 96 x 96 x 3,572,516 / 4,000,000 = 8,231.1
    assert_eq!(
        tokens("gpt-image-2", "high", "auto"),
        Interval::new(2744, 8232)
    );
    exactly("gpt-image-2.5-sunburst", "high", "1254x1254", 2058);
    // 16 / 3 = 5.33 -> 5: 16 x 5 x 3,572,528 / 4,000,000 = 71.5; low at 1254x1254 was seen as 229.
    assert_eq!(tokens("gpt-image-2", "low", "auto"), Interval::new(72, 229));
    // Both: 2172x724 at low to 1254x1254 at high; 1,286 and 5,146 were billed.
    let both = tokens("gpt-image-2", "auto", "auto");
    assert_eq!(both, Interval::new(72, 8232));
    assert!(both.contains(1286) && both.contains(5146));
}

/// Every valid size of every quality counts, and 2 and 2.5 agree where q is the same.
#[test]
fn every_valid_size_counts() {
    let (two, flare) = (
        image_model("gpt-image-2"),
        image_model("gpt-image-2.5-flare"),
    );
    let pixelbill::rates::SizeKind::Flexible(rule) = two.sizes.kind else {
        panic!("flexible")
    };
    for size in rule.all() {
        for (old, new) in [
            (Quality::Low, Quality::Low),
            (Quality::Medium, Quality::High),
            (Quality::High, Quality::Max),
        ] {
            let tokens = two.output.tokens_at(old, size);
            assert!(
                tokens.is_some_and(|tokens| tokens.low > 0 && tokens.is_point()),
                "{size}"
            );
            assert_eq!(tokens, flare.output.tokens_at(new, size), "{size}");
        }
        let turned = flare.output.tokens_at(Quality::Xhigh, size.turned());
        assert_eq!(
            flare.output.tokens_at(Quality::Xhigh, size),
            turned,
            "{size}"
        );
    }
}
