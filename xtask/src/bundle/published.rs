//! What the core publishes beside the program: prices.json, and within index.html the current
//! prices as HTML and what machines read. Must not know what they say.

use super::write;
use crate::error::{Outcome, TaskError};
use crate::process::Run;
use crate::{paths, say, site};
use std::fs;
use std::path::Path;

/// Lets the core write its files, and puts them into the stage.
pub fn add(stage: &Path) -> Outcome<()> {
    let site = site::address()?;
    if site.is_empty() {
        say::note(&format!(
            "no {} is set: link previews have no picture, see docs/hosting.md",
            site::VARIABLE
        ));
    }
    let written = paths::page("published");
    super::empty(&written)?;
    let run = Run::cargo().args(["run", "--quiet", "--locked", "--no-default-features"]);
    let run = run
        .args(["--bin", "publish", "--"])
        .args([&written])
        .args([&site]);
    run.run()?;
    place(stage, &written)
}

/// Puts written files into the stage.
fn place(stage: &Path, written: &Path) -> Outcome<()> {
    let read = |name: &str| {
        let path = written.join(name);
        fs::read_to_string(&path).map_err(TaskError::io("reading", &path))
    };
    write(&stage.join("prices.json"), read("prices.json")?)?;
    let path = stage.join("index.html");
    let html = fs::read_to_string(&path).map_err(TaskError::io("reading", &path))?;
    write(
        &path,
        inserted(&html, &read("head.html")?, &read("front.html")?),
    )
}

/// The page with what machines read at the end of its head, and the prices where the program will
/// be.
fn inserted(html: &str, head: &str, front: &str) -> String {
    let html = html.replacen("</head>", &format!("{head}</head>"), 1);
    let places = ["<div id=app>", "<div id=\"app\">"];
    let place = places.into_iter().find(|place| html.contains(place));
    place.map_or(html.clone(), |place| {
        html.replacen(place, &format!("{place}{front}"), 1)
    })
}

#[cfg(test)]
mod tests {
    use super::inserted;

    #[test]
    fn the_page_takes_both_parts() {
        let html = "<head><title>T</title></head><body><div id=app></div>";
        let expected = "<head><title>T</title><meta></head><body><div id=app><p>1</div>";
        assert_eq!(inserted(html, "<meta>", "<p>1"), expected);
    }
}
