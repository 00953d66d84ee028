//! A calendar date, as rate snapshots, sources and shutdowns carry it.
//!
//! Knows the Gregorian calendar; must not know what today is (the page says that) nor any price.
//! Forty lines of our own instead of a date crate: every byte here is sent to every reader.

use std::fmt;
use std::str::FromStr;

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// A day of the Gregorian calendar, years 1 to 9999, written `2026-11-20`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// What was given is not a date written `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateError;

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a date is written YYYY-MM-DD, such as 2026-11-20")
    }
}

impl std::error::Error for DateError {}

impl Date {
    /// A date known when the program is built. An impossible date fails the build.
    pub const fn known(year: u16, month: u8, day: u8) -> Self {
        match Self::checked(year, month, day) {
            Some(date) => date,
            None => panic!("not a date of the Gregorian calendar"),
        }
    }

    /// The date, where there is such a day.
    pub const fn checked(year: u16, month: u8, day: u8) -> Option<Self> {
        let real = year >= 1
            && year <= 9999
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= days_in(year, month);
        if real {
            Some(Self { year, month, day })
        } else {
            None
        }
    }

    /// Year, month (1 to 12) and day (1 to 31).
    pub const fn parts(self) -> (u16, u8, u8) {
        (self.year, self.month, self.day)
    }

    /// Days from 1970-01-01 (negative before), by Howard Hinnant's `days_from_civil`.
    pub const fn day_number(self) -> i32 {
        let y = self.year as i32 - (self.month <= 2) as i32;
        let era = y.div_euclid(400);
        let year_of_era = y - era * 400;
        let shifted = (self.month as i32 + 9) % 12;
        let day_of_year = (153 * shifted + 2) / 5 + self.day as i32 - 1;
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year
            - 719_468
    }

    /// Days from `self` to `later`; negative when `later` is earlier.
    pub const fn days_until(self, later: Self) -> i32 {
        later.day_number() - self.day_number()
    }

    /// As people read it: `20 Nov 2026`.
    pub fn in_words(self) -> String {
        format!(
            "{} {} {}",
            self.day,
            MONTHS[usize::from(self.month) - 1],
            self.year
        )
    }
}

const fn days_in(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let mut parts = text.split('-');
        let mut number = |digits: usize| {
            let part = parts.next()?;
            let plain = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
            if plain {
                part.parse::<u16>().ok()
            } else {
                None
            }
        };
        let date = number(4).zip(number(2)).zip(number(2));
        let ((year, month), day) = date.filter(|_| parts.next().is_none()).ok_or(DateError)?;
        Self::checked(year, month as u8, day as u8).ok_or(DateError)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes_the_same_day() {
        for text in ["2026-11-20", "2024-02-29", "0001-01-01", "9999-12-31"] {
            assert_eq!(
                text.parse::<Date>().map(|date| date.to_string()),
                Ok(text.to_owned())
            );
        }
    }

    #[test]
    fn refuses_what_is_no_day() {
        for text in [
            "",
            "2026-2-3",
            "2026-13-01",
            "2026-02-29",
            "2026/01/01",
            "２026-1-01",
        ] {
            assert_eq!(text.parse::<Date>(), Err(DateError), "{text}");
        }
    }

    #[test]
    fn counts_days() {
        assert_eq!(Date::known(1970, 1, 1).day_number(), 0);
        assert_eq!(
            Date::known(2026, 11, 20).days_until(Date::known(2026, 12, 1)),
            11
        );
        assert_eq!(
            Date::known(2024, 2, 28).days_until(Date::known(2024, 3, 1)),
            2
        );
    }
}
