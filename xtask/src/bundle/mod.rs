//! From sources to `dist/`: Trunk builds into a stage, each file is named by its content,
//! and only then `dist/` is replaced, so that it never holds half a page.
//! Must not know what the page is about.

mod fingerprint;
pub mod offline;
pub mod programs;
mod published;
mod references;
pub mod single;
pub mod sizes;

use crate::error::{Outcome, TaskError};
use crate::process::Run;
use crate::{install, paths, say};
use sizes::Weight;
use std::fs::{self, File};
use std::path::Path;
use std::time::Instant;

/// Builds the page as it ships and weighs it.
pub fn build() -> Outcome<Vec<Weight>> {
    install::for_building()?;
    let _alone = alone()?;
    let start = Instant::now();
    say::step("building the page (about 4 minutes the first time, then seconds)");
    let stage = paths::page("stage");
    let build = trunk("build").args(["--release", "--dist"]).args([&stage]);
    let build = build.env(programs::FLAGS, programs::flags());
    build.each_line(say_unless_known)?;
    programs::add(&stage)?;
    programs::shrink(&stage)?;
    finish(&stage, &paths::dist())?;
    compress()?;
    let weights = sizes::weigh(&paths::dist(), &paths::compressed())?;
    say::note(&format!("built in {}", say::duration(start.elapsed())));
    Ok(weights)
}

/// From built programs to a page: what stands beside them, smaller scripts, final names.
pub fn finish(stage: &Path, dist: &Path) -> Outcome<()> {
    published::add(stage)?;
    offline::add(stage)?;
    minify(stage)?;
    replace(dist, stage)
}

/// One build at a time: the second waits until the first lets go of this file.
fn alone() -> Outcome<File> {
    let path = paths::page("lock");
    fs::create_dir_all(paths::page("")).map_err(TaskError::io("making", &path))?;
    let file = File::create(&path).map_err(TaskError::io("making", &path))?;
    if file.try_lock().is_err() {
        say::note("another build is running here; waiting for it");
        file.lock().map_err(TaskError::io("locking", &path))?;
    }
    Ok(file)
}

/// Trunk, quiet and with our tools.
pub fn trunk(command: &str) -> Run {
    let args = ["--skip-version-check", "--log", "warn", command];
    // Trunk reads NO_COLOR=1 as a broken flag.
    let run = Run::new(paths::tool("trunk")).args(args);
    run.without_env("NO_COLOR").with_tools()
}

/// Trunk cannot minify wasm-bindgen's JavaScript and says so each time; we minify it after.
fn say_unless_known(line: &str) {
    if !line.contains("Failed to minify JS") {
        println!("{line}");
    }
}

/// Makes the JavaScript small.
fn minify(stage: &Path) -> Outcome<()> {
    for name in files_in(stage)?.iter().filter(|name| name.ends_with(".js")) {
        let file = stage.join(name);
        let terser = Run::new(paths::npm_tool("terser", "terser")).args([&file]);
        let options = ["--module", "--compress", "passes=2", "--mangle", "--output"];
        terser.args(options).args([&file]).run()?;
    }
    Ok(())
}

fn replace(dist: &Path, stage: &Path) -> Outcome<()> {
    let sealed = paths::page("sealed");
    empty(&sealed)?;
    let mut files = fingerprint::seal(read_all(stage)?)?;
    offline::tell_worker(&mut files);
    for (name, bytes) in files {
        let path = sealed.join(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(TaskError::io("making", folder))?;
        }
        write(&path, bytes)?;
    }
    remove(dist)?;
    fs::rename(&sealed, dist).map_err(TaskError::io("putting the page into", dist))
}

fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Outcome<()> {
    fs::write(path, bytes).map_err(TaskError::io("writing", path))
}

fn read_all(folder: &Path) -> Outcome<fingerprint::Files> {
    let mut files = fingerprint::Files::new();
    for name in files_in(folder)? {
        let path = folder.join(&name);
        let bytes = fs::read(&path).map_err(TaskError::io("reading", path))?;
        files.insert(name, bytes);
    }
    Ok(files)
}

/// The files below a folder, by their path from there with forward slashes.
pub fn files_in(folder: &Path) -> Outcome<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(TaskError::io("reading", folder))? {
        let entry = entry.map_err(TaskError::io("reading", folder))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        match entry.path() {
            path if path.is_dir() => {
                let below = files_in(&path)?;
                names.extend(below.into_iter().map(|inner| format!("{name}/{inner}")));
            }
            _ => names.push(name),
        }
    }
    names.sort();
    Ok(names)
}

fn compress() -> Outcome<()> {
    let to = paths::compressed();
    empty(&to)?;
    let script = paths::root().join("xtask/src/bundle/compress.mjs");
    Run::new("node").args([script, paths::dist(), to]).run()
}

fn empty(folder: &Path) -> Outcome<()> {
    remove(folder)?;
    fs::create_dir_all(folder).map_err(TaskError::io("making", folder))
}

fn remove(folder: &Path) -> Outcome<()> {
    match fs::remove_dir_all(folder) {
        Err(source) if source.kind() != std::io::ErrorKind::NotFound => {
            Err(TaskError::io("emptying", folder)(source))
        }
        _ => Ok(()),
    }
}
