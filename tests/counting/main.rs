//! How tokens are counted, against everything that is published or measured.

#[path = "../common/mod.rs"]
mod common;
mod input;
mod output;
mod vision;
