//! The documents of both contracts name every code, every key and every figure as it is.

mod common;

use common::book;
use pixelbill::estimate::estimate;
use pixelbill::link::{self, Key, Scope};
use serde_json::Value;
use std::collections::BTreeSet;

const CODES: &str = include_str!("../docs/codes.md");
const LINK: &str = include_str!("../docs/link.md");
const EMBEDDING: &str = include_str!("../docs/embedding.md");
const ESTIMATE: &str = include_str!("../docs/estimate.md");

/// Where codes stand in the program.
const SOURCES: [&str; 6] = [
    include_str!("../src/estimate/problem.rs"),
    include_str!("../src/estimate/notices.rs"),
    include_str!("../src/sizing.rs"),
    include_str!("../src/link/set_aside.rs"),
    include_str!("../src/usage/problem.rs"),
    include_str!("../src/usage/remark.rs"),
];

/// `field.rule`, in lower case.
fn is_code(text: &str) -> bool {
    let word = |part: &str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte == b'_')
    };
    text.split_once('.')
        .is_some_and(|(field, rule)| word(field) && word(rule))
}

/// First cells of the rows of a document's tables, each between backticks.
fn first_cells(document: &str) -> impl Iterator<Item = &str> {
    let rows = document.lines().filter_map(|line| line.strip_prefix("| "));
    rows.filter_map(|row| row.split_once(" | "))
        .map(|(cell, _)| cell)
}

fn quoted(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}

#[test]
fn every_code_is_listed() {
    let literals = SOURCES
        .iter()
        .flat_map(|source| source.split('"').skip(1).step_by(2));
    let known: BTreeSet<&str> = literals.filter(|text| is_code(text)).collect();
    let listed: BTreeSet<&str> = first_cells(CODES).flat_map(quoted).collect();
    assert_eq!(
        known.difference(&listed).collect::<Vec<_>>(),
        [&""; 0],
        "not in docs/codes.md"
    );
    assert_eq!(
        listed.difference(&known).collect::<Vec<_>>(),
        [&""; 0],
        "no longer in the program"
    );
    assert!(known.len() >= 58, "{}", known.len());
}

#[test]
fn every_key_is_listed() {
    let all = [Scope::Scenario, Scope::Stage, Scope::Display, Scope::Beside]
        .into_iter()
        .flat_map(Key::of);
    let known: BTreeSet<&str> = all.map(|key| key.name).collect();
    let listed: BTreeSet<&str> = first_cells(LINK).flat_map(quoted).collect();
    assert_eq!(known, listed);
}

/// The default of a key in the document is the one that stands without it.
#[test]
fn defaults_are_as_documented() {
    let defaults = link::read(book(), "", "v=1").scenario;
    let asked = link::asked(&defaults.stages[0]);
    for (key, value) in asked
        .iter()
        .filter(|(key, _)| !key.starts_with("own.") && *key != "deliver")
    {
        let row = LINK
            .lines()
            .find(|line| line.starts_with(&format!("| `{key}` |")));
        let row = row.unwrap_or_else(|| panic!("{key} has no row"));
        let documented = row.trim_end_matches(" |").rsplit(" | ").next();
        assert_eq!(
            documented,
            Some(value.as_deref().unwrap_or("none")),
            "{key}"
        );
    }
}

/// Every link of the document is read without a word.
#[test]
fn links_of_the_document_are_links() {
    let links = LINK
        .lines()
        .filter_map(|line| line.split_once("#v=1"))
        .map(|(_, rest)| format!("v=1{rest}"));
    let links: Vec<String> = links.collect();
    assert_eq!(links.len(), 3);
    for link in &links {
        assert_eq!(common::problems(&common::priced(link)), [""; 0], "{link}");
    }
    assert_eq!(common::total(&links[0]), "164.92");
}

/// All of the example is in what the program writes.
#[test]
fn the_example_is_what_is_written() {
    let block = ESTIMATE
        .split("```json")
        .nth(1)
        .and_then(|rest| rest.split("```").next());
    let example: Value = serde_json::from_str(block.expect("a block of JSON")).expect("JSON");
    let asked = common::scenario("rates=2026-11-20&model=gpt-image-2&requests=1000");
    let text = pixelbill::export::json(
        book(),
        &asked,
        &estimate(book(), &asked),
        "https://example.com/pixelbill/",
        &[],
    );
    let written: Value = serde_json::from_str(&text).expect("JSON");
    within(&example, &written, "");
    // And every key that is written is explained.
    explained(&written);
}

fn within(part: &Value, whole: &Value, path: &str) {
    match (part, whole) {
        (Value::Object(part), Value::Object(whole)) => {
            for (key, value) in part {
                let found = whole
                    .get(key)
                    .unwrap_or_else(|| panic!("{path}/{key} is not written"));
                within(value, found, &format!("{path}/{key}"));
            }
        }
        (Value::Array(part), Value::Array(whole)) => {
            assert!(part.len() <= whole.len(), "{path}");
            part.iter()
                .zip(whole)
                .for_each(|(part, whole)| within(part, whole, path));
        }
        (part, whole) => assert_eq!(part, whole, "{path}"),
    }
}

fn explained(value: &Value) {
    match value {
        Value::Object(map) => {
            for (key, value) in map.iter().filter(|(key, _)| *key != "asked") {
                assert!(
                    ESTIMATE.contains(&format!("`{key}`"))
                        || ESTIMATE.contains(&format!(".{key}`"))
                        || ESTIMATE.contains(&format!("`{key}[]")),
                    "{key}"
                );
                explained(value);
            }
        }
        Value::Array(list) => list.iter().for_each(explained),
        _ => {}
    }
}

/// The samples of docs/embedding.md are what the builder writes.
#[test]
fn the_samples_of_embeds_are_those_of_the_builder() {
    use pixelbill::export::{EmbedForm, EmbedWish, markdown_link};
    let site = "https://pixelbill.example/";
    let link = "rates=2026-11-20&model=gpt-image-2&requests=1000";
    let scenario = link::read(book(), "", link).scenario;
    let priced = estimate(book(), &scenario);
    for form in [EmbedForm::Element, EmbedForm::Frame] {
        let wish = EmbedWish {
            form,
            pinned: true,
            theme: link::Theme::Auto,
            controls: true,
            height: 270,
        };
        let code = wish.code(&scenario, &priced, site);
        assert!(EMBEDDING.contains(&code), "docs/embedding.md lacks\n{code}");
        for line in wish.policy(site) {
            assert!(EMBEDDING.contains(&line), "docs/embedding.md lacks {line}");
        }
    }
    assert!(EMBEDDING.contains(&markdown_link(&scenario, &priced, site)));
}
