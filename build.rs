//! Turns rates.json into the table that the program carries, and fails the build on a broken one.
//!
//! Knows where files are; the reading and checking is the very code that the tests run
//! (`src/rates`), and the writing of Rust is `src/rates/emit.rs`.

// The build needs a part of each module only.
#[allow(dead_code)]
#[path = "src/date.rs"]
mod date;
#[allow(dead_code)]
#[path = "src/interval.rs"]
mod interval;
#[allow(dead_code)]
#[path = "src/size.rs"]
mod size;

// `src/rates/mod.rs` without `embedded` and `lookup`, but with `emit`.
#[allow(dead_code, unused_imports)]
#[path = "src/rates"]
mod rates {
    mod book;
    mod check;
    pub mod emit;
    mod file;
    mod image_model;
    mod input_rule;
    mod observed;
    mod output_rule;
    mod side_table;
    mod text_model;
    pub mod words;

    pub use book::*;
    pub use check::*;
    pub use image_model::*;
    pub use input_rule::*;
    pub use observed::*;
    pub use output_rule::*;
    pub use side_table::*;
    pub use text_model::*;
    pub use words::{Background, Basis, Detail, Fidelity, Format, Meter, Quality, Tier};
}

use rates::{RateBook, RateSnapshot, SideTable, emit};
use std::path::Path;
use std::process::exit;
use std::{env, fs};

const BOOK: &str = "rates.json";

fn main() {
    for read in [
        BOOK,
        "build.rs",
        "src/rates",
        "src/date.rs",
        "src/interval.rs",
        "src/size.rs",
    ] {
        println!("cargo:rerun-if-changed={read}");
    }
    // Cargo sets OUT_DIR for every build script.
    let out = env::var_os("OUT_DIR").unwrap_or_else(|| fail(&["OUT_DIR is not set".to_owned()]));
    let (book, side_table) = book();
    let table = Path::new(&out).join("book.rs");
    let book = if carries_text_models() {
        book
    } else {
        without_text_models(book)
    };
    if let Err(error) = fs::write(&table, emit::rust_source(&book, &side_table)) {
        fail(&[format!("{}: {error}", table.display())]);
    }
}

/// The checked rate book and what stands beside it, or the end of the build.
fn book() -> (RateBook, SideTable) {
    let json = match fs::read_to_string(BOOK) {
        Ok(json) => json,
        Err(error) => fail(&[error.to_string()]),
    };
    match RateBook::with_side_table(&json) {
        Ok(book) => book,
        Err(errors) => fail(&errors.iter().map(ToString::to_string).collect::<Vec<_>>()),
    }
}

/// The rule of `SECOND_MODEL` in src/program.rs, as a build script sees it.
fn carries_text_models() -> bool {
    let target = env::var("CARGO_CFG_TARGET_ARCH");
    env::var_os("CARGO_FEATURE_WHOLE").is_some() || target.as_deref() != Ok("wasm32")
}

/// The book of a program that prices no text model.
fn without_text_models(book: RateBook) -> RateBook {
    let stripped = book.snapshots.iter().map(|snapshot| RateSnapshot {
        text_models: &[],
        responses: None,
        analysis: None,
        ..*snapshot
    });
    RateBook {
        snapshots: stripped.collect::<Vec<_>>().leak(),
    }
}

/// Ends the build with every message.
fn fail(messages: &[String]) -> ! {
    for message in messages {
        println!("cargo::error={BOOK}: {message}");
    }
    exit(1)
}
