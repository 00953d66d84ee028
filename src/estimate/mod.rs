//! What a scenario costs under one rate snapshot: line items, totals, basis, problems, notices.
//!
//! Knows how requests are billed (docs/billing.md); must not know how anything is shown. Sums are
//! exact Decimals, amounts are intervals, and nothing here asks for the time or the network, so
//! the same scenario and book give the same estimate for ever.

use crate::date::Date;
use crate::interval::Interval;
use crate::money::UsdRange;
use crate::order::sort_few;
use crate::program::WORKFLOW;
use crate::rates::{Basis, Meter, RateBook, RateSnapshot, Source};
use crate::scenario::{Scenario, Stage};
use rust_decimal::Decimal;

mod analysis;
pub(crate) mod charge;
pub mod explain;
mod flat;
mod image;
mod input;
pub(crate) mod items;
mod judge;
mod limit;
mod notices;
mod passes;
mod problem;
mod responses;
mod stage;
mod totals;

pub use input::{InputPrice, price_input};
pub use notices::{Notice, NoticeKind};
pub use problem::{Change, Fix, Problem, ProblemKind};
pub use totals::Totals;

use crate::rates::words::words;

words! {
    /// What a line item is for.
    What {
        /// The finished images.
        OutputImages = "output images",
        /// Images streamed before they are finished.
        PartialImages = "partial images",
        /// The person's prompt.
        Prompt = "prompt",
        /// The prompt as the driver rewrites it for the image model.
        RevisedPrompt = "revised prompt",
        /// Text tokens billed beside the prompt.
        PromptOverhead = "prompt overhead",
        /// Images sent along.
        InputImages = "input images",
        /// Text that comes back with the images.
        TextReturned = "text returned",
        /// Text that the driver reads.
        DriverInput = "driver input",
        /// Images that the driver reads.
        DriverImages = "images read by the driver",
        /// Text that the driver writes.
        DriverOutput = "driver output",
        /// Text that an analysis reads.
        AnalysisInput = "analysis input",
        /// Images that an analysis reads.
        AnalysisImages = "images analysed",
        /// Text that an analysis returns.
        Answer = "answer",
        /// Images at a flat price.
        FlatImages = "images at a flat price",
        /// Images paid in credits of a plan.
        CreditImages = "images paid in credits",
    }
}

impl What {
    /// Whether a text model is paid for it: the driver of the image tool, or an analysis.
    pub fn is_of_text_model(self) -> bool {
        matches!(
            self,
            Self::DriverInput
                | Self::DriverImages
                | Self::DriverOutput
                | Self::AnalysisInput
                | Self::AnalysisImages
                | Self::Answer
        )
    }
}

/// What is multiplied with what.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Charge {
    /// Tokens on a meter at a rate.
    Tokens {
        /// What is counted.
        meter: Meter,
        /// Tokens of one request sent once.
        tokens: Interval<u64>,
        /// USD per million tokens, markup and regional processing included.
        usd_per_mtok: Interval<Decimal>,
        /// Where the rate stands; none where it is the person's own.
        rate_source: Option<&'static Source>,
    },
    /// Images at a price each.
    Images {
        /// Images of one request.
        images: u32,
        /// USD an image.
        usd: Interval<Decimal>,
    },
}

/// One line of the bill of one request sent once.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LineItem {
    /// What it is for.
    pub what: What,
    /// What is multiplied with what.
    pub charge: Charge,
    /// USD, for one request sent once.
    pub per_request: UsdRange,
    /// Why the count can be trusted.
    pub basis: Basis,
    /// Where the count's rule stands; where there is none, where the rate stands.
    pub source: Option<&'static Source>,
    /// Whether its rate is, or may be, raised because a turn is very long.
    pub surcharged: bool,
}

impl LineItem {
    /// The meter, where it is tokens that are counted.
    pub fn meter(&self) -> Option<Meter> {
        match self.charge {
            Charge::Tokens { meter, .. } => Some(meter),
            Charge::Images { .. } => None,
        }
    }
}

/// One stage, priced.
#[derive(Clone, Debug, PartialEq)]
pub struct StageEstimate {
    /// Whether its images are results.
    pub deliver: bool,
    /// Sends of one request, retries included; expected value.
    pub sends_per_request: Decimal,
    /// Sends of the whole stage.
    pub sends: Decimal,
    /// One request sent once, line by line; empty with problems.
    pub line_items: Vec<LineItem>,
    /// The sum of the line items; none with problems.
    pub per_request: Option<UsdRange>,
    /// The whole stage; none with problems.
    pub totals: Option<Totals>,
}

/// A scenario, priced.
#[derive(Clone, Debug, PartialEq)]
pub struct Estimate {
    /// The date of the rate snapshot.
    pub rates: Date,
    /// Every stage, in order.
    pub stages: Vec<StageEstimate>,
    /// All stages together; none with problems.
    pub totals: Option<Totals>,
    /// What makes it impossible to price.
    pub problems: Vec<Problem>,
    /// What is worth knowing but stops nothing.
    pub notices: Vec<Notice>,
}

/// Prices a scenario under the snapshot that it names (the one in force on that date, the first
/// where the date is before it).
///
/// Never fails: what cannot be priced is a [`Problem`], and then there are no totals.
pub fn estimate(book: &RateBook, scenario: &Scenario) -> Estimate {
    let snapshot = snapshot_of(book, scenario);
    let mut problems = judge::problems(book, snapshot, scenario);
    let mut stages: Vec<StageEstimate> = scenario
        .stages
        .iter()
        .enumerate()
        .map(|(index, asked)| {
            let sound = problems.iter().all(|problem| problem.stage != index);
            stage::price(snapshot, scenario, asked, sound)
        })
        .collect();
    // Sourced rates and counts within their bounds stay far below it.
    if WORKFLOW {
        problems.extend(limit::problems(scenario, &mut stages));
    }
    sort_few(&mut problems, |problem| problem.stage);
    let totals = if problems.is_empty() {
        totals::of_scenario(&stages)
    } else {
        None
    };
    Estimate {
        rates: snapshot.date,
        notices: notices::notices(snapshot, scenario, &stages),
        stages,
        totals,
        problems,
    }
}

/// What an image of `asked` would cost within the scenario: the price that stands on each choice
/// before it is made. None where it cannot be priced. Looks for no fixes, so it is cheap.
pub fn price_each(book: &RateBook, scenario: &Scenario, asked: &Stage) -> Option<UsdRange> {
    let snapshot = snapshot_of(book, scenario);
    if !judge::is_sound(book, snapshot, scenario, asked) {
        return None;
    }
    let totals = stage::price(snapshot, scenario, asked, true).totals?;
    totals
        .per_image
        .filter(|_| !WORKFLOW || limit::fits(&totals))
}

/// A stage as it came rather than as it was asked, within the scenario: nothing is judged, since
/// the API has answered. None where a rate or a rule is missing.
pub fn priced_as_it_came(
    book: &RateBook,
    scenario: &Scenario,
    came: &Stage,
) -> Option<StageEstimate> {
    let priced = stage::price(snapshot_of(book, scenario), scenario, came, true);
    priced.per_request.is_some().then_some(priced)
}

/// The snapshot in force on the scenario's date; the first, where the date is before it.
pub fn snapshot_of(book: &RateBook, scenario: &Scenario) -> &'static RateSnapshot {
    book.in_force(scenario.rates).unwrap_or(&book.snapshots[0])
}
