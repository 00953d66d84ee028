//! `cargo xtask test`: every proof there is, native and in a browser. A step that fails does
//! not hide the next; nothing is ever skipped. The last line counts the tests.

use super::cargo_tests::{CargoTests, Tally};
use crate::bundle;
use crate::error::{Outcome, TaskError};
use crate::install::{self, browser::Browser};
use crate::say;

pub fn run(filter: Option<&str>) -> Outcome<()> {
    let browser = install::for_testing()?;
    let mut report = Report::default();
    for (name, tests, counts) in native(filter) {
        say::step(name);
        report.add(
            name,
            tests
                .run()
                .map(|tally| if counts { tally } else { tally.uncounted() }),
        );
    }
    match bundle::build() {
        Ok(_) => report.add("the browser tests", in_browser(&browser, filter)),
        Err(problem) => report.add("building the page", Err(problem)),
    }
    report.close(filter)
}

/// The native runs. The core's tests run again with the whole program, and count there.
fn native(filter: Option<&str>) -> [(&'static str, CargoTests, bool); 3] {
    let core = CargoTests::of("pixelbill", filter).args(&["--no-default-features"]);
    let whole = CargoTests::of("pixelbill", filter);
    let tooling = CargoTests::of("xtask", filter);
    [
        (
            "testing the core alone, compiled without the page",
            core,
            false,
        ),
        ("testing the whole program, natively", whole, true),
        ("testing the tooling", tooling, true),
    ]
}

fn in_browser(browser: &Browser, filter: Option<&str>) -> Outcome<Tally> {
    say::step("testing the page in a browser");
    let features = ["--no-default-features", "--features", "browser-tests"];
    let tests = CargoTests::of("pixelbill", filter);
    tests
        .args(&features)
        .args(&["--test", "browser"])
        .with_browser(browser)
        .run()
}

/// What came of each step.
#[derive(Default)]
struct Report {
    tally: Tally,
    failed: Vec<String>,
}

impl Report {
    fn add(&mut self, step: &str, outcome: Outcome<Tally>) {
        match outcome {
            Ok(tally) => {
                self.tally += tally;
                self.failed
                    .extend((tally.failed > 0).then(|| step.to_owned()));
            }
            Err(problem) => {
                eprintln!("\nerror: {problem}\n");
                self.failed.push(step.to_owned());
            }
        }
    }

    fn close(self, filter: Option<&str>) -> Outcome<()> {
        let Tally { passed, failed, .. } = self.tally;
        if !self.failed.is_empty() {
            println!("\n{passed} passed, {} failed", failed.max(1));
            return Err(TaskError::Tests {
                failed: self.failed,
            });
        }
        if let Some(filter) = filter.filter(|_| passed == 0) {
            return Err(TaskError::NoTest {
                filter: filter.to_owned(),
            });
        }
        println!("\n{passed} passed, 0 failed");
        Ok(())
    }
}
