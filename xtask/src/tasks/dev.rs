//! `cargo xtask dev`: a debug build, rebuilt on change; open pages reload themselves.

use super::serve;
use crate::bundle::trunk;
use crate::error::{Outcome, TaskError};
use crate::server::Site;
use crate::{install, paths, say};
use std::process::Child;
use std::thread;
use std::time::Duration;

pub fn run(port: u16) -> Outcome<()> {
    install::for_building()?;
    say::step("building the page for development (about a minute the first time)");
    let folder = paths::page("dev");
    let _ = std::fs::remove_dir_all(&folder); // may not exist yet
    let mut trunk = trunk("watch")
        .args(["--features", "whole", "--dist"])
        .args([&folder])
        .start()?;
    while !folder.join("index.html").is_file() {
        thread::sleep(Duration::from_millis(200));
        still_running(&mut trunk)?;
    }
    let site = Site {
        folder,
        base: "/".to_owned(),
        compressed: None,
        reload: true,
    };
    let server = serve::start(site, port)?;
    println!(
        "\nPixelbill is at {} and follows your changes (Ctrl-C stops it)",
        server.url()
    );
    let ended = trunk
        .wait()
        .map_err(TaskError::io("watching", paths::root()))?;
    Err(TaskError::Failed {
        command: "trunk watch".to_owned(),
        ended: ended.to_string(),
    })
}

fn still_running(trunk: &mut Child) -> Outcome<()> {
    match trunk.try_wait() {
        Ok(None) => Ok(()),
        ended => Err(TaskError::Failed {
            command: "trunk watch".to_owned(),
            ended: format!("ended: {ended:?}"),
        }),
    }
}
