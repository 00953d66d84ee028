//! The page kept for later: public/keep.js, loaded after the first price, and the service worker,
//! which is told every file of its version once their names are final.
//! Must not know how a worker works: that is public/sw.js.

use super::fingerprint::{Files, content_hash, hash_in};
use super::write;
use crate::error::{Outcome, TaskError};
use crate::paths;
use std::fs;
use std::path::Path;

/// The worker's name, which never changes: a browser finds a new version under the old address.
pub const WORKER: &str = "sw.js";

/// Versioned files that no offline page asks for.
const NOT_KEPT: [&str; 1] = ["too-old"];

/// Puts keep.js into the stage, and names it in index.html.
pub fn add(stage: &Path) -> Outcome<()> {
    let name = "keep-00000000.js";
    write(&stage.join(name), read("public/keep.js")?)?;
    write(&stage.join(WORKER), read("public/sw.js")?)?;
    let path = stage.join("index.html");
    let html = fs::read_to_string(&path).map_err(TaskError::io("reading", &path))?;
    let html = html.replacen("data-page=", &format!("data-keep=./{name} data-page="), 1);
    write(&path, html)
}

fn read(name: &str) -> Outcome<String> {
    let path = paths::root().join(name);
    fs::read_to_string(&path).map_err(TaskError::io("reading", &path))
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
    fn another_page_is_another_version() {
        assert_ne!(
            told("boot-1111111111111111.js"),
            told("boot-1111111111111111.js.")
        );
        assert_eq!(told("the same"), told("the same"));
    }
}
