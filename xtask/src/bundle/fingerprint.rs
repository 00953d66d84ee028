//! Names each file by its final content. Trunk's own hashes are taken before wasm-opt and
//! minifying, so two different files could share a name; here a name stands for its bytes,
//! and an update can never mix old files with new ones.
//! Files without a hash in their name keep it: index.html, and what others link to by name.

use super::references::{names, own_name, renamed};
use crate::error::{Outcome, TaskError};
use std::collections::BTreeMap;

/// The page's files by path.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Renames every hashed file by its content, those that name no other first.
pub fn seal(mut files: Files) -> Outcome<Files> {
    let mut open: Vec<String> = files
        .keys()
        .filter(|path| hash_in(path).is_some())
        .cloned()
        .collect();
    while !open.is_empty() {
        let free = open.iter().position(|path| names_none(&files, path, &open));
        let free = free.ok_or_else(|| TaskError::NameCircle(open.clone()))?;
        files = sealed(files, &open.remove(free));
    }
    Ok(files)
}

fn names_none(files: &Files, path: &str, open: &[String]) -> bool {
    let mut others = open.iter().filter(|other| *other != path);
    !others.any(|other| names(files, path, other))
}

/// The page with one file renamed, and every mention of it.
fn sealed(files: Files, path: &str) -> Files {
    let bytes = files.get(path).map(Vec::as_slice).unwrap_or_default();
    let new = with_hash(path, content_hash(bytes));
    let (old_name, new_name) = (own_name(path), own_name(&new).to_owned());
    let one = |(at, bytes): (String, Vec<u8>)| {
        let bytes = renamed(&at, bytes, old_name, &new_name);
        (if at == path { new.clone() } else { at }, bytes)
    };
    files.into_iter().map(one).collect()
}

/// The hash Trunk put into a name, "boot-8d7f04cc1d1f28b.js" -> its place.
pub fn hash_in(path: &str) -> Option<std::ops::Range<usize>> {
    let start = path.rfind('-')? + 1;
    let length = path[start..]
        .bytes()
        .take_while(u8::is_ascii_hexdigit)
        .count();
    let ends = path[start + length..].starts_with(['.', '_']);
    (length >= 8 && ends).then_some(start..start + length)
}

/// A name as people know it, without its hash: "boot.js".
pub fn without_hash(path: &str) -> String {
    let mut name = path.to_owned();
    if let Some(range) = hash_in(path) {
        name.replace_range(range.start - 1..range.end, "");
    }
    name
}

fn with_hash(path: &str, hash: u64) -> String {
    let mut path = path.to_owned();
    if let Some(range) = hash_in(&path) {
        path.replace_range(range, &format!("{hash:016x}"));
    }
    path
}

/// FNV-1a: tells honest versions apart, which is all a cache needs.
pub fn content_hash(bytes: &[u8]) -> u64 {
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, step)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(wasm: &str) -> Files {
        let files = [
            (
                "index.html",
                "<link href=./app-11111111.js data-wasm=./app-11111111_bg.wasm>",
            ),
            ("app-11111111.js", "fetch('app-11111111_bg.wasm')"),
            ("app-11111111_bg.wasm", wasm),
            ("embed.js", "kept"),
        ];
        files
            .map(|(name, text)| (name.to_owned(), text.into()))
            .into()
    }

    fn names_of(wasm: &str) -> Vec<String> {
        let sealed = seal(page(wasm)).expect("no circle here");
        sealed.into_keys().collect()
    }

    #[test]
    fn a_changed_file_changes_its_name_and_the_names_of_those_that_name_it() {
        let (one, other) = (names_of("one"), names_of("other"));
        let kept: Vec<&String> = one.iter().filter(|name| other.contains(name)).collect();
        assert_eq!(kept, ["embed.js", "index.html"]);
        assert_eq!(one, names_of("one"));
    }

    #[test]
    fn every_mention_follows() {
        let sealed = seal(page("one")).expect("no circle here");
        let html = String::from_utf8_lossy(&sealed["index.html"]);
        for name in sealed.keys().filter(|name| name.starts_with("app-")) {
            assert!(
                html.contains(&format!("./{name}")),
                "{html} should name {name}"
            );
        }
    }

    #[test]
    fn a_circle_is_named() {
        let files = [
            ("a-11111111.js", "b-22222222.js"),
            ("b-22222222.js", "a-11111111.js"),
        ];
        let files = files.map(|(name, text)| (name.to_owned(), text.into()));
        let refusal = seal(files.into()).expect_err("a circle");
        assert!(refusal.to_string().contains("a-11111111.js, b-22222222.js"));
    }

    #[test]
    fn people_read_names_without_hashes() {
        assert_eq!(without_hash("app-8d7f04cc1d1f28b_bg.wasm"), "app_bg.wasm");
        assert_eq!(without_hash("index.html"), "index.html");
    }

    #[test]
    fn only_a_hash_is_a_hash() {
        assert!(hash_in("app-8d7f04cc1d1f28b_bg.wasm").is_some());
        assert!(hash_in("too-old.js").is_none());
        assert!(hash_in("index.html").is_none());
    }
}
