//! Pixelbill's build tooling, in rooms:
//!
//! - [`cli`]: the words of the command line, and nothing of what they do
//! - [`tasks`]: one file a command; each is a short list of steps
//! - [`install`]: what the tasks need on a machine, and how it gets there
//! - [`bundle`]: from sources to `dist/`: build, name by content, compress, weigh
//! - [`server`]: serves a folder as a static host would; the browser tests use it too
//!
//! Below them: [`site`] (the one setting), [`paths`] (where things lie), [`process`] (running programs), [`say`]
//! (progress lines), [`error`] (everything that can go wrong, in words).
//! Nothing here knows prices, or anything else of what Pixelbill calculates.

pub mod bundle;
pub mod cli;
pub mod error;
pub mod install;
pub mod paths;
pub mod process;
pub mod say;
pub mod server;
pub mod site;
mod suggest;
pub mod tasks;
