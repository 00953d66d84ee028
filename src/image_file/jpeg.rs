//! JPEG: segments up to the one that starts the frame, which says the dimensions.
//!
//! Knows markers and lengths; must not know what is done with the dimensions. Format:
//! <https://www.w3.org/Graphics/JPEG/itu-t81.pdf>, annex B.

use super::{Broken, big_u16, bytes_at, exif};

/// Width and height as shown: exchanged where the EXIF orientation turns the image by a quarter.
pub(super) fn dimensions(bytes: &[u8]) -> Result<(u32, u32), Broken> {
    let mut turned = false;
    let mut segments = Segments { bytes, next: 2 };
    loop {
        let (marker, start, end) = segments.segment()?;
        if is_frame(marker) {
            let (width, height) = frame(bytes, start)?;
            return Ok(if turned {
                (height, width)
            } else {
                (width, height)
            });
        }
        if marker == APP1 {
            turned |= exif::is_turned(bytes.get(start..end).unwrap_or_default());
        }
    }
}

/// Where EXIF stands.
const APP1: u8 = 0xE1;
/// The end of the image, and the start of its data: no frame can follow.
const LAST: [u8; 2] = [0xD9, 0xDA];

/// Whether a marker starts a frame, whatever its coding.
const fn is_frame(marker: u8) -> bool {
    matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC)
}

/// Whether a marker stands alone, without a length.
const fn stands_alone(marker: u8) -> bool {
    matches!(marker, 0x01 | 0xD0..=0xD8)
}

/// A frame begins with its precision, then height and width.
fn frame(bytes: &[u8], start: usize) -> Result<(u32, u32), Broken> {
    let height = big_u16(bytes, start + 1)?;
    let width = big_u16(bytes, start + 3)?;
    Ok((width.into(), height.into()))
}

struct Segments<'a> {
    bytes: &'a [u8],
    next: usize,
}

impl Segments<'_> {
    /// The marker of the next one, and where its content starts and ends.
    fn segment(&mut self) -> Result<(u8, usize, usize), Broken> {
        let marker = self.marker()?;
        if LAST.contains(&marker) {
            return Err(Broken::Damaged);
        }
        if stands_alone(marker) {
            return Ok((marker, self.next, self.next));
        }
        let length = usize::from(big_u16(self.bytes, self.next)?);
        let (start, end) = (self.next + 2, self.next + length);
        if length < 2 {
            return Err(Broken::Damaged);
        }
        self.next = end;
        Ok((marker, start, end))
    }

    /// The next marker: one or more bytes of 0xFF, then neither that nor 0.
    fn marker(&mut self) -> Result<u8, Broken> {
        let [mut byte] = bytes_at(self.bytes, self.next)?;
        if byte != 0xFF {
            return Err(Broken::Damaged);
        }
        while byte == 0xFF {
            self.next += 1;
            [byte] = bytes_at(self.bytes, self.next)?;
        }
        self.next += 1;
        if byte == 0 {
            Err(Broken::Damaged)
        } else {
            Ok(byte)
        }
    }
}
