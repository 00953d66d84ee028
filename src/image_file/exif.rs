//! EXIF: whether a photo is shown turned by a quarter.
//!
//! Knows the one tag that says so; must not know anything else about a photo: where and when it
//! was taken is nobody's business here. Format: <https://www.cipa.jp/std/documents/e/DC-008-2012_E.pdf>.

use super::{Broken, bytes_at};

/// The tag of the orientation.
const ORIENTATION: u16 = 0x0112;
/// Orientations that exchange width and height.
const TURNED: std::ops::RangeInclusive<u16> = 5..=8;
/// Bytes of an entry.
const ENTRY: usize = 12;

/// Whether the content of an APP1 segment is EXIF that turns the image by a quarter. What is
/// damaged or cut short turns nothing.
pub(super) fn is_turned(segment: &[u8]) -> bool {
    let tiff = segment.strip_prefix(b"Exif\0\0");
    let orientation = tiff.and_then(|tiff| Tiff::of(tiff)?.orientation().ok().flatten());
    orientation.is_some_and(|orientation| TURNED.contains(&orientation))
}

/// The block of entries inside, in either order of bytes.
struct Tiff<'a> {
    bytes: &'a [u8],
    big_endian: bool,
}

impl<'a> Tiff<'a> {
    fn of(bytes: &'a [u8]) -> Option<Self> {
        let big_endian = match bytes.first_chunk()? {
            b"MM\0*" => true,
            b"II*\0" => false,
            _ => return None,
        };
        Some(Self { bytes, big_endian })
    }

    /// The orientation, where the first directory has one.
    fn orientation(&self) -> Result<Option<u16>, Broken> {
        let directory = self.u32(4)? as usize;
        let entries = usize::from(self.u16(directory)?);
        for index in 0..entries {
            // At most 65,535 entries of 12 bytes, but the offset itself may be near the end of
            // what an address can say.
            let entry = directory.saturating_add(2 + index * ENTRY);
            if self.u16(entry)? == ORIENTATION {
                return self.u16(entry.saturating_add(8)).map(Some);
            }
        }
        Ok(None)
    }

    fn u16(&self, start: usize) -> Result<u16, Broken> {
        let bytes = bytes_at(self.bytes, start)?;
        Ok(if self.big_endian {
            u16::from_be_bytes(bytes)
        } else {
            u16::from_le_bytes(bytes)
        })
    }

    fn u32(&self, start: usize) -> Result<u32, Broken> {
        let bytes = bytes_at(self.bytes, start)?;
        Ok(if self.big_endian {
            u32::from_be_bytes(bytes)
        } else {
            u32::from_le_bytes(bytes)
        })
    }
}
