//! Checks the rules of how text models count the images they read.
//!
//! Knows what makes such a rule sound by itself; must not know which model uses it.

use super::Checker;
use super::report::{Place, leak_list};
use crate::rates::file::{self, VisionLevel as Level};
use crate::rates::{Detail, VisionLevel, VisionRule};

impl Checker {
    pub(super) fn vision_rule(
        &self,
        place: &Place,
        name: &'static str,
        rule: &file::Vision,
    ) -> Option<VisionRule> {
        let here = place.key("levels");
        let read = |here: &Place, level: &Level| self.level(here, level);
        let levels: Option<Vec<(Detail, VisionLevel)>> =
            self.report.by_word(&here, &rule.levels, read);
        let auto = Detail::Auto.as_str();
        if rule.levels.0.iter().all(|(detail, _)| detail != auto) {
            let why = "a request that names no detail is counted at this level";
            self.report.missing(&here.key(auto), why);
        }
        let basis = self.report.word(&place.key("basis"), &rule.basis);
        let source = self.source(place, &rule.source, &rule.checked);
        Some(VisionRule {
            name,
            levels: leak_list(levels?),
            basis: basis?,
            source: source?,
        })
    }

    fn level(&self, place: &Place, level: &Level) -> Option<VisionLevel> {
        match level {
            Level::Flat(flat) => Some(VisionLevel::Flat {
                tokens: flat.tokens,
            }),
            Level::Tiles(tiles) => self.vision_tiles(&place.key("tiles"), tiles),
            Level::Patches(patches) => self.vision_patches(&place.key("patches"), patches),
        }
    }

    fn vision_tiles(&self, place: &Place, tiles: &file::VisionTiles) -> Option<VisionLevel> {
        let edge = |key: &str, value: u32| self.report.above_zero(&place.key(key), value);
        Some(VisionLevel::Tiles {
            fit: edge("fit", tiles.fit)?,
            short: edge("short", tiles.short)?,
            tile: edge("tile", tiles.tile)?,
            base: tiles.base,
            per_tile: tiles.per_tile,
        })
    }

    fn vision_patches(&self, place: &Place, rule: &file::VisionPatches) -> Option<VisionLevel> {
        let count = |key: &str, value: u32| self.report.above_zero(&place.key(key), value);
        let budget = match rule.budget {
            None => None,
            Some(budget) => Some(count("budget", budget)?),
        };
        let [over, under] = rule.multiplier;
        Some(VisionLevel::Patches {
            patch: count("patch", rule.patch)?,
            max_edge: count("max_edge", rule.max_edge)?,
            budget,
            multiplier: (
                count("multiplier[0]", over)?,
                count("multiplier[1]", under)?,
            ),
            reject_above: count("reject_above", rule.reject_above)?,
        })
    }
}
