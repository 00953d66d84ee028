//! Amounts as people type them: `$1,234.50`, `12.5 %`, `1.5k`, with decimals and perhaps a sign.
//!
//! Knows how people write amounts; must not know what they are for. As with counts, what has two
//! readings is refused with both.

use super::{all_digits, multiple, plain, shortened, two_readings};
use crate::money::grouped;
use rust_decimal::Decimal;
use std::fmt;

/// What an amount can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AmountBounds {
    /// The least.
    pub least: i64,
    /// The most.
    pub most: i64,
    /// Decimal places at most.
    pub places: u32,
}

/// Why a typed amount is not taken, with the amounts that would be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmountError {
    /// What was typed, shortened.
    pub given: String,
    /// What is wrong with it.
    pub fault: AmountFault,
    /// Amounts that it may have meant, each within the bounds.
    pub readings: Vec<Decimal>,
}

/// What is wrong with a typed amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmountFault {
    /// Not a number.
    NotANumber,
    /// A comma or a point that may group thousands or mark decimals.
    Ambiguous([Decimal; 2]),
    /// Below the least.
    TooSmall(i64),
    /// Above the most.
    TooLarge(i64),
    /// More decimal places than are taken.
    TooFine(u32),
}

impl fmt::Display for AmountError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let given = &self.given;
        let bound = |bound: i64| grouped(Decimal::from(bound));
        match self.fault {
            AmountFault::NotANumber => {
                write!(f, "“{given}” is not a number. Write 500, 2,500.75 or 0.04.")
            }
            AmountFault::Ambiguous([small, large]) => {
                let (small, large) = (grouped(small), grouped(large));
                write!(f, "“{given}” can be read as {small} or as {large}.")
            }
            AmountFault::TooSmall(least) => {
                write!(f, "“{given}” is below the least, {}.", bound(least))
            }
            AmountFault::TooLarge(most) => {
                write!(f, "“{given}” is above the most, {}.", bound(most))
            }
            AmountFault::TooFine(places) => {
                write!(f, "“{given}” has more than {places} decimal places.")
            }
        }
    }
}

/// Reads an amount within bounds; none where nothing was typed.
///
/// # Errors
/// What was typed is no number, has two readings, is out of bounds or too fine; the error carries
/// what it may have meant.
pub fn amount(text: &str, bounds: &AmountBounds) -> Result<Option<Decimal>, AmountError> {
    let typed = text.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let refuse = |fault, readings: Vec<Decimal>| AmountError {
        given: shortened(typed),
        fault,
        readings: readings
            .into_iter()
            .filter(|one| judge(*one, bounds).is_ok())
            .collect(),
    };
    let (sign, bare) = bare(typed);
    let (digits, times) = multiple(bare);
    if let Some(readings) = two_readings(digits, times) {
        let readings = readings.map(|one| (one * sign).normalize());
        return Err(refuse(AmountFault::Ambiguous(readings), readings.to_vec()));
    }
    let Some(number) = plain(digits).and_then(|number| number.checked_mul(times * sign)) else {
        return Err(match all_digits(digits) {
            true => refuse(AmountFault::TooLarge(bounds.most), vec![bounds.most.into()]),
            false => refuse(AmountFault::NotANumber, Vec::new()),
        });
    };
    match judge(number, bounds) {
        Ok(()) => Ok(Some(number.normalize())),
        Err((fault, nearest)) => Err(refuse(fault, vec![nearest])),
    }
}

/// The sign, and what is left without it, a leading `$` and a trailing `%`.
fn bare(typed: &str) -> (Decimal, &str) {
    let (sign, rest) = match typed.strip_prefix(['-', '−']) {
        Some(rest) => (Decimal::NEGATIVE_ONE, rest),
        None => (Decimal::ONE, typed.strip_prefix('+').unwrap_or(typed)),
    };
    let rest = rest.trim_start();
    let rest = rest.strip_prefix('$').unwrap_or(rest);
    (sign, rest.strip_suffix('%').unwrap_or(rest).trim())
}

/// What is wrong with a number, and the nearest that would be taken.
fn judge(number: Decimal, bounds: &AmountBounds) -> Result<(), (AmountFault, Decimal)> {
    let (least, most) = (Decimal::from(bounds.least), Decimal::from(bounds.most));
    if number < least {
        return Err((AmountFault::TooSmall(bounds.least), least));
    }
    if number > most {
        return Err((AmountFault::TooLarge(bounds.most), most));
    }
    let rounded = number.round_dp(bounds.places);
    if rounded == number {
        Ok(())
    } else {
        Err((AmountFault::TooFine(bounds.places), rounded.normalize()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const USD: AmountBounds = AmountBounds {
        least: 0,
        most: 1_000_000_000,
        places: 6,
    };
    const PERCENT: AmountBounds = AmountBounds {
        least: -100,
        most: 1000,
        places: 2,
    };

    fn number(text: &str) -> Decimal {
        text.parse().expect(text)
    }

    #[test]
    fn takes_what_people_type() {
        for (typed, bounds, taken) in [
            ("$1,234.50", USD, "1234.5"),
            ("0.04", USD, "0.04"),
            ("1.5k", USD, "1500"),
            ("2 500", USD, "2500"),
            ("12.5 %", PERCENT, "12.5"),
            ("-20%", PERCENT, "-20"),
            ("− 7.25", PERCENT, "-7.25"),
            ("+5", PERCENT, "5"),
            ("0.125", USD, "0.125"),
        ] {
            assert_eq!(amount(typed, &bounds), Ok(Some(number(taken))), "{typed}");
        }
        assert_eq!(amount("  ", &USD), Ok(None));
    }

    #[track_caller]
    fn refused(typed: &str, bounds: AmountBounds, message: &str, readings: &[&str]) {
        let error = amount(typed, &bounds).expect_err(typed);
        assert_eq!(error.to_string(), message);
        let readings: Vec<Decimal> = readings.iter().map(|text| number(text)).collect();
        assert_eq!(error.readings, readings);
    }

    #[test]
    fn what_has_two_readings_is_refused_with_both() {
        refused(
            "1,5",
            USD,
            "“1,5” can be read as 1.5 or as 15.",
            &["1.5", "15"],
        );
        refused(
            "2.500",
            USD,
            "“2.500” can be read as 2.5 or as 2,500.",
            &["2.5", "2500"],
        );
        // Of these 2,500 is above the most percent.
        refused(
            "2.500",
            PERCENT,
            "“2.500” can be read as 2.5 or as 2,500.",
            &["2.5"],
        );
    }

    #[test]
    fn what_is_out_of_bounds_names_the_bound_and_the_nearest() {
        refused("-1", USD, "“-1” is below the least, 0.", &["0"]);
        refused(
            "-101",
            PERCENT,
            "“-101” is below the least, -100.",
            &["-100"],
        );
        refused(
            "2000M",
            USD,
            "“2000M” is above the most, 1,000,000,000.",
            &["1000000000"],
        );
        refused(
            "0.1234567",
            USD,
            "“0.1234567” has more than 6 decimal places.",
            &["0.123457"],
        );
        let ninety = "9".repeat(90);
        let given = format!("“{}…” is above the most, 1,000.", "9".repeat(23));
        refused(&ninety, PERCENT, &given, &["1000"]);
        for typed in ["ten", "1e9", "$", "%", "--5", "NaN", "٥", "1..5"] {
            let error = amount(typed, &USD).expect_err(typed);
            assert_eq!(
                (error.fault, error.readings.len()),
                (AmountFault::NotANumber, 0),
                "{typed}"
            );
        }
    }
}
