//! Trunk and wasm-bindgen, built from crates.io into target/tools.

use crate::error::{Outcome, TaskError};
use crate::paths;
use crate::process::Run;
use crate::say;
use std::fs;
use std::time::Instant;

const TRUNK: &str = "0.21.14";

/// Trunk, which drives the build of the page.
pub fn trunk() -> Outcome<()> {
    let tool = Tool {
        package: "trunk",
        command: "trunk",
        version: TRUNK.to_owned(),
        // Without what it needs to download tools of its own: we bring them.
        features: &["--no-default-features"],
        why: "drives the build of the page",
        takes: "3 to 15 minutes, once",
    };
    tool.ready()
}

/// wasm-bindgen, in exactly the version the program is compiled with.
pub fn wasm_bindgen() -> Outcome<()> {
    let tool = Tool {
        package: "wasm-bindgen-cli",
        command: "wasm-bindgen",
        version: locked_version("wasm-bindgen")?,
        features: &[],
        why: "joins WebAssembly and JavaScript; the version is the one in Cargo.lock",
        takes: "2 to 5 minutes, once",
    };
    tool.ready()
}

struct Tool {
    package: &'static str,
    command: &'static str,
    version: String,
    features: &'static [&'static str],
    why: &'static str,
    takes: &'static str,
}

impl Tool {
    fn ready(&self) -> Outcome<()> {
        if self.is_present() {
            return Ok(());
        }
        say::step(&format!(
            "installing {} {} into target/tools: {} ({})",
            self.package, self.version, self.why, self.takes
        ));
        let start = Instant::now();
        let installed = self.install(true).or_else(|_| {
            say::note("that failed; once more, with the newest crates that fit");
            self.install(false)
        });
        let _ = fs::remove_dir_all(build_folder()); // only saves disk: staying is no failure
        installed?;
        say::note(&format!("done in {}", say::duration(start.elapsed())));
        Ok(())
    }

    fn is_present(&self) -> bool {
        let tool = paths::tool(self.command);
        let says = tool
            .is_file()
            .then(|| Run::new(tool).args(["--version"]).read());
        let matches = |text: String| text.split_whitespace().any(|word| word == self.version);
        says.is_some_and(|text| text.is_ok_and(matches))
    }

    fn install(&self, locked: bool) -> Outcome<()> {
        let what = ["install", self.package, "--version", &self.version];
        let only = ["--bin", self.command, "--force", "--root"];
        Run::cargo()
            .args(what)
            .args(locked.then_some("--locked"))
            .args(self.features)
            .args(only)
            .args([paths::tools()])
            .with_tools() // or cargo warns that they are not on PATH
            .env("CARGO_TARGET_DIR", build_folder())
            // The tools need to be ready soon rather than be quick themselves.
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
            .run()
    }
}

fn build_folder() -> std::path::PathBuf {
    paths::tools().join("build")
}

/// The version of a package in Cargo.lock.
fn locked_version(package: &'static str) -> Outcome<String> {
    let path = paths::root().join("Cargo.lock");
    let lock = fs::read_to_string(&path).map_err(TaskError::io("reading", path))?;
    let version = version_in(&lock, package);
    version.ok_or(TaskError::NotLocked { package })
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| line.trim() != name);
    let version = lines.nth(1)?.trim().strip_prefix("version = ")?;
    Some(version.trim_matches('"').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_a_version_from_the_lock_file() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.2.1\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in(lock, "leptos"), None);
    }
}
