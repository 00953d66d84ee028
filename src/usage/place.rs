//! Where something stands in a text: line and column, as an editor counts them.
//!
//! Knows UTF-8 and line ends; must not know JSON.

use std::fmt;

/// A place in a text; both count from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The line, from 1.
    pub line: u64,
    /// The character of the line, from 1.
    pub column: u64,
}

impl Place {
    /// The first character of a text.
    pub const START: Self = Self { line: 1, column: 1 };

    /// The place after a byte that stands here. Bytes that continue a character add nothing.
    pub const fn after(self, byte: u8) -> Self {
        match byte {
            b'\n' => Self {
                line: self.line + 1,
                column: 1,
            },
            0x80..=0xBF => self,
            _ => Self {
                line: self.line,
                column: self.column + 1,
            },
        }
    }

    /// The place after a text that begins here.
    pub fn after_all(self, text: &str) -> Self {
        text.bytes().fold(self, Self::after)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)
    }
}

#[cfg(test)]
mod tests {
    use super::Place;

    #[test]
    fn columns_count_characters() {
        let place = Place::START.after_all("a\näö");
        assert_eq!(place, Place { line: 2, column: 3 });
        assert_eq!(place.to_string(), "line 2, column 3");
    }
}
