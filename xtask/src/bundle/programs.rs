//! The programs beside Trunk's: further builds of the same crate with other features, which
//! public/boot.js loads by name. And what all programs have in common: smaller WebAssembly.

use super::files_in;
use crate::error::{Outcome, TaskError};
use crate::process::Run;
use crate::{paths, say};
use std::fs;
use std::path::{Path, PathBuf};

/// A program beside the page's own. Its name is its cargo feature, and what boot.js calls it.
pub const BESIDE: [&str; 2] = ["whole", "embed"];

/// What the programs are compiled for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// What today's rustc writes beyond WebAssembly's first version.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-mutable-globals",
    "--enable-multivalue",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Undoing the compiler's shape of control flow first lets the later passes save another 1 %.
const PASSES: [&str; 4] = ["--flatten", "--rereloop", "-Oz", "-Oz"];

/// Builds every program beside Trunk's into the stage, and names its files in index.html.
pub fn add(stage: &Path) -> Outcome<()> {
    for name in BESIDE {
        say::note(&format!("building the program `{name}`"));
        compile(name)?;
        bind(name, stage)?;
        announce(name, stage)?;
    }
    Ok(())
}

fn compile(name: &str) -> Outcome<()> {
    let cargo = Run::cargo().args(["build", "--quiet", "--locked", "--release"]);
    let cargo = cargo.args(["--bin", "pixelbill", "--target", TARGET, "--features", name]);
    cargo.env(FLAGS, flags()).run()
}

/// A name as Trunk would give it; its hash comes with the seal.
fn staged(name: &str) -> String {
    format!("pixelbill-{name}-00000000")
}

fn bind(name: &str, stage: &Path) -> Outcome<()> {
    let wasm = target_folder().join(TARGET).join("release/pixelbill.wasm");
    let bindgen = Run::new(paths::tool("wasm-bindgen")).args([&wasm]);
    let bindgen = bindgen.args(["--target", "web", "--no-typescript", "--out-name"]);
    bindgen
        .args([staged(name)])
        .args(["--out-dir"])
        .args([stage])
        .run()
}

fn announce(name: &str, stage: &Path) -> Outcome<()> {
    let path = stage.join("index.html");
    let html = fs::read_to_string(&path).map_err(TaskError::io("reading", &path))?;
    let file = staged(name);
    let named = format!("data-{name}=./{file}.js data-{name}-wasm=./{file}_bg.wasm data-page=");
    let html = html.replacen("data-page=", &named, 1);
    fs::write(&path, html).map_err(TaskError::io("writing", &path))
}

/// Makes every program small: without what the page never uses, then by wasm-opt.
pub fn shrink(stage: &Path) -> Outcome<()> {
    for name in files_in(stage)?
        .iter()
        .filter(|name| name.ends_with("_bg.wasm"))
    {
        let wasm = stage.join(name);
        prune(&stage.join(name.replace("_bg.wasm", ".js")), &wasm)?;
        let optimizer = Run::new(paths::npm_tool("binaryen", "wasm-opt")).args([&wasm]);
        optimizer
            .args(FEATURES)
            .args(PASSES)
            .args(["--output"])
            .args([&wasm])
            .run()?;
    }
    Ok(())
}

fn prune(script: &Path, wasm: &Path) -> Outcome<()> {
    let pruner = paths::root().join("xtask/src/bundle/prune.mjs");
    let metadce = paths::npm_tool("binaryen", "wasm-metadce");
    let node = Run::new("node").args([&pruner, script, wasm, &metadce]);
    node.args(FEATURES).run()
}

/// The variable that hands flags to the compiler, each divided by a control character.
pub const FLAGS: &str = "CARGO_ENCODED_RUSTFLAGS";

/// Flags of every program: no paths of this machine in what is published, and fewer bytes.
pub fn flags() -> String {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    let crates = home.unwrap_or_default().join("registry").join("src");
    // One folder for each registry; those of later flags win.
    let registries = fs::read_dir(&crates).into_iter().flatten().flatten();
    let folders = std::iter::once(crates).chain(registries.map(|registry| registry.path()));
    let flags = folders.map(|folder| format!("--remap-path-prefix={}/=", folder.display()));
    flags.collect::<Vec<String>>().join("\u{1f}")
}

/// Where cargo puts what it builds.
pub fn target_folder() -> PathBuf {
    let set = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    set.unwrap_or_else(|| paths::root().join("target"))
}
