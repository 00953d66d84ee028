//! Which sizes are valid, which valid ones are near, and what a size that is not is told.

mod common;

use common::{book, estimated, image_model, notices, priced, problems, size};
use pixelbill::estimate::estimate;
use pixelbill::link;
use pixelbill::rates::{FlexibleSizes, SizeKind};
use pixelbill::size::{AspectRatio, Size, SizeClass};
use pixelbill::sizing::SizeFault;
use proptest::prelude::*;

fn flexible() -> FlexibleSizes {
    match image_model("gpt-image-2").sizes.kind {
        SizeKind::Flexible(rule) => rule,
        SizeKind::Fixed { .. } => panic!("gpt-image-2 takes any size within bounds"),
    }
}

#[test]
fn there_are_29_146_valid_sizes() {
    let rule = flexible();
    let all: Vec<Size> = rule.all().collect();
    assert_eq!(all.len(), 29_146);
    assert!(all.is_sorted());
    // The bounds, spelled out as OpenAI prints them.
    let valid = |width: u32, height: u32| {
        let (long, short) = (width.max(height), width.min(height));
        width.is_multiple_of(16)
            && height.is_multiple_of(16)
            && long <= 3840
            && long <= 3 * short
            && (655_360..=8_294_400).contains(&(u64::from(width) * u64::from(height)))
    };
    let by_hand =
        (1..=4000).flat_map(|width| (1..=4000).filter(move |height| valid(width, *height)));
    assert_eq!(by_hand.count(), 29_146);
    for id in [
        "gpt-image-2",
        "gpt-image-2.5-flare",
        "gpt-image-2.5-sunburst",
        "gpt-image-2.6-sunburst",
        "gpt-image-2.6-flare",
    ] {
        let SizeKind::Flexible(same) = image_model(id).sizes.kind else {
            panic!("{id}")
        };
        assert_eq!(same, rule, "{id}");
    }
}

/// Ratio x class as the page offers them: the cell's size, and why it is not valid.
#[test]
fn the_grid_of_ratios_and_classes() {
    let rule = flexible();
    let cell = |ratio: AspectRatio, class: SizeClass| {
        let size = ratio.at(class, rule.step);
        let faults: Vec<&str> = rule.faults(size).into_iter().map(SizeFault::code).collect();
        format!("{size} {}", faults.join(" ")).trim_end().to_owned()
    };
    let grid: Vec<[String; 3]> = AspectRatio::COMMON
        .iter()
        .map(|ratio| SizeClass::ALL.map(|class| cell(*ratio, class)))
        .collect();
    assert_eq!(
        grid,
        [
            ["1024x1024", "2048x2048", "3840x3840 size.too_many_pixels"],
            // 1024 x 4/5 = 819.2: 816; 2048 x 4/5 = 1,638.4: 1,632 and 1,648 are 6.4 and 9.6 away
            ["1024x816", "2048x1632", "3840x3072 size.too_many_pixels"],
            ["1024x768", "2048x1536", "3840x2880 size.too_many_pixels"],
            // 1024 x 2/3 = 682.7: 688; 2048 x 2/3 = 1,365.3: 1,360
            ["1024x688", "2048x1360", "3840x2560 size.too_many_pixels"],
            ["1024x576 size.too_few_pixels", "2048x1152", "3840x2160"],
            // 9/21: 438.9 -> 432, 877.7 -> 880, 1,645.7 -> 1,648
            ["1024x432 size.too_few_pixels", "2048x880", "3840x1648"],
            // A third: 341.3 -> 336 is beyond 3:1, 682.7 -> 688, 1,280
            [
                "1024x336 size.ratio size.too_few_pixels",
                "2048x688",
                "3840x1280"
            ],
        ]
    );
    for ratio in AspectRatio::COMMON {
        for class in SizeClass::ALL {
            let (wide, upright) = (
                ratio.at(class, rule.step),
                ratio.turned().at(class, rule.step),
            );
            assert_eq!(upright, wide.turned());
            assert_eq!(rule.faults(wide), rule.faults(upright));
        }
    }
}

#[test]
fn every_fault_of_a_size_is_told() {
    let faults = |text: &str| flexible().faults(size(text));
    assert_eq!(faults("1024x1000"), [SizeFault::Step(16)]);
    assert_eq!(
        faults("3856x2160"),
        [SizeFault::Edge(3840), SizeFault::TooManyPixels(8_294_400)]
    );
    assert_eq!(faults("3840x1264"), [SizeFault::Ratio(3)]);
    assert_eq!(faults("640x640"), [SizeFault::TooFewPixels(655_360)]);
    assert_eq!(faults("1024x640"), []);
    assert_eq!(faults("3840x2160"), []);
    assert_eq!(
        faults("5000x100"),
        [
            SizeFault::Step(16),
            SizeFault::Edge(3840),
            SizeFault::Ratio(3),
            SizeFault::TooFewPixels(655_360)
        ]
    );
    assert_eq!(
        faults("65535x65535"),
        [
            SizeFault::Step(16),
            SizeFault::Edge(3840),
            SizeFault::TooManyPixels(8_294_400)
        ]
    );
    assert_eq!(
        problems(&estimated("model=gpt-image-2&size=5000x100")),
        [
            "size.step",
            "size.edge",
            "size.ratio",
            "size.too_few_pixels"
        ]
    );
}

#[test]
fn a_message_names_the_neighbours_and_a_fix_takes_one() {
    let estimate = estimated("model=gpt-image-2&size=1024x1000");
    let problem = &estimate.problems[0];
    assert_eq!(
        problem.message(),
        "1000 px high is not a multiple of 16: 992 and 1008 are."
    );
    let fixes: Vec<&str> = problem
        .fixes
        .iter()
        .map(|fix| fix.0[0].value.as_str())
        .collect();
    assert_eq!(fixes, ["1024x992", "1024x1008", "1008x992"]);
}

/// What fixed-size models take, and the nearest of it.
#[test]
fn models_with_a_list() {
    for id in [
        "gpt-image-1",
        "gpt-image-1-mini",
        "gpt-image-1.5",
        "chatgpt-image-latest",
    ] {
        let rule = image_model(id).sizes;
        for text in ["1024x1024", "1536x1024", "1024x1536"] {
            assert!(rule.takes(size(text)), "{id} {text}");
        }
        assert!(!rule.takes(size("2048x2048")));
        assert_eq!(rule.nearest(size("1920x1080"))[0], size("1536x1024"));
        assert_eq!(
            problems(&estimated(&format!("model={id}&size=2048x1152"))),
            ["size.not_listed"]
        );
        assert_eq!(
            problems(&estimated(&format!("model={id}&size=auto"))),
            [""; 0]
        );
    }
    assert_eq!(
        problems(&estimated("model=dall-e-3&size=auto")),
        ["size.no_auto"]
    );
    assert_eq!(
        problems(&estimated("model=dall-e-2&size=1792x1024")),
        ["size.not_listed"]
    );
}

/// OpenAI calls output above 2560x1440, 3,686,400 pixels, experimental.
#[test]
fn above_2560x1440_output_is_experimental() {
    let told = |size: &str| {
        let estimate = priced(&format!("model=gpt-image-2&size={size}"));
        notices(&estimate).contains(&"size.experimental")
    };
    assert!(!told("2560x1440"));
    assert!(!told("1920x1920"));
    assert!(told("2576x1440"));
    assert!(told("2048x2048"));
    assert!(told("3840x2160"));
    let estimate = priced("model=gpt-image-2&size=3840x2160");
    assert_eq!(
        estimate.notices[0].kind.to_string(),
        "OpenAI calls output above 3,686,400 pixels experimental: 3840x2160 has 8,294,400."
    );
}

#[test]
fn along_a_ratio_sizes_grow_and_are_valid() {
    let rule = flexible();
    for ratio in AspectRatio::COMMON
        .into_iter()
        .flat_map(|ratio| [ratio, ratio.turned()])
    {
        let along = rule.along(ratio);
        assert!(along.iter().all(|size| rule.takes(*size)));
        assert!(along.is_sorted_by(|a, b| a.long() < b.long()), "{ratio}");
        assert!(along.len() > 100, "{ratio}: {}", along.len());
    }
    assert_eq!(rule.along(AspectRatio::new(7, 2)), []);
}

/// The nearest as looking at every valid size finds it, on either side of a wish.
fn by_looking_at_all(rule: &FlexibleSizes, wish: Size) -> [Option<Size>; 2] {
    let apart = |size: &Size| {
        u64::from(size.width.abs_diff(wish.width)) * u64::from(wish.height)
            + u64::from(size.height.abs_diff(wish.height)) * u64::from(wish.width)
    };
    let below = rule
        .all()
        .filter(|size| size.pixels() <= wish.pixels())
        .min_by_key(apart);
    let above = rule
        .all()
        .filter(|size| size.pixels() >= wish.pixels())
        .min_by_key(apart);
    [below, above]
}

fn wish() -> impl Strategy<Value = Size> {
    let edge = prop_oneof![4 => 1_u32..=5000, 1 => 1_u32..=65_535, 1 => (1_u32..=300).prop_map(|n| n * 16)];
    (edge.clone(), edge).prop_map(|(width, height)| Size::new(width, height))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// All of them valid, both neighbours among them, and the shape kept where it can be.
    #[test]
    fn the_nearest_sizes_are_valid(wish in wish()) {
        let rule = flexible();
        let nearest = image_model("gpt-image-2").sizes.nearest(wish);
        prop_assert!((1..=4).contains(&nearest.len()));
        prop_assert!(nearest.iter().all(|size| rule.takes(*size)), "{wish}: {nearest:?}");
        let sides = by_looking_at_all(&rule, wish);
        let best = sides.iter().flatten().min_by_key(|size| {
            u64::from(size.width.abs_diff(wish.width)) * u64::from(wish.height)
                + u64::from(size.height.abs_diff(wish.height)) * u64::from(wish.width)
        });
        prop_assert!(best.is_some_and(|best| nearest.contains(best)), "{wish}: {best:?} of {nearest:?}");
        if nearest.len() < 4 {
            prop_assert!(sides.iter().flatten().all(|size| nearest.contains(size)), "{wish}: {sides:?} of {nearest:?}");
        }
        let longest = AspectRatio::new(3, 1);
        let ratio = match (wish.long() > 3 * wish.short(), wish.width > wish.height) {
            (false, _) => wish.ratio(),
            (true, true) => longest,
            (true, false) => longest.turned(),
        };
        let along = rule.along(ratio);
        let same_shape = along.iter().min_by_key(|size| size.long().abs_diff(wish.long()));
        if let Some(size) = same_shape {
            prop_assert!(nearest.contains(size), "{wish}: {size} of {nearest:?}");
        }
        if rule.takes(wish) {
            prop_assert!(nearest.contains(&wish));
        }
    }

    /// A fix of a size leaves no problem with the size.
    #[test]
    fn a_fixed_size_is_valid(wish in wish(), model in prop::sample::select(vec!["gpt-image-2", "gpt-image-1", "gpt-image-2.6-flare"])) {
        let scenario = common::scenario(&format!("model={model}&size={wish}"));
        let priced = estimate(book(), &scenario);
        prop_assert_eq!(priced.problems.is_empty(), image_model(model).sizes.takes(wish));
        for fix in priced.problems.iter().flat_map(|problem| &problem.fixes) {
            let mut mended = scenario.clone();
            for change in &fix.0 {
                prop_assert!(link::change(book(), &mut mended, 0, change.key, &change.value).is_ok());
            }
            prop_assert!(estimate(book(), &mended).problems.is_empty());
        }
    }
}
