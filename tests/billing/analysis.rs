//! An analysis: a text model reads images and returns text.

use crate::common::{estimated, lines, notices, priced, problems, span, total};

const ASK: &str = "task=analyze&driver=gpt-6-astra";

#[test]
fn one_turn() {
    let link = format!("{ASK}&refs=4032x3024&prompt=150&answer=400");
    assert_eq!(
        lines(&link),
        [
            // 0 + 150 + 7
            "analysis input on text_input: 157 x 10 = 0.00157 (given)",
            // 126 x 95 patches x 1.2
            "images analysed on text_input: 14364 x 10 = 0.14364 (official)",
            "answer on text_output: 400 x 50 = 0.02 (given)",
        ]
    );
    let all = priced(&link).totals.expect("totals");
    assert_eq!(
        (span(all.total), span(all.images), all.per_image),
        ("0.16521".into(), "0".into(), None)
    );
    assert!(notices(&priced(&link)).contains(&"driver.reasoning"));
}

/// The trap of the default level: nearly five times `high`.
#[test]
fn detail_levels() {
    let images = |driver: &str, detail: &str| {
        let link = format!("task=analyze&driver={driver}&detail={detail}&refs=4032x3024");
        lines(&link).swap_remove(1)
    };
    assert_eq!(
        images("gpt-6-astra", "auto"),
        "images analysed on text_input: 14364 x 10 = 0.14364 (official)"
    );
    assert_eq!(
        images("gpt-6-astra", "high"),
        "images analysed on text_input: 2942 x 10 = 0.02942 (official)"
    );
    // 512x384: 16 x 12 x 1.2 = 230.4
    assert_eq!(
        images("gpt-6-astra", "low"),
        "images analysed on text_input: 231 x 10 = 0.00231 (official)"
    );
    // Tiles: 1024x768 -> 2 x 2: 70 + 4 x 140; gpt-5.1 takes original and counts it as high
    assert_eq!(
        images("gpt-5.1", "original"),
        "images analysed on text_input: 630 x 1.25 = 0.0007875 (official)"
    );
    assert_eq!(images("gpt-5.1", "high"), images("gpt-5.1", "original"));
    assert_eq!(
        images("gpt-4o-mini", "low"),
        "images analysed on text_input: 2833 x 0.15 = 0.00042495 (official)"
    );
    let refused = estimated("task=analyze&driver=gpt-5.2&detail=original&refs=512x512");
    assert_eq!(problems(&refused), ["detail.unsupported"]);
}

/// Each turn sends context, the images and what was said before.
#[test]
fn a_conversation() {
    assert_eq!(
        lines(&format!(
            "{ASK}&refs=1024x1024*2,256x256&prompt=150&answer=400&context=1000&turns=3"
        )),
        [
            // 1,157 + (1,157 + 550) + (1,157 + 1,100) = 5,121
            "analysis input on text_input: 5121 x 10 = 0.05121 (given)",
            // 3 x (2 x 1,229 + 77) = 7,605
            "images analysed on text_input: 7605 x 10 = 0.07605 (official)",
            "answer on text_output: 1200 x 50 = 0.06 (given)",
        ]
    );
}

/// Twice the input and 1.5 times the output above 272,000 tokens, of the models flagged so.
#[test]
fn the_surcharge_of_a_very_long_turn() {
    // 32x32 is one patch: 1.2 -> 2 tokens. 271,841 + 150 + 7 + 2 = 272,000: not above
    let just = format!("{ASK}&refs=32x32&prompt=150&answer=100&context=");
    assert_eq!(
        lines(&format!("{just}271841")),
        [
            "analysis input on text_input: 271998 x 10 = 2.71998 (given)",
            "images analysed on text_input: 2 x 10 = 0.00002 (official)",
            "answer on text_output: 100 x 50 = 0.005 (given)",
        ]
    );
    // One token more: the whole turn
    assert_eq!(
        lines(&format!("{just}271842")),
        [
            "analysis input on text_input: 271999 x 20 = 5.43998 (given)",
            "images analysed on text_input: 2 x 20 = 0.00004 (official)",
            "answer on text_output: 100 x 75 = 0.0075 (given)",
        ]
    );
    // The first turn of two is not above, the second is: 271,841 + 150 + 7 + 250 = 272,248
    assert_eq!(
        lines(&format!("{just}271841&turns=2")),
        [
            "analysis input on text_input: 271998 x 10 = 2.71998 (given)",
            "images analysed on text_input: 2 x 10 = 0.00002 (official)",
            "answer on text_output: 100 x 50 = 0.005 (given)",
            "analysis input on text_input: 272248 x 20 = 5.44496 (given)",
            "images analysed on text_input: 2 x 20 = 0.00004 (official)",
            "answer on text_output: 100 x 75 = 0.0075 (given)",
        ]
    );
    // Cached input as well: 50 % of 271,999 and of 2
    assert_eq!(
        lines(&format!("{just}271842&cached=50"))[..4],
        [
            "analysis input on text_input: 136000 x 20 = 2.72 (given)",
            "analysis input on cached_text_input: 135999 x 2 = 0.271998 (given)",
            "images analysed on text_input: 1 x 20 = 0.00002 (official)",
            "images analysed on cached_text_input: 1 x 2 = 0.000002 (official)",
        ]
    );
    // Own rates are left alone.
    assert_eq!(
        lines(&format!("{just}271842&own.text_input=10"))[0],
        "analysis input on text_input: 271999 x 10 = 2.71999 (given)"
    );
    // It is told, but for own rates.
    let told =
        |more: &str| notices(&priced(&format!("{just}{more}"))).contains(&"context.surcharge");
    assert!(told("271842") && told("271841&turns=2") && !told("271841"));
    assert!(!told("271842&own.text_input=10&own.text_output=10"));
    assert!(told("271842&own.text_input=10"));
}

#[test]
fn which_models_have_the_surcharge() {
    let newest = crate::common::book().newest();
    let flagged: Vec<&str> = newest
        .text_models
        .iter()
        .filter(|model| model.long_context.is_some())
        .map(|model| model.id)
        .collect();
    assert_eq!(
        flagged,
        [
            "gpt-6.2-astra",
            "gpt-6.2-sol",
            "gpt-6.1-terra",
            "gpt-6.1-sol",
            "gpt-6-astra",
            "gpt-6-sol",
            "gpt-5.6-sol",
            "gpt-5.6-terra",
            "gpt-5.5",
            "gpt-5.4",
        ]
    );
    let luna = lines("task=analyze&driver=gpt-6-luna&refs=32x32&context=1000000&prompt=0");
    assert_eq!(
        luna[0],
        "analysis input on text_input: 1000007 x 0.1 = 0.1000007 (given)"
    );
}

/// The Batch API, markup, regional processing, blocked requests and repeats hold as on images.
#[test]
fn everything_else_is_as_on_images() {
    let link = format!("{ASK}&refs=1024x1024&prompt=93&answer=200&requests=10");
    // (93 + 7 + 1,229) x $10/M + 200 x $50/M = $0.02329
    assert_eq!(total(&link), "0.2329");
    assert_eq!(total(&format!("{link}&tier=batch")), "0.11645");
    assert_eq!(total(&format!("{link}&markup=10")), "0.25619");
    assert_eq!(total(&format!("{link}&residency=1")), "0.25619");
    assert_eq!(total(&format!("{link}&blocked=10")), "0.20961..0.2329");
    assert_eq!(total(&format!("{link}&retries=50")), "0.34935");
    // What belongs to images alone costs nothing and is no problem.
    assert_eq!(
        total(&format!(
            "{link}&n=4&quality=max&size=5000x1&partials=3&mask=1"
        )),
        "0.2329"
    );
}

/// Promotional rates carry their end.
#[test]
fn a_promotion_is_told() {
    let estimate = priced("task=analyze&driver=gpt-5.6-sol&refs=512x512");
    let told = estimate
        .notices
        .iter()
        .find(|notice| notice.kind.code() == "rates.promotion");
    let told = told.expect("a notice").kind.to_string();
    assert!(told.contains("21 Nov 2026"), "{told}");
    assert!(
        !notices(&priced("task=analyze&driver=gpt-5.6-terra&refs=512x512"))
            .contains(&"rates.promotion")
    );
}
