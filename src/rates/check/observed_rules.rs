//! Checks the rules of what was observed around a request, and the uplift of a snapshot.
//!
//! Knows what makes such a rule sound by itself; must not know which model it meets.

use super::Checker;
use super::report::Place;
use crate::rates::file;
use crate::rates::{AnalysisRule, RegionalUplift, ResponsesRule};

impl Checker {
    pub(super) fn responses_rule(
        &self,
        place: &Place,
        name: &'static str,
        rule: &file::Responses,
    ) -> Option<ResponsesRule> {
        let interval = |key: &str, ends| self.report.interval(&place.key(key), ends);
        let tool = interval("tool", rule.tool);
        let reread = interval("reread", rule.reread);
        let output = interval("output", rule.output);
        let revised = interval("revised", rule.revised);
        let basis = self.report.word(&place.key("basis"), &rule.basis);
        let source = self.source(place, &rule.source, &rule.checked);
        Some(ResponsesRule {
            name,
            framing: rule.framing,
            tool: tool?,
            reread: reread?,
            output: output?,
            revised: revised?,
            basis: basis?,
            source: source?,
        })
    }

    pub(super) fn analysis_rule(
        &self,
        place: &Place,
        name: &'static str,
        rule: &file::Analysis,
    ) -> Option<AnalysisRule> {
        let basis = self.report.word(&place.key("basis"), &rule.basis);
        let source = self.source(place, &rule.source, &rule.checked);
        Some(AnalysisRule {
            name,
            framing: rule.framing,
            basis: basis?,
            source: source?,
        })
    }

    pub(super) fn regional(
        &self,
        place: &Place,
        regional: &Option<file::Regional>,
    ) -> Option<Option<RegionalUplift>> {
        let Some(regional) = regional else {
            return Some(None);
        };
        let times = self.report.decimal(&place.key("times"), &regional.times);
        let source = self.source(place, &regional.source, &regional.checked);
        Some(Some(RegionalUplift {
            times: times?,
            source: source?,
        }))
    }
}
