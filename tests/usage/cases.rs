//! What the tests of usage share: text in, records and charges out.

use crate::common::{book, scenario};
use pixelbill::scenario::Scenario;
use pixelbill::usage::{
    Bill, Charge, Comparer, Comparison, Inputs, Line, Problem, Read, Reader, Record, Terms, charge,
    read,
};

/// Everything that a text holds, in order.
pub fn all(text: &str) -> Vec<Result<Read, Problem>> {
    let mut reader = Reader::new();
    reader.feed(text.as_bytes());
    reader.finish();
    let mut found = Vec::new();
    while let Some(piece) = reader.next() {
        found.push(piece.and_then(|piece| read(&piece)));
    }
    found
}

/// The records of a text without faults.
#[track_caller]
pub fn records(text: &str) -> Vec<Record> {
    let read = all(text).into_iter().map(|read| match read {
        Ok(Read::Record(record)) => Some(*record),
        Ok(Read::Nothing) => None,
        Err(problem) => panic!("{problem}"),
    });
    read.flatten().collect()
}

/// The only record of a text.
#[track_caller]
pub fn record(text: &str) -> Record {
    let mut records = records(text);
    assert_eq!(records.len(), 1, "{text}");
    records.remove(0)
}

/// The messages of a text, without its records.
pub fn problems(text: &str) -> Vec<String> {
    let read = all(text).into_iter();
    read.filter_map(|read| read.err().map(|problem| problem.to_string()))
        .collect()
}

/// Runs with the terms of a link's first stage under the newest rates.
pub fn with_terms<T>(link: &str, change: impl Fn(&mut Terms), run: impl Fn(&Terms) -> T) -> T {
    let scenario: Scenario = scenario(link);
    let mut terms = Terms {
        book: book(),
        snapshot: book().newest(),
        scenario: &scenario,
        stage: &scenario.stages[0],
        inputs: Inputs::Unknown,
        rule: None,
    };
    change(&mut terms);
    run(&terms)
}

/// The charge of the only record of a text, under the terms of a link.
#[track_caller]
pub fn charged(link: &str, text: &str) -> Charge {
    let record = record(text);
    with_terms(link, |_| {}, |terms| charge(terms, &record))
}

/// A line as the tests write it: `image output: 196 x 30 = 0.00588`.
pub fn line(line: &Line) -> String {
    use crate::common::span;
    let rate = line.usd_per_mtok.map(|rate| rate.normalize());
    format!(
        "{}: {} x {} = {}",
        line.counted,
        line.tokens,
        span(rate),
        span(line.usd)
    )
}

/// Every line of a charge.
pub fn lines(charge: &Charge) -> Vec<String> {
    charge.lines.iter().map(line).collect()
}

/// A bill of the records of a text.
#[track_caller]
pub fn bill(link: &str, text: &str) -> Bill {
    let records = records(text);
    with_terms(
        link,
        |_| {},
        |terms| {
            let mut bill = Bill::default();
            for record in &records {
                bill.add(record, &charge(terms, record));
            }
            bill
        },
    )
}

/// A text held against the estimate of a link.
#[track_caller]
pub fn compared(link: &str, text: &str, change: impl Fn(&mut Terms)) -> Comparison {
    let records = records(text);
    with_terms(link, change, |terms| {
        let mut comparer = Comparer::new(terms);
        for record in &records {
            comparer.add(record, &charge(terms, record));
        }
        comparer.finish()
    })
}

/// Causes as the tests write them: `quality: 0.0395`.
pub fn causes(comparison: &Comparison) -> Vec<String> {
    use crate::common::span;
    let causes = comparison.causes.iter();
    causes
        .map(|cause| format!("{}: {}", cause.kind.code(), span(cause.usd)))
        .collect()
}
