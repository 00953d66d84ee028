//! CSV and TSV: read back cell by cell, they hold the estimate's own amounts, both ends.

use super::common::{book, decimal, estimated, scenario};
use super::{SCENARIOS, SITE};
use pixelbill::estimate::Estimate;
use pixelbill::export::{self, COLUMNS};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// A row by the names of its columns.
type Read = BTreeMap<&'static str, String>;

/// Reads CSV as RFC 4180 says, record by record.
fn records(text: &str) -> Vec<Vec<String>> {
    let (mut records, mut record, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut quoted = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => record.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {
                assert_eq!(letters.next(), Some('\n'), "a record ends with CR LF");
                record.push(std::mem::take(&mut cell));
                records.push(std::mem::take(&mut record));
            }
            other => cell.push(other),
        }
    }
    assert_eq!(
        (quoted, record.len(), cell.as_str()),
        (false, 0, ""),
        "the last record is ended"
    );
    records
}

fn csv(link: &str) -> String {
    export::csv(book(), &scenario(link), &estimated(link), SITE)
}

fn rows(link: &str) -> Vec<Read> {
    let mut records = records(&csv(link)).into_iter();
    assert_eq!(records.next().expect("heads"), COLUMNS);
    let named = |record: Vec<String>| {
        assert_eq!(record.len(), COLUMNS.len(), "{record:?}");
        COLUMNS.into_iter().zip(record).collect()
    };
    records.map(named).collect()
}

fn item<'a>(rows: &'a [Read], name: &str) -> &'a Read {
    let found = rows.iter().find(|row| row["item"] == name);
    found.unwrap_or_else(|| panic!("no row {name}"))
}

#[test]
fn the_first_example_row_by_row() {
    let rows = rows(SCENARIOS[0]);
    let line = item(&rows, "output images");
    for (column, value) in [
        ("stage", "1"),
        ("label", ""),
        ("model", "gpt-image-2"),
        ("size", "1024x1024"),
        ("quality", "medium"),
        ("meter", "image_output"),
        ("count_low", "1756"),
        ("count_high", "1756"),
        ("unit", "tokens (rate per million)"),
        ("rate_low", "30"),
        ("rate_high", "30"),
        ("request_low", "0.05268"),
        ("request_high", "0.05268"),
        ("sends", "1000"),
        ("total_low", "52.68"),
        ("total_high", "52.68"),
        ("basis", "calculator"),
    ] {
        assert_eq!(line[column], value, "{column}");
    }
    let total = item(&rows, "total");
    assert_eq!(
        (&*total["total_low"], &*total["total_high"]),
        ("52.96", "52.96")
    );
    assert!(total["source"].starts_with(&format!("{SITE}#v=1&rates=2026-11-20&")));
    assert_eq!(item(&rows, "images")["count_high"], "1000");
    assert_eq!(item(&rows, "per image")["total_high"], "0.05296");
    assert_eq!(item(&rows, "per accepted image")["total_low"], "0.05296");
}

/// Line items add up to the totals of their stages, and those to the total, at both ends.
#[test]
fn rows_add_up_to_the_estimate() {
    for link in SCENARIOS {
        let (rows, estimate) = (rows(link), estimated(link));
        for end in ["low", "high"] {
            let column = if end == "low" {
                "total_low"
            } else {
                "total_high"
            };
            let amount = |row: &Read| decimal(&row[column]);
            let lines = rows.iter().filter(|row| !row["rate_low"].is_empty());
            let sum: Decimal = lines.map(amount).sum();
            let stages: Vec<Decimal> = estimate
                .stages
                .iter()
                .filter_map(|stage| stage.totals)
                .map(|totals| {
                    if end == "low" {
                        totals.total.low.0
                    } else {
                        totals.total.high.0
                    }
                })
                .collect();
            assert_eq!(sum, stages.iter().sum::<Decimal>(), "{link} {column}");
            let named = rows
                .iter()
                .filter(|row| row["item"] == "total of the stage");
            let several = estimate.stages.len() > 1;
            let expected = if several { stages } else { Vec::new() };
            assert_eq!(named.map(amount).collect::<Vec<_>>(), expected, "{link}");
            if let Some(totals) = &estimate.totals {
                let whole = if end == "low" {
                    totals.total.low
                } else {
                    totals.total.high
                };
                assert_eq!(amount(item(&rows, "total")), whole.0, "{link}");
            }
        }
    }
}

/// With problems there is no total, and no zero in its place.
#[test]
fn problems_stand_in_place_of_a_total() {
    let rows = rows(SCENARIOS[8]);
    assert!(rows.iter().all(|row| row["item"] != "total"));
    assert_eq!(item(&rows, "no total")["total_high"], "");
    let problem = item(&rows, "problem");
    assert_eq!(
        (&*problem["stage"], &*problem["note"]),
        (
            "2",
            "1000 px high is not a multiple of 16: 992 and 1008 are."
        )
    );
}

/// What a spreadsheet would run is text, at the start of a cell and behind any separator.
#[test]
fn a_label_is_never_a_formula() {
    for label in [
        "%3DHYPERLINK(%22http://x%22)",
        "%2B1%2B1",
        "-1",
        "@SUM(A1)",
        "%09%3D1",
        "%0D%0A%3D1",
        "a;%3D1",
        "a%22,%3D1",
        "%EF%BC%9D1",
        " %3D1",
    ] {
        let link = format!("rates=2026-11-20&stage={label}&model=gpt-image-2");
        let text = csv(&link);
        let starts = |cell: &str| {
            let first = cell.trim_start_matches(['"', ' ']).chars().next();
            first.is_some_and(|first| "=+-@＝".contains(first))
        };
        for line in text.lines() {
            for cell in line.split([',', ';', '\t']) {
                assert!(!starts(cell), "{label}: {cell}");
            }
        }
        let tsv = export::tsv(book(), &scenario(&link), &estimated(&link), SITE);
        assert!(
            tsv.split(['\t', '\n', ';', ',']).all(|cell| !starts(cell)),
            "{label}"
        );
        assert_eq!(records(&text)[1].len(), COLUMNS.len(), "{label}");
    }
}

/// A label keeps its commas and quotes.
#[test]
fn a_label_survives() {
    let rows = rows("rates=2026-11-20&stage=A%2C+%22B%22&model=gpt-image-2");
    assert_eq!(item(&rows, "output images")["label"], "A, \"B\"");
}

#[test]
fn tsv_is_the_same_table() {
    for link in SCENARIOS {
        let tsv = export::tsv(book(), &scenario(link), &estimated(link), SITE);
        let read: Vec<Vec<&str>> = tsv.lines().map(|line| line.split('\t').collect()).collect();
        assert_eq!(read, records(&csv(link)), "{link}");
    }
}

/// Problems and notices are in the table with the words of the page.
#[test]
fn what_is_said_is_exported() {
    for link in SCENARIOS {
        let (rows, estimate): (_, Estimate) = (rows(link), estimated(link));
        let said = |name: &str| rows.iter().filter(|row| row["item"] == name).count();
        assert_eq!(said("problem"), estimate.problems.len(), "{link}");
        assert_eq!(said("notice"), estimate.notices.len(), "{link}");
    }
}
