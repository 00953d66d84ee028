//! Reloads open pages when index.html changes, for `cargo xtask dev`. Trunk's own reload
//! script is inline and opens a socket, which the page's policy forbids; this one is a file
//! of the page's origin that asks and waits, so development runs under the policy that ships.

use super::Site;
use super::files::Found;
use super::request::Request;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant, SystemTime};

const SCRIPT: &str = "xtask-reload.js";
const WAIT: &str = "xtask-reload.txt";

/// Asks, is answered when something changed or after a while, and asks again.
const PROGRAM: &str = "\
for (;;) {
  const answer = await fetch('./xtask-reload.txt').then((r) => r.text(), () => 'gone');
  if (answer === 'changed') location.reload();
  if (answer === 'gone') await new Promise((then) => setTimeout(then, 1000));
}
";

const PATIENCE: Duration = Duration::from_secs(20);
const GLANCE: Duration = Duration::from_millis(200);

/// The script, or the answer it waits for.
pub fn answer(request: &Request, site: &Site) -> Option<Found> {
    let inner = request.path.strip_prefix(site.base.as_str())?;
    match inner {
        SCRIPT if site.reload => Some(text(PROGRAM, "text/javascript; charset=utf-8")),
        WAIT if site.reload => {
            let changed = changes(&site.folder.join("index.html"));
            Some(text(
                if changed { "changed" } else { "same" },
                "text/plain; charset=utf-8",
            ))
        }
        _ => None,
    }
}

fn text(words: &str, content_type: &'static str) -> Found {
    Found {
        bytes: words.into(),
        content_type,
        encoding: None,
    }
}

/// The page with the script in it.
pub fn into_page(mut page: Found) -> Found {
    let script = format!("<script type=\"module\" src=\"./{SCRIPT}\"></script>");
    page.bytes.extend(script.into_bytes());
    page
}

/// Waits for a file to change and stand whole; false if it stays the same for a while.
fn changes(file: &Path) -> bool {
    let (start, before) = (Instant::now(), written(file));
    while start.elapsed() < PATIENCE {
        thread::sleep(GLANCE);
        if written(file).is_some_and(|now| Some(now) != before) {
            return true;
        }
    }
    false
}

fn written(file: &Path) -> Option<SystemTime> {
    file.metadata().and_then(|about| about.modified()).ok()
}
