//! What is priced, in a line; and the basis in a few words.
//!
//! Pure: must not know the page.

use super::live::Shown;
use crate::money::grouped;
use crate::rates::{Basis, Tier};
use crate::scenario::{Route, Stage, Task};
use crate::size::SizeChoice;
use crate::ui::result;
use crate::ui::state::Workspace;
use rust_decimal::Decimal;

/// `gpt-image-2 · 1024 × 1024 · medium`; what a reader can change below is left to its fields.
pub fn subject(now: &Workspace) -> String {
    let stages = now.scenario.stages.len();
    let asked = now.asked();
    let mut parts = Vec::new();
    if stages > 1 {
        parts.push(format!("{stages} stages"));
        if !asked.label.is_empty() {
            parts.push(asked.label.clone());
        }
    }
    parts.push(who(asked));
    if !now.display.controls && asked.makes_images() {
        parts.push(match asked.size {
            SizeChoice::Exact(size) => size.in_words(),
            SizeChoice::Auto => "size auto".into(),
        });
        parts.push(format!("quality {}", asked.quality));
    }
    parts.extend(rest(asked));
    parts.join(" · ")
}

fn who(asked: &Stage) -> String {
    let driver = asked.driver.unwrap_or("a text model");
    match (asked.task, asked.route) {
        (Task::Analyze, _) => format!("images read by {driver}"),
        (_, Route::Responses) => format!("{} called by {driver}", asked.model),
        _ => asked.model.into(),
    }
}

/// `1,000 images · $0.05296 each`; requests, where no image is made.
pub fn each(shown: &Shown) -> String {
    let asked = shown.workspace.asked();
    match shown.estimate.totals {
        None => String::new(),
        Some(totals) if asked.makes_images() => result::each(totals),
        Some(_) => format!("{} requests", grouped(Decimal::from(asked.requests))),
    }
}

/// What differs from a plain request.
fn rest(asked: &Stage) -> Vec<String> {
    let mut parts = Vec::new();
    if asked.n > 1 {
        parts.push(format!("{} images a request", asked.n));
    }
    match asked.input_images() {
        0 => {}
        1 => parts.push("1 input image".into()),
        many => parts.push(format!("{many} input images")),
    }
    if asked.tier == Tier::BatchApi {
        parts.push("Batch API".into());
    }
    parts
}

/// How far a figure can be trusted, short.
pub const fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Given => "your own numbers",
        Basis::Official => "counts printed by OpenAI",
        Basis::Calculator => "counts of OpenAI’s calculator",
        Basis::Measured => "counts measured on bills",
        Basis::Community => "counts that few reported",
        Basis::Assumed => "counts assumed",
    }
}
