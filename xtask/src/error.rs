//! Everything that can go wrong, in words: what was given, the bound, the way out.
//! Must not know how to recover; the tasks decide that.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

pub type Outcome<T> = Result<T, TaskError>;

#[derive(Debug)]
pub enum TaskError {
    /// The machine lacks something we do not install for the person.
    Missing {
        what: String,
        why: &'static str,
        how: String,
    },
    /// A program could not be started at all.
    NotStarted { program: String, source: io::Error },
    /// A program ran and failed; its own words are above.
    Failed { command: String, ended: String },
    /// Reading or writing a file went wrong.
    Io {
        doing: &'static str,
        path: PathBuf,
        source: io::Error,
    },
    /// Cargo.lock names no such package.
    NotLocked { package: &'static str },
    /// Files of the page name each other in a circle, so none can be named first.
    NameCircle(Vec<String>),
    /// What people wait for is heavier than allowed.
    OverBudget {
        what: &'static str,
        given: u64,
        bound: u64,
    },
    /// No port was free.
    NoPort { first: u16, last: u16 },
    /// The browser and its driver do not fit.
    Mismatch {
        browser: String,
        driver: String,
        how: String,
    },
    /// Tests, or what they need, failed; each is named.
    Tests { failed: Vec<String> },
    /// The filter leaves no test.
    NoTest { filter: String },
    /// PIXELBILL_SITE is no address.
    BadSite(String),
    /// A file lacks the markers between which figures go.
    NoMarkers {
        path: PathBuf,
        start: &'static str,
        end: &'static str,
    },
}

impl TaskError {
    /// For `map_err`: the doing and the path around an `io::Error`.
    pub fn io(doing: &'static str, path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| TaskError::Io {
            doing,
            path,
            source,
        }
    }
}

impl std::error::Error for TaskError {}

impl fmt::Display for TaskError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use TaskError::*;
        f.write_str(&match self {
            Missing { what, why, how } => missing(what, why, how),
            NotStarted { program, source } => not_started(program, source),
            Failed { command, ended } => format!("`{command}` {ended}; the reason stands above"),
            Io {
                doing,
                path,
                source,
            } => format!("{doing} {}: {source}", path.display()),
            NotLocked { package } => not_locked(package),
            NameCircle(names) => name_circle(names),
            OverBudget { what, given, bound } => over_budget(what, *given, *bound),
            NoPort { first, last } => no_port(*first, *last),
            Mismatch {
                browser,
                driver,
                how,
            } => mismatch(browser, driver, how),
            Tests { failed } => format!("failed: {}", failed.join(", ")),
            NoTest { filter } => no_test(filter),
            BadSite(given) => bad_site(given),
            NoMarkers { path, start, end } => no_markers(path, start, end),
        })
    }
}

fn missing(what: &str, why: &str, how: &str) -> String {
    format!("{what} is not on this machine; it is needed {why}.\n{how}")
}

fn not_started(program: &str, source: &io::Error) -> String {
    format!("`{program}` could not be started: {source}. Is it installed and on PATH?")
}

fn not_locked(package: &str) -> String {
    format!("Cargo.lock names no package `{package}`; run `cargo generate-lockfile`")
}

fn name_circle(names: &[String]) -> String {
    format!(
        "these files of the page name each other in a circle, so none can carry its content's \
         hash: {}; break the circle",
        names.join(", ")
    )
}

fn over_budget(what: &str, given: u64, bound: u64) -> String {
    format!(
        "{what} is {given} bytes in brotli, {} over the budget of {bound}; make it smaller \
         (the table above shows where the bytes are), or change the budget in \
         xtask/src/bundle/sizes.rs and say why",
        given.saturating_sub(bound)
    )
}

fn no_port(first: u16, last: u16) -> String {
    format!("every port from {first} to {last} is taken; name a free one with --port")
}

fn mismatch(browser: &str, driver: &str, how: &str) -> String {
    format!(
        "browser and driver must have the same major version, but they are:\n  {browser}\n  \
         {driver}\n{how}"
    )
}

fn no_test(filter: &str) -> String {
    format!("no test's name contains `{filter}`; without it, every test runs")
}

fn bad_site(given: &str) -> String {
    format!(
        "PIXELBILL_SITE is `{given}`; it is the page's address, without query and fragment, say \
         https://example.com/pixelbill/"
    )
}

fn no_markers(path: &Path, start: &str, end: &str) -> String {
    format!(
        "{} has no `{start}` before an `{end}`; put these two lines where the figures go",
        path.display()
    )
}
