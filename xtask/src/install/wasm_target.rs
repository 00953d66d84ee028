//! The standard library for WebAssembly, which rustup brings.

use crate::error::{Outcome, TaskError};
use crate::process::Run;
use crate::say;
use std::path::Path;

const TARGET: &str = "wasm32-unknown-unknown";

pub fn ready() -> Outcome<()> {
    let rustc = Run::new("rustc").args(["--print", "target-libdir", "--target", TARGET]);
    if Path::new(rustc.read()?.trim()).is_dir() {
        return Ok(());
    }
    say::step("adding Rust's standard library for WebAssembly (rustup, about 30 MB)");
    let added = Run::new("rustup").args(["target", "add", TARGET]).run();
    match added {
        Err(TaskError::NotStarted { .. }) => Err(no_rustup()),
        other => other,
    }
}

fn no_rustup() -> TaskError {
    TaskError::Missing {
        what: format!("Rust's standard library for {TARGET}"),
        why: "to compile the page to WebAssembly",
        how: "Rust was not installed with rustup, so it cannot be added from here. Either\n  \
              install Rust with rustup: https://rustup.rs (Linux, macOS, Windows), or\n  \
              add it with your system's packages, say: sudo dnf install rust-std-static-wasm32-unknown-unknown"
            .to_owned(),
    }
}
