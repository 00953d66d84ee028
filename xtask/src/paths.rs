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

/// Where npm puts the commands of Binaryen.
pub fn binaryen_bin() -> PathBuf {
    let prefix = tools().join("binaryen");
    prefix.join("node_modules").join(".bin")
}

/// wasm-opt as npm installs it: on Windows through a `.cmd` file.
pub fn wasm_opt() -> PathBuf {
    binaryen_bin().join(if cfg!(windows) {
        "wasm-opt.cmd"
    } else {
        "wasm-opt"
    })
}
