//! Checks the rules of what is sent along, and of the text billed beside the prompt.
//!
//! Knows what makes such a rule sound by itself; must not know which model uses it.

use super::Checker;
use super::fault::Fault;
use super::report::{Place, leak_list};
use crate::rates::file::{self, VisionLevel as Level};
use crate::rates::{
    Detail, HighFidelity, InputKind, InputRule, OverheadRule, PatchRule, TextReturnedRule,
    TileRule, VisionLevel, VisionRule,
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

    pub(super) fn vision_rule(
        &self,
        place: &Place,
        name: &'static str,
        rule: &file::Vision,
    ) -> Option<VisionRule> {
        let here = place.key("levels");
        let levels: Vec<(Detail, VisionLevel)> =
            self.report
                .by_word(&here, &rule.levels, |here, level| self.level(here, level));
        if !rule
            .levels
            .0
            .iter()
            .any(|(detail, _)| detail == Detail::Auto.as_str())
        {
            let why = "a request that names no detail is counted at this level";
            self.report
                .note(&here.key(Detail::Auto.as_str()), Fault::Missing { why });
        }
        let basis = self.report.word(&place.key("basis"), &rule.basis);
        let source = self.source(place, &rule.source, &rule.checked);
        Some(VisionRule {
            name,
            levels: leak_list(levels),
            basis: basis?,
            source: source?,
        })
    }

    fn level(&self, place: &Place, level: &Level) -> Option<VisionLevel> {
        let check = |kind: &str, key: &str, value: u32| {
            self.report.above_zero(&place.key(kind).key(key), value)
        };
        Some(match level {
            Level::Flat(flat) => VisionLevel::Flat {
                tokens: flat.tokens,
            },
            Level::Tiles(tiles) => VisionLevel::Tiles {
                fit: check("tiles", "fit", tiles.fit)?,
                short: check("tiles", "short", tiles.short)?,
                tile: check("tiles", "tile", tiles.tile)?,
                base: tiles.base,
                per_tile: tiles.per_tile,
            },
            Level::Patches(patches) => {
                let [above, below] = patches.multiplier;
                VisionLevel::Patches {
                    max_edge: check("patches", "max_edge", patches.max_edge)?,
                    budget: patches.budget.map_or(Some(None), |budget| {
                        check("patches", "budget", budget).map(Some)
                    })?,
                    multiplier: (
                        check("patches", "multiplier", above)?,
                        check("patches", "multiplier", below)?,
                    ),
                    reject_above: check("patches", "reject_above", patches.reject_above)?,
                }
            }
        })
    }
}
