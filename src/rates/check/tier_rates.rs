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
        let tiers = self
            .report
            .by_word::<Tier, _, _>(place, rates, |here, rates| {
                self.tier(here, rates, needs, released)
            });
        if !rates
            .0
            .iter()
            .any(|(tier, _)| tier == Tier::Standard.as_str())
        {
            let why = "a model that is billed by tokens has standard rates";
            self.report
                .note(&place.key(Tier::Standard.as_str()), Fault::Missing { why });
        }
        // What is broken has been reported, and no book is made of it.
        let tiers = tiers.unwrap_or_default().into_iter();
        leak_list(
            tiers
                .map(|(tier, rates)| TierRates { tier, ..rates })
                .collect(),
        )
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
        if let Some((source, released)) = source.zip(released) {
            let what = "the day the model was released";
            self.not_before(&place.key("checked"), source.checked, released, what);
        }
        let promotion = match &rates.promotion {
            None => None,
            Some(promotion) => Some(self.promotion(&place.key("promotion"), promotion)?),
        };
        Some(TierRates {
            // The caller knows the tier, and sets it.
            tier: Tier::Standard,
            usd_per_mtok: leak_list(usd_per_mtok?),
            inferred,
            source: source?,
            promotion,
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
            self.report
                .note(&place.key(meter.as_str()), Fault::Missing { why });
        }
        let known = |meter: &Meter| needs.needed.contains(meter) || needs.possible.contains(meter);
        for meter in Meter::ALL
            .iter()
            .filter(|meter| has(rates, **meter) && !known(meter))
        {
            self.report
                .note(&place.key(meter.as_str()), Fault::Misplaced { why });
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
                self.report.note(&place.key(key), Fault::Missing { why });
            }
        }
        self.source(place, rates.source.as_deref()?, rates.checked.as_deref()?)
    }

    fn promotion(&self, place: &Place, promotion: &file::Promotion) -> Option<Promotion> {
        let until = self.report.date(&place.key("until"), &promotion.until);
        let note = self.report.text(&place.key("note"), &promotion.note);
        Some(Promotion {
            until: until?,
            note: note?,
        })
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
