//! How one scenario differs from another: in dollars, in percent, and by meter.
//!
//! Differences are taken low end with low end and high with high: most of what is not known is
//! the same in both, so that mixing ends would invent a span.

use super::{ByMeter, Side, by_meter};
use crate::interval::Interval;
use crate::money::{Usd, UsdRange, quotient};
use crate::rates::Meter;
use rust_decimal::Decimal;

/// What a scenario costs more than another; negative where it costs less.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// USD, for the whole scenario.
    pub usd: UsdRange,
    /// Percent of the other's total; none where that is nothing.
    pub percent: Option<Interval<Decimal>>,
    /// USD by meter, those that do not differ left out.
    pub by_meter: ByMeter,
}

impl Difference {
    /// The meter that makes the largest part of it at the high end, and that part; the meter is
    /// none for flat prices. None where nothing differs.
    pub fn cause(&self) -> Option<(Option<Meter>, UsdRange)> {
        let size = |usd: &UsdRange| usd.high.0.abs().max(usd.low.0.abs());
        self.by_meter
            .iter()
            .copied()
            .max_by_key(|(_, usd)| size(usd))
    }
}

/// What `other` costs more than `base`; none where either has problems.
pub fn difference(base: &Side, other: &Side) -> Option<Difference> {
    let (before, after) = (base.estimate.totals?.total, other.estimate.totals?.total);
    let meters = [
        by_meter(&base.scenario, &base.estimate)?,
        by_meter(&other.scenario, &other.estimate)?,
    ];
    Some(Difference {
        usd: more(before, after),
        percent: percent(before, after),
        by_meter: between(&meters),
    })
}

fn more(before: UsdRange, after: UsdRange) -> UsdRange {
    Interval::new(after.low - before.low, after.high - before.high)
}

fn percent(before: UsdRange, after: UsdRange) -> Option<Interval<Decimal>> {
    let end = |before: Usd, after: Usd| {
        let share = quotient((after - before).0, before.0)?;
        Some((share * Decimal::ONE_HUNDRED).normalize())
    };
    Some(Interval::new(
        end(before.low, after.low)?,
        end(before.high, after.high)?,
    ))
}

fn between([before, after]: &[ByMeter; 2]) -> ByMeter {
    let of = |sums: &ByMeter, meter| {
        let found = sums.iter().find(|(known, _)| *known == meter);
        found.map_or(Interval::point(Usd::ZERO), |(_, usd)| *usd)
    };
    let meters = Meter::ALL.iter().copied().map(Some).chain([None]);
    meters
        .map(|meter| (meter, more(of(before, meter), of(after, meter))))
        .filter(|(_, usd)| !(usd.low.0.is_zero() && usd.high.0.is_zero()))
        .collect()
}
