//! What the page weighs, and what it may weigh: the one place of the size budget.

use super::fingerprint::{Files, without_hash};
use super::{files_in, read_all, references};
use crate::error::{Outcome, TaskError};
use std::fs;
use std::path::Path;

/// The most that everything the first view loads may weigh, in brotli (quality 11), in bytes:
/// 130 KB of 1024 bytes. The view Price alone was to stay within 110 and does not yet:
/// docs/performance.md says what was tried and what is left to do.
pub const FIRST_VIEW_BUDGET: u64 = 130 * 1024;

/// Named by index.html, but not loaded by the first view of a browser that can run the page.
const NOT_LOADED: [&str; 2] = ["too-old", "whole"];

/// One file of the page, in bytes.
pub struct Weight {
    /// Without its hash.
    pub name: String,
    pub raw: u64,
    pub gzip: u64,
    pub brotli: u64,
    pub first_view: bool,
}

/// Weighs every file of the page.
pub fn weigh(dist: &Path, compressed: &Path) -> Outcome<Vec<Weight>> {
    let files: Files = read_all(dist)?;
    let first_view = references::reached(&files, "index.html");
    let weigh = |name: String| {
        let skipped = NOT_LOADED.iter().any(|prefix| name.starts_with(prefix));
        Ok(Weight {
            raw: size(&dist.join(&name))?,
            gzip: size(&compressed.join(format!("{name}.gz")))?,
            brotli: size(&compressed.join(format!("{name}.br")))?,
            first_view: first_view.contains(&name) && !skipped,
            name: without_hash(&name),
        })
    };
    files_in(dist)?.into_iter().map(weigh).collect()
}

fn size(path: &Path) -> Outcome<u64> {
    let about = fs::metadata(path).map_err(TaskError::io("weighing", path))?;
    Ok(about.len())
}

/// The first view's total.
pub fn first_view(weights: &[Weight]) -> Weight {
    let loaded = || weights.iter().filter(|weight| weight.first_view);
    Weight {
        name: "first view".to_owned(),
        raw: loaded().map(|weight| weight.raw).sum(),
        gzip: loaded().map(|weight| weight.gzip).sum(),
        brotli: loaded().map(|weight| weight.brotli).sum(),
        first_view: true,
    }
}

/// A Markdown table: the files of the first view, their sum, and the others.
pub fn table(weights: &[Weight]) -> String {
    let total = first_view(weights);
    let (loaded, others): (Vec<_>, Vec<_>) = weights.iter().partition(|weight| weight.first_view);
    let names = weights.iter().map(|weight| weight.name.len());
    let width = names.max().unwrap_or(0).max(17);
    let head = format!(
        "| {:width$} |     raw | gzip -9 | brotli -q 11 |\n\
         | {:-<width$} | ------: | ------: | -----------: |\n",
        "file (bytes)", ""
    );
    let rows = loaded.into_iter().chain([&total]).chain(others);
    rows.fold(head, |text, weight| text + &row(weight, width))
}

fn row(weight: &Weight, width: usize) -> String {
    let Weight {
        name,
        raw,
        gzip,
        brotli,
        ..
    } = weight;
    format!("| {name:width$} | {raw:>7} | {gzip:>7} | {brotli:>12} |\n")
}

/// Refuses a first view over the budget.
pub fn check(weights: &[Weight]) -> Outcome<()> {
    match first_view(weights).brotli {
        given if given > FIRST_VIEW_BUDGET => Err(TaskError::OverBudget {
            given,
            bound: FIRST_VIEW_BUDGET,
        }),
        _ => Ok(()),
    }
}

/// The first view against its budget, in one line.
pub fn summary(weights: &[Weight]) -> String {
    let total = first_view(weights);
    let kb = |bytes: u64| bytes as f64 / 1024.0;
    format!(
        "first view: {:.1} KB brotli of at most {:.1} KB ({:.1} KB gzip; 1 KB = 1024 bytes)",
        kb(total.brotli),
        kb(FIRST_VIEW_BUDGET),
        kb(total.gzip)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weights(brotli: u64) -> Vec<Weight> {
        let one = |name: &str, brotli, first_view| {
            let name = name.to_owned();
            Weight {
                name,
                raw: 3 * brotli,
                gzip: 2 * brotli,
                brotli,
                first_view,
            }
        };
        vec![
            one("app.wasm", brotli, true),
            one("index.html", 1, true),
            one("embed.js", 9, false),
        ]
    }

    #[test]
    fn the_budget_counts_the_first_view_only() {
        assert!(check(&weights(FIRST_VIEW_BUDGET - 1)).is_ok());
        let refusal = check(&weights(FIRST_VIEW_BUDGET)).expect_err("one byte over");
        assert!(refusal.to_string().contains("1 over the budget of 133120"));
    }

    #[test]
    fn the_table_sums_the_first_view() {
        let table = table(&weights(100));
        let sum = "| first view        |     303 |     202 |          101 |";
        assert!(table.contains(sum), "{table}");
    }
}
