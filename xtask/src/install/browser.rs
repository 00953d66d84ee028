//! A browser for the tests, and the driver that steers it: found where they usually are;
//! as root on Debian or Ubuntu installed by apt; otherwise the person is told what to run.

use crate::error::{Outcome, TaskError};
use crate::process::{Run, on_path};
use crate::say;
use std::path::{Path, PathBuf};

/// Where the browser and its driver are.
pub struct Browser {
    pub browser: PathBuf,
    pub driver: PathBuf,
}

/// Overrides what is found.
pub const BROWSER_VARIABLE: &str = "PIXELBILL_BROWSER";
pub const DRIVER_VARIABLE: &str = "PIXELBILL_DRIVER";

const BROWSERS: [&str; 5] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
];
const DRIVERS: [&str; 2] = ["chromedriver", "chromium.chromedriver"];
const USUAL_BROWSERS: [&str; 4] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
];
const USUAL_DRIVERS: [&str; 3] = [
    "/usr/lib/chromium/chromedriver",
    "/usr/lib/chromium-browser/chromedriver",
    "/opt/homebrew/bin/chromedriver",
];

/// A browser and a driver that fit, installed if that can be done.
pub fn ready() -> Outcome<Browser> {
    find().map_or_else(installed, Ok)?.checked()
}

/// The browser and the driver, if both are on this machine. Where there are several
/// browsers, the first that fits the driver.
pub fn find() -> Option<Browser> {
    let drivers = look_for(DRIVER_VARIABLE, &DRIVERS, &USUAL_DRIVERS);
    let driver = drivers.into_iter().next()?;
    let mut browsers = look_for(BROWSER_VARIABLE, &BROWSERS, &USUAL_BROWSERS);
    let fitting = match browsers.len() {
        0 | 1 => None, // nothing to choose from, so nothing to ask them
        _ => browsers.iter().position(|browser| fits(browser, &driver)),
    };
    browsers.truncate(fitting.map_or(1, |at| at + 1));
    browsers.pop().map(|browser| Browser { browser, driver })
}

fn look_for(variable: &str, names: &[&str], usual: &[&str]) -> Vec<PathBuf> {
    if let Some(named) = std::env::var_os(variable) {
        return vec![named.into()];
    }
    let usual = usual.iter().map(PathBuf::from);
    let usual = usual.filter(|path| path.is_file());
    on_path(names).into_iter().chain(usual).collect()
}

fn installed() -> Outcome<Browser> {
    if let Some(packages) = apt_packages().filter(|_| is_root()) {
        say::step("installing Chromium and its driver for the browser tests (apt, 1 to 5 minutes)");
        apt(&["update"])?;
        let install = ["install", "--yes", "--no-install-recommends"];
        apt(&[&install[..], &packages[..]].concat())?;
    }
    find().ok_or_else(no_browser)
}

fn apt(args: &[&str]) -> Outcome<()> {
    let apt = Run::new("apt-get").args(["--quiet", "--quiet"]).args(args);
    apt.env("DEBIAN_FRONTEND", "noninteractive").run()
}

/// What the packages are called here, if this is Debian or Ubuntu.
fn apt_packages() -> Option<[&'static str; 2]> {
    let release = std::fs::read_to_string("/etc/os-release").ok()?;
    let is = |id: &str| {
        release
            .lines()
            .any(|line| line.trim_matches('"') == format!("ID={id}"))
    };
    match () {
        () if is("debian") => Some(["chromium", "chromium-driver"]),
        () if is("ubuntu") => Some(["chromium-browser", "chromium-chromedriver"]),
        () => None,
    }
}

/// Whether we run as root, where Chromium wants `--no-sandbox`.
pub fn is_root() -> bool {
    let id = Run::new("id").args(["-u"]).read();
    cfg!(unix) && id.is_ok_and(|id| id.trim() == "0")
}

fn no_browser() -> TaskError {
    TaskError::Missing {
        what: "Chromium or Chrome, or its driver (chromedriver),".to_owned(),
        why: "for the browser tests, which are never skipped",
        how: format!(
            "{INSTALL}  elsewhere, or to choose another: set {BROWSER_VARIABLE} and {DRIVER_VARIABLE} to their paths"
        ),
    }
}

const INSTALL: &str = "\
Install both, then run this again:
  Debian:   sudo apt-get install chromium chromium-driver
  Ubuntu:   sudo apt-get install chromium-browser chromium-chromedriver
  Fedora:   sudo dnf install chromium chromedriver
  macOS:    brew install --cask google-chrome chromedriver
  Windows:  winget install Google.Chrome, and then
            npx @puppeteer/browsers install chromedriver@stable
";

impl Browser {
    /// The driver refuses a browser of another major version, in words hard to read.
    fn checked(self) -> Outcome<Browser> {
        if fits(&self.browser, &self.driver) {
            return Ok(self);
        }
        let named = |program: &Path| format!("{} ({})", version(program), program.display());
        Err(TaskError::Mismatch {
            browser: named(&self.browser),
            driver: named(&self.driver),
            how: INSTALL.replace("Install both, then", "Update both, then"),
        })
    }
}

/// Whether both have the same major version; Chrome on Windows prints none, and then the
/// driver judges.
fn fits(browser: &Path, driver: &Path) -> bool {
    match (major(&version(browser)), major(&version(driver))) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    }
}

fn version(program: &Path) -> String {
    let says = Run::new(program).args(["--version"]).read();
    says.unwrap_or_default().trim().to_owned()
}

/// "Chromium 156.0.8078.79 built on Debian" -> 156
fn major(says: &str) -> Option<u32> {
    let mut words = says.split_whitespace();
    words.find_map(|word| word.split_once('.')?.0.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_major_version_of_both() {
        assert_eq!(
            major("Chromium 156.0.8078.79 built on Debian GNU/Linux 12"),
            Some(156)
        );
        assert_eq!(major("Google Chrome 131.0.6778.85"), Some(131));
        assert_eq!(
            major("ChromeDriver 156.0.8078.79 (a21ce95c-refs/heads/8078@{#1704})"),
            Some(156)
        );
        assert_eq!(major(""), None);
    }
}
