//! No bytes make the reader panic.

use crate::headers::{exif, extended, gif, jpeg, lossless, lossy, png};
use pixelbill::image_file::{File, FileKind, PREFIX};
use pixelbill::scenario::Task;

/// Each valid header cut at every length, and each with every byte changed: a size or a sentence,
/// never a panic; the whole header alone gives the size.
#[test]
fn no_bytes_are_too_broken() {
    let turned = jpeg(0xC0, &exif(6, false), 640, 480);
    for header in [
        png(640, 480),
        lossy(640, 480),
        lossless(640, 480),
        extended(640, 480),
        gif(640, 480),
        turned,
    ] {
        for task in [Task::Edit, Task::Analyze] {
            for end in 0..header.len() {
                let _ = File {
                    name: "cut",
                    bytes: end as u64,
                }
                .size(&header[..end], task);
                let _ = File {
                    name: "cut",
                    bytes: PREFIX as u64,
                }
                .size(&header[..end], task);
            }
            for (at, value) in (0..header.len()).flat_map(|at| [(at, 0), (at, 0x7F), (at, 0xFF)]) {
                let mut changed = header.clone();
                changed[at] = value;
                let _ = File {
                    name: "changed",
                    bytes: 1000,
                }
                .size(&changed, task);
            }
        }
    }
}

#[test]
fn arbitrary_bytes_never_panic() {
    let starts: [&[u8]; 8] = [
        b"",
        b"\x89PNG\r\n\x1A\n",
        b"\xFF\xD8\xFF",
        b"RIFF\0\0\0\0WEBPVP8 ",
        b"RIFF\0\0\0\0WEBPVP8L",
        b"GIF89a",
        b"\0\0\0\x18ftyp",
        b"\xFF\xD8\xFF\xE1\xFF\xFFExif\0\0II*\0",
    ];
    let mut state = 1_u64;
    for round in 0..20_000_usize {
        let mut next = || {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            // Every fourth byte 0xFF, or no JPEG marker would ever follow another.
            if state >> 62 == 0 {
                0xFF
            } else {
                (state >> 40) as u8
            }
        };
        let mut bytes = starts[round % starts.len()].to_vec();
        bytes.extend((0..round % 97).map(|_| next()));
        let file = File {
            name: "noise",
            bytes: bytes.len() as u64,
        };
        if let Ok(size) = file.size(&bytes, Task::Analyze) {
            assert!(size.short() >= 1 && size.long() <= 65_535);
            assert!(FileKind::of(&bytes).is_taken(Task::Analyze));
        }
    }
}
