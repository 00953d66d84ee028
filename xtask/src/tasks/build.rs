//! `cargo xtask build`: the page as it ships, in dist/, and what it weighs.

use crate::bundle::{self, sizes};
use crate::error::Outcome;

pub fn run(check_size: bool) -> Outcome<()> {
    let weights = bundle::build()?;
    println!("\n{}\n{}", sizes::table(&weights), sizes::summary(&weights));
    match check_size {
        true => sizes::check(&weights),
        false => Ok(()),
    }
}
