//! How tokens are counted: output images, input images, images that a text model reads.
//!
//! Knows the arithmetic of each kind of rule; must not know prices, scenarios or the page. The
//! constants stand in the rate book.

pub mod input;
pub mod output;
mod patches;
pub mod text;
pub mod vision;
