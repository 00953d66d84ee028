//! One generation on the Image API, line by line.

use crate::common::{line, lines, notices, priced, total};

#[test]
fn a_plain_generation() {
    assert_eq!(
        lines("model=gpt-image-2&prompt=50"),
        [
            // 1,756 x $30/M
            "output images on image_output: 1756 x 30 = 0.05268 (calculator)",
            // 50 x $5/M
            "prompt on text_input: 50 x 5 = 0.00025 (given)",
            // 6 x $5/M
            "prompt overhead on text_input: 6 x 5 = 0.00003 (community)",
        ]
    );
    // $0.05268 + $0.00025 + $0.00003 = $0.05296, a thousand times
    assert_eq!(total("model=gpt-image-2&requests=1000"), "52.96");
}

/// The table of the models before gpt-image-2, times their rates.
#[test]
fn every_cell_of_the_table_at_the_rate_of_each_model() {
    let output = |model: &str, quality: &str, size: &str| {
        priced(&format!("model={model}&quality={quality}&size={size}")).stages[0].line_items[0]
            .per_request
            .high
            .to_string()
    };
    // 6,208 x $40/M; printed as $0.25
    assert_eq!(output("gpt-image-1", "high", "1536x1024"), "0.24832");
    // 1,056 x $40/M; printed as $0.042
    assert_eq!(output("gpt-image-1", "medium", "1024x1024"), "0.04224");
    // 6,208 x $32/M; printed as $0.2
    assert_eq!(output("gpt-image-1.5", "high", "1536x1024"), "0.198656");
    // 272 x $32/M; printed as $0.009
    assert_eq!(
        output("chatgpt-image-latest", "low", "1024x1024"),
        "0.008704"
    );
    // 272 x $8/M; printed as $0.005, which does not follow
    assert_eq!(output("gpt-image-1-mini", "low", "1024x1024"), "0.002176");
    // 4,160 x $8/M
    assert_eq!(output("gpt-image-1-mini", "high", "1024x1024"), "0.03328");
}

/// Outputs are n times; that inputs are, too, rests on one author: once to n times.
#[test]
fn several_images_of_one_request() {
    let link = "model=gpt-image-2.5-sunburst&size=1536x1024&quality=high&n=4&prompt=100";
    assert_eq!(
        lines(link),
        [
            // 4 x 1,372 = 5,488
            "output images on image_output: 5488 x 30 = 0.16464 (calculator)",
            // 100 to 4 x 100
            "prompt on text_input: 100..400 x 5 = 0.0005..0.002 (given)",
            // 6 to 4 x 6
            "prompt overhead on text_input: 6..24 x 5 = 0.00003..0.00012 (community)",
        ]
    );
    // 0.16464 + 0.0005 + 0.00003 to 0.16464 + 0.002 + 0.00012
    assert_eq!(total(link), "0.16517..0.16676");
    assert!(notices(&priced(link)).contains(&"n.inputs"));
    let per_image = priced(link)
        .totals
        .and_then(|totals| totals.per_image)
        .expect("images");
    // A quarter of either end
    assert_eq!(
        (per_image.low.to_string(), per_image.high.to_string()),
        ("0.0412925".into(), "0.04169".into())
    );
}

/// 100 tokens each, and fewer may arrive than asked.
#[test]
fn partial_images() {
    let link = "model=gpt-image-2&n=2&partials=3&prompt=0";
    assert_eq!(
        lines(link),
        [
            "output images on image_output: 3512 x 30 = 0.10536 (calculator)",
            // 2 x 100 x 0 to 2 x 100 x 3
            "partial images on image_output: 0..600 x 30 = 0..0.018 (official)",
            "prompt overhead on text_input: 6..12 x 5 = 0.00003..0.00006 (community)",
        ]
    );
    // A real streamed edit of gpt-image-1: 4,460 output tokens = 4,160 + 3 x 100
    let streamed = priced("rates=2026-10-14&model=gpt-image-1&quality=high&partials=3");
    let output: Vec<String> = streamed.stages[0]
        .line_items
        .iter()
        .take(2)
        .map(line)
        .collect();
    assert_eq!(
        output,
        [
            "output images on image_output: 4160 x 40 = 0.1664 (official)",
            "partial images on image_output: 0..300 x 40 = 0..0.012 (official)",
        ]
    );
}

/// gpt-image-1.5 and chatgpt-image-latest bill text that comes back, 341 to 856 tokens an image.
#[test]
fn text_comes_back_with_images_of_1_5() {
    for model in ["gpt-image-1.5", "chatgpt-image-latest"] {
        assert_eq!(
            lines(&format!("model={model}&quality=low&n=2")),
            [
                // 2 x 272 x $32/M
                "output images on image_output: 544 x 32 = 0.017408 (official)",
                "prompt on text_input: 50..100 x 5 = 0.00025..0.0005 (given)",
                "prompt overhead on text_input: 6..12 x 5 = 0.00003..0.00006 (community)",
                // 2 x 341 to 2 x 856, x $10/M
                "text returned on text_output: 682..1712 x 10 = 0.00682..0.01712 (measured)",
            ]
        );
    }
    assert!(
        lines("model=gpt-image-1-mini")
            .iter()
            .all(|line| !line.starts_with("text returned"))
    );
    assert!(
        lines("model=gpt-image-2")
            .iter()
            .all(|line| !line.starts_with("text returned"))
    );
}

/// 2.6: no formula is known; a spread around 2.5, rounded outward, then n times.
#[test]
fn gpt_image_2_6_is_an_interval() {
    let first = |link: &str| lines(link).swap_remove(0);
    // 158 x 3 = 474; 158 x 4.25 = 671.5 -> 672
    assert_eq!(
        first("model=gpt-image-2.6-sunburst&size=1536x1024&quality=low"),
        "output images on image_output: 474..672 x 30 = 0.01422..0.02016 (measured)"
    );
    // 1,372 x 0.98 = 1,344.56 -> 1,344; x 1.02 = 1,399.44 -> 1,400; three times
    assert_eq!(
        first("model=gpt-image-2.6-flare&size=1536x1024&quality=high&n=3"),
        "output images on image_output: 4032..4200 x 30 = 0.12096..0.126 (measured)"
    );
    assert!(notices(&priced("model=gpt-image-2.6-flare")).contains(&"tokens.measured"));
}

#[test]
fn auto_is_an_interval_and_says_so() {
    let quality = "model=gpt-image-2&quality=auto";
    // 196 to 7,024
    assert_eq!(
        lines(quality)[0],
        "output images on image_output: 196..7024 x 30 = 0.00588..0.21072 (calculator)"
    );
    assert!(notices(&priced(quality)).contains(&"quality.auto"));
    let size = "model=gpt-image-2&size=auto&quality=medium";
    // 48 x 16 x 3,572,528 / 4M = 685.9 at 2172x724; 48 x 48 x 3,572,516 / 4M = 2,057.8 at 1254x1254
    assert_eq!(
        lines(size)[0],
        "output images on image_output: 686..2058 x 30 = 0.02058..0.06174 (calculator)"
    );
    assert!(notices(&priced(size)).contains(&"size.auto"));
    // A list of sizes: 1,056 to 1,584
    assert_eq!(
        lines("model=gpt-image-1.5&size=auto&quality=medium")[0],
        "output images on image_output: 1056..1584 x 32 = 0.033792..0.050688 (official)"
    );
}

/// Turns and context mean nothing on the Image API: set aside, with a notice, at no cost.
#[test]
fn turns_and_context_are_set_aside_on_the_image_api() {
    let plain = total("model=gpt-image-2");
    for (link, told) in [
        (
            "turns=5",
            "turns mean nothing on the Image API and are set aside.",
        ),
        (
            "context=9000",
            "context mean nothing on the Image API and are set aside.",
        ),
        (
            "turns=5&context=9000",
            "turns and context mean nothing on the Image API and are set aside.",
        ),
    ] {
        let link = format!("model=gpt-image-2&{link}");
        assert_eq!(total(&link), plain);
        let notice = &priced(&link).notices[0];
        assert_eq!(
            (notice.kind.code(), notice.kind.to_string().as_str()),
            ("route.set_aside", told)
        );
    }
}
