//! Measured figures on their way into docs/performance.md.
//! A bench, native or in the browser, prints one line a figure:
//! `figure | what | p50 | p95 | at most`, each part in words with its unit.
//! Must not know what is measured.

use crate::error::{Outcome, TaskError};
use crate::paths;
use crate::process::Run;
use std::fmt::Write;
use std::fs;
use std::path::Path;

const START: &str = "<!-- figures: written by cargo xtask bench --write -->";
const END: &str = "<!-- end of figures -->";

/// Figures in the order they were measured, as rows of a table.
#[derive(Default)]
pub struct Figures {
    rows: Vec<String>,
}

impl Figures {
    /// Takes the line if it is a figure.
    pub fn collect(&mut self, line: &str) {
        if let Some((_, row)) = line.split_once("figure | ") {
            self.rows.push(format!("| {} |", row.trim()));
        }
    }

    /// A Markdown table.
    pub fn table(&self) -> String {
        let mut text =
            "| measured | p50 | p95 | at most |\n| --- | ---: | ---: | ---: |\n".to_owned();
        for row in &self.rows {
            let _ = writeln!(text, "{row}"); // writing to a String cannot fail
        }
        text
    }
}

/// Puts the text between the markers of docs/performance.md.
pub fn write(text: &str) -> Outcome<()> {
    let path = paths::root().join("docs").join("performance.md");
    let old = fs::read_to_string(&path).map_err(TaskError::io("reading", &path))?;
    let new = between_markers(&old, text).ok_or_else(|| no_markers(&path))?;
    fs::write(&path, new).map_err(TaskError::io("writing", &path))
}

fn between_markers(old: &str, text: &str) -> Option<String> {
    let start = old.find(START)? + START.len();
    let end = start + old[start..].find(END)?;
    Some(format!(
        "{}\n\n{}\n\n{}",
        &old[..start],
        text.trim(),
        &old[end..]
    ))
}

fn no_markers(path: &Path) -> TaskError {
    TaskError::NoMarkers {
        path: path.to_owned(),
        start: START,
        end: END,
    }
}

/// One line on what the figures were measured with.
pub fn machine(browser: &Path) -> String {
    let says = |program: &str| first_line(Run::new(program).args(["--version"]));
    let browser = first_line(Run::new(browser).args(["--version"]));
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    format!(
        "Measured on {}, {cores} cores, {}; {browser}; {}.",
        processor().unwrap_or_else(|| "an unnamed processor".to_owned()),
        std::env::consts::OS,
        says("rustc")
    )
}

fn first_line(run: Run) -> String {
    let text = run.read().unwrap_or_default();
    text.lines().next().unwrap_or_default().trim().to_owned()
}

/// The processor's name, where the system tells it.
fn processor() -> Option<String> {
    if cfg!(target_os = "macos") {
        return Some(first_line(
            Run::new("sysctl").args(["-n", "machdep.cpu.brand_string"]),
        ));
    }
    if cfg!(windows) {
        return std::env::var("PROCESSOR_IDENTIFIER").ok();
    }
    let about = fs::read_to_string("/proc/cpuinfo").ok()?;
    let name = about.lines().find(|line| line.starts_with("model name"))?;
    name.split_once(':').map(|(_, name)| name.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_become_rows_and_other_lines_do_not() {
        let mut figures = Figures::default();
        figures.collect("running 1 test");
        figures.collect("test slider ... figure | slider | 1 ms | 2 ms | 4 ms");
        assert!(
            figures
                .table()
                .ends_with("---: |\n| slider | 1 ms | 2 ms | 4 ms |\n")
        );
    }

    #[test]
    fn only_what_stands_between_the_markers_is_replaced() {
        let old = format!("before\n{START}\nold\n{END}\nafter\n");
        let new = between_markers(&old, "new").expect("both markers");
        assert_eq!(new, format!("before\n{START}\n\nnew\n\n{END}\nafter\n"));
        assert_eq!(between_markers("no markers", "new"), None);
    }
}
