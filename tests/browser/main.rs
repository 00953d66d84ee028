//! The page in a real browser. `cargo xtask test` runs these; one file a story.
//!
//! A story opens a [`harness::Page`] and does what a person does: clicks, drags, types,
//! presses keys, reloads. When the page is dropped it has to have kept the house rules: a
//! silent console, and no request to any other origin.

#![allow(dead_code, reason = "the acts are a kit: no story uses them all")]

mod acts;
mod folder;
mod harness;
mod host;
mod keeping;
mod measures;
mod opening;
mod reading;
mod stories;
mod surroundings;
mod webdriver;
mod witness;
