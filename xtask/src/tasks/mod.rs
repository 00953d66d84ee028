//! The commands: one file each, a short list of steps.

mod build;
mod dev;
mod serve;

use crate::cli::{Task, USAGE};
use crate::error::Outcome;

/// Runs what was asked for.
pub fn run(task: Task) -> Outcome<()> {
    match task {
        Task::Serve { port, base } => serve::run(port, base),
        Task::Dev { port } => dev::run(port),
        Task::Build { check_size } => build::run(check_size),
        Task::Test { .. } | Task::Bench { .. } => Ok(()),
        Task::Help => {
            println!("{USAGE}");
            Ok(())
        }
    }
}
