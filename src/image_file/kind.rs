//! What kind of file it is, by its first bytes; a name's ending proves nothing.
//!
//! Knows signatures and which kinds a task takes; must not know dimensions.

use crate::scenario::Task;
use std::fmt;

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// Portable Network Graphics.
    Png,
    /// What most cameras write.
    Jpeg,
    /// WebP, lossy or lossless.
    Webp,
    /// Graphics Interchange Format.
    Gif,
    /// What iPhones write.
    Heic,
    /// AV1 images.
    Avif,
    /// Windows bitmaps.
    Bmp,
    /// Tagged images, raw ones of many cameras included.
    Tiff,
    /// Drawings in XML.
    Svg,
    /// Documents.
    Pdf,
    /// Films.
    Video,
    /// Any other text.
    Text,
    /// Anything else.
    Unknown,
}

impl FileKind {
    /// The kind that the first bytes of a file say. A file that ends inside a signature counts as
    /// what it began to say.
    pub fn of(bytes: &[u8]) -> Self {
        let begins = |signature: &[u8]| {
            !bytes.is_empty() && bytes.iter().zip(signature).all(|(a, b)| a == b)
        };
        if begins(b"\x89PNG\r\n\x1A\n") {
            Self::Png
        } else if begins(b"\xFF\xD8\xFF") {
            Self::Jpeg
        } else if begins(b"GIF87a") || begins(b"GIF89a") {
            Self::Gif
        } else if begins(b"RIFF")
            && bytes
                .get(8..)
                .is_none_or(|name| b"WEBP".iter().zip(name).all(|(a, b)| a == b))
        {
            Self::Webp
        } else if bytes.get(4..8) == Some(b"ftyp") {
            Self::of_brands(bytes.get(8..).unwrap_or_default())
        } else {
            Self::refused(bytes)
        }
    }

    /// The family of HEIC, AVIF and MP4 names its brands in the first few words.
    fn of_brands(brands: &[u8]) -> Self {
        let has = |names: &[&[u8]]| {
            brands
                .chunks(4)
                .take(12)
                .any(|brand| names.contains(&brand))
        };
        if has(&[b"avif", b"avis", b"avio"]) {
            Self::Avif
        } else if has(&[b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1"]) {
            Self::Heic
        } else {
            Self::Video
        }
    }

    /// Kinds that no task takes, recognised to be named.
    fn refused(bytes: &[u8]) -> Self {
        let begins = |signature: &[u8]| bytes.starts_with(signature);
        // "BM" alone may begin a text; the header after it has one of a few lengths.
        let bitmap =
            begins(b"BM") && matches!(bytes.get(14), Some(12 | 40 | 52 | 56 | 64 | 108 | 124));
        if bitmap {
            Self::Bmp
        } else if begins(b"II*\0") || begins(b"MM\0*") {
            Self::Tiff
        } else if begins(b"%PDF") {
            Self::Pdf
        } else if begins(b"\x1A\x45\xDF\xA3") {
            Self::Video
        } else {
            Self::of_text(bytes)
        }
    }

    fn of_text(bytes: &[u8]) -> Self {
        let text = beginning(bytes).unwrap_or_default();
        let binary = |character: char| character.is_control() && !character.is_whitespace();
        let content = text.trim_start_matches('\u{FEFF}').trim_start();
        if text.is_empty() || text.contains(binary) {
            Self::Unknown
        } else if content.starts_with('<') && content.contains("<svg") {
            Self::Svg
        } else {
            Self::Text
        }
    }

    /// Whether a request of this task takes it:
    /// <https://developers.openai.com/api/docs/guides/image-generation> for edits,
    /// <https://developers.openai.com/api/docs/guides/images-vision> for analyses, which take a GIF
    /// that is not animated (the first bytes do not tell whether it is).
    pub const fn is_taken(self, task: Task) -> bool {
        match self {
            Self::Png | Self::Jpeg | Self::Webp => true,
            Self::Gif => matches!(task, Task::Analyze),
            _ => false,
        }
    }
}

impl fmt::Display for FileKind {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(match self {
            Self::Png => "a PNG",
            Self::Jpeg => "a JPEG",
            Self::Webp => "a WebP",
            Self::Gif => "a GIF",
            Self::Heic => "a HEIC photo",
            Self::Avif => "an AVIF image",
            Self::Bmp => "a BMP image",
            Self::Tiff => "a TIFF image",
            Self::Svg => "an SVG drawing",
            Self::Pdf => "a PDF document",
            Self::Video => "a video",
            Self::Text => "a text file",
            Self::Unknown => "no image that is known here",
        })
    }
}

/// The beginning of a text; none where it is no text.
fn beginning(bytes: &[u8]) -> Option<&str> {
    /// Enough to tell; an SVG may carry a licence before its first element.
    const LOOKED_AT: usize = 4096;
    let bytes = &bytes[..bytes.len().min(LOOKED_AT)];
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(text),
        // A character may be cut at the end, but nothing else may be wrong.
        Err(error) if error.error_len().is_none() => {
            std::str::from_utf8(&bytes[..error.valid_up_to()]).ok()
        }
        Err(_) => None,
    }
}
