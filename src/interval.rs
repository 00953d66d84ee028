//! An amount that may not be known exactly: `[low, high]`, carried through every sum.
//!
//! Knows ordering and addition; must not know what is counted or priced.

use std::ops::Add;

/// A closed interval. Where the facts are published both ends are equal (a point).
///
/// ```
/// use pixelbill::interval::Interval;
/// assert_eq!(Interval::point(3) + Interval::new(1, 2), Interval::new(4, 5));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Interval<T> {
    /// The smallest amount that is possible.
    pub low: T,
    /// The largest amount that is possible.
    pub high: T,
}

impl<T: Copy + Ord> Interval<T> {
    /// The interval between two ends, in either order.
    pub fn new(a: T, b: T) -> Self {
        Self {
            low: a.min(b),
            high: a.max(b),
        }
    }

    /// An amount that is known exactly.
    pub const fn point(value: T) -> Self {
        Self {
            low: value,
            high: value,
        }
    }

    /// Whether both ends are equal.
    pub fn is_point(&self) -> bool {
        self.low == self.high
    }

    /// Whether `value` lies within, ends included.
    pub fn contains(&self, value: T) -> bool {
        self.low <= value && value <= self.high
    }

    /// The smallest interval that holds both.
    pub fn hull(self, other: Self) -> Self {
        Self {
            low: self.low.min(other.low),
            high: self.high.max(other.high),
        }
    }

    /// Applies a rising function to both ends.
    pub fn map<U: Copy + Ord>(self, f: impl Fn(T) -> U) -> Interval<U> {
        Interval::new(f(self.low), f(self.high))
    }
}

impl<T: Add<Output = T>> Add for Interval<T> {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            low: self.low + other.low,
            high: self.high + other.high,
        }
    }
}
