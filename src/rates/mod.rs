//! The rate book as checked: what every figure rests on.
//!
//! Knows models, rates, rules and their sources, each as true on a date. Must not know how the
//! file is written (`file`), what a person asks for, or how anything is shown. No price stands in
//! Rust: all of it comes from rates.json.
//!
//! A book is made once and lives as long as the program, so its parts are `&'static`: the page's
//! book is a table that the build makes from rates.json, and needs no reading at start.

mod book;
#[cfg(any(not(target_arch = "wasm32"), test))]
mod check;
mod embedded;
#[cfg(any(not(target_arch = "wasm32"), test))]
mod file;
mod image_model;
mod input_rule;
mod lookup;
mod observed;
mod output_rule;
mod side_table;
mod text_model;
pub(crate) mod words;

pub use book::{Lifecycle, Promotion, RateBook, RateSnapshot, Residency, Source, TierRates};
#[cfg(any(not(target_arch = "wasm32"), test))]
pub use check::{Fault, RateBookError};
pub use image_model::{Model, PrintedPrices, Supports};
pub use input_rule::{
    HighFidelity, InputKind, InputRule, OverheadRule, PatchRule, TextReturnedRule, TileRule,
};
pub use observed::{AnalysisRule, RegionalUplift, ResponsesRule};
pub use output_rule::{AreaFormula, FlexibleSizes, OutputKind, OutputRule, SizeKind, SizeRule};
pub use side_table::{BillingRule, Plan, SideTable};
pub use text_model::{LongContext, TextModel, VisionLevel, VisionRule};
pub use words::{Background, Basis, Detail, Fidelity, Format, Meter, Quality, Tier};
