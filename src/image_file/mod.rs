//! Image files that a person chooses or drops: their width and height, from their first bytes.
//!
//! Knows what PNG, JPEG, WebP and GIF files begin with and which files a request takes; must not
//! know tokens, prices or how a file is opened. Nothing is decoded and nothing is kept but the
//! dimensions.

mod exif;
mod fault;
mod fixed;
mod intake;
mod jpeg;
mod kind;

pub use fault::{FileError, FileFault};
pub use intake::{Intake, Taken};
pub use kind::FileKind;

use crate::scenario::Task;
use crate::size::{LONGEST_EDGE, Size};

/// So many bytes of a file are read first, and are enough for nearly all: a JPEG may carry a
/// preview and a colour profile before its dimensions.
pub const PREFIX: usize = 256 * 1024;

/// The most bytes that are read of a file whose dimensions stand behind more than that.
pub const LONGEST_PREFIX: usize = 4 * 1024 * 1024;

/// A file before it is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct File<'a> {
    /// Its name, without folders.
    pub name: &'a str,
    /// All its bytes.
    pub bytes: u64,
}

impl File<'_> {
    /// Judges the file by what is known before it is opened.
    ///
    /// # Errors
    /// It is empty, or larger than a request of this task takes.
    pub fn check(&self, task: Task) -> Result<(), FileError> {
        let fault = match self.bytes {
            0 => FileFault::Empty,
            bytes if !fits(bytes, task) => FileFault::TooLarge { bytes, task },
            _ => return Ok(()),
        };
        Err(FileError::new(self.name, fault))
    }

    /// How many of the first bytes to read next, where `prefix` ends before the dimensions and
    /// more may be read; none where it tells all that the file will tell.
    pub fn more(&self, prefix: &[u8], task: Task) -> Option<usize> {
        let too_far = matches!(self.read(prefix, task), Err(FileFault::TooFar { .. }));
        let next = (prefix.len() * 4).clamp(PREFIX, LONGEST_PREFIX);
        (too_far && next > prefix.len()).then_some(next)
    }

    /// Width and height, from the first bytes of the file ([`PREFIX`] of them, as many as
    /// [`Self::more`] wants, or all).
    ///
    /// A photo whose EXIF orientation turns it by a quarter has its edges exchanged, as it is
    /// shown. Whether the API counts the edges as stored or as shown is not known, and does not
    /// matter: no rule that counts patches or tiles asks which edge is the width.
    ///
    /// # Errors
    /// The file is refused by [`Self::check`], is no image, is an image of a kind that the task
    /// does not take, ends inside its header, or has edges outside 1 to 65,535 pixels.
    pub fn size(&self, prefix: &[u8], task: Task) -> Result<Size, FileError> {
        self.check(task)?;
        self.read(prefix, task)
            .map_err(|fault| FileError::new(self.name, fault))
    }

    fn read(&self, prefix: &[u8], task: Task) -> Result<Size, FileFault> {
        if prefix.is_empty() {
            return Err(FileFault::Unreadable);
        }
        let kind = FileKind::of(prefix);
        if !kind.is_taken(task) {
            return Err(FileFault::Kind { kind, task });
        }
        let (width, height) =
            dimensions(kind, prefix).map_err(|broken| self.broken(kind, prefix, broken))?;
        if width == 0 || height == 0 {
            return Err(FileFault::NoPixels { width, height });
        }
        if width.max(height) > LONGEST_EDGE {
            return Err(FileFault::LongEdge { width, height });
        }
        Ok(Size::new(width, height))
    }

    fn broken(&self, kind: FileKind, prefix: &[u8], broken: Broken) -> FileFault {
        let whole = prefix.len() as u64 >= self.bytes;
        match broken {
            Broken::Damaged => FileFault::Damaged { kind },
            Broken::Short if whole => FileFault::CutShort {
                kind,
                bytes: self.bytes,
            },
            Broken::Short => FileFault::TooFar {
                kind,
                read: prefix.len() as u64,
            },
        }
    }
}

/// Whether a request of this task takes a file of so many bytes. An edit takes images of less than
/// 50 MB each (<https://developers.openai.com/api/docs/guides/image-generation>), an analysis 512 MB
/// in all (<https://developers.openai.com/api/docs/guides/images-vision>). Whether a megabyte is a
/// million bytes or 1,048,576 is not said; what fits here fits either way.
const fn fits(bytes: u64, task: Task) -> bool {
    match task {
        Task::Analyze => bytes <= 512_000_000,
        Task::Generate | Task::Edit => bytes < 50_000_000,
    }
}

/// Why a header does not tell dimensions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Broken {
    /// The bytes end before them.
    Short,
    /// The bytes contradict the format.
    Damaged,
}

/// Width and height as the header says them, 0 included.
fn dimensions(kind: FileKind, bytes: &[u8]) -> Result<(u32, u32), Broken> {
    match kind {
        FileKind::Png => fixed::png(bytes),
        FileKind::Jpeg => jpeg::dimensions(bytes),
        FileKind::Webp => fixed::webp(bytes),
        FileKind::Gif => fixed::gif(bytes),
        // No other kind is taken by any task.
        _ => Err(Broken::Damaged),
    }
}

/// `N` bytes from `start` on.
fn bytes_at<const N: usize>(bytes: &[u8], start: usize) -> Result<[u8; N], Broken> {
    bytes
        .get(start..)
        .and_then(<[u8]>::first_chunk)
        .copied()
        .ok_or(Broken::Short)
}

/// Two bytes from `start` on, the most significant first.
fn big_u16(bytes: &[u8], start: usize) -> Result<u16, Broken> {
    bytes_at(bytes, start).map(u16::from_be_bytes)
}

/// Two bytes from `start` on, the least significant first.
fn little_u16(bytes: &[u8], start: usize) -> Result<u16, Broken> {
    bytes_at(bytes, start).map(u16::from_le_bytes)
}
