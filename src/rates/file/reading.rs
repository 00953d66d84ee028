//! How the file is taken apart: in pieces, so that a slip in one hides none in another.
//!
//! Knows JSON; must not know what any key means.

use serde::de::{DeserializeOwned, Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use std::fmt;
use std::marker::PhantomData;

/// What is wrong with the shape of the JSON: the path within it, and the reader's words.
pub struct Slip {
    /// As `rates.standard.source`; empty for the whole.
    pub path: String,
    /// What was expected.
    pub said: String,
}

/// Reads JSON into a type, with the path of the first slip.
pub fn read<T: DeserializeOwned>(json: &str) -> Result<T, Slip> {
    let mut reader = serde_json::Deserializer::from_str(json);
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let path = error.path().to_string();
        Slip {
            path: if path == "." { String::new() } else { path },
            said: error.inner().to_string(),
        }
    })?;
    let rest = reader.end().map_err(|error| Slip {
        path: String::new(),
        said: error.to_string(),
    });
    rest.map(|()| value)
}

/// A part of the file that is read by itself.
pub struct Piece<T>(pub Result<T, Slip>);

impl<'de, T: DeserializeOwned> Deserialize<'de> for Piece<T> {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(reader)?;
        Ok(Self(read(raw.get()).map_err(without_position)))
    }
}

/// Line and column count from the start of the piece, which helps nobody.
fn without_position(slip: Slip) -> Slip {
    let said = slip
        .said
        .split(" at line ")
        .next()
        .unwrap_or_default()
        .to_owned();
    Slip { said, ..slip }
}

/// A JSON object as it is written: in its order, repeated keys kept.
pub struct Entries<T>(pub Vec<(String, T)>);

impl<T> Default for Entries<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Entries<T> {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        reader.deserialize_map(EntriesVisitor(PhantomData))
    }
}

struct EntriesVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for EntriesVisitor<T> {
    type Value = Entries<T>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries<T>, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Entries(entries))
    }
}

/// A decimal as it is written: in quotes, as it should be, or as a number, which is refused with
/// its path once all of the file has been read.
pub enum Written {
    /// In quotes.
    Text(String),
    /// As a number.
    Number(String),
}

impl<'de> Deserialize<'de> for Written {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        reader.deserialize_any(WrittenVisitor)
    }
}

struct WrittenVisitor;

impl Visitor<'_> for WrittenVisitor {
    type Value = Written;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a decimal in quotes, such as \"30.00\"")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Written, E> {
        Ok(Written::Text(text.to_owned()))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Written, E> {
        Ok(Written::Number(format!("{number:?}")))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Written, E> {
        Ok(Written::Number(number.to_string()))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Written, E> {
        Ok(Written::Number(number.to_string()))
    }
}
