//! The page as one file, which opens from a disk by a double click: `dist/pixelbill.html`.
//! Must not know how it is put together: that is single.mjs.

use crate::error::Outcome;
use crate::paths;
use crate::process::Run;
use std::path::{Path, PathBuf};

/// Where the one file is written.
pub fn path() -> PathBuf {
    paths::dist().join("pixelbill.html")
}

/// Makes the one file from a built page.
pub fn make(dist: &Path, file: &Path) -> Outcome<()> {
    let script = paths::root().join("xtask/src/bundle/single.mjs");
    let (script, dist, file) = (script.as_os_str(), dist.as_os_str(), file.as_os_str());
    Run::new("node").args([script, dist, file]).run()
}
