//! Numbers as people type them: `1k`, `2,500`, `1.5M`. What has two readings is refused with both.
//!
//! Knows how people write counts; must not know what is counted.

mod amount;
pub mod sizes;

pub use amount::{AmountBounds, AmountError, AmountFault, amount};

use crate::money::{from_digits, grouped};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::fmt;
use std::ops::RangeInclusive;

/// Why a typed count is not taken, with the numbers that would be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedError {
    /// What was typed, shortened.
    pub given: String,
    /// What is wrong with it.
    pub fault: TypedFault,
    /// Numbers that it may have meant, each within the bounds.
    pub readings: Vec<u32>,
}

/// What is wrong with a typed count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypedFault {
    /// Nothing was typed.
    Empty,
    /// Not a number.
    NotANumber,
    /// A comma or a point that may group thousands or mark decimals.
    Ambiguous([Decimal; 2]),
    /// A number that is not whole.
    NotWhole,
    /// Below the least.
    TooSmall(u32),
    /// Above the most.
    TooLarge(u32),
}

impl fmt::Display for TypedError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let given = &self.given;
        let bound = |bound: u32| grouped(Decimal::from(bound));
        match self.fault {
            TypedFault::Empty => {
                f.write_str("A number is missing, such as 500, 2,500, 1k or 1.5M.")
            }
            TypedFault::NotANumber => {
                write!(
                    f,
                    "“{given}” is not a number. Write 500, 2,500, 1k or 1.5M."
                )
            }
            TypedFault::Ambiguous([small, large]) => {
                write!(
                    f,
                    "“{given}” can be read as {} or as {}.",
                    grouped(small),
                    grouped(large)
                )
            }
            TypedFault::NotWhole => write!(f, "“{given}” is not a whole number."),
            TypedFault::TooSmall(least) => {
                write!(f, "“{given}” is below the least, {}.", bound(least))
            }
            TypedFault::TooLarge(most) => {
                write!(f, "“{given}” is above the most, {}.", bound(most))
            }
        }
    }
}

/// Reads a whole number within `bounds`: digits, thousands grouped by commas, spaces or
/// underscores, and `k` or `M` behind (with decimals: `1.5M`).
///
/// # Errors
/// What was typed is no such number, has two readings, or is out of bounds; the error carries
/// what it may have meant.
pub fn count(text: &str, bounds: &RangeInclusive<u32>) -> Result<u32, TypedError> {
    let typed = text.trim();
    let refuse = |fault, readings| {
        Err(TypedError {
            given: shortened(typed),
            fault,
            readings,
        })
    };
    if typed.is_empty() {
        return refuse(TypedFault::Empty, Vec::new());
    }
    let (digits, times) = multiple(typed);
    if let Some(readings) = two_readings(digits, times) {
        return refuse(TypedFault::Ambiguous(readings), within(&readings, bounds));
    }
    let Some(amount) = plain(digits).and_then(|amount| amount.checked_mul(times)) else {
        let fault = if all_digits(digits) {
            TypedFault::TooLarge(*bounds.end())
        } else {
            TypedFault::NotANumber
        };
        let readings = if all_digits(digits) {
            vec![*bounds.end()]
        } else {
            Vec::new()
        };
        return refuse(fault, readings);
    };
    judge(typed, amount, bounds)
}

fn judge(typed: &str, amount: Decimal, bounds: &RangeInclusive<u32>) -> Result<u32, TypedError> {
    let (least, most) = (*bounds.start(), *bounds.end());
    let (fault, readings) = if amount < Decimal::from(least) {
        (TypedFault::TooSmall(least), vec![least])
    } else if amount > Decimal::from(most) {
        (TypedFault::TooLarge(most), vec![most])
    } else if !amount.fract().is_zero() {
        (
            TypedFault::NotWhole,
            within(&[amount.floor(), amount.ceil()], bounds),
        )
    } else if let Some(number) = amount.to_u32() {
        return Ok(number);
    } else {
        (TypedFault::NotANumber, Vec::new())
    };
    Err(TypedError {
        given: shortened(typed),
        fault,
        readings,
    })
}

/// The digits, and what `k` or `M` behind them multiplies.
fn multiple(typed: &str) -> (&str, Decimal) {
    let behind = |letters: [char; 2]| typed.strip_suffix(letters);
    let (digits, times) = match (behind(['k', 'K']), behind(['m', 'M'])) {
        (Some(digits), _) => (digits, 1_000),
        (_, Some(digits)) => (digits, 1_000_000),
        _ => (typed, 1),
    };
    (digits.trim_end(), Decimal::from(times))
}

/// Both readings of one comma or point that may group thousands or mark decimals: `1,5` (a comma
/// that groups nothing) and `2.500` (a point before three digits, without `k` or `M`).
fn two_readings(digits: &str, times: Decimal) -> Option<[Decimal; 2]> {
    let (whole, rest) = digits.split_once([',', '.'])?;
    if !all_digits(whole) || !all_digits(rest) || whole.len() > 9 || rest.len() > 9 {
        return None;
    }
    let comma = digits.contains(',');
    let groups = rest.len() == 3 && whole.len() <= 3 && whole != "0";
    let unclear = if comma {
        !groups || times > Decimal::ONE
    } else {
        groups && times == Decimal::ONE
    };
    if !unclear {
        return None;
    }
    let joined = from_digits(&format!("{whole}{rest}"), "")?;
    let split = from_digits(whole, rest)?;
    Some([split * times, joined * times])
}

/// A number with thousands grouped by commas, spaces or underscores, and perhaps decimals.
fn plain(digits: &str) -> Option<Decimal> {
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let mut groups = whole.split([',', ' ', '_', '\u{a0}', '\u{202f}', '’', '\'']);
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let grouped = rest
        .iter()
        .all(|group| group.len() == 3 && all_digits(group));
    let first_fits = all_digits(first) && (rest.is_empty() || first.len() <= 3);
    if !first_fits || !grouped || !all_digits(fraction) {
        return None;
    }
    from_digits(&format!("{first}{}", rest.concat()), fraction)
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The amounts as whole numbers (a part rounded up) within the bounds, each once.
fn within(amounts: &[Decimal], bounds: &RangeInclusive<u32>) -> Vec<u32> {
    let whole = amounts.iter().filter_map(|amount| amount.ceil().to_u32());
    let mut numbers: Vec<u32> = whole.filter(|number| bounds.contains(number)).collect();
    numbers.dedup();
    numbers
}

fn shortened(text: &str) -> String {
    const MOST: usize = 24;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    text.chars().take(MOST - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANY: RangeInclusive<u32> = 1..=1_000_000_000;

    #[test]
    fn takes_what_people_type() {
        for (typed, number) in [
            ("500", 500),
            (" 2,500 ", 2500),
            ("1k", 1000),
            ("1.5M", 1_500_000),
            ("1.5 k", 1500),
            ("2 500", 2500),
            ("1,000,000", 1_000_000),
            ("10_000", 10_000),
            ("2.500k", 2500),
            ("007", 7),
        ] {
            assert_eq!(count(typed, &ANY), Ok(number), "{typed}");
        }
    }

    #[track_caller]
    fn refused(typed: &str, message: &str, readings: &[u32]) {
        let error = count(typed, &ANY).expect_err(typed);
        assert_eq!(error.to_string(), message);
        assert_eq!(error.readings, readings);
    }

    #[test]
    fn what_has_two_readings_is_refused_with_both() {
        refused(
            "2.500",
            "“2.500” can be read as 2.5 or as 2,500.",
            &[3, 2500],
        );
        refused("1,5", "“1,5” can be read as 1.5 or as 15.", &[2, 15]);
        refused(
            "1,5k",
            "“1,5k” can be read as 1,500 or as 15,000.",
            &[1500, 15_000],
        );
    }

    #[test]
    fn what_is_no_number_is_refused_in_words() {
        refused(
            "ten",
            "“ten” is not a number. Write 500, 2,500, 1k or 1.5M.",
            &[],
        );
        refused(
            "",
            "A number is missing, such as 500, 2,500, 1k or 1.5M.",
            &[],
        );
        refused(
            "-5",
            "“-5” is not a number. Write 500, 2,500, 1k or 1.5M.",
            &[],
        );
        refused(
            "1e9",
            "“1e9” is not a number. Write 500, 2,500, 1k or 1.5M.",
            &[],
        );
        refused("0", "“0” is below the least, 1.", &[1]);
        refused(
            "2000M",
            "“2000M” is above the most, 1,000,000,000.",
            &[1_000_000_000],
        );
        refused("1.5", "“1.5” is not a whole number.", &[1, 2]);
        refused(
            "99999999999999999999999999999999",
            "“99999999999999999999999…” is above the most, 1,000,000,000.",
            &[1_000_000_000],
        );
    }
}
