//! Contract 2: an estimate as JSON. Other people's programs read it, so its shape is pinned whole.
//!
//! The files of tests/data/estimates were looked at once and are kept. A change that adds a key
//! changes them on purpose: `BLESS=1 cargo test --test json` writes them anew, to be looked at.

mod common;

use common::book;
use pixelbill::estimate::estimate;
use pixelbill::{export, link};
use serde_json::{Value, json};
use std::path::Path;

const SITE: &str = "https://example.com/pixelbill/";

fn text(query: &str) -> String {
    let read = link::read(book(), "", query);
    let priced = estimate(book(), &read.scenario);
    export::json(book(), &read.scenario, &priced, SITE, &read.set_aside)
}

fn exported(query: &str) -> Value {
    serde_json::from_str(&text(query)).expect("JSON")
}

/// Every key of the example in contract 2, with its figures.
#[test]
fn the_example_of_the_contract() {
    let estimate = exported("rates=2026-11-20&model=gpt-image-2&requests=1000");
    let point = |amount: &str| json!({ "low": amount, "high": amount });
    assert_eq!(estimate["v"], 1);
    assert_eq!(estimate["rates"], "2026-11-20");
    let asked =
        "v=1&rates=2026-11-20&model=gpt-image-2&size=1024x1024&quality=medium&requests=1000";
    assert_eq!(estimate["link"], format!("{SITE}#{asked}"));
    assert_eq!(estimate["total"], point("52.96"));
    assert_eq!(estimate["images"], point("1000"));
    assert_eq!(estimate["accepted_images"], point("1000"));
    assert_eq!(estimate["per_image"], point("0.05296"));
    assert_eq!(estimate["per_accepted_image"], point("0.05296"));
    assert_eq!(estimate["basis"], "calculator");
    assert_eq!(estimate["problems"], json!([]));
    assert_eq!(estimate["notices"], json!([]));
    let stage = &estimate["stages"][0];
    assert_eq!(estimate["stages"].as_array().map(Vec::len), Some(1));
    assert_eq!(stage["asked"]["model"], "gpt-image-2");
    assert_eq!(stage["asked"]["size"], "1024x1024");
    assert_eq!(stage["asked"]["quality"], "medium");
    assert_eq!(stage["asked"]["requests"], "1000");
    assert_eq!(stage["deliver"], true);
    assert_eq!(stage["sends"], "1000");
    assert_eq!(stage["images"], point("1000"));
    assert_eq!(stage["per_request"], point("0.05296"));
    assert_eq!(stage["per_image"], point("0.05296"));
    assert_eq!(stage["total"], point("52.96"));
    let line = &stage["line_items"][0];
    assert_eq!(line["meter"], "image_output");
    assert_eq!(line["what"], "output images");
    assert_eq!(
        line["tokens_per_request"],
        json!({ "low": 1756, "high": 1756 })
    );
    assert_eq!(line["usd_per_mtok"], point("30"));
    assert_eq!(line["per_request"], point("0.05268"));
    assert_eq!(line["basis"], "calculator");
    assert!(
        line["source"]
            .as_str()
            .is_some_and(|url| url.starts_with("https://"))
    );
}

/// Every key of contract 1 that a stage has, with its value in force; null where it has none.
#[test]
fn every_key_of_a_stage_is_exported() {
    let asked = &exported("")["stages"][0]["asked"];
    let asked = asked.as_object().expect("an object");
    let stage = link::Key::of(link::Scope::Stage);
    let expected: Vec<&str> = stage.map(|key| key.name).collect();
    assert_eq!(asked.len(), expected.len());
    assert!(expected.iter().all(|key| asked.contains_key(*key)));
    assert!(
        asked
            .values()
            .all(|value| value.is_string() || value.is_null())
    );
    assert_eq!(
        (&asked["requests"], &asked["prompt"], &asked["driver"]),
        (&json!("1000"), &json!("50"), &Value::Null)
    );
}

/// Sums are exact, quotients have ten places, half to even; token counts are numbers.
#[test]
fn decimals_are_strings() {
    let estimate =
        exported("model=gpt-image-2&requests=3&retries=33.33&tries=3&blocked=12.5&accept=70");
    // sends: 1 + 0.3333 + 0.3333^2 = 1.44438889, three times
    assert_eq!(estimate["stages"][0]["sends"], "4.33316667");
    // 4.33316667 x 0.05296, and x 0.875 of it
    assert_eq!(
        estimate["total"],
        json!({ "low": "0.2007989434878", "high": "0.2294845068432" })
    );
    // 3 x 0.875 x (1 - 0.3333^3)
    assert_eq!(estimate["images"]["low"], "2.527806941527875");
    // 0.2007989434878 and 0.2294845068432 / 2.527806941527875 = 0.07943602819|86, 0.09078403222|70
    assert_eq!(
        estimate["per_image"],
        json!({ "low": "0.0794360282", "high": "0.0907840322" })
    );
    // and 70 % of them: 0.12969147461
    assert_eq!(estimate["per_accepted_image"]["high"], "0.1296914746");
    each_leaf(&estimate, &mut |path, leaf| {
        if let Value::Number(number) = leaf {
            let counts = [
                "/v",
                "tokens_per_request/low",
                "tokens_per_request/high",
                "/stage",
            ];
            assert!(
                counts.iter().any(|end| path.ends_with(end)),
                "{path}: {number}"
            );
        }
    });
}

fn each_leaf(value: &Value, look: &mut impl FnMut(&str, &Value)) {
    fn walk(path: &str, value: &Value, look: &mut impl FnMut(&str, &Value)) {
        match value {
            Value::Object(map) => map
                .iter()
                .for_each(|(key, value)| walk(&format!("{path}/{key}"), value, look)),
            Value::Array(list) => list.iter().for_each(|value| walk(path, value, look)),
            leaf => look(path, leaf),
        }
    }
    walk("", value, look);
}

/// With problems there are no totals: null, never zero, in the stage concerned and in the whole.
#[test]
fn problems_leave_nulls() {
    let estimate =
        exported("stage=good&model=gpt-image-2&stage=bad&model=gpt-image-2&size=1024x1000");
    let (good, bad) = (&estimate["stages"][0], &estimate["stages"][1]);
    for key in [
        "total",
        "images",
        "accepted_images",
        "per_image",
        "per_accepted_image",
        "basis",
    ] {
        assert_eq!(
            (&estimate[key], &bad[key]),
            (&Value::Null, &Value::Null),
            "{key}"
        );
        assert!(!good[key].is_null(), "{key}");
        assert!(
            estimate.get(key).is_some() && bad.get(key).is_some(),
            "{key} is there"
        );
    }
    assert_eq!(
        (&bad["per_request"], &bad["line_items"]),
        (&Value::Null, &json!([]))
    );
    assert_eq!(
        estimate["problems"],
        json!([{
            "stage": 1,
            "field": "size",
            "code": "size.step",
            "message": "1000 px high is not a multiple of 16: 992 and 1008 are.",
            "fixes": [{ "size": "1024x992" }, { "size": "1024x1008" }, { "size": "1008x992" }],
        }])
    );
    // A fix of several keys is one map.
    let several = exported("route=responses&driver=gpt-5.5&n=4&requests=10");
    assert_eq!(
        several["problems"][0]["fixes"],
        json!([{ "n": "1", "requests": "40" }, { "n": "1" }])
    );
    // A quotient by nothing is null while the total stands.
    let nothing = exported("model=gpt-image-2&accept=0");
    assert_eq!(
        (&nothing["per_image"]["low"], &nothing["per_accepted_image"]),
        (&json!("0.05296"), &Value::Null)
    );
}

/// What a link set aside is told with the notices.
#[test]
fn what_was_set_aside_is_a_notice() {
    let estimate = exported("model=gpt-image-1.5&size=auto&n=-3&colour=red");
    let codes: Vec<&str> = estimate["notices"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|notice| notice["code"].as_str())
        .collect();
    assert_eq!(
        codes,
        [
            "model.shutdown",
            "size.auto",
            "link.bad_value",
            "link.unknown_key"
        ]
    );
    assert_eq!(
        estimate["notices"][2],
        json!({
            "code": "link.bad_value",
            "message": "n: “-3” is not a whole number from 1 to 10; 1 stands instead.",
        })
    );
}

/// A flat price has no meter and no tokens: images and their price stand instead.
#[test]
fn flat_prices() {
    let line = &exported("model=dall-e-2&n=4")["stages"][0]["line_items"][0];
    assert_eq!(
        (
            &line["meter"],
            &line["tokens_per_request"],
            &line["usd_per_mtok"]
        ),
        (&Value::Null, &Value::Null, &Value::Null)
    );
    assert_eq!(line["images_per_request"], 4);
    assert_eq!(
        line["usd_per_image"],
        json!({ "low": "0.02", "high": "0.02" })
    );
    assert_eq!(
        line["per_request"],
        json!({ "low": "0.08", "high": "0.08" })
    );
}

const KEPT: [(&str, &str); 4] = [
    ("plain", "rates=2026-11-20&model=gpt-image-2&requests=1000"),
    (
        "plan",
        "rates=2026-11-20&residency=1&markup=5&stage=drafts&model=gpt-image-2.6-flare&quality=low&n=4&requests=20\
         &stage=finals&task=edit&model=gpt-image-1.5&refs=1024x1024*2,512x768&quality=high&partials=2\
         &requests=3&retries=10&blocked=5&accept=50",
    ),
    (
        "two-models",
        "rates=2026-11-20&stage=look&task=analyze&driver=gpt-5.6-sol&refs=4032x3024&detail=high&cached=25\
         &stage=make&route=responses&driver=gpt-6-astra&model=gpt-image-2.5-sunburst&turns=2&context=500&requests=10",
    ),
    (
        "problems",
        "rates=2026-06-11&stage=a&size=auto&model=gpt-image-2.5-flare&stage=b&model=gpt-image-2&size=5000x100&n=99&n=2",
    ),
];

#[test]
fn the_kept_estimates_have_not_changed() {
    for (name, query) in KEPT {
        let path =
            Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/data/estimates/{name}.json"));
        let now = text(query) + "\n";
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&path, &now)
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        }
        let kept = std::fs::read_to_string(&path)
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert!(
            kept == now,
            "{name} has changed:\n{}",
            first_difference(&kept, &now)
        );
    }
}

fn first_difference(kept: &str, now: &str) -> String {
    let differ = kept
        .lines()
        .zip(now.lines())
        .enumerate()
        .find(|(_, (kept, now))| kept != now);
    differ.map_or_else(
        || "one is longer".to_owned(),
        |(line, (kept, now))| format!("line {}\n- {kept}\n+ {now}", line + 1),
    )
}
