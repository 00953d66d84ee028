//! One run of `cargo test`, and what its closing lines say.
//! Must not know which runs there are.

use crate::error::{Outcome, TaskError};
use crate::install::browser::{BROWSER_VARIABLE, Browser, DRIVER_VARIABLE};
use crate::paths;
use crate::process::Run;
use std::ops::AddAssign;

/// Where the browser tests find the page.
pub const DIST_VARIABLE: &str = "PIXELBILL_DIST";

/// Tests counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: usize,
    pub failed: usize,
}

impl Tally {
    /// For tests that run again elsewhere: what fails counts, what passes counts there.
    pub fn uncounted(self) -> Self {
        Tally { passed: 0, ..self }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Tally) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// Tells the browser tests what to drive, and where the page is.
pub fn browser_named(run: Run, browser: &Browser) -> Run {
    run.env(BROWSER_VARIABLE, &browser.browser)
        .env(DRIVER_VARIABLE, &browser.driver)
        .env(DIST_VARIABLE, paths::dist())
}

/// A run about to start.
pub struct CargoTests {
    cargo: Run,
    filter: Option<String>,
}

impl CargoTests {
    pub fn of(package: &str, filter: Option<&str>) -> Self {
        let cargo = Run::cargo().args(["test", "--no-fail-fast", "--package", package]);
        let filter = filter.map(str::to_owned);
        CargoTests { cargo, filter }
    }

    pub fn args(self, args: &[&str]) -> Self {
        let cargo = self.cargo.args(args);
        CargoTests { cargo, ..self }
    }

    pub fn with_browser(self, browser: &Browser) -> Self {
        let cargo = browser_named(self.cargo, browser);
        CargoTests { cargo, ..self }
    }

    /// Runs them. Failed tests are counted; an error is what kept tests from running.
    pub fn run(self) -> Outcome<Tally> {
        let mut tally = Tally::default();
        let outcome = self.cargo.args(self.filter).each_line(|line| {
            println!("{line}");
            tally += closing_line(line);
        });
        match outcome {
            Err(TaskError::Failed { .. }) if tally.failed > 0 => Ok(tally),
            other => other.map(|()| tally),
        }
    }
}

/// "test result: ok. 24 passed; 0 failed; ..." -> its counts; any other line counts nothing.
fn closing_line(line: &str) -> Tally {
    let Some(counts) = line.trim().strip_prefix("test result: ") else {
        return Tally::default();
    };
    let count = |what: &str| {
        let before = counts.split(what).next().unwrap_or_default();
        let number = before.trim().rsplit([' ', '.', ';']).next();
        number.and_then(|number| number.parse().ok()).unwrap_or(0)
    };
    Tally {
        passed: count("passed"),
        failed: count("failed;"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_what_cargo_says() {
        let line = "test result: FAILED. 24 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s";
        assert_eq!(
            closing_line(line),
            Tally {
                passed: 24,
                failed: 3
            }
        );
        assert_eq!(closing_line("test money::rounds ... ok"), Tally::default());
    }
}
