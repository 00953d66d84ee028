//! A link with the words that tell what it opens: as Markdown, as HTML, as plain text.
//!
//! Knows how to say a scenario in a line; must not know how anything is priced.

use super::escape;
use super::table::link_of;
use crate::estimate::Estimate;
use crate::money::{UsdRange, grouped};
use crate::rates::Tier;
use crate::scenario::{Per, Route, Scenario, Stage, Task};
use rust_decimal::Decimal;

/// `[1,000 x gpt-image-2 medium 1024x1024, about $52.96](https://…)`.
pub fn markdown_link(scenario: &Scenario, estimate: &Estimate, site: &str) -> String {
    let address = escape::markdown_address(&link_of(scenario, site));
    format!(
        "[{}]({address})",
        escape::markdown(&summary(scenario, estimate))
    )
}

/// `<a href="https://…">1,000 x gpt-image-2 medium 1024x1024, about $52.96</a>`.
pub fn html_link(scenario: &Scenario, estimate: &Estimate, site: &str) -> String {
    let address = escape::html(&link_of(scenario, site));
    let words = escape::html(&summary(scenario, estimate));
    format!("<a href=\"{address}\">{words}</a>")
}

/// The words, the date of the rates, and the link on a line of its own.
pub fn text_link(scenario: &Scenario, estimate: &Estimate, site: &str) -> String {
    format!(
        "{} (rates of {})\n{}",
        summary(scenario, estimate),
        estimate.rates.in_words(),
        link_of(scenario, site)
    )
}

/// What is asked and what it comes to, in a line: `1,000 x gpt-image-2 medium 1024x1024, about
/// $52.96`.
pub fn summary(scenario: &Scenario, estimate: &Estimate) -> String {
    let asked = match scenario.stages.as_slice() {
        [one] => stage(one),
        several => {
            let named = several.iter().map(labelled);
            named.collect::<Vec<_>>().join("; ")
        }
    };
    match &estimate.totals {
        Some(totals) => format!("{asked}, about {}{}", span(totals.total), per(scenario.per)),
        None => format!("{asked}, no price yet"),
    }
}

const fn per(per: Per) -> &'static str {
    match per {
        Per::Batch => "",
        Per::Day => " a day",
        Per::Month => " a month",
    }
}

/// Both ends, in words that a plain text survives.
fn span(total: UsdRange) -> String {
    let (low, high) = (total.low.in_words(), total.high.in_words());
    if low == high {
        low
    } else {
        format!("{low} to {high}")
    }
}

fn labelled(asked: &Stage) -> String {
    match asked.label.as_str() {
        "" => stage(asked),
        label => format!("{label}: {}", stage(asked)),
    }
}

fn stage(asked: &Stage) -> String {
    let tier = match asked.tier {
        Tier::Standard => "",
        Tier::BatchApi => ", Batch API",
    };
    let words = if asked.task == Task::Analyze {
        analysis(asked)
    } else {
        images(asked)
    };
    format!("{words}{tier}")
}

fn images(asked: &Stage) -> String {
    let count = u64::from(asked.requests) * u64::from(asked.n);
    let edit = match (asked.task, asked.input_images()) {
        (Task::Edit, 1) => ", edited from 1 image".into(),
        (Task::Edit, images) => format!(", edited from {images} images"),
        _ => String::new(),
    };
    let through = match (asked.route, asked.driver) {
        (Route::Responses, Some(driver)) => format!(", called by {driver}"),
        (Route::Responses, None) => ", Responses API".into(),
        _ => String::new(),
    };
    let turns = match (asked.route, asked.turns) {
        (Route::Images, _) | (_, 1) => String::new(),
        (Route::Responses, turns) => format!(" in {turns} turns"),
    };
    let (count, model) = (grouped(Decimal::from(count)), asked.model);
    format!(
        "{count} x {model} {} {}{edit}{through}{turns}",
        asked.quality, asked.size
    )
}

fn analysis(asked: &Stage) -> String {
    let images = match asked.input_images() {
        1 => "1 image".into(),
        images => format!("{} images", grouped(Decimal::from(images))),
    };
    format!(
        "{} x {} reading {images} at detail {}",
        grouped(Decimal::from(asked.requests)),
        asked.driver.unwrap_or("a text model"),
        asked.detail
    )
}
