//! Checks the rates of a model on its tiers.
//!
//! Knows which meters a model needs; must not know what they cost.

use super::Checker;
use super::fault::Fault;
use super::report::{Place, leak_list};
use crate::date::Date;
use crate::rates::file::{self, Written};
use crate::rates::{Meter, Promotion, Source, Tier, TierRates};
use rust_decimal::Decimal;

/// Which meters a model is billed on, and why.
pub(super) struct Needs {
    /// Each must have a rate.
    pub needed: Vec<Meter>,
    /// Each may have one.
    pub possible: Vec<Meter>,
    /// The reason, as the end of the error.
    pub why: &'static str,
}

impl Checker {
    /// Reads the rates by tier; `released` is the model's first day.
    pub(super) fn rates(
        &self,
        place: &Place,
        rates: &file::Rates,
        needs: &Needs,
        released: Option<Date>,
    ) -> &'static [TierRates] {
        let read = |here: &Place, rates: &_| self.tier(here, rates, needs, released);
        let tiers = self.report.by_word(place, rates, read);
        let standard = Tier::Standard.as_str();
        if rates.0.iter().all(|(tier, _)| tier != standard) {
            let why = "a model that is billed by tokens has standard rates";
            self.report.missing(&place.key(standard), why);
        }
        // What is broken has been reported, and no book is made of it.
        let tiers = tiers.unwrap_or_default().into_iter();
        let tiers = tiers.map(|(tier, rates)| TierRates { tier, ..rates });
        leak_list(tiers.collect())
    }

    fn tier(
        &self,
        place: &Place,
        rates: &file::TierRates,
        needs: &Needs,
        released: Option<Date>,
    ) -> Option<TierRates> {
        let usd_per_mtok = self.meters(&place.key("usd_per_mtok"), rates, needs);
        let inferred = self.inferred(&place.key("inferred"), rates);
        let source = self.rates_source(place, rates);
        let checked = source.map(|source| source.checked);
        let what = "the day the model was released";
        self.in_order(&place.key("checked"), checked, released, what);
        let promotion = self.promotion(&place.key("promotion"), &rates.promotion);
        Some(TierRates {
            // The caller knows the tier, and sets it.
            tier: Tier::Standard,
            usd_per_mtok: leak_list(usd_per_mtok?),
            inferred,
            source: source?,
            promotion: promotion?,
        })
    }

    fn meters(
        &self,
        place: &Place,
        rates: &file::TierRates,
        needs: &Needs,
    ) -> Option<Vec<(Meter, Decimal)>> {
        let written = &rates.usd_per_mtok;
        let read = |here: &Place, usd: &Written| self.report.decimal(here, usd);
        let meters = self.report.by_word(place, written, read);
        let why = needs.why;
        for meter in needs.needed.iter().filter(|meter| !has(rates, **meter)) {
            self.report.missing(&place.key(meter.as_str()), why);
        }
        let known = |meter: &Meter| needs.needed.contains(meter) || needs.possible.contains(meter);
        for meter in Meter::ALL
            .iter()
            .filter(|meter| has(rates, **meter) && !known(meter))
        {
            self.report.misplaced(&place.key(meter.as_str()), why);
        }
        meters
    }

    fn inferred(&self, place: &Place, rates: &file::TierRates) -> &'static [Meter] {
        let inferred = self.report.words::<Meter>(place, &rates.inferred);
        for meter in inferred.iter().filter(|meter| !has(rates, **meter)) {
            let (given, nearest) = (meter.to_string(), None);
            let what = "meter of this tier";
            self.report.note(
                place,
                Fault::Unknown {
                    what,
                    given,
                    nearest,
                },
            );
        }
        inferred
    }

    fn rates_source(&self, place: &Place, rates: &file::TierRates) -> Option<&'static Source> {
        let why = "a rate names the source it was read in and the date it was checked";
        for (key, text) in [("source", &rates.source), ("checked", &rates.checked)] {
            if text.is_none() {
                self.report.missing(&place.key(key), why);
            }
        }
        self.source(place, rates.source.as_deref()?, rates.checked.as_deref()?)
    }

    fn promotion(
        &self,
        place: &Place,
        promotion: &Option<file::Promotion>,
    ) -> Option<Option<Promotion>> {
        let Some(promotion) = promotion else {
            return Some(None);
        };
        let until = self.report.date(&place.key("until"), &promotion.until);
        let note = self.report.text(&place.key("note"), &promotion.note);
        let (until, note) = (until?, note?);
        Some(Some(Promotion { until, note }))
    }
}

/// Whether a meter stands among the rates, sound or not.
fn has(rates: &file::TierRates, meter: Meter) -> bool {
    rates
        .usd_per_mtok
        .0
        .iter()
        .any(|(text, _)| text == meter.as_str())
}
