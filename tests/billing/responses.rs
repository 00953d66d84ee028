//! The Responses route: the image model, and the driver's two passes beside it.

use crate::common::{line, lines, notices, priced, span};
use pixelbill::estimate::{Charge, Estimate, What};
use pixelbill::interval::Interval;

const ASK: &str = "route=responses&driver=gpt-4.1-mini&model=gpt-image-2";

fn of(estimate: &Estimate, what: What) -> String {
    let items = &estimate.stages[0].line_items;
    let found: Vec<String> = items
        .iter()
        .filter(|item| item.what == what)
        .map(line)
        .collect();
    found.join("; ")
}

#[test]
fn one_call() {
    assert_eq!(
        lines(&format!("{ASK}&prompt=50")),
        [
            "output images on image_output: 1756 x 30 = 0.05268 (calculator)",
            // The revised prompt, without overhead: min(50, 60) to max(50, 120)
            "revised prompt on text_input: 50..120 x 5 = 0.00025..0.0006 (measured)",
            // First pass 0 + 50 + 9 + 170..260 = 229..319, second 35..90 more = 264..409
            "driver input on text_input: 493..728 x 0.4 = 0.0001972..0.0002912 (community)",
            // The finished image, 1,024 patches x 1.62 = 1,658.88, at every level of this driver
            "images read by the driver on text_input: 1659 x 0.4 = 0.0006636 (community)",
            "driver output on text_output: 60..210 x 1.6 = 0.000096..0.000336 (community)",
        ]
    );
}

/// A prompt beyond what was seen widens the interval, not to be left out of it.
#[test]
fn the_revised_prompt_spans_the_prompt() {
    let revised = |prompt| {
        of(
            &priced(&format!("{ASK}&prompt={prompt}")),
            What::RevisedPrompt,
        )
    };
    assert_eq!(
        revised(0),
        "revised prompt on text_input: 0..120 x 5 = 0..0.0006 (measured)"
    );
    assert_eq!(
        revised(90),
        "revised prompt on text_input: 60..120 x 5 = 0.0003..0.0006 (measured)"
    );
    assert_eq!(
        revised(500),
        "revised prompt on text_input: 60..500 x 5 = 0.0003..0.0025 (measured)"
    );
    // The limit of the Image API does not hold here.
    assert_eq!(
        revised(1_000_000),
        "revised prompt on text_input: 60..1000000 x 5 = 0.0003..5 (measured)"
    );
}

/// Seen on bills with a prompt of 11 tokens: gpt-4.1-mini read 2,294 tokens and wrote 119; gpt-4o
/// read 674.
#[test]
fn the_driver_holds_what_was_measured() {
    let tokens = |driver: &str, meter: &str| {
        let estimate = priced(&format!("{ASK}&prompt=11").replace("gpt-4.1-mini", driver));
        let items = estimate.stages[0].line_items.iter().filter(|item| {
            matches!(
                item.what,
                What::DriverInput | What::DriverImages | What::DriverOutput
            )
        });
        items.fold(Interval::point(0), |sum, item| match item.charge {
            Charge::Tokens {
                meter: on, tokens, ..
            } if on.as_str() == meter => sum + tokens,
            _ => sum,
        })
    };
    assert!(tokens("gpt-4.1-mini", "text_input").contains(2294));
    assert!(tokens("gpt-4.1-mini", "text_output").contains(119));
    assert!(tokens("gpt-4o", "text_input").contains(674));
}

/// V spans the driver's levels: 308 at low to 1,229 at original on gpt-6-astra.
#[test]
fn the_finished_image_is_read_at_an_unknown_level() {
    let read = |more: &str| {
        of(
            &priced(&format!("{ASK}{more}").replace("gpt-4.1-mini", "gpt-6-astra")),
            What::DriverImages,
        )
    };
    assert_eq!(
        read(""),
        "images read by the driver on text_input: 308..1229 x 10 = 0.00308..0.01229 (community)"
    );
    // size=auto: over both sizes. 2172x724 at low is 512x171, 16 x 6 x 1.2 = 115.2; 1254x1254 at
    // original 40 x 40 x 1.2 = 1,920
    assert_eq!(
        read("&size=auto"),
        "images read by the driver on text_input: 116..1920 x 10 = 0.00116..0.0192 (community)"
    );
}

/// Input images: by their own rule to the image model, at detail auto to the driver in both passes.
#[test]
fn an_edit_through_the_driver() {
    let estimate = priced(&format!("{ASK}&task=edit&refs=512x512*2"));
    assert_eq!(
        of(&estimate, What::InputImages),
        "input images on image_input: 2048 x 8 = 0.016384 (measured)"
    );
    // 16 x 16 x 1.62 = 414.72 -> 415; 2 images x 2 passes x 415 = 1,660, and the finished 1,659
    assert_eq!(
        of(&estimate, What::DriverImages),
        "images read by the driver on text_input: 3319 x 0.4 = 0.0013276 (community)"
    );
}

/// Three turns: each makes its image, reads what went before, and carries the last image again.
#[test]
fn a_conversation() {
    let estimate = priced(&format!("{ASK}&prompt=50&turns=3"));
    assert_eq!(
        estimate.stages[0]
            .line_items
            .iter()
            .map(line)
            .collect::<Vec<_>>(),
        [
            // 3 x 1,756
            "output images on image_output: 5268 x 30 = 0.15804 (calculator)",
            "revised prompt on text_input: 150..360 x 5 = 0.00075..0.0018 (measured)",
            // The last image in two later turns: 2 x 1,024
            "input images on image_input: 2048 x 8 = 0.016384 (measured)",
            // 3 x 493..728, and what earlier turns said, 50 + 60..210 = 110..260, once in the second
            // turn and twice in the third, in both passes: 6 x 110..260. 1,479 + 660, 2,184 + 1,560
            "driver input on text_input: 2139..3744 x 0.4 = 0.0008556..0.0014976 (community)",
            // V in the second pass of the first turn; V, V + V in each later one: 7 x 1,659
            "images read by the driver on text_input: 11613 x 0.4 = 0.0046452 (community)",
            "driver output on text_output: 180..630 x 1.6 = 0.000288..0.001008 (community)",
        ]
    );
    // The images of the last turn are the stage's.
    assert_eq!(
        estimate.totals.map(|totals| span(totals.images)),
        Some("1".into())
    );
}

/// Every part again: edits, partial images, text that comes back, context.
#[test]
fn a_conversation_with_everything() {
    let link = "route=responses&driver=gpt-4o&model=gpt-image-1.5&quality=low&task=edit&refs=1024x1024\
         &prompt=100&context=1000&turns=2&partials=2";
    assert_eq!(
        lines(link),
        [
            // 2 x 272
            "output images on image_output: 544 x 32 = 0.017408 (official)",
            // 2 x 100 x 0..2
            "partial images on image_output: 0..400 x 32 = 0..0.0128 (official)",
            "text returned on text_output: 682..1712 x 10 = 0.00682..0.01712 (measured)",
            // 2 x 60..120
            "revised prompt on text_input: 120..240 x 5 = 0.0006..0.0012 (measured)",
            // The reference twice, the first image once: 3 x 194
            "input images on image_input: 582 x 8 = 0.004656 (community)",
            // Turn 1: 1,000 + 100 + 9 + 170..260 = 1,279..1,369, and + 35..90: 2,593..2,828
            // Turn 2: the same and 2 x (100 + 60..210) = 320..620: 2,913..3,448
            "driver input on text_input: 5506..6276 x 2.5 = 0.013765..0.01569 (community)",
            // R is 765 at auto; V 85 at low to 765 at high. R in four passes, V in the second of the
            // first turn, once and twice in the second: 3,060 + 4 x 85..765
            "images read by the driver on text_input: 3400..6120 x 2.5 = 0.0085..0.0153 (community)",
            "driver output on text_output: 120..420 x 10 = 0.0012..0.0042 (community)",
        ]
    );
}

/// So many percent of each input line move to the cached meter, rounded down to whole tokens.
#[test]
fn cached_input() {
    let link = format!("{ASK}&prompt=50&turns=2&cached=33.33");
    assert_eq!(
        lines(&link),
        [
            "output images on image_output: 3512 x 30 = 0.10536 (calculator)",
            // 100..240: 33.33 -> 33 and 79.992 -> 79 are cached
            "revised prompt on text_input: 67..161 x 5 = 0.000335..0.000805 (measured)",
            "revised prompt on cached_text_input: 33..79 x 1.25 = 0.00004125..0.00009875 (measured)",
            // 1,024: 341.2992 -> 341
            "input images on image_input: 683 x 8 = 0.005464 (measured)",
            "input images on cached_image_input: 341 x 2 = 0.000682 (measured)",
            // 2 x 493..728 + 2 x 110..260 = 1,206..1,976: 401.9 -> 401 and 658.6 -> 658
            "driver input on text_input: 805..1318 x 0.4 = 0.000322..0.0005272 (community)",
            "driver input on cached_text_input: 401..658 x 0.1 = 0.0000401..0.0000658 (community)",
            // 4 x 1,659 = 6,636: 2,211.7 -> 2,211
            "images read by the driver on text_input: 4425 x 0.4 = 0.00177 (community)",
            "images read by the driver on cached_text_input: 2211 x 0.1 = 0.0002211 (community)",
            "driver output on text_output: 120..420 x 1.6 = 0.000192..0.000672 (community)",
        ]
    );
    assert!(notices(&priced(&link)).contains(&"cached.writes"));
    // All of it: no line without tokens is left.
    let all = lines(&format!("{ASK}&cached=100"));
    assert!(
        all.iter().all(|line| !line.contains(" on text_input")),
        "{all:?}"
    );
    // Too little to move a token.
    let little = lines(&format!("{ASK}&prompt=10&cached=0.01"));
    assert!(
        little.iter().all(|line| !line.contains(" on cached_")),
        "{little:?}"
    );
}

/// The Batch API applies to both models; cached text of 1.5 is printed as $0.63.
#[test]
fn the_batch_api_on_both_models() {
    let link =
        "route=responses&driver=gpt-4.1-mini&model=gpt-image-1.5&tier=batch&cached=50&prompt=100";
    let lines = lines(link);
    assert_eq!(
        lines[..4],
        [
            "output images on image_output: 1056 x 16 = 0.016896 (official)",
            "text returned on text_output: 341..856 x 5 = 0.001705..0.00428 (measured)",
            "revised prompt on text_input: 30..60 x 2.5 = 0.000075..0.00015 (measured)",
            "revised prompt on cached_text_input: 30..60 x 0.63 = 0.0000189..0.0000378 (measured)",
        ]
    );
    assert!(lines[4].starts_with("driver input on text_input: ") && lines[4].contains(" x 0.2 = "));
    assert!(
        lines[5].starts_with("driver input on cached_text_input: ")
            && lines[5].contains(" x 0.05 = ")
    );
}

/// A pass above 272,000 input tokens costs the driver twice the input and 1.5 times the output.
#[test]
fn a_very_long_pass() {
    let ask = ASK.replace("gpt-4.1-mini", "gpt-6-astra");
    // First pass: 271,600 + 50 + 9 + 170..260 = 271,829..271,919, not above.
    // Second: 35..90 more, and V 308..1,229: 272,172..273,238, above.
    let link = format!("{ask}&prompt=50&context=271600");
    let driver: Vec<String> = lines(&link)
        .into_iter()
        .filter(|line| line.contains("driver"))
        .collect();
    assert_eq!(
        driver,
        [
            "driver input on text_input: 271829..271919 x 10 = 2.71829..2.71919 (community)",
            "driver input on text_input: 271864..272009 x 20 = 5.43728..5.44018 (community)",
            "images read by the driver on text_input: 308..1229 x 20 = 0.00616..0.02458 (community)",
            "driver output on text_output: 60..210 x 75 = 0.0045..0.01575 (community)",
        ]
    );
    // Both ends of a pass around the bound: the surcharge is an interval.
    let around = lines(&format!("{ask}&prompt=50&context=271200"));
    assert!(
        around.contains(
            &"driver output on text_output: 60..210 x 50..75 = 0.003..0.01575 (community)"
                .to_owned()
        ),
        "{around:#?}"
    );
}

#[test]
fn what_is_not_counted_is_told() {
    let told = notices(&priced(ASK));
    assert!(told.contains(&"driver.reasoning"));
    assert!(!told.contains(&"cached.writes"));
}
