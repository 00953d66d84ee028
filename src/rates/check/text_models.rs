//! Checks the text models of a snapshot.
//!
//! Knows what such a model needs; must not know the others beside it (`snapshots` does).

use super::Checker;
use super::report::Place;
use super::rule_names::RuleNames;
use super::tier_rates::Needs;
use crate::rates::file;
use crate::rates::{Lifecycle, LongContext, Meter, TextModel, TierRates};

impl Checker {
    pub(super) fn text_model(
        &self,
        rules: &RuleNames,
        place: &Place,
        model: &file::TextModel,
    ) -> Option<TextModel> {
        let report = &self.report;
        let id = report.text(&place.key("id"), &model.id);
        let aliases = self.aliases(&place.key("aliases"), &model.aliases);
        let lifecycle = self.lifecycle(&place.key("lifecycle"), &model.lifecycle);
        let vision = rules
            .vision
            .find(report, &place.key("vision"), &model.vision);
        let long_context = self.long_context(&place.key("long_context"), &model.long_context);
        let residency = self.residency(&place.key("residency"), &model.residency);
        let rates = self.text_rates(&place.key("rates"), &model.rates, lifecycle);
        let source = self.source(place, &model.source, &model.checked);
        let (vision, image_tool, long_context) = (vision?, model.image_tool, long_context?);
        let (lifecycle, residency, source) = (lifecycle?, residency?, source?);
        #[rustfmt::skip]
        let model = TextModel {
            id: id?, aliases, lifecycle, vision, image_tool, long_context, residency, rates, source,
        };
        Some(model)
    }

    fn text_rates(
        &self,
        place: &Place,
        rates: &file::Rates,
        lifecycle: Option<Lifecycle>,
    ) -> &'static [TierRates] {
        let released = lifecycle.and_then(|life| life.released);
        self.rates(place, rates, &text_needs(), released)
    }

    fn long_context(
        &self,
        place: &Place,
        surcharge: &Option<file::LongContext>,
    ) -> Option<Option<LongContext>> {
        let Some(surcharge) = surcharge else {
            return Some(None);
        };
        let input = self
            .report
            .decimal(&place.key("input_times"), &surcharge.input_times);
        let output = self
            .report
            .decimal(&place.key("output_times"), &surcharge.output_times);
        let (input_times, output_times) = (input?, output?);
        Some(Some(LongContext {
            above: surcharge.above,
            input_times,
            output_times,
        }))
    }
}

fn text_needs() -> Needs {
    Needs {
        needed: vec![Meter::TextInput, Meter::TextOutput],
        possible: vec![Meter::CachedTextInput],
        why: "a text model has rates on text_input and text_output, and may have one on \
              cached_text_input; images it reads are text input",
    }
}
