//! public/estimate.schema.json: every real export follows it, and it knows every key.

use super::common::{book, estimated, scenario};
use super::{SCENARIOS, SITE};
use jsonschema::Validator;
use pixelbill::compare::Side;
use pixelbill::export;
use serde_json::{Value, json};

const SCHEMA: &str = include_str!("../../public/estimate.schema.json");

fn schema() -> Value {
    serde_json::from_str(SCHEMA).expect("it is JSON")
}

fn validator() -> Validator {
    jsonschema::draft202012::new(&schema()).expect("it is a schema")
}

fn exported(link: &str) -> Value {
    let text = export::json(book(), &scenario(link), &estimated(link), SITE, &[]);
    serde_json::from_str(&text).expect("JSON")
}

#[track_caller]
fn assert_valid(value: &Value, of: &str) {
    let validator = validator();
    let said = validator
        .iter_errors(value)
        .map(|error| format!("{}: {error}", error.instance_path()));
    assert_eq!(said.collect::<Vec<_>>(), Vec::<String>::new(), "{of}");
}

#[test]
fn exports_follow_the_schema() {
    for link in SCENARIOS {
        assert_valid(&exported(link), link);
    }
}

/// Every published link, and every kept estimate, follows it too.
#[test]
fn so_do_the_published_ones() {
    let links = include_str!("../data/links.txt").lines();
    for link in links
        .filter_map(|line| line.split_once(" -> "))
        .map(|(link, _)| link)
    {
        if !link.starts_with('#') {
            assert_valid(&exported(link), link);
        }
    }
    for kept in [
        include_str!("../data/estimates/plain.json"),
        include_str!("../data/estimates/plan.json"),
        include_str!("../data/estimates/two-models.json"),
        include_str!("../data/estimates/problems.json"),
    ] {
        assert_valid(
            &serde_json::from_str(kept).expect("JSON"),
            "a kept estimate",
        );
    }
}

/// With scenarios pinned beside it, one of them without a price.
#[test]
fn comparisons_follow_it() {
    let side = |link: &str| Side::new(book(), scenario(link));
    let (base, none) = (side(SCENARIOS[0]), &[]);
    let others = [side(SCENARIOS[2]), side(SCENARIOS[7]), side(SCENARIOS[1])];
    let text = export::json_beside(book(), &base.scenario, &base.estimate, SITE, none, &others);
    let value: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(value["compared"].as_array().map(Vec::len), Some(3));
    assert_valid(&value, "a comparison");
    known(&value, &schema(), "");
}

#[test]
fn the_schema_refuses_what_is_no_estimate() {
    let validator = validator();
    let refused = |path: &str, value: Value| {
        let mut estimate = exported(SCENARIOS[0]);
        *estimate.pointer_mut(path).expect("it is there") = value;
        assert!(!validator.is_valid(&estimate), "{path}");
    };
    refused("/v", json!(2));
    refused("/total", Value::Null);
    refused("/total/low", json!(52.96));
    refused("/total/low", json!("5e1"));
    refused("/rates", json!("20 Nov 2026"));
    refused("/stages", json!([]));
    refused(
        "/stages/0/line_items/0/tokens_per_request/low",
        json!("1756"),
    );
    refused("/stages/0/line_items/0/basis", json!("guess"));
    refused("/stages/0/asked/requests", json!(1000));
    let mut troubled = exported(SCENARIOS[7]);
    assert!(validator.is_valid(&troubled));
    troubled["total"] = json!({ "low": "0", "high": "0" });
    assert!(!validator.is_valid(&troubled), "problems have no totals");
}

/// Every key that is exported stands in the schema.
#[test]
fn every_key_is_known() {
    for link in SCENARIOS {
        known(&exported(link), &schema(), "");
    }
}

fn known(value: &Value, at: &Value, path: &str) {
    let schema = schema();
    let at = resolved(&schema, at);
    match value {
        Value::Object(map) if at.get("additionalProperties").is_none() => {
            for (key, inner) in map {
                let property = &at["properties"][key];
                assert!(property.is_object(), "{path}/{key} is not in the schema");
                known(inner, property, &format!("{path}/{key}"));
            }
        }
        Value::Array(items) => {
            for item in items {
                known(item, &at["items"], path);
            }
        }
        _ => {}
    }
}

/// The part of the schema that a reference, or the first choice, names.
fn resolved<'a>(schema: &'a Value, at: &'a Value) -> &'a Value {
    if let Some(name) = at["$ref"].as_str() {
        let pointer = name.trim_start_matches('#');
        return resolved(schema, schema.pointer(pointer).expect("it is defined"));
    }
    match at.get("anyOf") {
        Some(choices) => resolved(schema, &choices[0]),
        None => at,
    }
}
