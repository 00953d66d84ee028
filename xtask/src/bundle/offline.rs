//! The page kept for later: public/keep.js and what it names, loaded after the first price, and
//! the service worker, which is told every file of its version once their names are final.
//! Must not know how a worker works: that is public/sw.js.

use super::fingerprint::{Files, content_hash, hash_in};
use super::references::renamed;
use super::write;
use crate::error::{Outcome, TaskError};
use crate::paths;
use std::fs;
use std::path::Path;

/// The worker's name, which never changes: a browser finds a new version under the old address.
pub const WORKER: &str = "sw.js";

/// Versioned files that no offline page asks for.
const NOT_KEPT: [&str; 1] = ["too-old"];

/// Files that the page asks for once its price stands, in public/, each before those it names.
const LATE: [&str; 5] = [
    "keep.js",
    "manifest.webmanifest",
    "icon-192.png",
    "icon-512.png",
    "icon-maskable-512.png",
];

/// Puts what comes late into the stage, and names keep.js in index.html.
pub fn add(stage: &Path) -> Outcome<()> {
    let mut files = Files::new();
    for name in LATE {
        files.insert(name.to_owned(), read(name)?);
    }
    for (name, bytes) in staged(files) {
        write(&stage.join(name), bytes)?;
    }
    write(&stage.join(WORKER), read(WORKER)?)?;
    let path = stage.join("index.html");
    let html = fs::read_to_string(&path).map_err(TaskError::io("reading", &path))?;
    let keep = with_place("keep.js");
    let html = html.replacen("data-page=", &format!("data-keep=./{keep} data-page="), 1);
    write(&path, html)
}

/// The files under names that have a place for their hash, which comes with the seal.
fn staged(mut files: Files) -> Files {
    for name in LATE {
        let named = |(at, bytes): (String, Vec<u8>)| {
            let bytes = renamed(&at, bytes, name, &with_place(name));
            (if at == name { with_place(name) } else { at }, bytes)
        };
        files = files.into_iter().map(named).collect();
    }
    files
}

/// "keep.js" -> "keep-00000000.js".
fn with_place(name: &str) -> String {
    let (stem, kind) = name.rsplit_once('.').unwrap_or((name, ""));
    format!("{stem}-00000000.{kind}")
}

fn read(name: &str) -> Outcome<Vec<u8>> {
    let path = paths::root().join("public").join(name);
    fs::read(&path).map_err(TaskError::io("reading", &path))
}

/// Tells the worker its version and its files.
pub fn tell_worker(files: &mut Files) {
    let Some(worker) = files.get(WORKER) else {
        return;
    };
    let page = files
        .get("index.html")
        .map(Vec::as_slice)
        .unwrap_or_default();
    let page = String::from_utf8_lossy(page);
    let kept: Vec<&String> = files.keys().filter(|name| is_kept(name)).collect();
    let named: Vec<&&String> = kept
        .iter()
        .filter(|name| page.contains(name.as_str()))
        .collect();
    let worker = String::from_utf8_lossy(worker);
    // Debug writes names, which hold no control characters, as JavaScript does.
    let told = worker
        .replace("\"THE FILES\"", &format!("{kept:?}"))
        .replace("\"THE NAMES\"", &format!("{named:?}"));
    let version = content_hash(format!("{told}{page}").as_bytes());
    let told = told.replace("THE VERSION", &format!("{version:016x}"));
    files.insert(WORKER.to_owned(), told.into_bytes());
}

fn is_kept(name: &str) -> bool {
    hash_in(name).is_some() && !NOT_KEPT.iter().any(|prefix| name.starts_with(prefix))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(page: &str) -> String {
        let worker = "v('THE VERSION',\"THE FILES\",\"THE NAMES\")";
        let files = [
            ("index.html", page),
            ("boot-1111111111111111.js", ""),
            ("late-2222222222222222.js", ""),
            ("too-old-3333333333333333.js", ""),
            ("prices.json", ""),
            (WORKER, worker),
        ];
        let mut files = files
            .map(|(name, text)| (name.to_owned(), text.into()))
            .into();
        tell_worker(&mut files);
        String::from_utf8_lossy(&files[WORKER]).into_owned()
    }

    #[test]
    fn the_worker_knows_every_versioned_file_and_which_the_page_names() {
        let told = told("<script src=boot-1111111111111111.js>");
        let files = "[\"boot-1111111111111111.js\", \"late-2222222222222222.js\"],[\"boot-1111111111111111.js\"]";
        assert!(told.contains(files), "{told}");
    }

    #[test]
    fn late_files_name_each_other_by_their_places() {
        let files = [
            ("keep.js", "f('manifest.webmanifest')"),
            ("manifest.webmanifest", "icon-512.png icon-maskable-512.png"),
        ];
        let staged = staged(
            files
                .map(|(name, text)| (name.to_owned(), text.into()))
                .into(),
        );
        let read = |name: &str| String::from_utf8_lossy(&staged[name]).into_owned();
        assert_eq!(
            read("keep-00000000.js"),
            "f('manifest-00000000.webmanifest')"
        );
        let icons = read("manifest-00000000.webmanifest");
        assert_eq!(
            icons,
            "icon-512-00000000.png icon-maskable-512-00000000.png"
        );
    }

    #[test]
    fn another_page_is_another_version() {
        assert_ne!(
            told("boot-1111111111111111.js"),
            told("boot-1111111111111111.js.")
        );
        assert_eq!(told("the same"), told("the same"));
    }
}
