//! An estimate as a Markdown table, with the figures as the page shows them.
//!
//! Knows Markdown tables; rounds nothing that the page does not round.

use super::escape;
use super::lines::{Line, lines, shown};
use super::table::link_of;
use crate::budget::stage_name;
use crate::estimate::{Charge, Estimate, Totals};
use crate::interval::Interval;
use crate::money::grouped;
use crate::scenario::Scenario;
use rust_decimal::Decimal;

/// A row a line item, the total, what it comes to an image, and the link.
pub fn markdown(scenario: &Scenario, estimate: &Estimate, site: &str) -> String {
    let several = scenario.stages.len() > 1;
    let mut text = String::new();
    let heads = ["Stage", "Item", "One request", "Rate", "Total"];
    let from = usize::from(!several);
    push_row(&mut text, &heads.map(str::to_owned)[from..]);
    text.push_str(if several { "| --- | --- " } else { "| --- " });
    text.push_str("| ---: | ---: | ---: |\n");
    let lines = lines(scenario, estimate);
    for (line, shown) in lines.iter().zip(shown(&lines)) {
        push_row(&mut text, &cells(scenario, line, shown)[from..]);
    }
    push_row(&mut text, &sum(estimate, several)[from..]);
    text.push('\n');
    push_words(&mut text, scenario, estimate, site);
    text
}

fn push_row(text: &mut String, cells: &[String]) {
    text.push_str("| ");
    text.push_str(&cells.join(" | "));
    text.push_str(" |\n");
}

fn cells(scenario: &Scenario, line: &Line, shown: String) -> [String; 5] {
    let (count, rate) = match line.item.charge {
        Charge::Tokens {
            tokens,
            usd_per_mtok,
            ..
        } => (
            format!("{} tokens", span(tokens.map(Decimal::from), "")),
            format!("{} / M", span(usd_per_mtok, "$")),
        ),
        Charge::Images { images, usd } => (
            format!("{images} images"),
            format!("{} an image", span(usd, "$")),
        ),
    };
    [
        escape::markdown(&stage_name(scenario, line.stage)),
        line.item.what.as_str().into(),
        count,
        rate,
        shown,
    ]
}

fn span(amount: Interval<Decimal>, before: &str) -> String {
    let (low, high) = (grouped(amount.low), grouped(amount.high));
    if low == high {
        format!("{before}{low}")
    } else {
        format!("{before}{low} – {before}{high}")
    }
}

fn sum(estimate: &Estimate, several: bool) -> [String; 5] {
    let total = match &estimate.totals {
        Some(totals) => format!("**{}**", totals.total.in_words()),
        None => "no price yet".into(),
    };
    let mut cells = [const { String::new() }; 5];
    cells[usize::from(!several)] = "**Total**".into();
    cells[4] = total;
    cells
}

/// What stands below the table: images, problems, notices, rates and the link.
fn push_words(text: &mut String, scenario: &Scenario, estimate: &Estimate, site: &str) {
    if let Some(totals) = &estimate.totals {
        text.push_str(&images(totals));
    }
    let problems = estimate.problems.iter().map(|problem| problem.message());
    let notices = estimate
        .notices
        .iter()
        .map(|notice| notice.kind.to_string());
    for said in problems.chain(notices) {
        text.push_str(&format!("- {}\n", escape::markdown(&said)));
    }
    if !estimate.problems.is_empty() || !estimate.notices.is_empty() {
        text.push('\n');
    }
    text.push_str(&format!(
        "Priced with the rates of {}, USD before tax: [open the estimate]({}).\n",
        estimate.rates.in_words(),
        escape::markdown_address(&link_of(scenario, site))
    ));
}

fn images(totals: &Totals) -> String {
    let Some(each) = totals.per_image else {
        return String::new();
    };
    let count = grouped(totals.images.high.round_dp(1));
    format!("{count} images, {} each.\n\n", each.each_in_words())
}
