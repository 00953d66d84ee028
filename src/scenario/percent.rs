//! A percentage with at most two decimal places, kept in hundredths of a percent.

use rust_decimal::Decimal;
use std::fmt;
use std::ops::RangeInclusive;

/// A percentage; 12.5 % is 1250 hundredths. Written `12.5`, without a sign of percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(i32);

impl Percent {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// All.
    pub const HUNDRED: Self = Self(10_000);

    /// So many hundredths of a percent.
    pub const fn hundredths(hundredths: i32) -> Self {
        Self(hundredths)
    }

    /// How many hundredths of a percent.
    pub const fn in_hundredths(self) -> i32 {
        self.0
    }

    /// The share: 12.5 % is 0.125.
    pub fn share(self) -> Decimal {
        Decimal::new(i64::from(self.0), 4).normalize()
    }

    /// What is left of one: 12.5 % leaves 0.875.
    pub fn rest(self) -> Decimal {
        Self(10_000 - self.0).share()
    }

    /// Reads `12.5`: digits, at most two decimal places, within `bounds` (whole percent).
    pub fn parse(text: &str, bounds: &RangeInclusive<i32>) -> Option<Self> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || whole.len() > 5 || fraction.len() > 2 || digits.ends_with('.') {
            return None;
        }
        if !plain(whole) || !plain(fraction) {
            return None;
        }
        let amount: i32 = format!("{whole}{fraction:0<2}").parse().ok()?;
        let hundredths = if text.starts_with('-') {
            -amount
        } else {
            amount
        };
        let fits = (bounds.start() * 100..=bounds.end() * 100).contains(&hundredths);
        fits.then_some(Self(hundredths))
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}", Decimal::new(i64::from(self.0), 2).normalize())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_up_to_two_decimals_within_bounds() {
        let read = |text| Percent::parse(text, &(-100..=1000)).map(|percent| percent.to_string());
        assert_eq!(read("12.5").as_deref(), Some("12.5"));
        assert_eq!(read("-100").as_deref(), Some("-100"));
        assert_eq!(read("1000.00").as_deref(), Some("1000"));
        for refused in [
            "", "-", ".5", "1.", "1.234", "1000.01", "-100.5", "1e2", "+5", "٥",
        ] {
            assert_eq!(read(refused), None, "{refused}");
        }
    }

    #[test]
    fn shares_are_exact() {
        assert_eq!(Percent::hundredths(1250).share().to_string(), "0.125");
        assert_eq!(Percent::hundredths(1250).rest().to_string(), "0.875");
    }
}
