//! A link names its snapshot and gives the same figure for ever: what is published never changes.

use super::lookup::RATES;
use serde_json::Value;

/// A digest of every snapshot, rule, source, plan and contract that was published.
const PUBLISHED: &str = include_str!("published.txt");

const ADVICE: &str = "\
What is published never changes, or old links would give another figure. A correction is a new \
rule or source, used by a new snapshot. Only what is new gets a new line in \
tests/rate_book/published.txt: ";

/// FNV-1a, 64 bits: enough to notice an edit, in three lines.
fn digest(value: &Value) -> String {
    let mixed = canonical(value)
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
    format!("{mixed:016x}")
}

/// JSON without white space, keys sorted.
fn canonical(value: &Value) -> String {
    match value {
        Value::Object(entries) => {
            let mut entries: Vec<_> = entries.iter().collect();
            entries.sort_by_key(|entry| entry.0);
            let entries = entries
                .iter()
                .map(|(key, value)| format!("{key:?}:{}", canonical(value)));
            format!("{{{}}}", entries.collect::<Vec<_>>().join(","))
        }
        Value::Array(items) => {
            format!(
                "[{}]",
                items.iter().map(canonical).collect::<Vec<_>>().join(",")
            )
        }
        other => other.to_string(),
    }
}

/// A line for every snapshot, rule, source, plan and contract of rates.json, keys sorted.
fn lines() -> Vec<String> {
    let book: Value = serde_json::from_str(RATES).expect("the build has checked it");
    let mut lines = Vec::new();
    let named = |lines: &mut Vec<String>, section: &str, entries: &Value| {
        for (name, entry) in entries.as_object().into_iter().flatten() {
            lines.push(format!("{section} {name} {}", digest(entry)));
        }
    };
    for snapshot in book["snapshots"].as_array().into_iter().flatten() {
        let date = snapshot["date"].as_str().unwrap_or_default();
        lines.push(format!("snapshot {date} {}", digest(snapshot)));
    }
    for (kind, rules) in book["rules"].as_object().into_iter().flatten() {
        named(&mut lines, &format!("rule {kind}"), rules);
    }
    named(&mut lines, "source", &book["sources"]);
    for plan in book["plans"].as_array().into_iter().flatten() {
        let id = plan["id"].as_str().unwrap_or_default();
        lines.push(format!("plan {id} {}", digest(plan)));
    }
    named(&mut lines, "billing", &book["billing"]);
    lines
}

#[test]
fn what_is_published_never_changes() {
    let (held, lines) = (PUBLISHED.lines().collect::<Vec<_>>(), lines());
    let strange: Vec<&String> = lines
        .iter()
        .filter(|line| !held.contains(&line.as_str()))
        .collect();
    assert!(strange.is_empty(), "{ADVICE}\n{strange:#?}");
    let gone: Vec<&&str> = held
        .iter()
        .filter(|line| !lines.iter().any(|l| l == *line))
        .collect();
    assert!(
        gone.is_empty(),
        "{ADVICE}\nThese were published and are gone: {gone:#?}"
    );
}
