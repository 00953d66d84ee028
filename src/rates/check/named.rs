//! The names of the file and what they stand for: sources, and rules of each kind.
//!
//! Knows how a name is looked up, and which name a misspelt one is near; must not know what it
//! stands for.

use super::fault::Fault;
use super::report::{Place, Report, leak, leak_str};
use crate::rates::file::{Entries, Piece};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// The checked values of one kind, by name.
pub struct Names<T: 'static> {
    what: &'static str,
    place: Place,
    /// None for those that are broken, which has been reported where they stand.
    values: BTreeMap<String, Option<&'static T>>,
    used: RefCell<BTreeSet<String>>,
}

impl<T> Names<T> {
    /// Checks every piece of a section of the file.
    pub fn check<P>(
        report: &Report,
        what: &'static str,
        place: Place,
        pieces: &Entries<Piece<P>>,
        check: impl Fn(&Place, &'static str, &P) -> Option<T>,
    ) -> Self {
        let mut values = BTreeMap::new();
        for (name, piece) in &pieces.0 {
            let here = place.key(name);
            let piece = report.piece(&here, piece);
            let value = piece.and_then(|piece| check(&here, leak_str(name), piece));
            if values.insert(name.clone(), value.map(leak)).is_some() {
                report.repeated(&here, name, &here);
            }
        }
        let used = RefCell::default();
        Self {
            what,
            place,
            values,
            used,
        }
    }

    /// The value of a name.
    pub fn find(&self, report: &Report, place: &Place, name: &str) -> Option<&'static T> {
        match self.values.get(name) {
            Some(value) => {
                self.used.borrow_mut().insert(name.to_owned());
                *value
            }
            None => report.fault(place, self.unknown(name)),
        }
    }

    fn unknown(&self, name: &str) -> Fault {
        let nearest = nearest(name, self.values.keys().map(String::as_str)).map(str::to_owned);
        Fault::Unknown {
            what: self.what,
            given: name.to_owned(),
            nearest,
        }
    }

    /// Every sound value, by name.
    pub fn into_values(self) -> Vec<T>
    where
        T: Clone,
    {
        self.values.into_values().flatten().cloned().collect()
    }

    /// Reports each name that was never looked up.
    pub fn report_unused(&self, report: &Report) {
        let used = self.used.borrow();
        for name in self.values.keys().filter(|name| !used.contains(*name)) {
            report.note(&self.place.key(name), Fault::Unused { what: self.what });
        }
    }
}

/// The known name that is a few letters away from a given one.
pub fn nearest<'a>(given: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let close = |name: &&str| letters_apart(given, name) <= 1 + given.len() / 4;
    known
        .filter(close)
        .min_by_key(|name| letters_apart(given, name))
}

/// Levenshtein's distance: how many letters have to be added, left out or exchanged.
fn letters_apart(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.chars().count()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, y) in b.chars().enumerate() {
            let exchanged = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = exchanged.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row.last().copied().unwrap_or(0)
}
