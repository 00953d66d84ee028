//! The commands: one file each, a short list of steps.

mod bench;
mod build;
mod cargo_tests;
mod dev;
mod figures;
mod serve;
mod test;

use crate::cli::{Task, USAGE};
use crate::error::Outcome;

/// Runs what was asked for.
pub fn run(task: Task) -> Outcome<()> {
    match task {
        Task::Serve { port, base } => serve::run(port, base),
        Task::Dev { port } => dev::run(port),
        Task::Build {
            check_size,
            single_file,
        } => build::run(check_size, single_file),
        Task::Test { filter } => test::run(filter.as_deref()),
        Task::Bench { write } => bench::run(write),
        Task::Help => {
            println!("{USAGE}");
            Ok(())
        }
    }
}
