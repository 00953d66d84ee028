//! wasm-opt, from the npm package of Binaryen, and the Node it runs on.

use crate::error::{Outcome, TaskError};
use crate::paths;
use crate::process::Run;
use crate::say;

/// The version Trunk 0.21 uses too.
const BINARYEN: &str = "123";

/// Node must be there already: it belongs to the person's machine.
pub fn node() -> Outcome<()> {
    let found = Run::new("node").args(["--version"]).read();
    found.map(drop).map_err(|_| no_node("Node"))
}

/// wasm-opt, in target/tools/binaryen.
pub fn ready() -> Outcome<()> {
    if is_present() {
        return Ok(());
    }
    say::step(&format!(
        "installing binaryen {BINARYEN} into target/tools: wasm-opt makes the program smaller \
         (npm, under a minute)"
    ));
    let install = Run::npm()
        .args([
            "install",
            "--no-audit",
            "--no-fund",
            "--loglevel=error",
            "--prefix",
        ])
        .args([paths::tools().join("binaryen")])
        .args([format!("binaryen@{BINARYEN}")]);
    match install.run() {
        Err(TaskError::NotStarted { .. }) => Err(no_node("npm, which comes with Node,")),
        other => other,
    }
}

fn is_present() -> bool {
    let wasm_opt = paths::wasm_opt();
    let says = wasm_opt
        .is_file()
        .then(|| Run::new(wasm_opt).args(["--version"]).read());
    says.is_some_and(|text| text.is_ok_and(|text| text.contains(&format!("version {BINARYEN}"))))
}

fn no_node(what: &str) -> TaskError {
    TaskError::Missing {
        what: what.to_owned(),
        why: "to run wasm-opt, which makes the program a quarter smaller, and to compress the page",
        how: "Install Node 18 or newer, then run this again:\n  \
              Debian, Ubuntu: sudo apt-get install nodejs npm\n  \
              Fedora:         sudo dnf install nodejs\n  \
              macOS:          brew install node\n  \
              Windows:        winget install OpenJS.NodeJS.LTS\n  \
              others:         https://nodejs.org/"
            .to_owned(),
    }
}
