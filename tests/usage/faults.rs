//! Bad input: each a sentence with its place, what was expected, and the way out.

use crate::cases::{all, problems, records};
use pixelbill::usage::{DEEPEST, MOST_TOKENS};

#[track_caller]
fn says(text: &str, message: &str) {
    assert_eq!(problems(text), [message]);
}

#[test]
fn cut() {
    says(
        "{\n  \"usage\": {\n    \"input_tokens\": 14,\n    \"output",
        "Line 4, column 12: the text ends inside a string of the object that begins on line 1. \
         Copy the object to its last }, or paste its usage alone.",
    );
    says(
        "{\"usage\": {\"input_tokens\": 14",
        "Line 1, column 30: the text ends while 2 brackets of the object that begins on line 1 \
         are still open. Copy the object to its last }, or paste its usage alone.",
    );
    says(
        "[{\"output_tokens\": 1},\n",
        "Line 2, column 1: the text ends before the ] of the array that begins on line 1. The \
         objects before it are read; copy the array to its end to be sure that none is missing.",
    );
}

/// A cut line costs no other line of a log.
#[test]
fn a_cut_line_among_others() {
    let whole = r#"{"output_tokens": 196}"#;
    for cut in [
        r#"{"output_tok"#,
        r#"{"output_tokens": 19"#,
        r#"{"output_tokens": "#,
        r#"{"usage": {"output_tokens": 196}"#,
        r#"{"output_tokens": 196,}"#,
    ] {
        let read = all(&format!("{whole}\n{cut}\n{whole}\n{whole}"));
        let faults = read.iter().filter(|read| read.is_err()).count();
        assert_eq!((read.len(), faults), (4, 1), "{cut}");
    }
}

#[test]
fn no_json() {
    says(
        "",
        "Line 1, column 1: there is nothing to read. Paste a usage object, such as \
         {\"input_tokens\": 15, \"output_tokens\": 196}, or a whole response.",
    );
    says(
        "\n\nUsage(input_tokens=15)",
        "Line 3, column 1: “Usage(input_tokens=15)” is no JSON object. Expected { and the keys of \
         a usage object, such as {\"input_tokens\": 15, \"output_tokens\": 196}, or a whole \
         response.",
    );
    says(
        "<!DOCTYPE html>\n<html><script>{\"usage\": {\"output_tokens\": 5}}</script>",
        "Line 1, column 2: this is a web page (HTML), not JSON. A gateway or a proxy may have \
         answered instead of the API; paste the JSON of a response, or its usage.",
    );
    says(
        "{'input_tokens': 15}",
        "Line 1, column 2: found “'” where a key in double quotes or } was expected. Leave out a \
         last comma; printed from Python, write it with json.dumps.",
    );
    says(
        "{\"usage\": None}",
        "Line 1, column 11: found “N” where a value was expected: a number, a string in double \
         quotes, true, false, null, { or [. Printed from a program, write it as JSON.",
    );
}

#[test]
fn wrong_shape() {
    says(
        "{\"id\": 5, \"name\": \"x\"}",
        "Line 1, column 1: this object has id, name and no usage. Expected a usage object with \
         input_tokens or output_tokens, or a response that holds one under usage.",
    );
    says(
        "{}",
        "Line 1, column 1: this object is empty. Expected a usage object with input_tokens or \
         output_tokens, or a response that holds one under usage.",
    );
    says(
        "{\"usage\":\n 12}",
        "Line 2, column 2: usage is a number; expected an object in { and }.",
    );
    says(
        "{\"created\": 1, \"data\": 3, \"usage\": {}}",
        "Line 1, column 24: data is a number; expected an array in [ and ].",
    );
    says(
        "{\"usage\": {\"prompt_tokens\": 3, \"completion_tokens\": 4}}",
        "Line 1, column 1: this is the usage of Chat Completions, which makes no images. Paste \
         the usage of the Image API or of the Responses API, which has input_tokens and \
         output_tokens.",
    );
    says(
        "[{\"output_tokens\": 1}, 7]",
        "Line 1, column 24: an array of usage objects has “7” here; expected {, a comma or ]. \
         Leave it out.",
    );
}

#[test]
fn counts_that_are_none() {
    let says = |value: &str, rest: &str| {
        says(
            &format!("{{\"usage\": {{\n  \"output_tokens\": {value}}}}}"),
            &format!("Line 2, column 20: usage.output_tokens is {rest}"),
        );
    };
    says(
        "\"196\"",
        "\"196\", text in quotes; expected a whole number such as 196. Take the quotes away if \
         it is the count.",
    );
    says(
        "-196",
        "-196; a count of tokens is 0 or more. Copy it from the response again.",
    );
    says(
        "1e309",
        "1e309, with a point or an exponent; expected a whole number such as 196. Write all its \
         digits.",
    );
    says(
        "196.0",
        "196.0, with a point or an exponent; expected a whole number such as 196. Write all its \
         digits.",
    );
    says(
        "99999999999999999999999999999",
        "99999999999999999999999…, above 1,000,000,000,000, the most that is read. Copy it from \
         the response again.",
    );
    says(
        "[196]",
        "[196]; expected a whole number such as 196. Leave the key out where the count is not \
         known.",
    );
}

/// Above 2^53 a float would give another count: digits are read one by one.
#[test]
fn the_most_that_is_read_is_exact() {
    let counted = |count: u64| {
        let records = records(&format!("{{\"output_tokens\": {count}}}"));
        records[0].image.counts().and_then(|counts| counts.output)
    };
    assert_eq!(counted(MOST_TOKENS), Some(MOST_TOKENS));
    assert_eq!(counted(999_999_999_999), Some(999_999_999_999));
}

#[test]
fn keys_that_stand_twice() {
    says(
        "{\"output_tokens\": 196,\n \"output_tokens\": 7024}",
        "Line 2, column 19: output_tokens stands twice, first on line 1, column 19. Programs \
         disagree on which one counts; leave one out.",
    );
    // Escapes do not hide it.
    assert_eq!(
        problems("{\"output_tokens\": 1, \"output\\u005ftokens\": 2}").len(),
        1
    );
}

#[test]
fn deep_nesting_and_megabytes() {
    let deep = "{\"a\":".repeat(100_000);
    let said = problems(&deep);
    assert_eq!(said.len(), 1);
    let place = DEEPEST * 5 + 1;
    assert!(
        said[0].starts_with(&format!(
            "Line 1, column {place}: brackets are nested deeper than 128 levels"
        )),
        "{}",
        said[0]
    );
    let long = "x".repeat(10 * 1024 * 1024);
    assert_eq!(problems(&long).len(), 1);
    let image = format!("{{\"usage\": {{\"output_tokens\": 5}}, \"data\": \"{long}\"");
    assert!(problems(&image)[0].contains("the text ends while 1 bracket of"));
}

#[test]
fn bytes_that_are_no_text() {
    use pixelbill::usage::Reader;
    let mut reader = Reader::new();
    reader.feed(b"{\"output_tokens\": 1, \"x\": \"\xff\xfe\"}");
    reader.finish();
    let found = reader.next().expect("a problem").expect_err("no UTF-8");
    assert_eq!(found.kind.code(), "usage.encoding");
}
