//! Where a check stands in the file, what it has found, and the names it can look up.
//!
//! Knows paths and names; must not know any rule of the rate book.

use super::fault::{Fault, RateBookError};
use crate::rates::file::{Entries, Piece};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// A place in the file, as a path.
#[derive(Clone)]
pub struct Place(String);

impl Place {
    /// The place of a key at the top of the file.
    pub fn top(key: &str) -> Self {
        Self(key.to_owned())
    }

    /// The place of a key within this one.
    pub fn key(&self, key: &str) -> Self {
        match key.contains('.') {
            true => Self(format!("{}[{key:?}]", self.0)),
            false => Self(format!("{}.{key}", self.0)),
        }
    }

    /// The place of an item within this list, the first being 0.
    pub fn at(&self, index: usize) -> Self {
        Self(format!("{}[{index}]", self.0))
    }

    /// The path as text.
    pub fn path(&self) -> String {
        self.0.clone()
    }

    fn within(&self, path: &str) -> String {
        match path {
            "" => self.path(),
            list if list.starts_with('[') => format!("{}{list}", self.0),
            _ => format!("{}.{path}", self.0),
        }
    }
}

/// All that has been found wrong so far.
#[derive(Default)]
pub struct Report(RefCell<Vec<RateBookError>>);

impl Report {
    /// Notes what is wrong at a place.
    pub fn note(&self, place: &Place, fault: Fault) {
        self.0.borrow_mut().push(RateBookError {
            path: place.path(),
            fault,
        });
    }

    /// Notes what is wrong at a place, where a value should have been made of it.
    pub fn fault<T>(&self, place: &Place, fault: Fault) -> Option<T> {
        self.note(place, fault);
        None
    }

    /// A piece whose shape could be read.
    pub fn piece<'a, T>(&self, place: &Place, piece: &'a Piece<T>) -> Option<&'a T> {
        let slip = match &piece.0 {
            Ok(value) => return Some(value),
            Err(slip) => slip,
        };
        let (path, fault) = (place.within(&slip.path), Fault::Shape(slip.said.clone()));
        self.0.borrow_mut().push(RateBookError { path, fault });
        None
    }

    /// Whether nothing has been found.
    pub fn is_empty(&self) -> bool {
        self.0.borrow().is_empty()
    }

    /// Everything that was found, in the order of the search.
    pub fn into_errors(self) -> Vec<RateBookError> {
        self.0.into_inner()
    }
}

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
            let value = report
                .piece(&here, piece)
                .and_then(|piece| check(&here, leak_str(name), piece));
            if values.insert(name.clone(), value.map(leak)).is_some() {
                let first = here.path();
                report.note(
                    &here,
                    Fault::Repeated {
                        given: name.clone(),
                        first,
                    },
                );
            }
        }
        Self {
            what,
            place,
            values,
            used: RefCell::default(),
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

/// A value that lives as long as the program, as everything in a rate book does.
pub fn leak<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

/// A list that lives as long as the program.
pub fn leak_list<T>(values: Vec<T>) -> &'static [T] {
    Vec::leak(values)
}

/// Text that lives as long as the program.
pub fn leak_str(text: &str) -> &'static str {
    String::leak(text.to_owned())
}
