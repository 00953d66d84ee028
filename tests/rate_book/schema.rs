//! rates.schema.json: editors complete and check rates.json with it, so it must know every key.

use super::lookup::RATES;
use super::slips::{SMALL, slips};
use jsonschema::Validator;
use serde_json::Value;

const SCHEMA: &str = include_str!("../../rates.schema.json");

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("it is JSON")
}

fn schema() -> Validator {
    jsonschema::draft202012::new(&json(SCHEMA)).expect("it is a schema")
}

#[track_caller]
fn assert_valid(text: &str) {
    let (schema, value) = (schema(), json(text));
    let said = schema
        .iter_errors(&value)
        .map(|e| format!("{}: {e}", e.instance_path()));
    assert_eq!(said.collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn rates_json_follows_its_schema() {
    assert_valid(RATES);
}

#[test]
fn so_does_a_book_with_one_of_everything() {
    assert_valid(SMALL);
}

#[test]
fn the_schema_notices_what_an_editor_can() {
    let schema = schema();
    for slip in slips() {
        assert_eq!(
            !schema.is_valid(&json(&slip.json)),
            slip.schema,
            "{}",
            slip.text
        );
    }
}

#[test]
fn every_key_says_what_it_is() {
    fn walk(path: &str, node: &Value) {
        for (key, property) in node["properties"].as_object().into_iter().flatten() {
            let described = property.get("description").is_some() || property.get("$ref").is_some();
            assert!(described, "{path}.{key} has no description");
        }
        for (key, child) in node.as_object().into_iter().flatten() {
            walk(&format!("{path}.{key}"), child);
        }
        for (i, child) in node.as_array().into_iter().flatten().enumerate() {
            walk(&format!("{path}[{i}]"), child);
        }
    }
    walk("", &json(SCHEMA));
}
