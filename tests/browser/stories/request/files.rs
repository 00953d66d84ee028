//! Real image files, chosen and dropped; and everything that is none.

#[path = "../../../image_file/headers.rs"]
#[allow(dead_code, reason = "a kit: these stories use a part of it")]
mod headers;

use super::super::story::Story;
use super::{rows, said, with_images};
use crate::folder::Folder;
use headers::{exif, gif, jpeg, lossless, png};
use pixelbill::image_file::File;
use pixelbill::scenario::Task;
use serde_json::json;
use std::fs;
use std::path::PathBuf;

const FIELD: &str = "#add-files";

/// A folder of files made for a story.
struct Files(Folder);

impl Files {
    fn new() -> Files {
        Files(Folder::fresh("files"))
    }

    /// A file of these bytes.
    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.0.join(name);
        fs::write(&path, bytes).expect("the folder takes a file");
        path
    }

    /// A file that begins so and is that long, without taking as much of the disk.
    fn long(&self, name: &str, bytes: &[u8], length: u64) -> PathBuf {
        let path = self.file(name, bytes);
        let file = fs::OpenOptions::new().write(true).open(&path);
        let grown = file.and_then(|file| file.set_len(length));
        grown.expect("the folder takes a long file");
        path
    }
}

/// What the core says of a file that it does not take.
fn sentence(name: &str, length: u64, prefix: &[u8]) -> String {
    let file = File {
        name,
        bytes: length,
    };
    file.size(prefix, Task::Edit).expect_err(name).to_string()
}

#[test]
fn only_the_dimensions_of_chosen_files_are_read() {
    let files = Files::new();
    let page = with_images("#requests=1000");
    let asked = page.requests().len();
    let turned = jpeg(0xC0, &exif(6, true), 4032, 3024);
    page.choose_files(
        FIELD,
        &[
            files.file("square.png", &png(1024, 1024)),
            files.file(
                "photo of a very long day by the sea, the second of two.jpg",
                &turned,
            ),
            files.file("also square.webp", &lossless(1024, 1024)),
        ],
    );
    page.expect("#requests=1000&task=edit&refs=1024x1024*2,3024x4032");
    let sizes: Vec<String> = rows(&page).into_iter().map(|row| row[0].clone()).collect();
    assert_eq!(sizes, ["1024 × 1024", "3024 × 4032"]);
    assert_eq!(
        page.text("#ref-0-row .names"),
        "square.png, also square.webp"
    );
    assert_eq!(page.text("#images-said"), "3 images were added.");
    assert!(page.text("#files-hint").contains("Nothing is uploaded."));
    assert_eq!(page.sent_since(asked), [""; 0], "a request was made");
    assert!(!page.link().contains("square"), "a name is in the link");

    // The same file once more: the field forgets what was chosen.
    page.choose_files(FIELD, &[files.0.join("square.png")]);
    page.expect("#requests=1000&task=edit&refs=1024x1024*3,3024x4032");
    assert_eq!(
        page.text("#images-said"),
        "“square.png” is 1024 × 1024 and was added."
    );
}

#[test]
fn a_header_behind_a_long_preview_is_read_on() {
    let files = Files::new();
    let page = with_images("#requests=1000");
    let preview = headers::segment(0xE2, &[0; 65_000]).repeat(12);
    let photo = jpeg(0xC2, &preview, 1600, 1200);
    page.choose_files(FIELD, &[files.file("long.jpg", &photo)]);
    page.expect("#requests=1000&task=edit&refs=1600x1200");
}

#[test]
fn files_that_are_no_images_are_named_and_what_was_there_stays() {
    let files = Files::new();
    let link = "#requests=1000&task=edit&refs=512x512";
    let page = with_images(link);
    let short = png(1024, 1024)[..18].to_vec();
    for (name, bytes, length) in [
        ("notes.txt", b"notes".to_vec(), 5),
        ("empty.png", Vec::new(), 0),
        ("film.png", png(1024, 1024), 500_000_000),
        ("cut.png", short, 18),
        ("nothing.png", png(0, 0), 29),
        ("huge.png", png(100_000, 100_000), 29),
        ("moving.gif", gif(640, 480), 13),
    ] {
        let prefix = if length > 50_000_000 {
            Vec::new()
        } else {
            bytes.clone()
        };
        page.choose_files(FIELD, &[files.long(name, &bytes, length)]);
        let expected = sentence(name, length, &prefix);
        page.wait_until(&expected, |page| {
            page.texts("#images-said .refused p") == [expected.clone()]
        });
        page.expect(link);
        assert_eq!(rows(&page).len(), 1, "{name}");
    }
    // Good ones among bad ones are taken.
    page.choose_files(
        FIELD,
        &[
            files.0.join("notes.txt"),
            files.file("good.png", &png(640, 480)),
        ],
    );
    page.expect("#requests=1000&task=edit&refs=512x512,640x480");
    assert_eq!(said(&page), [sentence("notes.txt", 5, b"notes")]);
}

#[test]
fn of_a_hundred_files_at_once_sixteen_are_taken() {
    let files = Files::new();
    let page = with_images("#requests=1000");
    let hundred: Vec<PathBuf> = (1..=100)
        .map(|number| files.file(&format!("{number:03}.png"), &png(1024, 1024)))
        .collect();
    page.choose_files(FIELD, &hundred);
    page.expect("#requests=1000&task=edit&refs=1024x1024*16");
    assert_eq!(page.text("#images-said > .hint"), "16 images were added.");
    let [left_out] = said(&page).try_into().expect("one sentence");
    assert!(
        left_out.starts_with("“017.png”, “018.png”, “019.png”, “020.png” and 80 more are left out"),
        "{left_out:?}"
    );
}

/// Drops files of these names and sizes on an element, or a text where there are none.
#[track_caller]
fn drop_on(page: &Story, css: &str, files: &[(&str, Vec<u8>)]) {
    let files: Vec<_> = files
        .iter()
        .map(|(name, bytes)| json!([name, bytes]))
        .collect();
    let act = "const [css, files] = arguments, data = new DataTransfer();
        for (const [name, bytes] of files) data.items.add(new File([new Uint8Array(bytes)], name));
        if (!files.length) data.setData('text/plain', 'words');
        const on = document.querySelector(css);
        return ['dragover', 'drop'].map((kind) => {
            const event = new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true });
            on.dispatchEvent(event);
            return event.defaultPrevented;
        })";
    let prevented = page.script_with(act, json!([css, files]));
    assert_eq!(
        prevented,
        json!([true, true]),
        "the browser would leave the page"
    );
}

#[test]
fn files_are_dropped_and_a_slip_beside_the_place_loses_nothing() {
    let page = with_images("#requests=1000");
    drop_on(
        &page,
        ".drop",
        &[("dropped.png", png(640, 480)), ("no.bmp", b"BM".to_vec())],
    );
    let link = "#requests=1000&task=edit&refs=640x480";
    page.expect(link);
    assert_eq!(said(&page).len(), 1);
    assert_eq!(
        page.attribute(".drop", "data-over").as_deref(),
        Some("false")
    );
    drop_on(&page, ".drop", &[]);
    page.wait_until("a sentence", |page| {
        page.text("#images-said").contains("holds no files")
    });
    drop_on(&page, ".cost", &[("beside.png", png(64, 64))]);
    page.expect(link);
    assert_eq!(rows(&page).len(), 1);
}
