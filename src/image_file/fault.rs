//! Why a file is not taken, in a sentence: its name, what was found, the bound, the way out.
//!
//! Knows the words; must not know when each applies.

use super::FileKind;
use crate::money::grouped;
use crate::scenario::Task;
use crate::size::LONGEST_EDGE;
use rust_decimal::Decimal;
use std::fmt;

/// A file that is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileError {
    /// Its name, shortened.
    pub name: String,
    /// What is wrong with it.
    pub fault: FileFault,
}

impl FileError {
    /// What is wrong with the file of this name.
    pub fn new(name: &str, fault: FileFault) -> Self {
        Self {
            name: shortened(name),
            fault,
        }
    }
}

/// What is wrong with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// It has no bytes.
    Empty,
    /// It could not be opened.
    Unreadable,
    /// It has too many bytes for the task.
    TooLarge {
        /// Its bytes.
        bytes: u64,
        /// What the request does.
        task: Task,
    },
    /// It is of a kind that the task does not take.
    Kind {
        /// The kind.
        kind: FileKind,
        /// What the request does.
        task: Task,
    },
    /// It ends inside its header.
    CutShort {
        /// What it began as.
        kind: FileKind,
        /// Its bytes.
        bytes: u64,
    },
    /// Its header contradicts its format.
    Damaged {
        /// What it began as.
        kind: FileKind,
    },
    /// Its dimensions do not stand among the bytes that were read.
    TooFar {
        /// What it is.
        kind: FileKind,
        /// Bytes that were read.
        read: u64,
    },
    /// Its header says an edge of 0.
    NoPixels {
        /// In pixels.
        width: u32,
        /// In pixels.
        height: u32,
    },
    /// Its header says an edge above [`LONGEST_EDGE`].
    LongEdge {
        /// In pixels.
        width: u32,
        /// In pixels.
        height: u32,
    },
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "“{}” {}", self.name, self.fault)
    }
}

impl std::error::Error for FileError {}

impl fmt::Display for FileFault {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}. {}", self.found(), self.way_out())?;
        match self {
            Self::LongEdge { .. } => f.write_str("."),
            _ => f.write_str(", or type its width and height instead."),
        }
    }
}

impl FileFault {
    /// What was found, and the bound.
    fn found(&self) -> String {
        match *self {
            Self::Empty => "is empty: it has 0 bytes".into(),
            Self::Unreadable => "could not be opened: it may have been moved".into(),
            Self::TooLarge { bytes, task } => {
                format!("has {}: {}", megabytes(bytes), most_words(task))
            }
            Self::Kind { kind, task } => format!("is {kind}: {}", kinds_words(task)),
            Self::CutShort { kind, bytes } => {
                let bytes = bytes_words(bytes);
                format!("began as {kind} and ends after {bytes}, before its dimensions")
            }
            Self::Damaged { kind } => {
                format!("began as {kind}, but its header is damaged and tells no dimensions")
            }
            Self::TooFar { kind, read } => {
                let read = bytes_words(read);
                format!("is {kind} whose dimensions do not stand in its first {read}")
            }
            Self::NoPixels { width, height } => {
                format!("says that it is {width} x {height} pixels: an edge has at least 1")
            }
            Self::LongEdge { width, height } => long_edge_words(width, height),
        }
    }

    /// What to do, beside typing its dimensions.
    const fn way_out(&self) -> &'static str {
        match self {
            Self::Empty => "Choose another file",
            Self::Unreadable => "Choose it again",
            Self::TooLarge { .. } | Self::LongEdge { .. } => "Save it smaller",
            Self::Kind { .. } => "Save it as one of these",
            Self::CutShort { .. } => "Choose a whole copy",
            Self::Damaged { .. } | Self::NoPixels { .. } => "Save it again",
            Self::TooFar { .. } => "Save it without metadata",
        }
    }
}

fn long_edge_words(width: u32, height: u32) -> String {
    let [width, height, most] = [width, height, LONGEST_EDGE].map(|edge| count(edge.into()));
    format!("is {width} x {height} pixels: edges of at most {most} are counted here")
}

fn count(number: u64) -> String {
    grouped(Decimal::from(number))
}

fn bytes_words(bytes: u64) -> String {
    let unit = if bytes == 1 { "byte" } else { "bytes" };
    format!("{} {unit}", count(bytes))
}

/// Megabytes of a million bytes, to a tenth, rounded down.
fn megabytes(bytes: u64) -> String {
    format!(
        "{} MB",
        grouped((Decimal::from(bytes / 100_000) / Decimal::TEN).normalize())
    )
}

fn most_words(task: Task) -> &'static str {
    match task {
        Task::Analyze => "an analysis takes at most 512 MB",
        Task::Generate | Task::Edit => "an edit takes images of less than 50 MB",
    }
}

fn kinds_words(task: Task) -> &'static str {
    match task {
        Task::Analyze => "an analysis takes PNG, JPEG, WebP and GIF",
        Task::Generate | Task::Edit => "an edit takes PNG, JPEG and WebP",
    }
}

/// A name with its middle left out where it is long: its beginning and its ending tell it apart.
pub(super) fn shortened(name: &str) -> String {
    const MOST: usize = 40;
    let mut places = name.char_indices().map(|(place, _)| place);
    match (places.clone().nth(MOST / 2), places.nth_back(MOST / 2 - 2)) {
        (Some(start), Some(end)) if name.chars().count() > MOST => {
            [&name[..start], "…", &name[end..]].concat()
        }
        _ => name.to_owned(),
    }
}
