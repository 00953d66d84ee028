//! JSON byte by byte: where a value ends, and the first byte that cannot stand where it does.
//!
//! Knows the grammar of RFC 8259; must not know what any key means. It exists beside serde_json
//! because text arrives in chunks, in the middle of other text, and what is wrong has to be said
//! where it stands and without giving up what follows. It never recurses, so depth costs a byte a
//! level and no stack.

/// The deepest nesting that is read. A response has about six levels.
pub const DEEPEST: usize = 128;

/// What could not stand where it did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A value was expected.
    Value,
    /// A key in double quotes, or the end of the object, was expected.
    Key,
    /// A colon after a key was expected.
    Colon,
    /// A comma or the end of the object was expected.
    ObjectNext,
    /// A comma or the end of the array was expected.
    ArrayNext,
    /// A line ends within a string.
    LineInString,
    /// A backslash before something that cannot follow it.
    Escape,
    /// A number that is not written as JSON writes numbers.
    Number,
    /// More than [`DEEPEST`] levels.
    TooDeep,
}

#[derive(Clone, Copy, PartialEq)]
enum Open {
    Object,
    Array,
}

#[derive(Clone, Copy)]
enum State {
    Value,
    ValueOrEnd,
    Key,
    KeyOrEnd,
    Colon,
    Next,
    Text { key: bool },
    Escaped { key: bool },
    Hex { key: bool, left: u8 },
    Number(Digits),
    Word(&'static [u8]),
}

/// How far a number has been read, and so what may follow.
#[derive(Clone, Copy)]
enum Digits {
    Sign,
    Zero,
    Whole,
    Point,
    Fraction,
    Exponent,
    ExponentSign,
    Power,
}

/// A value that is being read, from its first bracket on.
pub struct Grammar {
    open: Vec<Open>,
    state: State,
}

impl Grammar {
    /// After the `{` of an object.
    pub fn object() -> Self {
        Self {
            open: vec![Open::Object],
            state: State::KeyOrEnd,
        }
    }

    /// How many brackets are open.
    pub fn depth(&self) -> usize {
        self.open.len()
    }

    /// Whether a string is open.
    pub fn in_text(&self) -> bool {
        matches!(
            self.state,
            State::Text { .. } | State::Escaped { .. } | State::Hex { .. }
        )
    }

    /// Whether a string is open and the next byte may end it: no escape is.
    pub fn in_plain_text(&self) -> bool {
        matches!(self.state, State::Text { .. })
    }

    /// Whether nothing but the opening bracket has been read.
    pub fn has_just_begun(&self) -> bool {
        self.depth() == 1 && matches!(self.state, State::KeyOrEnd)
    }

    /// Takes the next byte; true where it ends the value.
    ///
    /// # Errors
    /// The byte cannot stand here.
    pub fn take(&mut self, byte: u8) -> Result<bool, Fault> {
        match self.state {
            State::Text { .. } | State::Escaped { .. } | State::Hex { .. } => {
                self.in_string(byte)?
            }
            State::Number(digits) => return self.in_number(digits, byte),
            State::Word(rest) => self.in_word(rest, byte)?,
            _ if matches!(byte, b' ' | b'\t' | b'\r' | b'\n') => {}
            _ => return self.between(byte),
        }
        Ok(false)
    }

    fn between(&mut self, byte: u8) -> Result<bool, Fault> {
        match (self.state, byte) {
            (State::Next, b',') => {
                self.state = match self.open.last() {
                    Some(Open::Array) => State::Value,
                    _ => State::Key,
                };
            }
            (State::Next | State::KeyOrEnd, b'}') if self.open.last() == Some(&Open::Object) => {
                return Ok(self.close());
            }
            (State::Next | State::ValueOrEnd, b']') if self.open.last() == Some(&Open::Array) => {
                return Ok(self.close());
            }
            (State::Key | State::KeyOrEnd, b'"') => self.state = State::Text { key: true },
            (State::Colon, b':') => self.state = State::Value,
            (State::Value | State::ValueOrEnd, _) => self.value(byte)?,
            _ => return Err(self.expected()),
        }
        Ok(false)
    }

    fn value(&mut self, byte: u8) -> Result<(), Fault> {
        self.state = match byte {
            b'{' => self.enter(Open::Object)?,
            b'[' => self.enter(Open::Array)?,
            b'"' => State::Text { key: false },
            b'-' => State::Number(Digits::Sign),
            b'0' => State::Number(Digits::Zero),
            b'1'..=b'9' => State::Number(Digits::Whole),
            b't' => State::Word(b"rue"),
            b'f' => State::Word(b"alse"),
            b'n' => State::Word(b"ull"),
            _ => return Err(Fault::Value),
        };
        Ok(())
    }

    fn enter(&mut self, open: Open) -> Result<State, Fault> {
        if self.open.len() == DEEPEST {
            return Err(Fault::TooDeep);
        }
        self.open.push(open);
        Ok(match open {
            Open::Object => State::KeyOrEnd,
            Open::Array => State::ValueOrEnd,
        })
    }

    fn close(&mut self) -> bool {
        self.open.pop();
        self.state = State::Next;
        self.open.is_empty()
    }

    fn expected(&self) -> Fault {
        match (self.state, self.open.last()) {
            (State::Key | State::KeyOrEnd, _) => Fault::Key,
            (State::Colon, _) => Fault::Colon,
            (State::Next, Some(Open::Object)) => Fault::ObjectNext,
            (State::Next, _) => Fault::ArrayNext,
            _ => Fault::Value,
        }
    }

    fn in_string(&mut self, byte: u8) -> Result<(), Fault> {
        self.state = match (self.state, byte) {
            (State::Text { .. }, 0..0x20) => return Err(Fault::LineInString),
            (State::Text { key: true }, b'"') => State::Colon,
            (State::Text { key: false }, b'"') => State::Next,
            (State::Text { key }, b'\\') => State::Escaped { key },
            (State::Escaped { key }, b'u') => State::Hex { key, left: 4 },
            (State::Escaped { key }, _) if br#""\/bfnrt"#.contains(&byte) => State::Text { key },
            (State::Hex { key, left: 1 }, _) if byte.is_ascii_hexdigit() => State::Text { key },
            (State::Hex { key, left }, _) if byte.is_ascii_hexdigit() => State::Hex {
                key,
                left: left - 1,
            },
            (State::Text { key }, _) => State::Text { key },
            _ => return Err(Fault::Escape),
        };
        Ok(())
    }

    fn in_word(&mut self, rest: &'static [u8], byte: u8) -> Result<(), Fault> {
        match rest.split_first() {
            Some((first, rest)) if *first == byte => {
                self.state = match rest {
                    [] => State::Next,
                    _ => State::Word(rest),
                };
                Ok(())
            }
            _ => Err(Fault::Value),
        }
    }

    fn in_number(&mut self, digits: Digits, byte: u8) -> Result<bool, Fault> {
        use Digits::*;
        let next = match (digits, byte) {
            (Sign, b'0') => Zero,
            (Sign, b'1'..=b'9') | (Whole, b'0'..=b'9') => Whole,
            (Zero | Whole, b'.') => Point,
            (Point | Fraction, b'0'..=b'9') => Fraction,
            (Zero | Whole | Fraction, b'e' | b'E') => Exponent,
            (Exponent, b'+' | b'-') => ExponentSign,
            (Exponent | ExponentSign | Power, b'0'..=b'9') => Power,
            (Zero | Whole | Fraction | Power, _) if !byte.is_ascii_alphanumeric() => {
                self.state = State::Next;
                return self.take(byte);
            }
            _ => return Err(Fault::Number),
        };
        self.state = State::Number(next);
        Ok(false)
    }
}

#[cfg(test)]
mod tests {
    use super::{DEEPEST, Fault, Grammar};

    /// The byte at which the object ends, or what cannot stand at which byte.
    fn read(text: &str) -> Result<Option<usize>, (usize, Fault)> {
        let mut grammar = Grammar::object();
        for (at, byte) in text.bytes().enumerate().skip(1) {
            if grammar.take(byte).map_err(|fault| (at, fault))? {
                return Ok(Some(at));
            }
        }
        Ok(None)
    }

    #[test]
    fn ends_with_its_bracket() {
        for whole in [
            "{}",
            r#"{"a":1}"#,
            r#"{ "a" : [ ] , "b" : [ {} , null , true , false ] }"#,
            r#"{"a":"}\"{\\\u00e4","b":-0.5e+10,"c":[0,1E2]}"#,
        ] {
            assert_eq!(read(whole), Ok(Some(whole.len() - 1)), "{whole}");
            assert_eq!(read(&whole[..whole.len() - 1]), Ok(None), "{whole}");
        }
    }

    #[test]
    fn says_what_cannot_stand_where() {
        for (text, at, fault) in [
            ("{'a'", 1, Fault::Key),
            (r#"{"a":1,}"#, 7, Fault::Key),
            (r#"{"a" 1"#, 5, Fault::Colon),
            (r#"{"a":,"#, 5, Fault::Value),
            (r#"{"a":None"#, 5, Fault::Value),
            (r#"{"a":nil"#, 6, Fault::Value),
            (r#"{"a":1 "b""#, 7, Fault::ObjectNext),
            (r#"{"a":[1 2"#, 8, Fault::ArrayNext),
            (r#"{"a":[1}"#, 7, Fault::ArrayNext),
            (r#"{"a":01"#, 6, Fault::Number),
            (r#"{"a":1.}"#, 7, Fault::Number),
            (r#"{"a":-}"#, 6, Fault::Number),
            ("{\"a\":\"b\nc", 7, Fault::LineInString),
            (r#"{"a":"\x"#, 7, Fault::Escape),
            (r#"{"a":"\u12g"#, 10, Fault::Escape),
        ] {
            assert_eq!(read(text), Err((at, fault)), "{text}");
        }
    }

    #[test]
    fn depth_has_a_bound() {
        let deep = |levels: usize| format!("{{\"a\":{}", "[".repeat(levels));
        assert_eq!(read(&deep(DEEPEST - 1)), Ok(None));
        assert_eq!(read(&deep(DEEPEST)), Err((DEEPEST + 4, Fault::TooDeep)));
    }
}
