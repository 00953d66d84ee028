//! What was really billed: reading pasted usage, pricing it, and why it differs from estimates.

mod cases;
#[path = "../common/mod.rs"]
mod common;
mod comparing;
mod export;
mod faults;
mod observed;
mod properties;
mod shapes;
