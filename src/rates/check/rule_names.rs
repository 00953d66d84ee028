//! The rules of the file by kind and name.
//!
//! Knows which kinds there are and which check each has; must not know what is in a rule.

use super::Checker;
use super::named::Names;
use super::report::{Place, Report};
use crate::rates::file;
use crate::rates::{
    AnalysisRule, InputRule, OutputRule, OverheadRule, ResponsesRule, SizeRule, TextReturnedRule,
    VisionRule,
};

/// The checked rules, by kind and name.
pub(super) struct RuleNames {
    pub sizes: Names<SizeRule>,
    pub output: Names<OutputRule>,
    pub input: Names<InputRule>,
    pub overhead: Names<OverheadRule>,
    pub text_returned: Names<TextReturnedRule>,
    pub vision: Names<VisionRule>,
    pub responses: Names<ResponsesRule>,
    pub analysis: Names<AnalysisRule>,
}

impl RuleNames {
    pub(super) fn new(checker: &Checker, rules: &file::Rules) -> Self {
        let all = Place::top("rules");
        let report = &checker.report;
        macro_rules! names {
            ($section:ident, $what:literal, $check:ident) => {
                Names::check(
                    report,
                    $what,
                    all.key(stringify!($section)),
                    &rules.$section,
                    |place, name, rule| checker.$check(place, name, rule),
                )
            };
        }
        Self {
            sizes: names!(sizes, "size rule", size_rule),
            output: names!(output, "output rule", output_rule),
            input: names!(input, "input rule", input_rule),
            overhead: names!(overhead, "overhead rule", overhead_rule),
            text_returned: names!(text_returned, "rule of returned text", text_returned_rule),
            vision: names!(vision, "vision rule", vision_rule),
            responses: names!(responses, "rule of the Responses route", responses_rule),
            analysis: names!(analysis, "analysis rule", analysis_rule),
        }
    }

    /// Reports every rule that no snapshot uses.
    pub(super) fn report_unused(&self, report: &Report) {
        self.sizes.report_unused(report);
        self.output.report_unused(report);
        self.input.report_unused(report);
        self.overhead.report_unused(report);
        self.text_returned.report_unused(report);
        self.vision.report_unused(report);
        self.responses.report_unused(report);
        self.analysis.report_unused(report);
    }
}
