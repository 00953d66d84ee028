//! Single values of the file: decimals, dates, sizes, words, names and bounds.
//!
//! Knows what each may be; must not know what it is for.

use super::fault::Fault;
use super::report::{Place, Report, leak_list, leak_str};
use crate::date::Date;
use crate::interval::Interval;
use crate::rates::file::{Entries, Written};
use crate::rates::{Background, Basis, Detail, Fidelity, Format, Meter, Quality, Tier};
use crate::size::Size;
use rust_decimal::Decimal;

/// A word of one of the shared enums, written exactly as the API writes it.
pub trait Word: Copy + PartialEq + 'static {
    /// Every word that may stand in rates.json.
    fn allowed() -> &'static [Self];
    /// The word itself.
    fn text(self) -> &'static str;
}

macro_rules! words_of_the_file {
    ($($name:ident: $allowed:expr,)+) => { $(
        impl Word for $name {
            fn allowed() -> &'static [Self] { $allowed }
            fn text(self) -> &'static str { self.as_str() }
        }
    )+ };
}

words_of_the_file! {
    Background: Self::ALL,
    Detail: Self::ALL,
    Fidelity: Self::ALL,
    Format: Self::ALL,
    Meter: Self::ALL,
    Tier: Self::ALL,
    // `auto` is the API's choice among the others, and `given` is a person's own number.
    Quality: &[Self::Low, Self::Medium, Self::High, Self::Xhigh, Self::Max],
    Basis: &[Self::Official, Self::Calculator, Self::Measured, Self::Community, Self::Assumed],
}

impl Report {
    /// Reads a word.
    pub fn word<W: Word>(&self, place: &Place, given: &str) -> Option<W> {
        let found = W::allowed()
            .iter()
            .copied()
            .find(|word| word.text() == given);
        found.or_else(|| {
            let allowed: Vec<_> = W::allowed().iter().map(|word| word.text()).collect();
            let (given, allowed) = (given.to_owned(), allowed.join(", "));
            self.fault(place, Fault::NotWord { given, allowed })
        })
    }

    /// Reads a list of words, each at most once.
    pub fn words<W: Word>(&self, place: &Place, given: &[String]) -> &'static [W] {
        let mut words: Vec<W> = Vec::new();
        for (i, text) in given.iter().enumerate() {
            let Some(word) = self.word(&place.at(i), text) else {
                continue;
            };
            match words.iter().position(|known| *known == word) {
                Some(first) => self.repeated(&place.at(i), text, &place.at(first)),
                None => words.push(word),
            }
        }
        leak_list(words)
    }

    /// Reads an object whose keys are words, each at most once. None if anything in it is broken,
    /// after all of it has been read and reported.
    pub fn by_word<W: Word, T, U>(
        &self,
        place: &Place,
        entries: &Entries<T>,
        read: impl Fn(&Place, &T) -> Option<U>,
    ) -> Option<Vec<(W, U)>> {
        let mut known: Vec<Option<(W, U)>> = Vec::new();
        for (text, value) in &entries.0 {
            let here = place.key(text);
            let (word, value) = (self.word::<W>(&here, text), read(&here, value));
            let stands = |word: W| known.iter().flatten().any(|(other, _)| *other == word);
            if word.is_some_and(stands) {
                self.repeated(&here, text, &here);
            }
            known.push(word.zip(value));
        }
        known.into_iter().collect()
    }

    /// Reads a decimal in quotes, 0 or more.
    pub fn decimal(&self, place: &Place, given: &Written) -> Option<Decimal> {
        let text = match given {
            Written::Text(text) => text,
            Written::Number(number) => return self.fault(place, Fault::Number(number.clone())),
        };
        let plain = text
            .bytes()
            .all(|b| b.is_ascii_digit() || b"-.".contains(&b));
        match Decimal::from_str_exact(text).ok().filter(|_| plain) {
            Some(value) if value.is_sign_negative() => {
                self.fault(place, Fault::Negative(text.clone()))
            }
            Some(value) => Some(value.normalize()),
            None => {
                let write = "digits with at most one point, such as \"30.00\"";
                self.not(place, text, "a decimal", write)
            }
        }
    }

    /// Reads a date.
    pub fn date(&self, place: &Place, given: &str) -> Option<Date> {
        let date = given.parse().ok();
        date.or_else(|| self.not(place, given, "a date", "YYYY-MM-DD, such as 2026-11-20"))
    }

    /// Reads a size.
    pub fn size(&self, place: &Place, given: &str) -> Option<Size> {
        let size: Option<Size> = given.parse().ok();
        size.filter(|size| size.to_string() == given)
            .or_else(|| self.not(place, given, "a size", "WIDTHxHEIGHT, such as 1536x1024"))
    }

    /// Reads text that must say something.
    pub fn text(&self, place: &Place, given: &str) -> Option<&'static str> {
        match given.trim() {
            "" => self.fault(place, Fault::Empty),
            _ => Some(leak_str(given)),
        }
    }

    /// Checks that a whole number lies within bounds.
    pub fn within<N: Copy + Into<u64>>(
        &self,
        place: &Place,
        given: N,
        (low, high): (u64, u64),
    ) -> Option<N> {
        match given.into() {
            n if (low..=high).contains(&n) => Some(given),
            given => self.fault(place, Fault::OutOfRange { given, low, high }),
        }
    }

    /// Checks that a number that divides or measures is not 0.
    pub fn above_zero<N: Copy + Into<u64>>(&self, place: &Place, given: N) -> Option<N> {
        self.within(place, given, (1, u32::MAX.into()))
    }

    /// Reads an interval, the low end first.
    pub fn interval<T: Copy + Ord + ToString>(
        &self,
        place: &Place,
        [low, high]: [T; 2],
    ) -> Option<Interval<T>> {
        match low <= high {
            true => Some(Interval::new(low, high)),
            false => {
                let (low, high) = (low.to_string(), high.to_string());
                self.fault(place, Fault::Reversed { low, high })
            }
        }
    }
}
