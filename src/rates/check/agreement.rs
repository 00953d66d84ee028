//! Whether the parts of an image model agree: its sizes, its rules and what it supports.
//!
//! Knows which parts depend on each other; must not know the other models of the snapshot.

use super::Checker;
use super::fault::Fault;
use super::model_rules::ModelRules;
use super::report::Place;
use crate::rates::file;
use crate::rates::{Fidelity, InputKind, InputRule, OutputKind, Quality, SizeKind};
use crate::size::Size;

impl Checker {
    /// Reports whatever contradicts itself in an image model.
    pub(super) fn agree(&self, place: &Place, model: &file::Model, rules: &ModelRules) {
        if let Some((sizes, output)) = rules.sizes.zip(rules.output) {
            let here = place.key("output");
            match &output.kind {
                OutputKind::Table(rows) => self.covers(&here, &sizes.kind, rows),
                OutputKind::Flat(rows) => self.covers(&here, &sizes.kind, rows),
                OutputKind::Area(_) | OutputKind::Spread { .. } => {}
            }
            match output.kind {
                OutputKind::Flat(_) => self.flat_agrees(place, model),
                _ => self.overhead_agrees(place, model),
            }
        }
        if let Some(input) = rules.input {
            self.input_agrees(place, model, input);
        }
    }

    /// A table needs a fixed list of sizes, and an entry for each.
    fn covers<T: Copy>(&self, place: &Place, sizes: &SizeKind, rows: &[(Quality, Size, T)]) {
        let SizeKind::Fixed { sizes, .. } = sizes else {
            let why = "a table or price an image needs a size rule with a fixed list; name one, or \
                       an output rule with the area formula";
            return self.report.note(place, Fault::Contradiction { why });
        };
        let has = |quality, size| rows.iter().any(|row| (row.0, row.1) == (quality, size));
        let stands = |quality: &&Quality| rows.iter().any(|row| row.0 == **quality);
        for &quality in Quality::ALL.iter().filter(stands) {
            for &size in sizes.iter().filter(|size| !has(quality, **size)) {
                self.report.note(place, Fault::Gap { quality, size });
            }
        }
        for &(quality, size, _) in rows.iter().filter(|row| !sizes.contains(&row.1)) {
            self.report.note(place, Fault::Stray { quality, size });
        }
    }

    /// What is billed by tokens says how many stand beside the prompt.
    fn overhead_agrees(&self, place: &Place, model: &file::Model) {
        if model.overhead.is_none() {
            let why = "a model that is billed by tokens names the rule of its prompt overhead, be \
                       it one of [0, 0]";
            self.report.missing(&place.key("overhead"), why);
        }
    }

    fn flat_agrees(&self, place: &Place, model: &file::Model) {
        if !model.rates.0.is_empty() {
            let why = "the output rule prices whole images, so no token is billed";
            self.report.misplaced(&place.key("rates"), why);
        }
    }

    fn input_agrees(&self, place: &Place, model: &file::Model, input: Option<&InputRule>) {
        let takes = model.supports.input_images > 0;
        if takes && input.is_none() {
            let why = "a model that takes input images names the rule that counts them";
            self.report.missing(&place.key("input"), why);
        }
        if !takes && input.is_some() {
            let why = "supports.input_images is 0";
            self.report.misplaced(&place.key("input"), why);
        }
        if !takes && model.supports.mask {
            let why = "a mask needs an input image, and supports.input_images is 0";
            self.report
                .misplaced(&place.key("supports").key("mask"), why);
        }
        self.fidelity_agrees(&place.key("supports").key("fidelity"), model, input);
    }

    fn fidelity_agrees(&self, place: &Place, model: &file::Model, input: Option<&InputRule>) {
        let wants_high = model
            .supports
            .fidelity
            .iter()
            .any(|f| f == Fidelity::High.as_str());
        let says_high =
            |rule: &InputRule| matches!(rule.kind, InputKind::Tiles(tiles) if tiles.high.is_some());
        if wants_high && !input.is_some_and(says_high) {
            let why = "the input rule does not say what high fidelity adds";
            self.report.misplaced(place, why);
        }
    }
}
