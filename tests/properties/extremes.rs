//! Both ends of every key, one by one and together: a price or a problem, never a figure that
//! stopped growing, never a panic.

use crate::common::{book, decimal};
use crate::scenarios::priced;
use pixelbill::export;
use pixelbill::link::read;
use rust_decimal::Decimal;

/// Scenarios in which each key matters.
const BASES: [&str; 7] = [
    "model=gpt-image-2&requests=1000",
    "model=gpt-image-2.6-flare&size=auto&quality=auto",
    "task=edit&model=gpt-image-1.5&refs=1024x1024",
    "route=responses&driver=gpt-6-astra&model=gpt-image-2.5-sunburst",
    "route=responses&task=edit&refs=512x512&driver=gpt-5-nano&model=gpt-image-1.5&cached=50",
    "task=analyze&driver=gpt-6-astra&refs=4032x3024",
    "model=dall-e-2",
];

const ENDS: [(&str, &str, &str); 28] = [
    ("markup", "-100", "1000"),
    ("residency", "0", "1"),
    ("uses", "1", "1000"),
    ("budget", "0", "1000000000"),
    ("requests", "1", "1000000000"),
    ("n", "1", "10"),
    ("prompt", "0", "1000000"),
    ("refs", "1x1", "65535x65535*1500"),
    ("size", "1x1", "65535x65535"),
    ("partials", "0", "3"),
    ("answer", "0", "100000"),
    ("context", "0", "1000000"),
    ("turns", "1", "50"),
    ("cached", "0", "100"),
    ("retries", "0.01", "100"),
    ("tries", "1", "10"),
    ("blocked", "0", "100"),
    ("accept", "0", "100"),
    ("own.text_input", "0", "1000000000"),
    ("own.cached_text_input", "0", "1000000000"),
    ("own.image_input", "0", "1000000000"),
    ("own.image_output", "0", "1000000000"),
    ("own.text_output", "0", "1000000000"),
    ("own.image", "0", "1000000000"),
    ("own.plan", "0.000001", "1000000000"),
    ("own.credits", "0.000001", "1000000000"),
    ("own.credits_1k", "0", "1000000000"),
    ("own.credits_2k", "0", "1000000000"),
];

/// 10^18 USD a stage, as docs/estimate.md says.
fn is_sound(link: &str) {
    let found = read(book(), "", link);
    let estimate = priced(&found.scenario);
    assert_eq!(
        estimate.totals.is_some(),
        estimate.problems.is_empty(),
        "{link}"
    );
    let most = decimal("1000000000000000000") * Decimal::from(found.scenario.stages.len());
    if let Some(totals) = estimate.totals {
        assert!(
            totals.total.low <= totals.total.high && totals.total.high.0 <= most,
            "{link}"
        );
        assert!(totals.total.high.0 < Decimal::MAX);
        let each = [
            totals.per_image,
            totals.per_accepted_image,
            totals.per_use(found.scenario.uses),
        ];
        assert!(
            each.into_iter()
                .flatten()
                .all(|each| each.high.0 < Decimal::MAX),
            "{link}"
        );
        let in_words = [totals.total.in_words(), totals.total.each_in_words()];
        assert!(
            in_words.iter().all(|words| words.starts_with('$')),
            "{link}: {in_words:?}"
        );
    }
    let json = export::json(
        book(),
        &found.scenario,
        &estimate,
        "https://example.com/",
        &found.set_aside,
    );
    assert!(
        serde_json::from_str::<serde_json::Value>(&json).is_ok(),
        "{link}"
    );
}

#[test]
fn both_ends_of_each_key_and_of_each_two() {
    for base in BASES {
        for (index, (key, low, high)) in ENDS.into_iter().enumerate() {
            is_sound(&format!("{base}&{key}={low}"));
            is_sound(&format!("{base}&{key}={high}"));
            for (other, _, most) in &ENDS[..index] {
                is_sound(&format!("{base}&{key}={low}&{other}={most}"));
                is_sound(&format!("{base}&{key}={high}&{other}={most}"));
            }
        }
    }
}

/// All of them together, with and without own rates, alone and twelve times.
#[test]
fn everything_at_its_most() {
    for base in BASES {
        for own in [false, true] {
            let keys = ENDS.iter().filter(|(key, ..)| {
                !["refs", "size", "n", "prompt", "cached"].contains(key)
                    && (own || !key.starts_with("own."))
            });
            let most: Vec<String> = keys.map(|(key, _, most)| format!("{key}={most}")).collect();
            let link = format!("{base}&{}", most.join("&"));
            is_sound(&link);
            is_sound(&format!("stage=a&{link}&").repeat(12));
        }
    }
}

/// Rates that are printed never reach the bound: a billion requests of the dearest kind, ten times.
#[test]
fn printed_rates_stay_within_what_can_be_counted() {
    let dear = "requests=1000000000&retries=100&tries=10&markup=1000&residency=1";
    let images = format!(
        "model=gpt-image-2&size=2048x2048&quality=high&n=10&partials=3&prompt=32000&{dear}"
    );
    let analysis = format!(
        "task=analyze&driver=gpt-6-astra&refs=5536x5536*1500&context=1000000&prompt=1000000&answer=100000&turns=50&{dear}"
    );
    let responses = format!(
        "route=responses&driver=gpt-6-astra&model=gpt-image-1.5&task=edit&refs=5536x5536*16&quality=high\
         &context=1000000&prompt=1000000&turns=50&{dear}"
    );
    for link in [images, analysis, responses] {
        let priced = crate::common::priced(&link);
        assert!(
            priced
                .totals
                .is_some_and(|totals| totals.total.high.0 > decimal("100000000000")),
            "{link}"
        );
    }
}
