//! A bill beside the estimate of the same requests, and what explains the difference.
//!
//! Each record is held against one request of the stage as estimated; the stage is then changed
//! step by step into what came, and what each step adds is what it explains. Counts that remain
//! are compared meter by meter. Where all amounts are points the causes add up to the difference;
//! where some are intervals, their sum spans it.

use super::causes::{Cause, CauseKind};
use super::charge::Charge;
use super::record::{Part, Record};
use super::terms::Terms;
use crate::estimate::{LineItem, What, priced_as_it_came};
use crate::interval::Interval;
use crate::money::{Usd, UsdRange};
use crate::scenario::Stage;

/// A bill beside its estimate.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Records that could be held against the estimate.
    pub records: u64,
    /// What was estimated for as many requests.
    pub estimate: UsdRange,
    /// What they cost.
    pub billed: UsdRange,
    /// Likely causes of the difference.
    pub causes: Vec<Cause>,
    /// Records without usage: unbillable until reconciled.
    pub unbillable: u64,
    /// What was estimated for what they do not say: an estimate, and no bill.
    pub stands_in: UsdRange,
    /// Records some of whose tokens have no price, or that the stage cannot be estimated for.
    pub left_out: u64,
}

impl Comparison {
    /// Billed less estimated.
    pub fn difference(&self) -> UsdRange {
        less(self.billed, self.estimate)
    }
}

/// Holds records against the estimate, one after another.
pub struct Comparer<'a> {
    pub(super) terms: &'a Terms<'a>,
    /// Stages that were priced before: most records are alike.
    priced: Vec<(Stage, Option<Vec<LineItem>>)>,
    comparison: Comparison,
}

pub(super) const NOTHING: UsdRange = Interval::point(Usd::ZERO);

/// `a - b`, as far apart as their ends allow.
pub(super) fn less(a: UsdRange, b: UsdRange) -> UsdRange {
    Interval {
        low: a.low - b.high,
        high: a.high - b.low,
    }
}

pub(super) fn sum(lines: &[LineItem], of: &[What]) -> UsdRange {
    let lines = lines.iter().filter(|line| of.contains(&line.what));
    lines.map(|line| line.per_request).sum()
}

/// What the text model reads and writes; all else is the image model's.
pub(super) const READ: [What; 4] = [
    What::DriverInput,
    What::DriverImages,
    What::AnalysisInput,
    What::AnalysisImages,
];
pub(super) const WRITTEN: [What; 2] = [What::DriverOutput, What::Answer];
pub(super) const MADE: [What; 3] = [What::OutputImages, What::FlatImages, What::CreditImages];
pub(super) const SAID: [What; 3] = [What::Prompt, What::RevisedPrompt, What::PromptOverhead];

impl<'a> Comparer<'a> {
    /// A comparison with the stage of the terms.
    pub fn new(terms: &'a Terms<'a>) -> Self {
        Self {
            terms,
            priced: Vec::new(),
            comparison: Comparison {
                records: 0,
                estimate: NOTHING,
                billed: NOTHING,
                causes: Vec::new(),
                unbillable: 0,
                stands_in: NOTHING,
                left_out: 0,
            },
        }
    }

    /// What it has come to.
    pub fn finish(self) -> Comparison {
        self.comparison
    }

    /// Adds a record and its charge.
    pub fn add(&mut self, record: &Record, charged: &Charge) {
        let Some(expected) = self.price(self.terms.stage) else {
            self.comparison.left_out += 1;
            return;
        };
        if record.is_unbillable() {
            self.comparison.unbillable += 1;
            let stands_in = self.comparison.stands_in + missing(record, &expected);
            self.comparison.stands_in = stands_in;
        } else if charged.unpriced.is_empty() {
            self.comparison.records += 1;
            self.comparison.estimate = self.comparison.estimate + total(&expected);
            self.comparison.billed = self.comparison.billed + charged.total();
            self.explain(record, charged);
        } else {
            self.comparison.left_out += 1;
        }
    }

    pub(super) fn price(&mut self, stage: &Stage) -> Option<Vec<LineItem>> {
        if let Some((_, known)) = self.priced.iter().find(|(known, _)| known == stage) {
            return known.clone();
        }
        let Terms { book, scenario, .. } = self.terms;
        let lines = priced_as_it_came(book, scenario, stage).map(|priced| priced.line_items);
        self.priced.push((stage.clone(), lines.clone()));
        lines
    }

    /// Adds to a cause; an amount of nothing is none.
    pub(super) fn cause(&mut self, kind: CauseKind, usd: UsdRange) {
        if usd == NOTHING {
            return;
        }
        let causes = &mut self.comparison.causes;
        match causes.iter_mut().find(|known| known.kind == kind) {
            Some(known) => {
                known.usd = known.usd + usd;
                known.records += 1;
            }
            None => causes.push(Cause {
                kind,
                usd,
                records: 1,
            }),
        }
    }
}

pub(super) fn total(lines: &[LineItem]) -> UsdRange {
    lines.iter().map(|line| line.per_request).sum()
}

/// What was estimated for the models that a record says nothing of.
fn missing(record: &Record, expected: &[LineItem]) -> UsdRange {
    let text = sum(expected, &READ) + sum(expected, &WRITTEN);
    let image: UsdRange = less(total(expected), NOTHING);
    let image = Interval {
        low: image.low - text.low,
        high: image.high - text.high,
    };
    let part = |part: &Part, usd: UsdRange| match part {
        Part::Missing => usd,
        _ => NOTHING,
    };
    part(&record.image, image) + part(&record.driver, text)
}
