//! All sizes at five qualities as WebAssembly, for `cargo xtask bench` to time in a browser: the
//! core alone, with the profile of the page.

mod every_size;

use pixelbill::rates::RateBook;

/// The sum of all the tokens.
#[unsafe(no_mangle)]
pub extern "C" fn every_size() -> u64 {
    every_size::every_size(RateBook::embedded())
}

fn main() {}
