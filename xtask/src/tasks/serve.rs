//! `cargo xtask serve`: builds the page and serves it under the policy that ships.

use crate::bundle;
use crate::error::{Outcome, TaskError};
use crate::paths;
use crate::say;
use crate::server::{Server, Site};
use std::io::ErrorKind;

pub fn run(port: u16, base: String) -> Outcome<()> {
    bundle::build()?;
    let compressed = Some(paths::compressed());
    let site = Site {
        folder: paths::dist(),
        base,
        compressed,
        reload: false,
    };
    let server = start(site, port)?;
    println!("\nPixelbill is at {} (Ctrl-C stops it)", server.url());
    server.forever();
    Ok(())
}

const TRIES: u16 = 20;

/// Serves on this port or, when it is taken, on the next that is free.
pub fn start(site: Site, first: u16) -> Outcome<Server> {
    let last = first.saturating_add(TRIES);
    for port in first..=last {
        match Server::start(site.clone(), port) {
            Err(source) if source.kind() == ErrorKind::AddrInUse => {
                say::note(&format!("port {port} is taken, trying the next"));
            }
            started => return started.map_err(TaskError::io("serving", &site.folder)),
        }
    }
    Err(TaskError::NoPort { first, last })
}
