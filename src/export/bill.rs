//! A bill as JSON: each record as it was pasted, character by character, beside what it cost.
//! docs/bill.md describes the shape.

use super::json::{Range, usd};
use crate::interval::Interval;
use crate::usage::{Bill, Charge, Line, Record, Remark, Terms};
use rust_decimal::Decimal;
use serde::Serialize;

/// Records, their charges and their sum as JSON. `terms` are those that the charges were made
/// under.
pub fn bill_json(terms: &Terms, bill: &Bill, records: &[(Record, Charge)]) -> String {
    let head = text(&Head::of(terms, bill));
    let records = records.iter().map(|(record, charge)| {
        let about = text(&RecordOut::of(record, charge));
        beside(&about, "pasted", &record.pasted)
    });
    let records: Vec<String> = records.collect();
    let list = format!("[\n    {}\n  ]", records.join(",\n    "));
    beside(&head, "records", &list) + "\n"
}

/// An object with one more key, whose value is JSON already and stays as it is.
fn beside(object: &str, key: &str, json: &str) -> String {
    let open = object.strip_suffix('}').unwrap_or(object);
    format!("{open},\"{key}\":{json}}}")
}

fn text<T: Serialize>(value: &T) -> String {
    // Strings, numbers and maps with string keys only: writing them cannot fail.
    serde_json::to_string(value).unwrap_or_default()
}

#[derive(Serialize)]
struct Head {
    v: u8,
    rates: String,
    tier: &'static str,
    rule: Option<&'static str>,
    markup: String,
    requests: u64,
    failed: u64,
    unbillable: u64,
    images: u64,
    total: Range,
    line_items: Vec<LineOut>,
    unpriced: Vec<String>,
}

impl Head {
    fn of(terms: &Terms, bill: &Bill) -> Self {
        Self {
            v: 1,
            rates: terms.snapshot.date.to_string(),
            tier: terms.stage.tier.as_str(),
            rule: terms.rule.map(|rule| rule.name),
            markup: terms.scenario.markup.to_string(),
            requests: bill.records,
            failed: bill.failed,
            unbillable: bill.unbillable,
            images: bill.images,
            total: usd(bill.total()),
            line_items: bill.lines.iter().map(LineOut::of).collect(),
            unpriced: bill.unpriced.iter().map(ToString::to_string).collect(),
        }
    }
}

#[derive(Serialize)]
struct RecordOut<'a> {
    line: u64,
    kind: &'static str,
    /// None where anything in it is unbillable until reconciled, or has no price.
    total: Option<Range>,
    line_items: Vec<LineOut>,
    unpriced: Vec<String>,
    remarks: Vec<RemarkOut>,
    unknown: &'a [String],
    error: Option<&'a str>,
}

impl<'a> RecordOut<'a> {
    fn of(record: &'a Record, charge: &Charge) -> Self {
        let billable = !record.is_unbillable();
        Self {
            line: record.at.line,
            kind: record.kind.as_str(),
            total: (billable && charge.unpriced.is_empty()).then(|| usd(charge.total())),
            line_items: charge.lines.iter().map(LineOut::of).collect(),
            unpriced: charge.unpriced.iter().map(ToString::to_string).collect(),
            remarks: charge.remarks.iter().map(RemarkOut::of).collect(),
            unknown: &record.unknown,
            error: record.error.as_deref(),
        }
    }
}

#[derive(Serialize)]
struct RemarkOut {
    code: &'static str,
    message: String,
}

impl RemarkOut {
    fn of(remark: &Remark) -> Self {
        Self {
            code: remark.code(),
            message: remark.to_string(),
        }
    }
}

#[derive(Serialize)]
struct LineOut {
    whose: &'static str,
    model: &'static str,
    what: &'static str,
    tokens: u64,
    usd_per_mtok: Range,
    usd: Range,
    source: Option<&'static str>,
}

impl LineOut {
    fn of(line: &Line) -> Self {
        let rate: Interval<Decimal> = line.usd_per_mtok;
        Self {
            whose: line.whose.as_str(),
            model: line.model,
            what: line.counted.as_str(),
            tokens: line.tokens,
            usd_per_mtok: super::json::range(rate),
            usd: usd(line.usd),
            source: line.source.map(|source| source.url),
        }
    }
}
