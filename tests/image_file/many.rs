//! Many files at once: what is taken, what is left out, and what is said.

use crate::headers::png;
use pixelbill::image_file::{File, Intake, Taken};
use pixelbill::scenario::Task;
use pixelbill::size::Size;

/// The files of a person, each with its first bytes; none where it is not to be opened.
fn take(mut intake: Intake, files: &[(&str, u64, &[u8])]) -> Taken {
    for (name, bytes, prefix) in files {
        let file = File {
            name,
            bytes: *bytes,
        };
        if intake.wants(&file) {
            intake.read(&file, prefix);
        }
    }
    intake.done()
}

#[test]
fn of_a_hundred_files_sixteen_are_taken() {
    let header = png(1024, 1024);
    let names: Vec<String> = (1..=100).map(|number| format!("{number}.png")).collect();
    let files: Vec<(&str, u64, &[u8])> = names
        .iter()
        .map(|name| (name.as_str(), 1000, header.as_slice()))
        .collect();
    let taken = take(Intake::new(Task::Edit, 0, 16), &files);
    let refs = taken.refs();
    assert_eq!(
        (refs.len(), refs[0].count, refs[0].size),
        (1, 16, Size::new(1024, 1024))
    );
    assert_eq!(
        taken.sentences(),
        [
            "“17.png”, “18.png”, “19.png”, “20.png” and 80 more are left out: at most 16 input images are taken. Remove one to make room."
        ]
    );
}

#[test]
fn images_that_are_there_take_room_and_files_that_are_none_do_not() {
    let (square, wide) = (png(512, 512), png(1536, 1024));
    let files: [(&str, u64, &[u8]); 6] = [
        ("a.png", 1000, &square),
        ("notes.txt", 1000, b"notes"),
        ("film.png", 500_000_000, b""),
        ("b.png", 1000, &wide),
        ("c.png", 1000, &square),
        ("d.png", 1000, &square),
    ];
    let taken = take(Intake::new(Task::Edit, 13, 16), &files);
    let refs: Vec<String> = taken
        .refs()
        .iter()
        .map(|images| format!("{}*{}", images.size, images.count))
        .collect();
    assert_eq!(refs, ["512x512*2", "1536x1024*1"]);
    let sentences = taken.sentences();
    assert_eq!(sentences.len(), 3);
    assert!(sentences[0].starts_with("“notes.txt” is a text file"));
    assert!(sentences[1].starts_with("“film.png” has 500 MB"));
    assert_eq!(
        sentences[2],
        "“d.png” is left out: at most 16 input images are taken. Remove one to make room."
    );
}

#[test]
fn a_hundred_bad_files_are_five_sentences() {
    let names: Vec<String> = (1..=100).map(|number| format!("{number}.txt")).collect();
    let files: Vec<(&str, u64, &[u8])> = names
        .iter()
        .map(|name| (name.as_str(), 5, b"notes".as_slice()))
        .collect();
    let taken = take(Intake::new(Task::Edit, 0, 16), &files);
    assert!(taken.images.is_empty() && taken.left_out.is_empty());
    let sentences = taken.sentences();
    assert_eq!(sentences.len(), 5);
    assert_eq!(
        sentences[4],
        "“5.txt”, “6.txt”, “7.txt”, “8.txt” and 92 more could not be taken either. Choose them one by one to see why."
    );
}
