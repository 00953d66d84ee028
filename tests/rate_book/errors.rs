//! A broken rates.json: one slip at a time in a small book, and the whole message it brings.

use pixelbill::rates::RateBook;

/// A book that is sound, with one of everything.
const SMALL: &str = include_str!("small.json");

/// Slips in it, and the messages each brings.
const SLIPS: &str = include_str!("slips.txt");

/// The messages that a book brings.
fn errors(json: &str) -> Vec<String> {
    match RateBook::from_json(json) {
        Ok(_) => Vec::new(),
        Err(errors) => errors.iter().map(ToString::to_string).collect(),
    }
}

/// The lines of a slip that begin with a mark, without it.
fn marked<'a>(slip: &'a str, mark: &str) -> Vec<&'a str> {
    let lines = slip.lines().filter_map(|line| line.strip_prefix(mark));
    lines.map(str::trim).collect()
}

#[test]
fn the_small_book_is_sound() {
    assert_eq!(errors(SMALL), Vec::<String>::new());
}

#[test]
fn every_slip_brings_its_messages() {
    let slips: Vec<&str> = SLIPS
        .split("\n\n")
        .filter(|slip| slip.starts_with('-'))
        .collect();
    assert!(slips.len() > 70, "only {} slips were read", slips.len());
    for slip in slips {
        let (sound, broken) = (marked(slip, "-")[0], marked(slip, "+")[0]);
        assert!(SMALL.contains(sound), "small.json has no {sound}");
        assert_eq!(
            errors(&SMALL.replacen(sound, broken, 1)),
            marked(slip, ">"),
            "{slip}"
        );
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
