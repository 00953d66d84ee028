//! A checked rate book as Rust source: the table that the program carries.
//!
//! Knows how a value of each type is written down; only the build uses it. Models, rules and
//! sources that are equal become one `static`, so that six snapshots cost little more than one.

mod types;

use super::{RateBook, SideTable};
use crate::date::Date;
use crate::interval::Interval;
use rust_decimal::Decimal;
use std::collections::HashMap;
use std::fmt::Write;

/// The source of `static BOOK: RateBook` and of `static SIDE_TABLE: SideTable`, to be included
/// beside the types they name. They are two, so that a program that asks for one carries one.
pub fn rust_source(book: &RateBook, side_table: &SideTable) -> String {
    let mut statics = Statics::default();
    let value = book.to_rust(&mut statics);
    let beside = side_table.to_rust(&mut statics);
    let about = "/// The rate book that the build made from rates.json.";
    let about_beside = "/// What stands beside its snapshots.";
    format!(
        "{}{about}\nstatic BOOK: RateBook = {value};\n\
         {about_beside}\nstatic SIDE_TABLE: SideTable = {beside};\n",
        statics.source
    )
}

/// The statics written so far, and which value each holds.
#[derive(Default)]
struct Statics {
    source: String,
    names: HashMap<String, String>,
}

impl Statics {
    /// A reference to a static of this value, which is written once.
    fn share(&mut self, kind: &str, value: String) -> String {
        if let Some(name) = self.names.get(&value) {
            return format!("&{name}");
        }
        let name = format!("S{}", self.names.len());
        // Writing to a String does not fail.
        let _ = writeln!(self.source, "static {name}: {kind} = {value};");
        self.names.insert(value, name.clone());
        format!("&{name}")
    }
}

/// A value that can be written down as a Rust expression that is constant.
trait ToRust {
    fn to_rust(&self, statics: &mut Statics) -> String;
}

impl<T: ToRust> ToRust for &[T] {
    fn to_rust(&self, statics: &mut Statics) -> String {
        let items: Vec<String> = self.iter().map(|item| item.to_rust(statics)).collect();
        format!("&[{}]", items.join(", "))
    }
}

impl<T: ToRust> ToRust for Option<T> {
    fn to_rust(&self, statics: &mut Statics) -> String {
        match self {
            Some(value) => format!("Some({})", value.to_rust(statics)),
            None => "None".to_owned(),
        }
    }
}

impl<T: ToRust> ToRust for Interval<T> {
    fn to_rust(&self, statics: &mut Statics) -> String {
        let (low, high) = (self.low.to_rust(statics), self.high.to_rust(statics));
        format!("Interval {{ low: {low}, high: {high} }}")
    }
}

impl<A: ToRust, B: ToRust> ToRust for (A, B) {
    fn to_rust(&self, statics: &mut Statics) -> String {
        format!("({}, {})", self.0.to_rust(statics), self.1.to_rust(statics))
    }
}

impl<A: ToRust, B: ToRust, C: ToRust> ToRust for (A, B, C) {
    fn to_rust(&self, statics: &mut Statics) -> String {
        let (a, b) = (self.0.to_rust(statics), self.1.to_rust(statics));
        format!("({a}, {b}, {})", self.2.to_rust(statics))
    }
}

impl ToRust for Decimal {
    fn to_rust(&self, _: &mut Statics) -> String {
        let parts = self.unpack();
        format!(
            "Decimal::from_parts({}, {}, {}, {}, {})",
            parts.lo, parts.mid, parts.hi, parts.negative, parts.scale
        )
    }
}

impl ToRust for Date {
    fn to_rust(&self, _: &mut Statics) -> String {
        let (year, month, day) = self.parts();
        format!("Date::known({year}, {month}, {day})")
    }
}
