//! One JSON object, taken apart where it is well formed: keys, values, and where they stand.
//!
//! Knows how JSON is written; must not know what any key means. Values stay text until they are
//! asked for, so that megabytes of an image cost nothing and no number ever becomes a float.

use super::place::Place;
use super::problem::{CountFault, MOST_TOKENS, Problem, ProblemKind};
use super::reader::Piece;

/// A value within a piece.
#[derive(Clone, Copy)]
pub struct Value<'a> {
    piece: &'a Piece,
    /// Its own text, without white space around it.
    text: &'a str,
    /// Where it begins in the piece, in bytes.
    start: usize,
}

/// An object within a piece, with the path to it: `usage.input_tokens_details`.
pub struct Object<'a> {
    path: String,
    entries: Vec<(String, Value<'a>)>,
}

impl<'a> Value<'a> {
    /// The whole of a piece.
    pub fn of(piece: &'a Piece) -> Self {
        Self {
            piece,
            text: &piece.text,
            start: 0,
        }
    }

    /// Every character of it.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// Where it stands in all that was pasted.
    pub fn place(&self) -> Place {
        self.piece.at.after_all(&self.piece.text[..self.start])
    }

    /// Whether it is `null`.
    pub fn is_null(&self) -> bool {
        self.text == "null"
    }

    /// Its string; none where it is none.
    pub fn string(&self) -> Option<String> {
        self.text
            .starts_with('"')
            .then(|| serde_json::from_str(self.text).ok())?
    }

    /// Its items; none where it is no array.
    pub fn items(&self) -> Option<Vec<Value<'a>>> {
        self.text.starts_with('[').then(|| self.parts())
    }

    /// Its keys and values; none where it is no object.
    pub fn object(&self, path: &str) -> Option<Object<'a>> {
        if !self.text.starts_with('{') {
            return None;
        }
        let parts = self.parts();
        let pairs = parts.chunks_exact(2);
        let entries = pairs.map(|pair| (pair[0].string().unwrap_or_default(), pair[1]));
        Some(Object {
            path: path.to_owned(),
            entries: entries.collect(),
        })
    }

    /// What it is, in words.
    pub fn kind(&self) -> &'static str {
        match self.text.bytes().next() {
            Some(b'{') => "an object",
            Some(b'[') => "an array",
            Some(b'"') => "text",
            Some(b't' | b'f') => "true or false",
            Some(b'n') => "null",
            _ => "a number",
        }
    }

    /// A problem that stands here.
    pub fn problem(&self, kind: ProblemKind) -> Problem {
        Problem {
            at: self.place(),
            kind,
        }
    }

    /// What stands between the brackets and is separated by commas and colons.
    fn parts(&self) -> Vec<Value<'a>> {
        let bytes = self.text.as_bytes();
        let (mut parts, mut depth, mut from, mut at) = (Vec::new(), 0_usize, 1, 1);
        while at < bytes.len() {
            match bytes[at] {
                b'"' => at = end_of_string(bytes, at),
                b'{' | b'[' => depth += 1,
                b',' | b':' if depth == 0 => {
                    parts.push(self.part(from, at));
                    from = at + 1;
                }
                b'}' | b']' if depth == 0 => {
                    parts.push(self.part(from, at));
                    break;
                }
                b'}' | b']' => depth -= 1,
                _ => {}
            }
            at += 1;
        }
        parts.retain(|part| !part.text.is_empty());
        parts
    }

    fn part(&self, from: usize, to: usize) -> Value<'a> {
        let text = &self.text[from..to];
        let start = self.start + from + (text.len() - text.trim_start().len());
        Value {
            piece: self.piece,
            text: text.trim(),
            start,
        }
    }
}

/// The closing quote of the string that opens at `at`.
fn end_of_string(bytes: &[u8], at: usize) -> usize {
    let mut at = at + 1;
    while at < bytes.len() && bytes[at] != b'"' {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    at
}

impl<'a> Object<'a> {
    /// The value of a key; none where it is missing or `null`.
    ///
    /// # Errors
    /// The key stands twice.
    pub fn get(&self, key: &str) -> Result<Option<Value<'a>>, Problem> {
        let mut found = self.entries.iter().filter(|(name, _)| name == key);
        let Some((_, value)) = found.next() else {
            return Ok(None);
        };
        if let Some((_, second)) = found.next() {
            let kind = ProblemKind::Twice(self.path_of(key), value.place());
            return Err(second.problem(kind));
        }
        Ok(Some(*value).filter(|value| !value.is_null()))
    }

    /// Whether a key stands in it, whatever it holds.
    pub fn has(&self, key: &str) -> bool {
        self.entries.iter().any(|(name, _)| name == key)
    }

    /// Its keys, in their order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|(name, _)| name.as_str())
    }

    /// A key as messages name it.
    pub fn path_of(&self, key: &str) -> String {
        match self.path.as_str() {
            "" => key.to_owned(),
            path => format!("{path}.{key}"),
        }
    }

    /// The object under a key.
    ///
    /// # Errors
    /// The key stands twice, or holds something else.
    pub fn object(&self, key: &str) -> Result<Option<Object<'a>>, Problem> {
        let Some(value) = self.get(key)? else {
            return Ok(None);
        };
        let path = self.path_of(key);
        match value.object(&path) {
            Some(object) => Ok(Some(object)),
            None => Err(value.problem(ProblemKind::Kind(
                path,
                value.kind(),
                "an object in { and }",
            ))),
        }
    }

    /// The string under a key; none where it is missing or something else.
    ///
    /// # Errors
    /// The key stands twice.
    pub fn string(&self, key: &str) -> Result<Option<String>, Problem> {
        Ok(self.get(key)?.and_then(|value| value.string()))
    }

    /// The count under a key, read digit by digit.
    ///
    /// # Errors
    /// The key stands twice, or holds no whole number from 0 to [`MOST_TOKENS`].
    pub fn count(&self, key: &str) -> Result<Option<u64>, Problem> {
        let Some(value) = self.get(key)? else {
            return Ok(None);
        };
        let refuse = |fault| {
            let given = shortened(value.text);
            Err(value.problem(ProblemKind::Count(self.path_of(key), given, fault)))
        };
        let digits = value.text.bytes().all(|byte| byte.is_ascii_digit());
        match value.text.parse::<u64>() {
            Ok(count) if digits && count <= MOST_TOKENS => Ok(Some(count)),
            _ if digits => refuse(CountFault::TooLarge),
            _ => refuse(fault_of(value.text)),
        }
    }
}

fn fault_of(text: &str) -> CountFault {
    match text.bytes().next() {
        Some(b'"') => CountFault::Text,
        Some(b'-') => CountFault::Negative,
        Some(b'0'..=b'9') => CountFault::NotWhole,
        _ => CountFault::NoNumber,
    }
}

fn shortened(text: &str) -> String {
    const MOST: usize = 24;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    text.chars().take(MOST - 1).chain(['…']).collect()
}
