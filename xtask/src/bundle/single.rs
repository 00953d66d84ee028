//! The page as one file, which opens from a disk by a double click: `dist/pixelbill.html`.
//! Must not know how it is put together: that is single.mjs.

use crate::error::Outcome;
use crate::paths;
use crate::process::Run;
use std::path::PathBuf;

/// Where the one file is written.
pub fn path() -> PathBuf {
    paths::dist().join("pixelbill.html")
}

/// Makes the one file from the built page.
pub fn make() -> Outcome<()> {
    let script = paths::root().join("xtask/src/bundle/single.mjs");
    Run::new("node").args([script, paths::dist(), path()]).run()
}
