//! From tokens to a line item: which rate holds, and what multiplies it.
//!
//! Knows sourced rates, own rates, markup, regional processing and the long-context surcharge;
//! must not know where the tokens come from.

use super::items::Asked;
use super::{Charge, LineItem, What};
use crate::interval::Interval;
use crate::money::{Usd, product};
use crate::program::WORKFLOW;
use crate::rates::{Basis, Meter, RateSnapshot, Residency, Source, TierRates};
use crate::scenario::{OwnRates, Scenario};
use rust_decimal::Decimal;

/// The rates that one model's tokens are billed at, within one stage.
pub(crate) struct Pricing<'a> {
    rates: &'static TierRates,
    own: &'a OwnRates,
    /// Multiplies every sourced rate: markup and regional processing.
    times: Interval<Decimal>,
}

/// A count on a meter: what for, how many tokens, and why they can be trusted.
#[derive(Clone, Copy)]
pub(super) struct Count {
    pub what: What,
    pub meter: Meter,
    pub tokens: Interval<u64>,
    pub basis: Basis,
    /// Where the count's rule stands.
    pub source: Option<&'static Source>,
}

impl<'a> Pricing<'a> {
    /// The rates of a model on the stage's tier; none where it is not sold on it.
    pub fn new(
        asked: Asked<'a>,
        rates: &'static [TierRates],
        residency: Residency,
    ) -> Option<Self> {
        let stage = asked.stage;
        Some(Self {
            rates: rates.iter().find(|rates| rates.tier == stage.tier)?,
            own: &stage.own,
            times: factor(asked.snapshot, asked.scenario, residency),
        })
    }

    /// The line item of a count; none where the meter has no rate.
    pub(super) fn line(&self, count: Count) -> Option<LineItem> {
        self.line_times(count, Interval::point(Decimal::ONE))
    }

    /// The same with a surcharge on the sourced rate.
    fn line_times(&self, count: Count, surcharge: Interval<Decimal>) -> Option<LineItem> {
        let (rate, rate_source) = self.rate(count.meter, surcharge)?;
        let low = Usd::of_tokens(count.tokens.low, rate.low);
        let high = Usd::of_tokens(count.tokens.high, rate.high);
        Some(LineItem {
            what: count.what,
            charge: Charge::Tokens {
                meter: count.meter,
                tokens: count.tokens,
                usd_per_mtok: rate,
                rate_source,
            },
            per_request: Interval::new(low, high),
            basis: count.basis,
            source: count.source.or(rate_source),
            surcharged: rate_source.is_some() && surcharge.high > Decimal::ONE,
        })
    }

    /// A count, part of it read from cache: so many percent of its tokens, rounded down, move to
    /// the cached meter. A part without tokens is no line.
    pub(super) fn lines(
        &self,
        count: Count,
        cached: Decimal,
        surcharge: Interval<Decimal>,
    ) -> Option<Vec<LineItem>> {
        let moved = count.tokens.map(|tokens| share_of(tokens, cached));
        let kept = Interval {
            low: count.tokens.low - moved.low,
            high: count.tokens.high - moved.high,
        };
        let from_cache = Count {
            meter: cached_meter(count.meter),
            tokens: moved,
            ..count
        };
        let fresh = Count {
            tokens: kept,
            ..count
        };
        [fresh, from_cache]
            .into_iter()
            .filter(|part| part.tokens.high > 0)
            .map(|part| self.line_times(part, surcharge))
            .collect()
    }

    /// USD per million tokens on a meter, with a surcharge on a sourced rate, and where it stands
    /// (nowhere where it is the person's own); none where the meter has no rate.
    pub(crate) fn rate(
        &self,
        meter: Meter,
        surcharge: Interval<Decimal>,
    ) -> Option<(Interval<Decimal>, Option<&'static Source>)> {
        if WORKFLOW && let Some(own) = self.own.rate(meter) {
            return Some((Interval::point(own), None));
        }
        let sourced = self.rates.rate(meter)?;
        let end = |times: Decimal, surcharge: Decimal| {
            product(product(sourced, times), surcharge).normalize()
        };
        let rate = Interval::new(
            end(self.times.low, surcharge.low),
            end(self.times.high, surcharge.high),
        );
        Some((rate, Some(self.rates.source)))
    }
}

/// What multiplies every sourced rate, or flat price, of a model.
pub(super) fn factor(
    snapshot: &'static RateSnapshot,
    scenario: &Scenario,
    residency: Residency,
) -> Interval<Decimal> {
    if !WORKFLOW {
        return Interval::point(Decimal::ONE);
    }
    let markup = crate::money::sum(Decimal::ONE, scenario.markup.share());
    let uplift = snapshot
        .regional
        .filter(|_| scenario.residency)
        .map(|regional| regional.times);
    let regional = match (uplift, residency) {
        (None, _) | (_, Residency::Exempt) => Interval::point(Decimal::ONE),
        (Some(times), Residency::Applies) => Interval::point(times),
        (Some(times), Residency::Unknown) => Interval::new(Decimal::ONE, times),
    };
    regional.map(|times| product(times, markup))
}

fn share_of(tokens: u64, share: Decimal) -> u64 {
    use rust_decimal::prelude::ToPrimitive;
    product(Decimal::from(tokens), share)
        .floor()
        .to_u64()
        .unwrap_or(tokens)
}

/// The meter for the same tokens read from cache.
const fn cached_meter(meter: Meter) -> Meter {
    match meter {
        Meter::ImageInput | Meter::CachedImageInput => Meter::CachedImageInput,
        _ => Meter::CachedTextInput,
    }
}
