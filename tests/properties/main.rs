//! What holds for every scenario that can be asked, not only for the worked examples.

#[path = "../common/mod.rs"]
mod common;

mod amounts;
mod cheaper;
mod costs;
mod extremes;
mod plans;
mod scenarios;
mod ways_out;
