//! Checks the image models of a snapshot.
//!
//! Knows what such a model needs, and reads it; whether its parts agree is judged in
//! `agreement`. Must not know the other models beside it (`snapshots` does).

use super::Checker;
use super::model_rules::ModelRules;
use super::report::{Place, leak, leak_list, leak_str};
use super::rule_names::RuleNames;
use super::tier_rates::Needs;
use crate::date::Date;
use crate::rates::file;
use crate::rates::{
    Lifecycle, Meter, Model, OutputKind, PrintedPrices, Residency, Source, Supports, TierRates,
};

/// What a model is called, and when it came and goes.
struct About {
    id: &'static str,
    aliases: &'static [&'static str],
    generation: &'static str,
    note: &'static str,
    lifecycle: Lifecycle,
    residency: Residency,
    source: &'static Source,
}

impl Checker {
    pub(super) fn image_model(
        &self,
        rules: &RuleNames,
        place: &Place,
        model: &file::Model,
    ) -> Option<Model> {
        let about = self.about(place, model);
        let rules = self.model_rules(rules, place, model);
        let supports = self.supports(&place.key("supports"), &model.supports);
        let printed = self.printed(&place.key("printed"), &model.printed);
        let released = about.as_ref().and_then(|about| about.lifecycle.released);
        let rates = self.image_rates(place, model, &rules, released);
        self.agree(place, model, &rules);
        assemble(about?, rules, supports?, printed?, rates)
    }

    fn about(&self, place: &Place, model: &file::Model) -> Option<About> {
        let id = self.report.text(&place.key("id"), &model.id);
        let aliases = self.aliases(&place.key("aliases"), &model.aliases);
        let generation = self
            .report
            .text(&place.key("generation"), &model.generation);
        let lifecycle = self.lifecycle(&place.key("lifecycle"), &model.lifecycle);
        let residency = self.residency(&place.key("residency"), &model.residency);
        let source = self.source(place, &model.source, &model.checked);
        Some(About {
            id: id?,
            aliases,
            generation: generation?,
            note: leak_str(&model.note),
            lifecycle: lifecycle?,
            residency: residency?,
            source: source?,
        })
    }

    fn supports(&self, place: &Place, supports: &file::Supports) -> Option<Supports> {
        let report = &self.report;
        let most = &place.key("images_per_request");
        Some(Supports {
            background: report.words(&place.key("background"), &supports.background),
            format: report.words(&place.key("format"), &supports.format),
            fidelity: report.words(&place.key("fidelity"), &supports.fidelity),
            mask: supports.mask,
            partials: supports.partials,
            images_per_request: report.above_zero(most, supports.images_per_request)?,
            input_images: supports.input_images,
            prompt_tokens: report
                .above_zero(&place.key("prompt_tokens"), supports.prompt_tokens)?,
            responses: supports.responses,
        })
    }

    fn printed(
        &self,
        place: &Place,
        printed: &Option<file::Printed>,
    ) -> Option<Option<&'static PrintedPrices>> {
        let Some(printed) = printed else {
            return Some(None);
        };
        let usd = self.usd_per_image(&place.key("usd_per_image"), &printed.usd_per_image);
        let source = self.source(place, &printed.source, &printed.checked);
        Some(Some(leak(PrintedPrices {
            usd: leak_list(usd?),
            source: source?,
        })))
    }

    fn image_rates(
        &self,
        place: &Place,
        model: &file::Model,
        rules: &ModelRules,
        released: Option<Date>,
    ) -> &'static [TierRates] {
        let flat = match rules.output {
            Some(rule) => matches!(rule.kind, OutputKind::Flat(_)),
            // The rule is broken, and the rates say what it is.
            None => model.rates.0.is_empty(),
        };
        match flat {
            true => &[],
            false => self.rates(
                &place.key("rates"),
                &model.rates,
                &image_needs(model),
                released,
            ),
        }
    }
}

fn assemble(
    about: About,
    rules: ModelRules,
    supports: Supports,
    printed: Option<&'static PrintedPrices>,
    rates: &'static [TierRates],
) -> Option<Model> {
    let About {
        id,
        aliases,
        generation,
        note,
        lifecycle,
        residency,
        source,
    } = about;
    let (sizes, output, input) = (rules.sizes?, rules.output?, rules.input?);
    let (overhead, text_returned) = (rules.overhead?, rules.text_returned?);
    #[rustfmt::skip]
    let model = Model {
        id, aliases, generation, note, lifecycle, sizes, output, input, overhead, text_returned,
        supports, residency, printed, rates, source,
    };
    Some(model)
}

fn image_needs(model: &file::Model) -> Needs {
    let mut needed = vec![Meter::TextInput, Meter::ImageOutput];
    let mut possible = vec![Meter::CachedTextInput];
    if model.supports.input_images > 0 {
        needed.push(Meter::ImageInput);
        possible.push(Meter::CachedImageInput);
    }
    if model.text_returned.is_some() {
        needed.push(Meter::TextOutput);
    }
    let why = "an image model has rates on text_input and image_output, on image_input where it \
               takes input images, and on text_output where a rule counts the text it returns";
    Needs {
        needed,
        possible,
        why,
    }
}
