//! `cargo xtask build`: the page as it ships, in dist/, and what it weighs.

use crate::bundle::{self, single, sizes};
use crate::error::Outcome;
use crate::{paths, say};

pub fn run(check_size: bool, single_file: bool) -> Outcome<()> {
    let weights = bundle::build()?;
    println!("\n{}\n{}", sizes::table(&weights), sizes::summary(&weights));
    if single_file {
        single::make(&paths::dist(), &single::path())?;
        say::note(&format!("all in one file: {}", single::path().display()));
    }
    match check_size {
        true => sizes::check(&weights),
        false => Ok(()),
    }
}
