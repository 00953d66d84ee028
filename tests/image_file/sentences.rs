//! The sentence for each bad file, word for word.

use crate::headers::{extended, gif, jpeg, png, segment};
use pixelbill::image_file::File;
use pixelbill::scenario::Task;
use pixelbill::size::Size;

#[track_caller]
fn refused(name: &str, bytes: u64, prefix: &[u8], sentence: &str) {
    let error = File { name, bytes }
        .size(prefix, Task::Edit)
        .expect_err(name);
    assert_eq!(error.to_string(), sentence);
}

/// Refused where the whole file is the prefix.
#[track_caller]
fn refused_whole(name: &str, prefix: &[u8], sentence: &str) {
    refused(name, prefix.len() as u64, prefix, sentence);
}

#[test]
fn files_are_refused_by_their_bytes_before_they_are_opened() {
    refused(
        "a.png",
        0,
        b"",
        "“a.png” is empty: it has 0 bytes. Choose another file, or type its width and height instead.",
    );
    refused(
        "film.png",
        500_000_000,
        b"",
        "“film.png” has 500 MB: an edit takes images of less than 50 MB. Save it smaller, or type its width and height instead.",
    );
    refused(
        "big.png",
        50_000_000,
        &png(1, 1),
        "“big.png” has 50 MB: an edit takes images of less than 50 MB. Save it smaller, or type its width and height instead.",
    );
    let file = File {
        name: "big.png",
        bytes: 49_999_999,
    };
    assert_eq!(file.size(&png(1, 1), Task::Edit), Ok(Size::new(1, 1)));
    let file = File {
        name: "big.png",
        bytes: 512_000_001,
    };
    let error = file.check(Task::Analyze).expect_err("too large");
    assert_eq!(
        error.to_string(),
        "“big.png” has 512 MB: an analysis takes at most 512 MB. Save it smaller, or type its width and height instead."
    );
}

#[test]
fn what_is_no_image_is_named_for_what_it_is() {
    let bitmap = [b"BM".as_slice(), &[0; 12], &[40, 0, 0, 0]].concat();
    for (found, prefix) in [
        ("a GIF", gif(640, 480).as_slice()),
        ("a HEIC photo", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"),
        ("an AVIF image", b"\0\0\0\x1Cftypmif1\0\0\0\0avifmif1"),
        ("a video", b"\0\0\0\x18ftypmp42\0\0\0\0isommp42"),
        ("a BMP image", &bitmap),
        ("a TIFF image", b"II*\0\x08\0\0\0"),
        ("a TIFF image", b"MM\0*\0\0\0\x08"),
        (
            "an SVG drawing",
            b"\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<!-- a licence -->\n<svg width=\"10\">",
        ),
        ("a PDF document", b"%PDF-1.7"),
        ("a text file", b"<html><body>404</body></html>"),
        (
            "a text file",
            "Ein Text, der mitten in einem Zeichen endet: \u{fc}"
                .as_bytes()
                .split_last()
                .expect("bytes")
                .1,
        ),
        ("a text file", b"BM is not always a bitmap."),
        ("no image that is known here", b"\0\x01\x02\x03"),
        ("no image that is known here", b"RIFF\x24\0\0\0WAVEfmt "),
    ] {
        refused(
            "file",
            1000,
            prefix,
            &format!(
                "“file” is {found}: an edit takes PNG, JPEG and WebP. Save it as one of these, or type its width and height instead."
            ),
        );
    }
}

#[test]
fn what_the_header_says_has_to_be_an_image() {
    refused(
        "a.png",
        1000,
        &png(0, 600),
        "“a.png” says that it is 0 x 600 pixels: an edge has at least 1. Save it again, or type its width and height instead.",
    );
    refused(
        "a.jpg",
        1000,
        &jpeg(0xC0, &[], 600, 0),
        "“a.jpg” says that it is 600 x 0 pixels: an edge has at least 1. Save it again, or type its width and height instead.",
    );
    refused(
        "a.png",
        1000,
        &png(100_000, 100_000),
        "“a.png” is 100,000 x 100,000 pixels: edges of at most 65,535 are counted here. Save it smaller.",
    );
    refused(
        "a.webp",
        1000,
        &extended(65_536, 1),
        "“a.webp” is 65,536 x 1 pixels: edges of at most 65,535 are counted here. Save it smaller.",
    );
}

#[test]
fn a_header_that_is_cut_short_or_damaged_is_told_apart() {
    refused_whole(
        "a.png",
        &png(640, 480)[..20],
        "“a.png” began as a PNG and ends after 20 bytes, before its dimensions. Choose a whole copy, or type its width and height instead.",
    );
    refused_whole(
        "a.png",
        b"\x89",
        "“a.png” began as a PNG and ends after 1 byte, before its dimensions. Choose a whole copy, or type its width and height instead.",
    );
    refused(
        "a.jpg",
        9_000_000,
        &[&b"\xFF\xD8"[..], &segment(0xE1, &[0; 60_000])].concat(),
        "“a.jpg” is a JPEG whose dimensions do not stand in its first 60,006 bytes. Save it without metadata, or type its width and height instead.",
    );
    let damaged = "began as a JPEG, but its header is damaged and tells no dimensions. Save it again, or type its width and height instead.";
    refused(
        "a.jpg",
        1000,
        b"\xFF\xD8\xFF\xD9",
        &format!("“a.jpg” {damaged}"),
    );
    refused(
        "a.jpg",
        1000,
        b"\xFF\xD8\xFF\xE0\0\x01\0\0",
        &format!("“a.jpg” {damaged}"),
    );
    refused(
        "a.jpg",
        1000,
        b"",
        "“a.jpg” could not be opened: it may have been moved. Choose it again, or type its width and height instead.",
    );
    let long = format!("{}.png", "very long name ".repeat(9));
    refused(
        &long,
        0,
        b"",
        "“very long name very …very long name .png” is empty: it has 0 bytes. Choose another file, or type its width and height instead.",
    );
}
