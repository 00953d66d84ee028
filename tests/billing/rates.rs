//! Tiers, markup, regional processing, and the flat prices of DALL-E.

use crate::common::{book, estimated, lines, notices, priced, problems, total};
use pixelbill::estimate::Fix;
use pixelbill::rates::{Meter, Tier};

fn fixes(link: &str) -> Vec<Vec<String>> {
    let estimate = estimated(link);
    let words = |fix: &Fix| {
        fix.0
            .iter()
            .map(|change| format!("{}={}", change.key, change.value))
            .collect()
    };
    estimate.problems[0].fixes.iter().map(words).collect()
}

/// Half the standard rates.
#[test]
fn the_batch_api() {
    assert_eq!(
        lines("model=gpt-image-2&tier=batch"),
        [
            "output images on image_output: 1756 x 15 = 0.02634 (calculator)",
            "prompt on text_input: 50 x 2.5 = 0.000125 (given)",
            "prompt overhead on text_input: 6 x 2.5 = 0.000015 (community)",
        ]
    );
    // $0.02634 + $0.000125 + $0.000015 = $0.02648 x 1,000
    assert_eq!(total("model=gpt-image-2&tier=batch&requests=1000"), "26.48");
    assert_eq!(
        lines("model=gpt-image-1.5&tier=batch&quality=low")[3],
        "text returned on text_output: 341..856 x 5 = 0.001705..0.00428 (measured)"
    );
}

/// The batch rates are as printed: 0.63, not 0.625, for cached text on 1 and 1.5; 0.13 for cached
/// images on 1-mini.
#[test]
fn printed_batch_rates_are_kept() {
    let rate = |model: &str, meter| {
        let rates = book()
            .newest()
            .image_model(model)
            .and_then(|model| model.on(Tier::BatchApi));
        rates
            .and_then(|rates| rates.rate(meter))
            .map(|rate| rate.normalize().to_string())
    };
    let some = |text: &str| Some(text.to_owned());
    for model in ["gpt-image-1", "gpt-image-1.5", "chatgpt-image-latest"] {
        assert_eq!(rate(model, Meter::CachedTextInput), some("0.63"));
    }
    for model in [
        "gpt-image-2",
        "gpt-image-2.5-flare",
        "gpt-image-2.5-sunburst",
    ] {
        assert_eq!(rate(model, Meter::CachedTextInput), some("0.625"));
    }
    assert_eq!(
        rate("gpt-image-1-mini", Meter::CachedImageInput),
        some("0.13")
    );
    assert_eq!(rate("gpt-image-2.6-flare", Meter::ImageOutput), None);
}

/// 2.6 has no Batch rates: the fix names the model of its name that has them.
#[test]
fn a_model_without_batch_rates() {
    let link = "model=gpt-image-2.6-flare&tier=batch";
    assert_eq!(problems(&estimated(link)), ["tier.unsupported"]);
    assert_eq!(
        fixes(link),
        [["model=gpt-image-2.5-flare"], ["tier=standard"]]
    );
    assert_eq!(
        fixes("model=gpt-image-2.6-sunburst&tier=batch&quality=max")[0],
        ["model=gpt-image-2.5-sunburst"]
    );
    // Before 2026-10-14 no Batch rates of 2.5 were known either: gpt-image-2, unless the quality
    // is one that it lacks.
    let early = "rates=2026-09-08&model=gpt-image-2.5-flare&tier=batch";
    assert_eq!(fixes(early), [["model=gpt-image-2"], ["tier=standard"]]);
    assert_eq!(
        fixes(&format!("{early}&quality=xhigh")),
        [["tier=standard"]]
    );
}

/// Markup multiplies every sourced rate; a discount is a negative one.
#[test]
fn markup() {
    assert_eq!(
        lines("model=gpt-image-2&markup=12.5"),
        [
            // $30 x 1.125
            "output images on image_output: 1756 x 33.75 = 0.059265 (calculator)",
            "prompt on text_input: 50 x 5.625 = 0.00028125 (given)",
            "prompt overhead on text_input: 6 x 5.625 = 0.00003375 (community)",
        ]
    );
    // 52.96 x 0.8
    assert_eq!(
        total("model=gpt-image-2&requests=1000&markup=-20"),
        "42.368"
    );
    assert_eq!(total("model=gpt-image-2&requests=1000&markup=-100"), "0");
    // 52.96 x 11
    assert_eq!(
        total("model=gpt-image-2&requests=1000&markup=1000"),
        "582.56"
    );
}

/// +10 % on models released on or after 2026-03-05; an interval where that is not known.
#[test]
fn regional_processing() {
    // Applies: $33 and $5.50. 52.96 x 1.1
    assert_eq!(
        total("model=gpt-image-2&requests=1000&residency=1"),
        "58.256"
    );
    // Exempt: released 2025.
    let exempt = "model=gpt-image-1-mini";
    assert_eq!(total(&format!("{exempt}&residency=1")), total(exempt));
    // Unknown: from $30 to $33.
    let unknown = "model=gpt-image-2.6-flare&quality=high&residency=1";
    assert_eq!(
        lines(unknown)[0],
        // 1,756 x 0.98 = 1,720.88 -> 1,720; x 1.02 = 1,791.12 -> 1,792
        "output images on image_output: 1720..1792 x 30..33 = 0.0516..0.059136 (measured)"
    );
    assert!(notices(&priced(unknown)).contains(&"residency.unknown"));
    assert!(!notices(&priced("model=gpt-image-2.6-flare")).contains(&"residency.unknown"));
    // With a markup: $30 x 1.1 x 1.1
    assert_eq!(
        lines("model=gpt-image-2&residency=1&markup=10")[0],
        "output images on image_output: 1756 x 36.3 = 0.0637428 (calculator)"
    );
}

/// Snapshots whose sources say nothing of regional processing cannot price it.
#[test]
fn regional_processing_before_a_source_names_it() {
    let link = "rates=2026-06-11&model=gpt-image-2&residency=1";
    assert_eq!(problems(&estimated(link)), ["residency.no_rate"]);
    assert_eq!(fixes(link), [["rates=2026-09-08"], ["residency=0"]]);
    // An exempt model costs the same either way.
    assert_eq!(
        problems(&estimated(
            "rates=2026-06-11&model=gpt-image-1.5&residency=1"
        )),
        [""; 0]
    );
}

/// One line at the printed price; `medium` is standard, `high` is hd.
#[test]
fn dall_e_is_flat() {
    for (model, quality, size, price) in [
        ("dall-e-3", "medium", "1024x1024", "0.04"),
        ("dall-e-3", "medium", "1024x1792", "0.08"),
        ("dall-e-3", "medium", "1792x1024", "0.08"),
        ("dall-e-3", "high", "1024x1024", "0.08"),
        ("dall-e-3", "high", "1024x1792", "0.12"),
        ("dall-e-3", "high", "1792x1024", "0.12"),
        ("dall-e-2", "medium", "256x256", "0.016"),
        ("dall-e-2", "medium", "512x512", "0.018"),
        ("dall-e-2", "medium", "1024x1024", "0.02"),
    ] {
        let link = format!("model={model}&quality={quality}&size={size}");
        let expected =
            format!("images at a flat price on flat: 1 images x {price} = {price} (official)");
        assert_eq!(lines(&link), [expected]);
        assert!(notices(&priced(&link)).contains(&"model.retired"));
    }
    assert_eq!(
        lines("model=dall-e-2&size=512x512&n=10"),
        ["images at a flat price on flat: 10 images x 0.018 = 0.18 (official)"]
    );
    // A gateway's margin is on what it resells: $0.04 x 1.2. Regional processing leaves it alone.
    assert_eq!(
        lines("model=dall-e-3&markup=20&residency=1"),
        ["images at a flat price on flat: 1 images x 0.048 = 0.048 (official)"]
    );
    assert_eq!(
        problems(&estimated("model=dall-e-3&n=2")),
        ["n.unsupported"]
    );
    assert_eq!(
        problems(&estimated("model=dall-e-3&tier=batch")),
        ["tier.unsupported"]
    );
    assert_eq!(
        problems(&estimated("model=dall-e-2&quality=high")),
        ["quality.unsupported"]
    );
    assert_eq!(
        problems(&estimated("model=dall-e-3&quality=auto")),
        ["quality.unsupported"]
    );
}

/// Before the shutdown it is told beforehand, after it that the price is for old bills.
#[test]
fn the_end_of_a_model_is_told() {
    let told = |link: &str| notices(&priced(link));
    assert!(told("rates=2026-05-06&model=dall-e-3").contains(&"model.shutdown"));
    assert!(told("rates=2026-06-11&model=dall-e-3").contains(&"model.retired"));
    assert!(told("rates=2026-10-14&model=gpt-image-1").contains(&"model.shutdown"));
    assert!(told("rates=2026-11-04&model=gpt-image-1").contains(&"model.retired"));
    assert!(told("model=gpt-image-1.5").contains(&"model.shutdown"));
    assert_eq!(told("model=gpt-image-2"), [""; 0]);
}
