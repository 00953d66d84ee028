//! Where things lie. Everything the tooling makes is in `target/` or `dist/`.

use std::path::{Path, PathBuf};

/// The top of the project.
pub fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}

/// The page as it ships.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The page between build and `dist/`.
pub fn page(part: &str) -> PathBuf {
    root().join("target").join("page").join(part)
}

/// The page's files as a host would compress them: `name.br`, `name.gz`.
pub fn compressed() -> PathBuf {
    page("compressed")
}

/// Where the tooling installs its own tools.
pub fn tools() -> PathBuf {
    root().join("target").join("tools")
}

/// An installed Rust tool, present or not.
pub fn tool(name: &str) -> PathBuf {
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    tools().join("bin").join(file)
}

/// Where npm installs one of our packages.
pub fn npm_prefix(package: &str) -> PathBuf {
    tools().join(package)
}

/// Where npm puts the commands of one of our packages.
pub fn npm_commands(package: &str) -> PathBuf {
    npm_prefix(package).join("node_modules").join(".bin")
}

/// A command as npm installs it: on Windows through a `.cmd` file.
pub fn npm_tool(package: &str, command: &str) -> PathBuf {
    let ending = if cfg!(windows) { ".cmd" } else { "" };
    npm_commands(package).join(format!("{command}{ending}"))
}
