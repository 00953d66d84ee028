//! A stage: sends, repeated and blocked requests, accepted images.

use crate::common::{notices, priced, span, total};
use pixelbill::estimate::{Estimate, Totals};

fn totals(link: &str) -> Totals {
    priced(link).totals.expect("totals")
}

fn sends(estimate: &Estimate) -> (String, String) {
    let stage = &estimate.stages[0];
    (stage.sends_per_request.to_string(), stage.sends.to_string())
}

/// gpt-image-2 medium at 1024x1024: $0.05296 a request.
const ONE: &str = "model=gpt-image-2&requests=1000";

/// sends = 1 + p + p^2 + … + p^(tries-1); delivered = 1 - p^tries.
#[test]
fn repeated_sends_are_billed() {
    // 1 + 0.1 = 1.1 of at most two tries; 1 - 0.01 of the requests bring an image
    let link = format!("{ONE}&retries=10");
    assert_eq!(sends(&priced(&link)), ("1.1".into(), "1100".into()));
    // 1,100 x $0.05296
    assert_eq!(total(&link), "58.256");
    assert_eq!(span(totals(&link).images), "990");
    // $58.256 / 990 = 0.05884444…
    assert_eq!(
        totals(&link).per_image.map(span),
        Some("0.0588444444".into())
    );
    // 1 + 0.25 + 0.0625 = 1.3125; 1 - 0.015625
    let three = format!("{ONE}&retries=25&tries=3");
    assert_eq!(sends(&priced(&three)), ("1.3125".into(), "1312.5".into()));
    assert_eq!(span(totals(&three).images), "984.375");
    // One try: nothing is repeated, but a tenth brings no image
    let once = format!("{ONE}&retries=10&tries=1");
    assert_eq!(sends(&priced(&once)), ("1".into(), "1000".into()));
    assert_eq!(total(&once), "52.96");
    assert_eq!(span(totals(&once).images), "900");
}

/// What always fails costs every try and brings nothing: no price an image.
#[test]
fn what_always_fails() {
    let link = format!("{ONE}&retries=100&tries=10");
    let all = totals(&link);
    assert_eq!(sends(&priced(&link)), ("10".into(), "10000".into()));
    // 10,000 x $0.05296
    assert_eq!(span(all.total), "529.6");
    assert_eq!(span(all.images), "0");
    assert_eq!((all.per_image, all.per_accepted_image), (None, None));
}

/// From "none is billed" to "all are"; a blocked request brings no image either way.
#[test]
fn blocked_requests_are_an_interval() {
    let link = format!("{ONE}&blocked=5");
    // $52.96 x 0.95 = $50.312
    assert_eq!(total(&link), "50.312..52.96");
    assert_eq!(span(totals(&link).images), "950");
    // 50.312 / 950 = 0.05296 to 52.96 / 950 = 0.05574736842…
    assert_eq!(
        totals(&link).per_image.map(span),
        Some("0.05296..0.0557473684".into())
    );
    assert!(notices(&priced(&link)).contains(&"blocked.billing"));
    let all = totals(&format!("{ONE}&blocked=100"));
    assert_eq!(
        (span(all.total), span(all.images)),
        ("0..52.96".into(), "0".into())
    );
    assert_eq!(all.per_image, None);
}

#[test]
fn accepted_images_carry_the_cost_of_all() {
    let all = totals(&format!("{ONE}&accept=40"));
    assert_eq!(
        (span(all.images), span(all.accepted_images)),
        ("1000".into(), "400".into())
    );
    // $52.96 / 1,000 and / 400
    assert_eq!(all.per_image.map(span), Some("0.05296".into()));
    assert_eq!(all.per_accepted_image.map(span), Some("0.1324".into()));
    // Three crops of each: $0.1324 / 3
    assert_eq!(all.per_use(3).map(span), Some("0.0441333333".into()));
    let none = totals(&format!("{ONE}&accept=0"));
    assert_eq!(
        (none.per_image.map(span), none.per_accepted_image),
        (Some("0.05296".into()), None)
    );
    assert_eq!(none.per_use(3), None);
}

/// All of it at once: 1,000 requests x 1.1 sends x 2 images.
#[test]
fn everything_at_once() {
    let link = format!("{ONE}&n=2&prompt=0&retries=10&blocked=5&accept=50");
    let all = totals(&link);
    // One request: 2 x 1,756 x $30/M = $0.10536, and 6 to 12 x $5/M of overhead
    // low: ($0.10536 + $0.00003) x 1,100 x 0.95 = $110.13255; high: $0.10542 x 1,100 = $115.962
    assert_eq!(span(all.total), "110.13255..115.962");
    // 1,000 x 0.95 x 0.99 x 2
    assert_eq!(span(all.images), "1881");
    assert_eq!(span(all.accepted_images), "940.5");
    // 110.13255 / 940.5 = 0.1171; 115.962 / 940.5 = 0.12329824…
    assert_eq!(
        all.per_accepted_image.map(span),
        Some("0.1171..0.1232982456".into())
    );
}
