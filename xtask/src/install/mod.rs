//! What the tasks need on a machine, and how it gets there: a room of one file a source
//! (rustup and crates.io, npm, the system's own packages). When all is present, nothing
//! here touches the network or takes noticeable time.
//! Must not know what the tools are used for beyond the one line it tells the person.

pub mod browser;
mod cargo_tools;
mod npm_tools;
mod wasm_target;

use crate::error::Outcome;

/// All that `build`, `serve` and `dev` need.
pub fn for_building() -> Outcome<()> {
    npm_tools::node()?; // first: we cannot install Node, so say it before the long waits
    wasm_target::ready()?;
    cargo_tools::trunk()?;
    cargo_tools::wasm_bindgen()?;
    npm_tools::wasm_opt()?;
    npm_tools::terser()
}

/// All that `test` and `bench` need.
pub fn for_testing() -> Outcome<browser::Browser> {
    let browser = browser::ready()?;
    for_building()?;
    Ok(browser)
}
