//! A broken rates.json: one slip at a time in a small book, and the whole message it brings.

use super::slips::{SMALL, slips};
use pixelbill::rates::RateBook;

/// The messages that a book brings.
fn errors(json: &str) -> Vec<String> {
    match RateBook::from_json(json) {
        Ok(_) => Vec::new(),
        Err(errors) => errors.iter().map(ToString::to_string).collect(),
    }
}

#[test]
fn the_small_book_is_sound() {
    assert_eq!(errors(SMALL), Vec::<String>::new());
}

#[test]
fn every_slip_brings_its_messages() {
    for slip in slips() {
        assert_eq!(errors(&slip.json), slip.messages, "{}", slip.text);
    }
}

#[test]
fn what_is_no_rate_book_at_all() {
    assert_eq!(errors(""), ["EOF while parsing a value at line 1 column 0"]);
    assert_eq!(errors("{}"), ["missing field `sources` at line 1 column 2"]);
    let expected = "expected an object with sources, rules and snapshots at line 1 column 2";
    assert_eq!(errors("[]"), [format!("invalid length 1, {expected}")]);
    let broken = SMALL.replacen("\"rules\": {", "\"rules\" {", 1);
    assert_eq!(errors(&broken), ["expected `:` at line 5 column 11"]);
}

#[test]
fn everything_is_reported_at_once() {
    let broken = SMALL
        .replacen("\"40.00\"", "40.5", 1)
        .replacen("\"output\": \"area\", ", "", 1)
        .replacen("\"date\": \"2026-06-11\"", "\"date\": \"2026-05-06\"", 1)
        .replacen("\"basis\": \"community\"", "\"basis\": \"rumour\"", 1);
    let paths = [
        "rules.overhead.six.basis: ",
        "snapshots[0].image_models[0].rates.standard.usd_per_mtok.image_output: ",
        "snapshots[0].image_models[1]: ",
        "snapshots[1].date: ",
    ];
    let errors = errors(&broken);
    assert_eq!(errors.len(), paths.len(), "{errors:#?}");
    for (error, path) in errors.iter().zip(paths) {
        assert!(error.starts_with(path), "{error}");
    }
}
