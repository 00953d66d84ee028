//! US dollars: exact, and the one place that rounds and formats them.
//!
//! Knows Decimal and how people read amounts; must not know rates, tokens or the page.
//! Sums are exact. Only [`Usd::in_words`] and [`quotient`] round.

use crate::interval::Interval;
use crate::order::sort_few;
use rust_decimal::{Decimal, RoundingStrategy::MidpointNearestEven};
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Mul, Sub};

/// An exact amount of US dollars. `Display` writes all its digits, without a sign: `0.05296`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default, Hash)]
pub struct Usd(pub Decimal);

/// An amount that may not be known exactly.
pub type UsdRange = Interval<Usd>;

/// One of the million tokens that a rate is for.
const MILLIONTH: Decimal = Decimal::from_parts(1, 0, 0, false, 6);

impl Usd {
    /// Nothing.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// What `tokens` cost at a rate in USD per million tokens.
    pub fn of_tokens(tokens: u64, usd_per_mtok: Decimal) -> Self {
        Self(product(
            product(Decimal::from(tokens), usd_per_mtok),
            MILLIONTH,
        ))
    }

    /// A total as people read it: to the cent, below one dollar to four decimals: `$1,234.50`,
    /// `$0.0132`. An amount that would round to nothing keeps two significant digits.
    pub fn in_words(self) -> String {
        let places = places_of(self);
        let rounded = rounded(self, places);
        if rounded.is_zero() && !self.0.is_zero() {
            return significant(self.0, 2);
        }
        dollars(
            rounded,
            if rounded.abs() >= Decimal::ONE {
                2
            } else {
                places
            },
        )
    }

    /// A part of a total, with the decimals that [`Self::in_words`] gives the total.
    pub fn beside(self, total: Self) -> String {
        dollars(self.0, places_of(total))
    }

    /// A price for one of something, with four significant digits: `$0.05296`.
    pub fn each_in_words(self) -> String {
        significant(self.0, 4)
    }
}

/// `a * b`, to 28 significant digits, half to even. Beyond the largest Decimal (7.9e28) it stays
/// at the largest: more than any bill, and never a wrapped figure.
pub fn product(a: Decimal, b: Decimal) -> Decimal {
    a.checked_mul(b).unwrap_or(Decimal::MAX)
}

/// `a + b`; beyond the largest Decimal it stays at the largest.
pub fn sum(a: Decimal, b: Decimal) -> Decimal {
    a.checked_add(b).unwrap_or(Decimal::MAX)
}

/// `a - b`, within the bounds of a Decimal. (By way of [`sum`]: the operators of Decimal that
/// panic bring a second adder along.)
pub fn difference(a: Decimal, b: Decimal) -> Decimal {
    sum(a, -b)
}

/// `a / b` to ten decimal places, half to even; none by nothing.
pub fn quotient(a: Decimal, b: Decimal) -> Option<Decimal> {
    let ratio = a.checked_div(b)?;
    Some(
        ratio
            .round_dp_with_strategy(10, MidpointNearestEven)
            .normalize(),
    )
}

/// The number written as `whole.fraction`, both of digits only; none where it is empty or longer
/// than 18 digits. (Decimal's own reader knows exponents and brings them along.)
pub fn from_digits(whole: &str, fraction: &str) -> Option<Decimal> {
    let digits = format!("{whole}{fraction}");
    let plain = (1..=18).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    let number: i64 = if plain {
        digits.parse().ok()?
    } else {
        return None;
    };
    Some(Decimal::new(number, u32::try_from(fraction.len()).ok()?))
}

/// Digits with thousands separated by commas, and no trailing zeros: `1,234.5`.
pub fn grouped(value: Decimal) -> String {
    group(&value.normalize().to_string())
}

/// Parts rounded so that they add up to their rounded total, as [`Usd::in_words`] shows it: each
/// part is floored at the shown decimals, and the largest remainders take what is left.
pub fn shown_parts(parts: &[Usd], total: Usd) -> Vec<Usd> {
    let places = places_of(total);
    spread(parts, rounded(total, places), places)
}

/// Parts that may be intervals, both ends rounded so that they add up to the shown ends of the
/// total. A part that is a single amount stays one.
pub fn shown_ranges(parts: &[UsdRange]) -> Vec<UsdRange> {
    let total: UsdRange = parts.iter().copied().sum();
    let lows: Vec<Usd> = parts.iter().map(|part| part.low).collect();
    let lows = shown_parts(&lows, total.low);
    let settled = |at: usize| parts[at].is_point();
    let open: Vec<usize> = (0..parts.len()).filter(|at| !settled(*at)).collect();
    let places = places_of(total.high);
    let taken = (0..parts.len())
        .filter(|at| settled(*at))
        .map(|at| lows[at].0);
    let left = taken.fold(rounded(total.high, places), difference);
    let highs: Vec<Usd> = open.iter().map(|at| parts[*at].high).collect();
    let mut shown: Vec<UsdRange> = lows.into_iter().map(Interval::point).collect();
    for (at, high) in open.into_iter().zip(spread(&highs, left, places)) {
        shown[at] = Interval::new(shown[at].low, high);
    }
    shown
}

/// The decimals that a total is shown with.
fn places_of(total: Usd) -> u32 {
    if total.0.abs() >= Decimal::ONE { 2 } else { 4 }
}

fn rounded(amount: Usd, places: u32) -> Decimal {
    amount.0.round_dp_with_strategy(places, MidpointNearestEven)
}

/// Floors the parts, then gives what is missing to `target` to the largest remainders, a unit of
/// the last decimal each; what is too much is taken from the smallest.
fn spread(parts: &[Usd], target: Decimal, places: u32) -> Vec<Usd> {
    let unit = Decimal::new(1, places);
    let mut shown: Vec<Decimal> = parts
        .iter()
        .map(|part| part.0.trunc_with_scale(places))
        .collect();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    sort_few(&mut order, |&at| difference(shown[at], parts[at].0));
    let mut left = shown.iter().copied().fold(target, difference);
    for &at in &order {
        if left < unit {
            break;
        }
        shown[at] = sum(shown[at], unit);
        left = difference(left, unit);
    }
    for &at in order.iter().rev() {
        if left > -unit {
            break;
        }
        shown[at] = difference(shown[at], unit);
        left = sum(left, unit);
    }
    shown.into_iter().map(Usd).collect()
}

/// An amount of dollars with at least two decimals, and as many more as `digits` significant
/// digits take, zeros included, so that figures do not jump: `$0.05296`, `$0.2000`, `$12.35`.
fn significant(value: Decimal, digits: u32) -> String {
    if value.is_zero() {
        return dollars(value, 2);
    }
    let mut places = 2;
    let mut bound = product(Decimal::from(10_u64.pow(digits)), Decimal::new(1, 3));
    while value.abs() < bound && places < Decimal::MAX_SCALE {
        bound = product(bound, Decimal::new(1, 1));
        places += 1;
    }
    dollars(
        value.round_dp_with_strategy(places, MidpointNearestEven),
        places,
    )
}

fn dollars(value: Decimal, least_places: u32) -> String {
    let mut value = value.normalize();
    if value.scale() < least_places {
        value.rescale(least_places);
    }
    let text = group(&value.abs().to_string());
    if value.is_sign_negative() && !value.is_zero() {
        format!("-${text}")
    } else {
        format!("${text}")
    }
}

fn group(digits: &str) -> String {
    let (sign, digits) = digits
        .strip_prefix('-')
        .map_or(("", digits), |rest| ("-", rest));
    let (whole, fraction) = digits
        .split_once('.')
        .map_or((digits, None), |(w, f)| (w, Some(f)));
    let mut text = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if let Some(fraction) = fraction {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

impl fmt::Display for Usd {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}", self.0.normalize())
    }
}

impl Add for Usd {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(sum(self.0, other.0))
    }
}

impl Sub for Usd {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(difference(self.0, other.0))
    }
}

impl Mul<Decimal> for Usd {
    type Output = Self;
    fn mul(self, times: Decimal) -> Self {
        Self(product(self.0, times))
    }
}

impl Sum for UsdRange {
    fn sum<I: Iterator<Item = Self>>(items: I) -> Self {
        items.fold(Self::point(Usd::ZERO), |sum, item| sum + item)
    }
}

impl UsdRange {
    /// A total as people read it; an interval with both ends: `$14.20 – $19.90`.
    pub fn in_words(&self) -> String {
        self.words(Usd::in_words)
    }

    /// What it is more than `before`, end by end; below zero where it is less.
    pub fn since(self, before: Self) -> Self {
        Self::new(self.low - before.low, self.high - before.high)
    }

    /// A price for one of something, an interval with both ends.
    pub fn each_in_words(&self) -> String {
        self.words(Usd::each_in_words)
    }

    /// A price for one of something, short enough for a card: `$0.05296`; an interval with three
    /// significant digits, `$0.0183–0.06`.
    pub fn brief(&self) -> String {
        if self.is_point() {
            return self.low.each_in_words();
        }
        let one = |usd: Usd| significant(usd.0, 3);
        let (low, high) = (one(self.low), one(self.high));
        if low == high {
            low
        } else {
            format!("{low}–{}", high.trim_start_matches('$'))
        }
    }

    fn words(&self, one: impl Fn(Usd) -> String) -> String {
        let (low, high) = (one(self.low), one(self.high));
        if low == high {
            low
        } else {
            format!("{low} – {high}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn usd(text: &str) -> Usd {
        Usd(text.parse().expect("a decimal"))
    }

    #[test]
    fn tokens_cost_their_rate() {
        // 1,756 tokens x $30 / 1,000,000 = $0.05268
        assert_eq!(
            Usd::of_tokens(1756, Decimal::from(30)).to_string(),
            "0.05268"
        );
    }

    #[test]
    fn totals_go_to_the_cent_and_small_ones_to_four_decimals() {
        let read = |text| usd(text).in_words();
        assert_eq!(read("52.96"), "$52.96");
        assert_eq!(read("1234567.891"), "$1,234,567.89");
        assert_eq!(read("0.05296"), "$0.0530");
        assert_eq!(read("0.99996"), "$1.00");
        assert_eq!(read("0"), "$0.0000");
        assert_eq!(read("0.0000005"), "$0.00000050");
    }

    #[test]
    fn prices_of_one_keep_four_significant_digits() {
        let read = |text| usd(text).each_in_words();
        assert_eq!(read("0.05296"), "$0.05296");
        assert_eq!(read("0.0132249"), "$0.01322");
        assert_eq!(read("0.2"), "$0.2000");
        assert_eq!(read("12.3456"), "$12.35");
        assert_eq!(read("12345.678"), "$12,345.68");
        assert_eq!(read("0"), "$0.00");
    }

    #[test]
    fn quotients_have_ten_places_half_to_even() {
        let one_third = quotient(Decimal::ONE, Decimal::from(3));
        assert_eq!(
            one_third.map(|q| q.to_string()),
            Some("0.3333333333".into())
        );
        assert_eq!(quotient(Decimal::ONE, Decimal::ZERO), None);
    }

    #[test]
    fn a_single_amount_stays_one_beside_intervals() {
        let range = |low, high| UsdRange::new(usd(low), usd(high));
        // Ends 2.634 + 0.014 = 2.648 and 2.634 + 0.028 = 2.662: shown 2.65 and 2.66.
        let shown = shown_ranges(&[range("2.634", "2.634"), range("0.014", "0.028")]);
        assert_eq!(shown, [range("2.64", "2.64"), range("0.01", "0.02")]);
    }

    #[test]
    fn a_change_is_said_end_by_end() {
        let range = |low, high| UsdRange::new(usd(low), usd(high));
        let change = |before, after: UsdRange| after.since(before).in_words();
        // 42.00 - 52.96 = -10.96; 15.00 - 14.20 = 0.80 and 21.40 - 19.90 = 1.50.
        assert_eq!(
            change(range("52.96", "52.96"), range("42", "42")),
            "-$10.96"
        );
        let words = change(range("14.2", "19.9"), range("15", "21.4"));
        assert_eq!(words, "$0.8000 – $1.50");
    }

    #[test]
    fn an_interval_shows_both_ends() {
        let range = UsdRange::new(usd("14.2"), usd("19.9"));
        assert_eq!(range.in_words(), "$14.20 – $19.90");
    }
}
