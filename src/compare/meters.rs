//! What a scenario spends on each meter, sends included.

use crate::estimate::{Estimate, LineItem};
use crate::interval::Interval;
use crate::money::{Usd, UsdRange};
use crate::rates::Meter;
use crate::scenario::Scenario;
use rust_decimal::Decimal;

/// USD by meter, in the order of [`Meter::ALL`]; last, without a meter, flat prices. Meters without
/// any line are left out.
pub type ByMeter = Vec<(Option<Meter>, UsdRange)>;

/// What a scenario spends on each meter; none with problems. The amounts add up to its total, but
/// for the 28th digit.
pub fn by_meter(scenario: &Scenario, estimate: &Estimate) -> Option<ByMeter> {
    estimate.totals?;
    let stages = || scenario.stages.iter().zip(&estimate.stages);
    let lines = stages().flat_map(|(asked, priced)| {
        let (sends, billed) = (priced.sends, asked.blocked.rest());
        let lines = priced.line_items.iter();
        lines.map(move |item| (item.meter(), spent(item, sends, billed)))
    });
    let lines: Vec<_> = lines.collect();
    let meters = Meter::ALL.iter().copied().map(Some).chain([None]);
    let sums = meters.filter_map(|meter| {
        let of_meter = || lines.iter().filter(|line| line.0 == meter);
        of_meter().next()?;
        Some((meter, of_meter().map(|line| line.1).sum()))
    });
    Some(sums.collect())
}

/// A line over all sends: blocked requests are billed at the high end only.
fn spent(item: &LineItem, sends: Decimal, billed: Decimal) -> UsdRange {
    let times = |usd: Usd, share: Decimal| usd * sends * share;
    Interval {
        low: times(item.per_request.low, billed),
        high: times(item.per_request.high, Decimal::ONE),
    }
}
