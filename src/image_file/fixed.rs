//! Formats whose dimensions stand at a fixed place: PNG, GIF and WebP.
//!
//! Knows those places; must not know what is done with them. Formats:
//! <https://www.w3.org/TR/png-3/#11IHDR>, <https://www.w3.org/Graphics/GIF/spec-gif89a.txt>,
//! <https://developers.google.com/speed/webp/docs/riff_container>.

use super::{Broken, bytes_at, little_u16};

/// The first chunk of a PNG says width and height in four bytes each.
pub(super) fn png(bytes: &[u8]) -> Result<(u32, u32), Broken> {
    if bytes_at(bytes, 12)? != *b"IHDR" {
        return Err(Broken::Damaged);
    }
    let edge = |start| bytes_at(bytes, start).map(u32::from_be_bytes);
    Ok((edge(16)?, edge(20)?))
}

/// The logical screen of a GIF.
pub(super) fn gif(bytes: &[u8]) -> Result<(u32, u32), Broken> {
    Ok((little_u16(bytes, 6)?.into(), little_u16(bytes, 8)?.into()))
}

/// The first chunk of a WebP is lossy (`VP8 `), lossless (`VP8L`) or extended (`VP8X`).
pub(super) fn webp(bytes: &[u8]) -> Result<(u32, u32), Broken> {
    match &bytes_at(bytes, 12)? {
        b"VP8 " => lossy(bytes),
        b"VP8L" => lossless(bytes),
        b"VP8X" => Ok((one_more(bytes, 24)?, one_more(bytes, 27)?)),
        _ => Err(Broken::Damaged),
    }
}

/// Fourteen bits each, after a tag of three bytes and a start code of three; the two bits above
/// them ask for upscaling and do not change the image.
fn lossy(bytes: &[u8]) -> Result<(u32, u32), Broken> {
    if bytes_at(bytes, 23)? != [0x9D, 0x01, 0x2A] {
        return Err(Broken::Damaged);
    }
    let edge = |start| little_u16(bytes, start).map(|edge| u32::from(edge & 0x3FFF));
    Ok((edge(26)?, edge(28)?))
}

/// Fourteen bits each, one less than the edge, after a signature.
fn lossless(bytes: &[u8]) -> Result<(u32, u32), Broken> {
    if bytes_at(bytes, 20)? != [0x2F] {
        return Err(Broken::Damaged);
    }
    let bits = u32::from_le_bytes(bytes_at(bytes, 21)?);
    Ok(((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1))
}

/// Three bytes, one less than the edge.
fn one_more(bytes: &[u8], start: usize) -> Result<u32, Broken> {
    let [low, middle, high] = bytes_at(bytes, start)?;
    Ok(u32::from_le_bytes([low, middle, high, 0]) + 1)
}
