//! Width and height of every kind of file that is taken.

use crate::headers::{exif, extended, gif, jpeg, lossless, lossy, png, segment};
use pixelbill::image_file::File;
use pixelbill::scenario::Task;
use pixelbill::size::Size;

#[track_caller]
fn reads(header: &[u8], width: u32, height: u32) {
    let file = File {
        name: "photo",
        bytes: 1_000_000,
    };
    assert_eq!(file.size(header, Task::Edit), Ok(Size::new(width, height)));
}

#[test]
fn dimensions_of_every_kind() {
    reads(&png(1536, 1024), 1536, 1024);
    reads(&png(65_535, 1), 65_535, 1);
    reads(&lossy(550, 368), 550, 368);
    // The two highest bits ask for upscaling and are no part of the edge.
    reads(&lossy(550 | 0x4000, 368 | 0x8000), 550, 368);
    reads(&lossless(16_384, 1), 16_384, 1);
    reads(&lossless(1, 16_384), 1, 16_384);
    reads(&extended(4032, 3024), 4032, 3024);
    reads(&jpeg(0xC0, &[], 4032, 3024), 4032, 3024);
}

#[test]
fn a_jpeg_of_any_coding_after_any_segments() {
    let preview = jpeg(0xC0, &[], 160, 120);
    let before = [
        exif(1, true),
        segment(0xE2, &preview),
        segment(0xFE, b"comment"),
    ]
    .concat();
    for frame in [0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xCF] {
        reads(&jpeg(frame, &before, 2048, 1152), 2048, 1152);
    }
    // Bytes of 0xFF may fill the space before a marker.
    reads(&jpeg(0xC2, b"\xFF\xFF\xFF\x01", 2048, 1152), 2048, 1152);
}

#[test]
fn a_photo_turned_by_a_quarter_has_its_edges_exchanged() {
    for (orientation, big_endian) in
        (0..=9).flat_map(|orientation| [(orientation, true), (orientation, false)])
    {
        let photo = jpeg(0xC0, &exif(orientation, big_endian), 4032, 3024);
        let turned = (5..=8).contains(&orientation);
        let (width, height) = if turned { (3024, 4032) } else { (4032, 3024) };
        reads(&photo, width, height);
    }
}

#[test]
fn an_analysis_takes_a_gif() {
    let file = File {
        name: "a.gif",
        bytes: 1000,
    };
    assert_eq!(
        file.size(&gif(640, 480), Task::Analyze),
        Ok(Size::new(640, 480))
    );
}
