//! What stands around the objects of a text: transcripts, headers, prefixes of a log.
//!
//! Knows which lines say something of their own; must not know JSON beyond its brackets.

/// What stood around the objects.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// Lines that held something else.
    pub lines: u64,
    /// The first of them: its line, and how it begins.
    pub first: Option<(u64, String)>,
}

/// What frames an object in a stream of events.
const FRAMES: [&str; 5] = ["data:", "event:", "id:", "retry:", ":"];

impl Around {
    /// Notes what stood on a line beside its objects, unless it only framed or closed them.
    pub(super) fn line(&mut self, line: u64, head: &[u8]) {
        let text = String::from_utf8_lossy(head.trim_ascii()).into_owned();
        let framing = FRAMES.iter().any(|frame| text.starts_with(frame));
        let closing = text.bytes().all(|byte| b"]}),; ".contains(&byte));
        if !framing && !closing {
            self.lines += 1;
            self.first.get_or_insert((line, text));
        }
    }
}
