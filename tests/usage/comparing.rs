//! A bill beside its estimate: likely causes, each with the amount it explains.

use crate::cases::{causes, compared};
use crate::common::span;
use pixelbill::rates::SideTable;

const LINK: &str = "v=1&model=gpt-image-2.5-flare&size=1024x1024&quality=high&prompt=8";

fn usage(text: u64, image: u64, out: u64) -> String {
    format!(
        r#"{{"input_tokens":{},"input_tokens_details":{{"text_tokens":{text},"image_tokens":{image}}},"output_tokens":{out},"output_tokens_details":{{"image_tokens":{out},"text_tokens":0}}}}"#,
        text + image
    )
}

/// Difference and causes of a bill that is one usage object.
#[track_caller]
fn explained(link: &str, text: &str) -> (String, Vec<String>) {
    let comparison = compared(link, text, |_| {});
    (span(comparison.difference()), causes(&comparison))
}

#[test]
fn as_estimated() {
    // 8 + 6 of text, 1,756 of output
    let (difference, causes) = explained(LINK, &usage(14, 0, 1756));
    assert_eq!(difference, "0");
    assert_eq!(causes, [""; 0]);
}

#[test]
fn another_quality_by_its_tokens() {
    // max instead of high: (7,024 - 1,756) x 30 = 0.15804
    let (difference, causes) = explained(LINK, &usage(14, 0, 7024));
    assert_eq!(difference, "0.15804");
    assert_eq!(causes, ["quality: 0.15804"]);
    let comparison = compared(LINK, &usage(14, 0, 7024), |_| {});
    assert_eq!(
        comparison.causes[0].kind.to_string(),
        "the tokens fit quality max, not high"
    );
}

#[test]
fn size_and_quality_that_the_answer_echoes() {
    let text = format!(
        r#"{{"created":1,"data":[{{}}],"size":"1536x1024","quality":"low","usage":{}}}"#,
        usage(14, 0, 158)
    );
    // 1536x1024 at high is 1,372: -384 x 30; low is 158: -1,214 x 30
    let (difference, causes) = explained(LINK, &text);
    assert_eq!(difference, "-0.04794");
    assert_eq!(causes, ["size: -0.01152", "quality: -0.03642"]);
}

#[test]
fn partial_images_references_and_prompt() {
    // 3 x 100 x 30 = 0.009; 1,024 x 8 = 0.008192; 20 x 5 = 0.0001
    let (difference, causes) = explained(LINK, &usage(34, 1024, 2056));
    assert_eq!(difference, "0.017292");
    assert_eq!(
        causes,
        ["partials: 0.009", "refs: 0.008192", "prompt: 0.0001"]
    );
}

#[test]
fn more_images_than_estimated() {
    let text = format!(
        r#"{{"created":1,"data":[{{}},{{}},{{}}],"usage":{}}}"#,
        usage(14, 0, 3 * 1756)
    );
    // Two more images, 2 x 1,756 x 30; inputs are [1, 3] times 14 x 5, billed once.
    let comparison = compared(LINK, &text, |_| {});
    assert_eq!(span(comparison.difference()), "0.10536");
    assert_eq!(causes(&comparison)[0], "n: 0.10536..0.1055");
    assert_eq!(
        comparison.causes[0].kind.to_string(),
        "3 images in a request instead of 1"
    );
}

#[test]
fn another_model() {
    // gpt-image-2 at high is 7,024 where 2.5 is 1,756.
    let text = format!(
        r#"{{"created":1,"model":"gpt-image-2","quality":"high","size":"1024x1024","data":[{{}}],"usage":{}}}"#,
        usage(14, 0, 7024)
    );
    let (difference, causes) = explained(LINK, &text);
    assert_eq!(difference, "0.15804");
    assert_eq!(causes, ["model: 0.15804"]);
}

#[test]
fn text_output_of_1_5() {
    let link = "v=1&model=gpt-image-1.5&quality=high&prompt=6";
    let text = r#"{"input_tokens":12,"input_tokens_details":{"image_tokens":0,"text_tokens":12},"output_tokens":4501,"output_tokens_details":{"image_tokens":4160,"text_tokens":341}}"#;
    // Estimated 341 to 856 x 10, billed 341.
    let (difference, causes) = explained(link, text);
    assert_eq!(difference, "-0.00515..0");
    assert_eq!(causes, ["text_returned: -0.00515..0"]);
}

#[test]
fn quality_auto_becomes_one() {
    let link = "v=1&model=gpt-image-2.5-flare&quality=auto&prompt=8";
    // low 196 to max 7,024; high came: 1,756
    let comparison = compared(link, &usage(14, 0, 1756), |_| {});
    assert_eq!(causes(&comparison), ["quality: -0.15804..0.0468"]);
    assert_eq!(
        comparison.causes[0].kind.to_string(),
        "quality auto became high, as the tokens say"
    );
}

#[test]
fn counts_that_were_an_interval() {
    let link = "v=1&model=gpt-image-2.6-flare&size=1536x1024&quality=low&prompt=8";
    // 3 to 4.25 times 158: 474 to 672; 664 came
    let (_, causes) = explained(link, &usage(14, 0, 664));
    assert_eq!(causes, ["spread: -0.00024..0.0057"]);
}

#[test]
fn output_that_fits_nothing() {
    let (_, causes) = explained(LINK, &usage(14, 0, 1763));
    // 7 x 30
    assert_eq!(causes, ["unexplained: 0.00021"]);
}

#[test]
fn the_text_model_of_the_responses_route() {
    let link = "v=1&model=gpt-image-2&route=responses&driver=gpt-5.4&prompt=60";
    let text = format!(
        r#"{{"usage":{{"input_tokens":1732,"output_tokens":121}},"tool_usage":{{"image_gen":{}}}}}"#,
        usage(108, 0, 1756)
    );
    let comparison = compared(link, &text, |_| {});
    let kinds: Vec<&str> = comparison.causes.iter().map(|it| it.kind.code()).collect();
    assert_eq!(kinds, ["prompt", "driver_input", "driver_output"]);
    // What was observed lies within what was estimated.
    let difference = comparison.difference();
    assert!(difference.low.0 < 0.into() && difference.high.0 > 0.into());
}

#[test]
fn a_contract_is_a_cause_of_its_own() {
    let link = "v=1&model=gpt-image-1&quality=low&prompt=12";
    let rule = &SideTable::embedded().billing[0];
    let comparison = compared(link, &usage(18, 0, 272), |terms| terms.rule = Some(rule));
    // 18 x 0.00001 + 272 x 0.00004 = 0.01106, at OpenAI's rates 0.01097
    assert_eq!(span(comparison.billed), "0.01106");
    assert_eq!(causes(&comparison), ["contract: 0.00009"]);
}

#[test]
fn without_usage_the_estimate_stands_beside() {
    let text = r#"{"created":1,"data":[{}]}"#;
    let comparison = compared(LINK, text, |_| {});
    assert_eq!((comparison.unbillable, comparison.records), (1, 0));
    // 14 x 5 + 1,756 x 30
    assert_eq!(span(comparison.stands_in), "0.05275");
    assert_eq!(span(comparison.billed), "0");
}
