//! A stream of text in, JSON objects out: chunk by chunk, from whatever stands around them.
//!
//! Takes objects one after another, one a line, in an array, as `data:` lines of a stream, or
//! within a transcript. Knows where an object begins and ends; must not know what is in it.

use super::around::Around;
use super::grammar::{Fault, Grammar};
use super::place::Place;
use super::problem::{Problem, ProblemKind};
use std::collections::VecDeque;

/// The longest object that is read, in bytes: four times the largest image in a response.
pub const LONGEST: usize = 64 * 1024 * 1024;

/// So much of a line that is no JSON is kept, to say what it was.
const HEAD: usize = 48;

/// One object, as it stands in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Every character of it.
    pub text: String,
    /// Where it begins.
    pub at: Place,
}

/// Reads objects from text that is fed to it in chunks of any size.
///
/// ```
/// use pixelbill::usage::Reader;
/// let mut reader = Reader::new();
/// reader.feed(b"{\"usage\": {\"output_to");
/// assert!(reader.next().is_none());
/// reader.feed(b"kens\": 196}}\n{}");
/// assert!(reader.next().is_some_and(|found| found.is_ok()));
/// ```
pub struct Reader {
    mode: Mode,
    place: Place,
    /// What stands before the present place on its line and is no part of an object.
    head: Vec<u8>,
    arrays: Vec<Array>,
    ready: VecDeque<Result<Piece, Problem>>,
    found: u64,
    around: Around,
}

struct Array {
    at: Place,
    empty: bool,
}

enum Mode {
    Between,
    Inside(Began),
    /// After a fault: until a line on which an object may begin.
    Skipping {
        any_line: bool,
    },
    /// It is a web page; nothing more is read.
    Refused,
}

struct Began {
    grammar: Grammar,
    bytes: Vec<u8>,
    at: Place,
    /// Whether something else stands before it on its line.
    noisy: bool,
}

impl Default for Reader {
    fn default() -> Self {
        Self::new()
    }
}

impl Reader {
    /// A reader that has read nothing.
    pub fn new() -> Self {
        Self {
            mode: Mode::Between,
            place: Place::START,
            head: Vec::new(),
            arrays: Vec::new(),
            ready: VecDeque::new(),
            found: 0,
            around: Around::default(),
        }
    }

    /// Reads on.
    pub fn feed(&mut self, bytes: &[u8]) {
        let mut rest = bytes;
        while let Some((&byte, after)) = rest.split_first() {
            let run = self.plain_run(rest);
            rest = if run > 0 { &rest[run..] } else { after };
            if run == 0 {
                self.take(byte);
                self.place = self.place.after(byte);
            }
        }
    }

    /// The next object, or the next thing that is wrong; none where more text is needed.
    #[allow(clippy::should_implement_trait, reason = "more may come after none")]
    pub fn next(&mut self) -> Option<Result<Piece, Problem>> {
        self.ready.pop_front()
    }

    /// Says that no more text comes.
    pub fn finish(&mut self) {
        while let Mode::Inside(began) = std::mem::replace(&mut self.mode, Mode::Between) {
            if !(began.noisy && began.grammar.has_just_begun()) {
                let kind = ProblemKind::Cut {
                    began: began.at,
                    open: began.grammar.depth(),
                    in_text: began.grammar.in_text(),
                };
                self.problem(self.place, kind);
                self.arrays.clear();
            }
            self.salvage(&began.bytes, began.at);
        }
        self.end_line();
        if let Some(array) = self.arrays.pop() {
            let kind = ProblemKind::ArrayCut { began: array.at };
            self.problem(self.place, kind);
        }
        self.mode = Mode::Refused;
        if self.found == 0 {
            let head = self.around.first.clone().map(|(_, head)| head);
            let at = self.around.first.as_ref().map_or(1, |first| first.0);
            let at = Place {
                line: at,
                column: 1,
            };
            self.problem(at, ProblemKind::NoObject(head));
        }
    }

    /// What stood around the objects so far.
    pub fn around(&self) -> &Around {
        &self.around
    }

    /// Takes at once what cannot end a string, and says how many bytes that were: images are
    /// megabytes of it.
    fn plain_run(&mut self, bytes: &[u8]) -> usize {
        let Mode::Inside(began) = &mut self.mode else {
            return 0;
        };
        if !began.grammar.in_plain_text() {
            return 0;
        }
        let ends = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..0x20);
        let room = LONGEST.saturating_sub(began.bytes.len());
        let run = bytes.iter().position(ends).unwrap_or(bytes.len()).min(room);
        let run = &bytes[..run];
        began.bytes.extend_from_slice(run);
        let characters = run.iter().filter(|byte| !(0x80..=0xBF).contains(*byte));
        self.place.column += characters.count() as u64;
        run.len()
    }

    fn take(&mut self, byte: u8) {
        match &mut self.mode {
            Mode::Between => self.between(byte),
            Mode::Inside(_) => self.inside(byte),
            Mode::Skipping { any_line } => {
                let begins = self.place.column == 1 && (*any_line || b"{[d".contains(&byte));
                if begins {
                    self.mode = Mode::Between;
                    self.between(byte);
                }
            }
            Mode::Refused => {}
        }
    }

    fn between(&mut self, byte: u8) {
        let clean = self.head.is_empty();
        match byte {
            b'\n' => self.end_line(),
            b' ' | b'\t' | b'\r' if clean => {}
            b',' if clean => {}
            b'[' if clean => self.arrays.push(Array {
                at: self.place,
                empty: true,
            }),
            b']' if clean && !self.arrays.is_empty() => {
                self.arrays.pop();
            }
            b'{' => self.begin(),
            0xEF | 0xBB | 0xBF if self.place.line == 1 && clean => {}
            _ => self.noise(byte),
        }
    }

    fn begin(&mut self) {
        if let Some(array) = self.arrays.last_mut() {
            array.empty = false;
        }
        let head = std::mem::take(&mut self.head);
        self.mode = Mode::Inside(Began {
            grammar: Grammar::object(),
            bytes: vec![b'{'],
            at: self.place,
            noisy: !(head.is_empty() || head.trim_ascii() == b"data:"),
        });
    }

    /// Something that is no object: part of a line to be left out.
    fn noise(&mut self, byte: u8) {
        match self.arrays.last() {
            Some(array) if array.empty && array.at.line == self.place.line => {
                // `[DONE]`, `[5 bytes data]`, `[2026-11-20 …]`: no array after all.
                self.arrays.pop();
                self.head.push(b'[');
            }
            Some(_) if self.head.is_empty() => {
                let kind = ProblemKind::ArrayItem(char_of(byte));
                self.problem(self.place, kind);
                self.arrays.clear();
                self.mode = Mode::Skipping { any_line: true };
                return;
            }
            _ => {}
        }
        if self.head.len() < HEAD {
            self.head.push(byte);
        }
        let page = matches!(&self.head[..], [b'<', second] if second.is_ascii_alphabetic() || *second == b'!');
        if page && self.found == 0 {
            let at = self.place;
            self.problem(at, ProblemKind::WebPage);
            self.mode = Mode::Refused;
        }
    }

    fn end_line(&mut self) {
        let head = std::mem::take(&mut self.head);
        self.around.line(self.place.line, &head);
    }

    fn inside(&mut self, byte: u8) {
        let Mode::Inside(began) = &mut self.mode else {
            return;
        };
        began.bytes.push(byte);
        if began.bytes.len() > LONGEST {
            let at = began.at;
            return self.give_up(at, ProblemKind::TooLong, byte, false);
        }
        let just_begun = began.grammar.has_just_begun();
        match began.grammar.take(byte) {
            Ok(false) => {}
            Ok(true) => self.end(),
            Err(_) if just_begun && (began.noisy || byte == b'[') => {
                // A bracket within other text, as in `{ [5 bytes data]`.
                self.mode = Mode::Between;
                self.head = vec![b'{'];
                self.between(byte);
            }
            Err(fault) => {
                let any_line = began.at.line == self.place.line;
                self.give_up(self.place, grammar_kind(fault, byte), byte, any_line);
            }
        }
    }

    fn end(&mut self) {
        let Mode::Inside(began) = std::mem::replace(&mut self.mode, Mode::Between) else {
            return;
        };
        match String::from_utf8(began.bytes) {
            Ok(text) => {
                self.found += 1;
                self.ready.push_back(Ok(Piece { text, at: began.at }));
            }
            Err(_) => self.problem(began.at, ProblemKind::NotUtf8),
        }
    }

    /// Reports a fault and goes on where an object may begin: at this very byte where it stands
    /// first on its line, as in a log whose line before was cut.
    fn give_up(&mut self, at: Place, kind: ProblemKind, byte: u8, any_line: bool) {
        self.problem(at, kind);
        self.arrays.clear();
        let skipping = Mode::Skipping { any_line };
        if let Mode::Inside(mut began) = std::mem::replace(&mut self.mode, skipping) {
            began.bytes.pop();
            self.salvage(&began.bytes, began.at);
        }
        self.take(byte);
    }

    /// Reads again from the second line of a broken object that begins as an object does: a line
    /// that was cut after its colon must not take the next one with it. Each line is read at most
    /// as often as brackets can be open.
    fn salvage(&mut self, bytes: &[u8], at: Place) {
        let Some(end) = bytes.windows(2).position(|pair| pair == b"\n{") else {
            return;
        };
        let here = self.place;
        let lines = bytes[..end].iter().filter(|byte| **byte == b'\n').count();
        self.place = Place {
            line: at.line + lines as u64 + 1,
            column: 1,
        };
        self.mode = Mode::Between;
        self.feed(&bytes[end + 1..]);
        self.place = here;
    }

    fn problem(&mut self, at: Place, kind: ProblemKind) {
        self.found += 1;
        self.ready.push_back(Err(Problem { at, kind }));
    }
}

fn char_of(byte: u8) -> Option<char> {
    (byte.is_ascii_graphic()).then_some(byte as char)
}

fn grammar_kind(fault: Fault, byte: u8) -> ProblemKind {
    ProblemKind::Grammar(fault, char_of(byte))
}
