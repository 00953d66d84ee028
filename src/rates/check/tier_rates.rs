//! Checks the rates of a model on its tiers.
//!
//! Knows which meters a model needs; must not know what they cost.

use super::Checker;
use super::fault::Fault;
use super::report::{Place, leak_list};
use crate::date::Date;
use crate::rates::file;
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
        leak_list(
            tiers
                .into_iter()
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
        let inferred = self.inferred(&place.key("inferred"), rates, &usd_per_mtok);
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
            usd_per_mtok: leak_list(usd_per_mtok),
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
    ) -> Vec<(Meter, Decimal)> {
        let written = &rates.usd_per_mtok;
        let meters = self
            .report
            .by_word::<Meter, _, _>(place, written, |here, usd| self.report.decimal(here, usd));
        let stands = |meter: Meter| written.0.iter().any(|(text, _)| text == meter.as_str());
        for meter in needs.needed.iter().filter(|meter| !stands(**meter)) {
            let fault = Fault::Missing { why: needs.why };
            self.report.note(&place.key(meter.as_str()), fault);
        }
        let known = |meter: &Meter| needs.needed.contains(meter) || needs.possible.contains(meter);
        for meter in Meter::ALL
            .iter()
            .filter(|meter| stands(**meter) && !known(meter))
        {
            let fault = Fault::Misplaced { why: needs.why };
            self.report.note(&place.key(meter.as_str()), fault);
        }
        meters
    }

    fn inferred(
        &self,
        place: &Place,
        rates: &file::TierRates,
        meters: &[(Meter, Decimal)],
    ) -> &'static [Meter] {
        let inferred = self.report.words::<Meter>(place, &rates.inferred);
        for meter in inferred
            .iter()
            .filter(|meter| !meters.iter().any(|rate| rate.0 == **meter))
        {
            let (given, nearest) = (meter.to_string(), None);
            let what = "meter with a rate on this tier";
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
