//! Rates of the person's own: by meter, flat, in credits.

use crate::common::{estimated, lines, problems, total};

/// They replace the sourced ones meter by meter; markup and regional processing leave them alone.
#[test]
fn rates_by_meter() {
    assert_eq!(
        lines("model=gpt-image-2&own.image_output=25&markup=50&residency=1"),
        [
            "output images on image_output: 1756 x 25 = 0.0439 (calculator)",
            // $5 x 1.5 x 1.1
            "prompt on text_input: 50 x 8.25 = 0.0004125 (given)",
            "prompt overhead on text_input: 6 x 8.25 = 0.0000495 (community)",
        ]
    );
    assert_eq!(
        lines("model=gpt-image-2&own.image_output=0")[0],
        "output images on image_output: 1756 x 0 = 0 (calculator)"
    );
    // The driver's too: text in and out are its meters.
    let driver = lines("route=responses&driver=gpt-4.1-mini&model=gpt-image-2&own.text_output=3");
    assert!(
        driver
            .iter()
            .any(|line| line.starts_with("driver output on text_output: 60..210 x 3 ="))
    );
}

/// On a batch tier of which the model has no rates, own rates do not help: the API refuses it.
#[test]
fn own_rates_do_not_make_a_tier() {
    assert_eq!(
        problems(&estimated(
            "model=gpt-image-2.6-flare&tier=batch&own.image=0.01"
        )),
        ["tier.unsupported"]
    );
}

/// n x the flat price replaces every line; on a conversation, one image a turn.
#[test]
fn a_flat_price() {
    assert_eq!(
        lines("model=gpt-image-2&n=4&own.image=0.05&markup=50"),
        ["images at a flat price on flat: 4 images x 0.05 = 0.2 (given)"]
    );
    assert_eq!(
        lines("model=gpt-image-2&route=responses&driver=gpt-5.5&turns=3&own.image=0.05"),
        ["images at a flat price on flat: 3 images x 0.05 = 0.15 (given)"]
    );
    // Turns mean nothing on the Image API.
    assert_eq!(total("model=gpt-image-2&turns=3&own.image=0.05"), "0.05");
}

/// The class whose long edge is the first at or above the image's.
#[test]
fn credits() {
    let plan = "own.plan=20&own.credits=1000&own.credits_1k=4&own.credits_2k=8&own.credits_4k=20";
    // A credit is $20 / 1,000 = $0.02
    for (size, price) in [
        ("1024x1024", "0.08"),
        ("640x1024", "0.08"),
        ("1040x1024", "0.16"),
        ("2048x1152", "0.16"),
        ("2064x1152", "0.4"),
        ("3840x2160", "0.4"),
    ] {
        assert_eq!(
            lines(&format!("model=gpt-image-2&size={size}&{plan}")),
            [format!(
                "images paid in credits on flat: 1 images x {price} = {price} (given)"
            )]
        );
    }
    // A quotient has ten places: $10 / 3 = $3.3333333333, x 3 credits x 2 images
    assert_eq!(
        lines("model=gpt-image-2&n=2&own.plan=10&own.credits=3&own.credits_1k=3"),
        ["images paid in credits on flat: 2 images x 9.9999999999 = 19.9999999998 (given)"]
    );
}

/// `auto` may become a size of either class: 2172x724 is 4K, 1254x1254 is 2K; of a list, 1K and 2K.
#[test]
fn credits_with_an_automatic_size() {
    let asked = "own.plan=20&own.credits=1000";
    let flexible = format!("model=gpt-image-2&size=auto&{asked}&own.credits_2k=8");
    assert_eq!(problems(&estimated(&flexible)), ["own.credits_incomplete"]);
    assert_eq!(
        lines(&format!("{flexible}&own.credits_4k=20&own.credits_1k=1")),
        ["images paid in credits on flat: 1 images x 0.16..0.4 = 0.16..0.4 (given)"]
    );
    let list = format!("model=gpt-image-1.5&size=auto&{asked}&own.credits_2k=8");
    assert_eq!(problems(&estimated(&list)), ["own.credits_incomplete"]);
    assert_eq!(
        lines(&format!("{list}&own.credits_1k=4")),
        ["images paid in credits on flat: 1 images x 0.08..0.16 = 0.08..0.16 (given)"]
    );
}

#[test]
fn credits_half_given_and_other_contradictions() {
    for (own, code) in [
        ("own.plan=20", "own.credits_incomplete"),
        ("own.credits=100", "own.credits_incomplete"),
        ("own.credits_1k=4", "own.credits_incomplete"),
        ("own.plan=20&own.credits=100", "own.credits_incomplete"),
        (
            "own.plan=20&own.credits=100&own.credits_2k=4",
            "own.credits_incomplete",
        ),
        (
            "own.plan=20&own.credits=0&own.credits_1k=4",
            "own.credits_zero",
        ),
        (
            "own.plan=20&own.credits=100&own.credits_1k=4&own.image=1",
            "own.image_and_credits",
        ),
    ] {
        assert_eq!(
            problems(&estimated(&format!("model=gpt-image-2&{own}"))),
            [code],
            "{own}"
        );
    }
    let analysis = "task=analyze&driver=gpt-6-astra&refs=512x512";
    assert_eq!(
        problems(&estimated(&format!("{analysis}&own.image=1"))),
        ["own.analysis"]
    );
    assert_eq!(
        problems(&estimated(&format!("{analysis}&own.plan=20"))),
        ["own.analysis"]
    );
}

/// The dearest that keys allow: a problem with its way out, never a figure that stopped growing.
#[test]
fn beyond_what_can_be_counted() {
    let dear = "own.plan=1000000000&own.credits=0.000001&own.credits_1k=1000000000";
    let link = format!("model=gpt-image-2&requests=1000000000&n=10&retries=100&tries=10&{dear}");
    let estimate = estimated(&link);
    assert_eq!(problems(&estimate), ["requests.total_too_large"]);
    assert_eq!((estimate.totals, estimate.stages[0].totals), (None, None));
    // $1e15 a credit x 1e9 credits: not even one request fits, so the own rates have to go.
    let fix = &estimate.problems[0].fixes;
    assert_eq!(fix.len(), 1);
    assert_eq!(
        fix[0].0.iter().map(|change| change.key).collect::<Vec<_>>(),
        ["own.plan", "own.credits", "own.credits_1k"]
    );
    // $1,000,000,000 an image x 10 images x 10 sends is $1e11 a request: 10,000,000 requests fit.
    let estimate = estimated(
        "model=gpt-image-2&requests=1000000000&n=10&retries=100&tries=10&own.image=1000000000",
    );
    assert_eq!(problems(&estimate), ["requests.total_too_large"]);
    assert_eq!(estimate.problems[0].fixes[0].0[0].value, "10000000");
    assert_eq!(
        total("model=gpt-image-2&requests=10000000&n=10&retries=100&tries=10&own.image=1000000000"),
        "1000000000000000000"
    );
}
