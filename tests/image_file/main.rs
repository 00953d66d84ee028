//! Image files: dimensions from headers made here by hand, and a sentence for every bad file.

mod broken;
mod dimensions;
mod headers;
mod many;
mod sentences;
