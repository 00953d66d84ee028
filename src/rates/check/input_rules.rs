//! Checks the rules of what is sent along, and of the text billed beside the prompt.
//!
//! Knows what makes such a rule sound by itself; must not know which model uses it.

use super::Checker;
use super::report::Place;
use crate::rates::file;
use crate::rates::{
    HighFidelity, InputKind, InputRule, OverheadRule, PatchRule, TextReturnedRule, TileRule,
};

impl Checker {
    pub(super) fn input_rule(
        &self,
        place: &Place,
        name: &'static str,
        rule: &file::Input,
    ) -> Option<InputRule> {
        let here = place.key("kind");
        let kind = match &rule.kind {
            file::InputKind::Tiles(tiles) => {
                self.tiles(&here.key("tiles"), tiles).map(InputKind::Tiles)
            }
            file::InputKind::Patches(patches) => self
                .patches(&here.key("patches"), patches)
                .map(InputKind::Patches),
        };
        let basis = self.report.word(&place.key("basis"), &rule.basis);
        let source = self.source(place, &rule.source, &rule.checked);
        Some(InputRule {
            name,
            kind: kind?,
            basis: basis?,
            source: source?,
        })
    }

    fn tiles(&self, place: &Place, tiles: &file::Tiles) -> Option<TileRule> {
        let edge = |key: &str, value: u32| self.report.above_zero(&place.key(key), value);
        let high = match &tiles.high {
            None => None,
            Some(high) => {
                let basis = self
                    .report
                    .word(&place.key("high").key("basis"), &high.basis)?;
                Some(HighFidelity {
                    square: high.square,
                    other: high.other,
                    basis,
                })
            }
        };
        Some(TileRule {
            fit: edge("fit", tiles.fit)?,
            short: edge("short", tiles.short)?,
            tile: edge("tile", tiles.tile)?,
            base: tiles.base,
            per_tile: tiles.per_tile,
            high,
        })
    }

    fn patches(&self, place: &Place, rule: &file::Patches) -> Option<PatchRule> {
        let count = |key: &str, value: u32| self.report.above_zero(&place.key(key), value);
        Some(PatchRule {
            patch: count("patch", rule.patch)?,
            enlarge_to: count("enlarge_to", rule.enlarge_to)?,
            enlarge_max: count("enlarge_max", rule.enlarge_max)?,
            budget: count("budget", rule.budget)?,
            shrink_spread: rule.shrink_spread,
            max_ratio: count("max_ratio", rule.max_ratio)?,
        })
    }

    pub(super) fn overhead_rule(
        &self,
        place: &Place,
        name: &'static str,
        rule: &file::Overhead,
    ) -> Option<OverheadRule> {
        let generate = self.report.interval(&place.key("generate"), rule.generate);
        let edit = self.report.interval(&place.key("edit"), rule.edit);
        let basis = self.report.word(&place.key("basis"), &rule.basis);
        let source = self.source(place, &rule.source, &rule.checked);
        Some(OverheadRule {
            name,
            generate: generate?,
            edit: edit?,
            edit_per_image: rule.edit_per_image,
            basis: basis?,
            source: source?,
        })
    }

    pub(super) fn text_returned_rule(
        &self,
        place: &Place,
        name: &'static str,
        rule: &file::TextReturned,
    ) -> Option<TextReturnedRule> {
        let per_image = self
            .report
            .interval(&place.key("per_image"), rule.per_image);
        let basis = self.report.word(&place.key("basis"), &rule.basis);
        let source = self.source(place, &rule.source, &rule.checked);
        Some(TextReturnedRule {
            name,
            per_image: per_image?,
            basis: basis?,
            source: source?,
        })
    }
}
