//! What a record cost: each count on its meter, at its rate.
//!
//! Knows meters and the rates of the terms; `split` knows how counts fall on meters. Must not know
//! how text is read. Semantics: docs/bill.md.

use super::contract::contract;
use super::counts::Counts;
use super::line::{Line, Unpriced, Whose, Why};
use super::named::{image_model, text_model, unknown_image, unknown_text};
use super::record::{Part, Record};
use super::remark::Remark;
use super::split::{self, Tally};
use super::terms::Terms;
use super::writer::{Writer, surcharge};
use crate::estimate::charge::Pricing;
use crate::estimate::items::Asked;
use crate::money::UsdRange;
use crate::rates::Model;
use crate::scenario::Stage;

/// What a record cost.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Charge {
    /// Line by line; their sum is the bill.
    pub lines: Vec<Line>,
    /// Tokens that no line holds.
    pub unpriced: Vec<Unpriced>,
    /// What is worth knowing.
    pub remarks: Vec<Remark>,
}

impl Charge {
    /// The sum of the lines.
    pub fn total(&self) -> UsdRange {
        self.lines.iter().map(|line| line.usd).sum()
    }

    /// The sum of one model's lines.
    pub fn total_of(&self, whose: Whose) -> UsdRange {
        let lines = self.lines.iter().filter(|line| line.whose == whose);
        lines.map(|line| line.usd).sum()
    }
}

/// Prices a record. A part without usage has no lines: it is unbillable until reconciled.
pub fn charge(terms: &Terms, record: &Record) -> Charge {
    let mut stage = terms.stage.clone();
    stage.tier = record.tier.unwrap_or(stage.tier);
    let at = At {
        terms,
        record,
        stage: &stage,
    };
    let mut charge = Charge::default();
    if let Part::Counted(counts) = &record.image {
        match terms.rule {
            Some(rule) => contract(&mut charge, rule, counts),
            None => at.image(&mut charge, counts),
        }
    }
    if let Part::Counted(counts) = &record.driver {
        at.text(&mut charge, Whose::Driver, at.driver_id(), counts);
    }
    if let Some((model, counts)) = &record.svg {
        at.text(&mut charge, Whose::Svg, Some(model), counts);
    }
    charge
}

/// A record under its terms.
struct At<'a> {
    terms: &'a Terms<'a>,
    record: &'a Record,
    /// The stage, on the record's own tier where it names one.
    stage: &'a Stage,
}

impl<'a> At<'a> {
    fn asked(&self) -> Asked<'a> {
        Asked {
            snapshot: self.terms.snapshot,
            scenario: self.terms.scenario,
            stage: self.stage,
        }
    }

    fn driver_id(&self) -> Option<&str> {
        self.record.driver_model.as_deref().or(self.stage.driver)
    }

    fn image(&self, charge: &mut Charge, counts: &Counts) {
        let id = self
            .record
            .image_model
            .as_deref()
            .unwrap_or(self.stage.model);
        let tally = split::of_image(
            counts,
            self.terms.only_text(self.record),
            self.record.kind,
            &mut charge.remarks,
        );
        match image_model(self.terms.snapshot, id) {
            Some(model) => self.image_lines(charge, model, tally),
            None => charge.unpriced(
                Whose::Image,
                tally.tokens(),
                unknown_image(self.terms.book, id),
            ),
        }
    }

    fn image_lines(&self, charge: &mut Charge, model: &'static Model, tally: Tally) {
        match Pricing::new(self.asked(), model.rates, model.residency) {
            Some(pricing) => {
                let mut writer = Writer::new(charge, &pricing, Whose::Image, model.id);
                writer.has_text = model.text_returned.is_some();
                writer.inputs(&tally);
                writer.outputs(&tally);
            }
            None => charge.unpriced(Whose::Image, tally.tokens(), Why::NoRates(model.id)),
        }
    }

    fn text(&self, charge: &mut Charge, whose: Whose, id: Option<&str>, counts: &Counts) {
        let tally = split::of_text(counts, &mut charge.remarks);
        let Some(id) = id else {
            return charge.unpriced(whose, tally.tokens(), Why::NoModel);
        };
        let Some(model) = text_model(self.terms.snapshot, id) else {
            return charge.unpriced(whose, tally.tokens(), unknown_text(self.terms.book, id));
        };
        match Pricing::new(self.asked(), model.rates, model.residency) {
            Some(pricing) => {
                let one_pass = self.record.image == Part::None;
                let long = surcharge(model, tally.input(), one_pass);
                if let Some(long) = long {
                    charge
                        .remarks
                        .push(Remark::LongContext(model.id, long.above));
                }
                let mut writer = Writer::new(charge, &pricing, whose, model.id);
                writer.long = long;
                writer.inputs(&tally);
                writer.outputs(&tally);
            }
            None => charge.unpriced(whose, tally.tokens(), Why::NoRates(model.id)),
        }
    }
}

impl Charge {
    /// Tokens that no line can hold.
    pub(super) fn unpriced(&mut self, whose: Whose, tokens: u64, why: Why) {
        if tokens > 0 {
            self.unpriced.push(Unpriced { whose, tokens, why });
        }
    }
}
