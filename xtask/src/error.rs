//! Everything that can go wrong, in words: what was given, the bound, the way out.
//! Must not know how to recover; the tasks decide that.

use std::fmt;
use std::io;
use std::path::PathBuf;

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
    /// The first view is heavier than allowed.
    OverBudget { given: u64, bound: u64 },
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
        match self {
            TaskError::Missing { what, why, how } => {
                write!(
                    f,
                    "{what} is not on this machine; it is needed {why}.\n{how}"
                )
            }
            TaskError::NotStarted { program, source } => write!(
                f,
                "`{program}` could not be started: {source}. Is it installed and on PATH?"
            ),
            TaskError::Failed { command, ended } => {
                write!(f, "`{command}` {ended}; the reason stands above")
            }
            TaskError::Io {
                doing,
                path,
                source,
            } => {
                write!(f, "{doing} {}: {source}", path.display())
            }
            TaskError::NotLocked { package } => write!(
                f,
                "Cargo.lock names no package `{package}`; run `cargo generate-lockfile`"
            ),
            TaskError::NameCircle(names) => write!(
                f,
                "these files of the page name each other in a circle, so none can carry its \
                 content's hash: {}; break the circle",
                names.join(", ")
            ),
            TaskError::OverBudget { given, bound } => write!(
                f,
                "the first view is {given} bytes in brotli, {} over the budget of {bound}; make it \
                 smaller (the table above shows where the bytes are), or change the budget in \
                 xtask/src/bundle/sizes.rs and say why",
                given - bound
            ),
            TaskError::NoPort { first, last } => write!(
                f,
                "every port from {first} to {last} is taken; name a free one with --port"
            ),
            TaskError::Mismatch {
                browser,
                driver,
                how,
            } => write!(
                f,
                "browser and driver must have the same major version, but they are:\n  {browser}\n  \
                 {driver}\n{how}"
            ),
            TaskError::Tests { failed } => write!(f, "failed: {}", failed.join(", ")),
            TaskError::NoTest { filter } => write!(
                f,
                "no test's name contains `{filter}`; without it, every test runs"
            ),
            TaskError::NoMarkers { path, start, end } => write!(
                f,
                "{} has no `{start}` before an `{end}`; put these two lines where the figures go",
                path.display()
            ),
        }
    }
}
