//! The command `cargo xtask`: reads the words, runs the task, reports the outcome.
//! Must not know how any task works.

use std::process::ExitCode;
use xtask::{cli, tasks};

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let task = match cli::parse(&words) {
        Ok(task) => task,
        Err(problem) => {
            eprintln!("error: {problem}\n\n{}", cli::USAGE);
            return ExitCode::from(2);
        }
    };
    match tasks::run(task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("\nerror: {problem}");
            ExitCode::FAILURE
        }
    }
}
