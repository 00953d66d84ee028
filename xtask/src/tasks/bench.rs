//! `cargo xtask bench`: weighs the page, times the core natively and the page in a browser.
//! Must not know the figures themselves: see `figures` for how a bench hands them over.

use super::cargo_tests::browser_named;
use super::figures::{self, Figures};
use crate::bundle::{self, programs, sizes};
use crate::error::Outcome;
use crate::install::{self, browser::Browser};
use crate::paths;
use crate::process::Run;
use crate::say;

pub fn run(write: bool) -> Outcome<()> {
    let browser = install::for_testing()?;
    let weights = bundle::build()?;
    let mut figures = Figures::default();
    native(&mut figures)?;
    count_program()?;
    in_browser(&browser, &mut figures)?;
    let text = [
        figures::machine(&browser.browser),
        figures.table(),
        sizes::table(&weights),
        sizes::summary(&weights),
    ];
    let text = text.join("\n\n");
    println!("\n{text}");
    if write {
        figures::write(&text)?;
        say::note("written into docs/performance.md");
    }
    Ok(())
}

/// The benches of benches/, if there are any.
fn native(figures: &mut Figures) -> Outcome<()> {
    if !paths::root().join("benches").is_dir() {
        return Ok(());
    }
    say::step("timing the core (about a minute)");
    let bench = Run::cargo().args(["bench", "--package", "pixelbill", "--no-default-features"]);
    bench
        .args(["--benches"])
        .each_line(|line| shown(line, figures))
}

/// Which file the browser counts all sizes with.
const COUNT_VARIABLE: &str = "PIXELBILL_COUNT";

fn count_program() -> Outcome<()> {
    let build = Run::cargo().args([
        "build",
        "--quiet",
        "--locked",
        "--release",
        "--bin",
        "count",
    ]);
    let core = ["--no-default-features", "--features", "count"];
    build.args(core).args(["--target", programs::TARGET]).run()
}

/// The browser tests that are measurements: ignored otherwise, and run one at a time.
fn in_browser(browser: &Browser, figures: &mut Figures) -> Outcome<()> {
    say::step("timing the page in a browser, as on a phone (about 2 minutes)");
    let features = ["--no-default-features", "--features", "browser-tests"];
    let alone = [
        "--test",
        "browser",
        "--",
        "--ignored",
        "--nocapture",
        "--test-threads=1",
    ];
    let tests = Run::cargo().args(["test", "--package", "pixelbill"]);
    let tests = tests.args(features).args(alone);
    let count = programs::target_folder().join(programs::TARGET);
    let tests = tests.env(COUNT_VARIABLE, count.join("release/count.wasm"));
    browser_named(tests, browser).each_line(|line| shown(line, figures))
}

fn shown(line: &str, figures: &mut Figures) {
    println!("{line}");
    figures.collect(line);
}
