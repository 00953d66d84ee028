//! Where a check stands in the file, and what it has found.
//!
//! Knows paths; must not know any rule of the rate book.

use super::fault::{Fault, RateBookError};
use crate::rates::file::Piece;
use std::cell::RefCell;

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

    /// Notes that something is needed.
    pub fn missing(&self, place: &Place, why: &'static str) {
        self.note(place, Fault::Missing { why });
    }

    /// Notes that something cannot stand here.
    pub fn misplaced(&self, place: &Place, why: &'static str) {
        self.note(place, Fault::Misplaced { why });
    }

    /// Notes that something stands twice.
    pub fn repeated(&self, place: &Place, given: &str, first: &Place) {
        let (given, first) = (given.to_owned(), first.path());
        self.note(place, Fault::Repeated { given, first });
    }

    /// Notes that text is not what should stand here, and how that is written.
    pub fn not<T>(
        &self,
        place: &Place,
        given: &str,
        what: &'static str,
        write: &'static str,
    ) -> Option<T> {
        let given = given.to_owned();
        self.fault(place, Fault::Not { given, what, write })
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
