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

/// The way out of most faults.
const TYPE_IT: &str = "or type its width and height instead.";

impl fmt::Display for FileFault {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match *self {
            Self::Empty => write!(
                f,
                "is empty: it has 0 bytes. Choose another file, {TYPE_IT}"
            ),
            Self::Unreadable => {
                write!(
                    f,
                    "could not be opened: it may have been moved. Choose it again, {TYPE_IT}"
                )
            }
            Self::TooLarge { bytes, task } => {
                write!(
                    f,
                    "has {}: {}. Save it smaller, {TYPE_IT}",
                    megabytes(bytes),
                    most_words(task)
                )
            }
            Self::Kind { kind, task } => {
                write!(
                    f,
                    "is {kind}: {}. Save it as one of these, {TYPE_IT}",
                    kinds_words(task)
                )
            }
            Self::CutShort { kind, bytes } => write!(
                f,
                "began as {kind} and ends after {}, before its dimensions. Choose a whole copy, {TYPE_IT}",
                bytes_words(bytes)
            ),
            Self::Damaged { kind } => write!(
                f,
                "began as {kind}, but its header is damaged and tells no dimensions. Save it again, {TYPE_IT}"
            ),
            Self::TooFar { kind, read } => write!(
                f,
                "is {kind} whose dimensions do not stand in its first {}. Save it without metadata, {TYPE_IT}",
                bytes_words(read)
            ),
            Self::NoPixels { width, height } => write!(
                f,
                "says that it is {width} x {height} pixels: an edge has at least 1. Save it again, {TYPE_IT}"
            ),
            Self::LongEdge { width, height } => write!(
                f,
                "is {} x {} pixels: edges of at most {} are counted here. Save it smaller.",
                count(width.into()),
                count(height.into()),
                count(LONGEST_EDGE.into())
            ),
        }
    }
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
    let length = name.chars().count();
    if length <= MOST {
        return name.to_owned();
    }
    let half = MOST / 2;
    let (start, end) = (
        name.chars().take(half),
        name.chars().skip(length - half + 1),
    );
    start.chain(['…']).chain(end).collect()
}
