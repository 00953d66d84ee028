//! The table of an estimate as CSV (RFC 4180) and as TSV, for spreadsheets and scripts.
//!
//! Knows quoting, and that a spreadsheet runs a text that looks like a formula; must not know the
//! columns.

use super::escape::cell;
use super::table::{COLUMNS, Cell, Row, table};
use crate::estimate::Estimate;
use crate::rates::RateBook;
use crate::scenario::Scenario;

/// Tells a spreadsheet that a file is UTF-8; it goes before a file, not before copied text.
pub const BYTE_ORDER_MARK: char = '\u{feff}';

/// Comma-separated: heads, then rows, each ended by CR LF.
pub fn csv(book: &RateBook, scenario: &Scenario, estimate: &Estimate, site: &str) -> String {
    written(&table(book, scenario, estimate, site), ",", "\r\n", quoted)
}

/// Tab-separated, each row ended by LF. It needs no quotes: no cell holds a tab or a line break.
pub fn tsv(book: &RateBook, scenario: &Scenario, estimate: &Estimate, site: &str) -> String {
    written(&table(book, scenario, estimate, site), "\t", "\n", |text| {
        text
    })
}

fn written(rows: &[Row], separator: &str, end: &str, write: fn(String) -> String) -> String {
    let heads = COLUMNS.map(|name| Cell::Text(name.to_owned()));
    let mut text = String::new();
    for row in std::iter::once(&heads).chain(rows) {
        let cells = row.iter().map(|value| write(plain(value)));
        text.push_str(&cells.collect::<Vec<_>>().join(separator));
        text.push_str(end);
    }
    text
}

fn plain(value: &Cell) -> String {
    match value {
        Cell::Number(digits) => digits.clone(),
        Cell::Text(words) => cell(words),
    }
}

/// Between quotes where it holds a separator or a quote; a quote within is written twice.
fn quoted(text: String) -> String {
    if text.contains([',', ';', '"']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}
