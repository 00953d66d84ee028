//! What a plan comes to in a day, a month and a year, and the spending limit it needs.
//!
//! Knows how long a month is; must not know what the plan is made of.

use crate::date::Date;
use crate::money::{Usd, UsdRange, grouped, quotient};
use crate::rates::words::words;
use crate::scenario::Per;
use rust_decimal::{Decimal, RoundingStrategy::ToPositiveInfinity};

words! {
    /// A span of time that a plan is paid for.
    Period {
        /// The plan once.
        Batch = "batch",
        /// A day.
        Day = "day",
        /// A month of 30.44 days, a twelfth of 365.28.
        Month = "month",
        /// Twelve such months.
        Year = "year",
    }
}

/// Days of a month: 30.44.
const DAYS_A_MONTH: Decimal = Decimal::from_parts(3044, 0, 0, false, 2);
/// Months of a year.
const MONTHS_A_YEAR: Decimal = Decimal::from_parts(12, 0, 0, false, 0);

/// What the plan comes to over time, shortest first: a batch alone where it is one, otherwise a
/// day, a month and a year. A day of a monthly plan is a quotient with ten decimal places.
pub fn projections(per: Per, total: UsdRange) -> Vec<(Period, UsdRange)> {
    let times = |usd: UsdRange, count: Decimal| usd.map(|end| end * count);
    let (day, month) = match per {
        Per::Batch => return vec![(Period::Batch, total)],
        Per::Day => (total, times(total, DAYS_A_MONTH)),
        Per::Month => {
            let part = |end: Usd| Usd(quotient(end.0, DAYS_A_MONTH).unwrap_or_default());
            (total.map(part), total)
        }
    };
    vec![
        (Period::Day, day),
        (Period::Month, month),
        (Period::Year, times(month, MONTHS_A_YEAR)),
    ]
}

/// The line to copy: the spending limit that the plan needs, in whole dollars, so that it is not
/// stopped even at the high end of the interval. Of a daily or monthly plan it is a month's, as
/// limits of the API are set by the month.
pub fn limit_line(per: Per, rates: Date, total: UsdRange) -> String {
    let longest = projections(per, total)
        .into_iter()
        .rfind(|(period, _)| *period != Period::Year);
    let (period, most) = longest.map_or((Period::Batch, total.high), |(period, usd)| {
        (period, usd.high)
    });
    let span = if period == Period::Batch {
        ""
    } else {
        " a month"
    };
    let limit = grouped(most.0.ceil());
    let (most, rates) = (up(most).in_words(), rates.in_words());
    format!(
        "Spending limit: ${limit}{span}, for a plan of at most {most}{span} by the rates of {rates}, before tax."
    )
}

/// The amount rounded up to what is shown of it, so that "at most" stays true.
fn up(usd: Usd) -> Usd {
    let places = if usd.0 >= Decimal::ONE { 2 } else { 4 };
    Usd(usd.0.round_dp_with_strategy(places, ToPositiveInfinity))
}
