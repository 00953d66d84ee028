//! Headers of image files, made by hand from their formats.

pub fn png(width: u32, height: u32) -> Vec<u8> {
    let edges = [width.to_be_bytes(), height.to_be_bytes()].concat();
    [
        b"\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR".as_slice(),
        &edges,
        b"\x08\x06\0\0\0",
    ]
    .concat()
}

pub fn gif(width: u16, height: u16) -> Vec<u8> {
    [
        b"GIF89a".as_slice(),
        &width.to_le_bytes(),
        &height.to_le_bytes(),
        b"\xF7\0\0",
    ]
    .concat()
}

pub fn webp(chunk: &[u8]) -> Vec<u8> {
    let riff = (chunk.len() as u32 + 4).to_le_bytes();
    [b"RIFF".as_slice(), &riff, b"WEBP", chunk].concat()
}

pub fn lossy(width: u16, height: u16) -> Vec<u8> {
    let edges = [width.to_le_bytes(), height.to_le_bytes()].concat();
    webp(&[b"VP8 \x30\0\0\0\x30\x01\0\x9D\x01\x2A".as_slice(), &edges].concat())
}

pub fn lossless(width: u32, height: u32) -> Vec<u8> {
    let bits = (width - 1) | (height - 1) << 14;
    webp(&[b"VP8L\x30\0\0\0\x2F".as_slice(), &bits.to_le_bytes()].concat())
}

pub fn extended(width: u32, height: u32) -> Vec<u8> {
    let edge = |edge: u32| (edge - 1).to_le_bytes()[..3].to_vec();
    webp(
        &[
            b"VP8X\x0A\0\0\0\x10\0\0\0".as_slice(),
            &edge(width),
            &edge(height),
        ]
        .concat(),
    )
}

pub fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
    let length = (content.len() as u16 + 2).to_be_bytes();
    [&[0xFF, marker], length.as_slice(), content].concat()
}

/// A JPEG whose frame comes after `before`.
pub fn jpeg(frame: u8, before: &[u8], width: u16, height: u16) -> Vec<u8> {
    let edges = [height.to_be_bytes(), width.to_be_bytes()].concat();
    let frame = segment(
        frame,
        &[
            &[8],
            edges.as_slice(),
            b"\x03\x01\x22\0\x02\x11\x01\x03\x11\x01",
        ]
        .concat(),
    );
    let tables = segment(0xDB, &[0; 65]);
    [b"\xFF\xD8".as_slice(), before, &tables, &frame, b"\xFF\xDA"].concat()
}

pub fn exif(orientation: u8, big_endian: bool) -> Vec<u8> {
    let tiff: &[u8] = if big_endian {
        &[
            b'M',
            b'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            orientation,
            0,
            0,
        ]
    } else {
        &[
            b'I',
            b'I',
            42,
            0,
            8,
            0,
            0,
            0,
            1,
            0,
            0x12,
            1,
            3,
            0,
            1,
            0,
            0,
            0,
            orientation,
            0,
            0,
            0,
        ]
    };
    segment(0xE1, &[b"Exif\0\0", tiff].concat())
}
