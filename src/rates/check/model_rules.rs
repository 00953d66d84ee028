//! The rules that an image model names.
//!
//! Knows which keys hold a rule; whether the rules agree is judged in `agreement`.

use super::Checker;
use super::named::Names;
use super::report::Place;
use super::rule_names::RuleNames;
use crate::rates::file;
use crate::rates::{InputRule, OutputRule, OverheadRule, SizeRule, TextReturnedRule};

/// The rules that a model names. The outer `Option` is none where the name leads nowhere.
pub(super) struct ModelRules {
    pub sizes: Option<&'static SizeRule>,
    pub output: Option<&'static OutputRule>,
    pub input: Option<Option<&'static InputRule>>,
    pub overhead: Option<Option<&'static OverheadRule>>,
    pub text_returned: Option<Option<&'static TextReturnedRule>>,
}

impl Checker {
    pub(super) fn model_rules(
        &self,
        rules: &RuleNames,
        place: &Place,
        model: &file::Model,
    ) -> ModelRules {
        ModelRules {
            sizes: rules
                .sizes
                .find(&self.report, &place.key("sizes"), &model.sizes),
            output: rules
                .output
                .find(&self.report, &place.key("output"), &model.output),
            input: self.rule(&rules.input, &place.key("input"), &model.input),
            overhead: self.rule(&rules.overhead, &place.key("overhead"), &model.overhead),
            text_returned: self.rule(
                &rules.text_returned,
                &place.key("text_returned"),
                &model.text_returned,
            ),
        }
    }

    /// A rule that a model or snapshot may do without.
    pub(super) fn rule<T>(
        &self,
        names: &Names<T>,
        place: &Place,
        name: &Option<String>,
    ) -> Option<Option<&'static T>> {
        match name {
            None => Some(None),
            Some(name) => names.find(&self.report, place, name).map(Some),
        }
    }
}
