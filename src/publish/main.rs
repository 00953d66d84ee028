//! Writes what the build publishes beside the program: `publish FOLDER [SITE]` puts prices.json,
//! head.html and front.html into the folder. Run by `cargo xtask build`.

use pixelbill::publish::{front, head, prices};
use pixelbill::rates::RateBook;
use std::env;
use std::io::{Error, ErrorKind, Result};
use std::path::PathBuf;

fn main() -> Result<()> {
    let mut words = env::args().skip(1);
    let usage = || Error::new(ErrorKind::InvalidInput, "usage: publish FOLDER [SITE]");
    let folder = PathBuf::from(words.next().ok_or_else(usage)?);
    let site = words.next().unwrap_or_default();
    let book = RateBook::embedded();
    std::fs::write(folder.join("prices.json"), prices(book, &site))?;
    std::fs::write(folder.join("head.html"), head(&site))?;
    std::fs::write(folder.join("front.html"), front(book))
}
