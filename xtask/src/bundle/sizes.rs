//! What the page weighs, and what it may weigh: the one place of the size budget.

use super::fingerprint::{Files, without_hash};
use super::{files_in, read_all, references};
use crate::error::{Outcome, TaskError};
use std::fs;
use std::path::Path;

/// The most that everything the first view loads may weigh, in brotli (quality 11), in bytes:
/// 110 KB of 1024 bytes. docs/performance.md says what was tried to get there.
pub const FIRST_VIEW_BUDGET: u64 = 110 * 1024;

/// The most that everything an embed loads may weigh: every reader of a page that holds one pays.
pub const EMBED_BUDGET: u64 = 95 * 1024;

/// The most that the script for other people's pages may weigh.
pub const ELEMENT_BUDGET: u64 = 2 * 1024;

/// Named by index.html, but not loaded by the first view of a browser that can run the page.
const NOT_LOADED: [&str; 6] = [
    "too-old",
    "pixelbill-whole",
    "pixelbill-embed",
    "keep",
    "prices",
    "social",
];

/// The page's own program, and that of an embed.
const PROGRAMS: [[&str; 2]; 2] = [
    ["pixelbill.js", "pixelbill_bg.wasm"],
    ["pixelbill-embed.js", "pixelbill-embed_bg.wasm"],
];

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
    let mut files: Files = read_all(dist)?;
    // What is named only by a file that is not loaded is not loaded either.
    files.retain(|name, _| !NOT_LOADED.iter().any(|prefix| name.starts_with(prefix)));
    let first_view = references::reached(&files, "index.html");
    let weigh = |name: String| {
        Ok(Weight {
            raw: size(&dist.join(&name))?,
            gzip: size(&compressed.join(format!("{name}.gz")))?,
            brotli: size(&compressed.join(format!("{name}.br")))?,
            first_view: first_view.contains(&name),
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
    sum("first view", weights, |weight| weight.first_view)
}

/// What an embed loads: the first view with its own program instead of the page's.
pub fn embed(weights: &[Weight]) -> Weight {
    let [page, own] = PROGRAMS;
    sum("an embed alone", weights, |weight| {
        let name = weight.name.as_str();
        own.contains(&name) || (weight.first_view && !page.contains(&name))
    })
}

/// The script for other people's pages.
fn element(weights: &[Weight]) -> Weight {
    sum("embed.js", weights, |weight| weight.name == "embed.js")
}

fn sum(name: &str, weights: &[Weight], counts: impl Fn(&Weight) -> bool) -> Weight {
    let of = |part: fn(&Weight) -> u64| {
        let counted = weights.iter().filter(|weight| counts(weight));
        counted.map(part).sum()
    };
    Weight {
        name: name.to_owned(),
        raw: of(|weight| weight.raw),
        gzip: of(|weight| weight.gzip),
        brotli: of(|weight| weight.brotli),
        first_view: true,
    }
}

/// A Markdown table: the files of the first view, their sum, and the others.
pub fn table(weights: &[Weight]) -> String {
    let total = first_view(weights);
    let embed = embed(weights);
    let (loaded, others): (Vec<_>, Vec<_>) = weights.iter().partition(|weight| weight.first_view);
    let names = weights.iter().map(|weight| weight.name.len());
    let width = names.max().unwrap_or(0).max(17);
    let head = format!(
        "| {:width$} |     raw | gzip -9 | brotli -q 11 |\n\
         | {:-<width$} | ------: | ------: | -----------: |\n",
        "file (bytes)", ""
    );
    let rows = loaded
        .into_iter()
        .chain([&total])
        .chain(others)
        .chain([&embed]);
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

/// What is weighed against a budget.
fn budgets(weights: &[Weight]) -> [(&'static str, Weight, u64); 3] {
    [
        ("the first view", first_view(weights), FIRST_VIEW_BUDGET),
        ("an embed alone", embed(weights), EMBED_BUDGET),
        ("embed.js", element(weights), ELEMENT_BUDGET),
    ]
}

/// Refuses what is over its budget.
pub fn check(weights: &[Weight]) -> Outcome<()> {
    for (what, total, bound) in budgets(weights) {
        let given = total.brotli;
        if given > bound {
            return Err(TaskError::OverBudget { what, given, bound });
        }
    }
    Ok(())
}

/// Each against its budget, a line each.
pub fn summary(weights: &[Weight]) -> String {
    let kb = |bytes: u64| bytes as f64 / 1024.0;
    let line = |(what, total, bound): (&str, Weight, u64)| {
        format!(
            "{what}: {:.1} KB brotli of at most {:.1} KB ({:.1} KB gzip; 1 KB = 1024 bytes)",
            kb(total.brotli),
            kb(bound),
            kb(total.gzip)
        )
    };
    budgets(weights).map(line).join("\n")
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
            one("pixelbill_bg.wasm", brotli, true),
            one("index.html", 1, true),
            one("embed.js", 9, false),
            one("pixelbill-embed_bg.wasm", 50, false),
        ]
    }

    #[test]
    fn the_budget_counts_the_first_view_only() {
        assert!(check(&weights(FIRST_VIEW_BUDGET - 1)).is_ok());
        let refusal = check(&weights(FIRST_VIEW_BUDGET)).expect_err("one byte over");
        assert!(refusal.to_string().contains("1 over the budget of 112640"));
    }

    #[test]
    fn an_embed_counts_its_own_program_and_not_the_pages() {
        let mut weights = weights(EMBED_BUDGET + 1);
        assert_eq!(embed(&weights).brotli, 51);
        assert!(check(&weights).is_ok());
        weights[3].brotli = EMBED_BUDGET;
        let refusal = check(&weights).expect_err("over by the rest");
        assert!(refusal.to_string().starts_with("an embed alone is"));
    }

    #[test]
    fn the_script_for_other_pages_has_a_budget_too() {
        let mut weights = weights(100);
        weights[2].brotli = ELEMENT_BUDGET + 1;
        let refusal = check(&weights).expect_err("one byte over");
        assert!(refusal.to_string().starts_with("embed.js is 2049 bytes"));
    }

    #[test]
    fn the_table_sums_the_first_view() {
        let table = table(&weights(100));
        let sum = "| first view              |     303 |     202 |          101 |";
        assert!(table.contains(sum), "{table}");
    }
}
