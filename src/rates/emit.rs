//! A checked rate book as Rust source: the table that the program carries.
//!
//! Knows how a value of each type is written down; only the build uses it. Models, rules and
//! sources that are equal become one `static`, so that six snapshots cost little more than one.

use super::*;
use crate::date::Date;
use crate::interval::Interval;
use crate::size::Size;
use rust_decimal::Decimal;
use std::collections::HashMap;
use std::fmt::Write;

/// The source of `pub static BOOK: RateBook`, to be included beside the types it names.
pub fn rust_source(book: &RateBook) -> String {
    let mut statics = Statics::default();
    let value = book.to_rust(&mut statics);
    let about = "/// The rate book that the build made from rates.json.";
    format!(
        "{}{about}\nstatic BOOK: RateBook = {value};\n",
        statics.source
    )
}

/// The statics written so far, and which value each holds.
#[derive(Default)]
struct Statics {
    source: String,
    names: HashMap<String, String>,
}

impl Statics {
    /// A reference to a static of this value, which is written once.
    fn share(&mut self, kind: &str, value: String) -> String {
        if let Some(name) = self.names.get(&value) {
            return format!("&{name}");
        }
        let name = format!("S{}", self.names.len());
        // Writing to a String does not fail.
        let _ = writeln!(self.source, "static {name}: {kind} = {value};");
        self.names.insert(value, name.clone());
        format!("&{name}")
    }
}

/// A value that can be written down as a Rust expression that is constant.
trait ToRust {
    fn to_rust(&self, statics: &mut Statics) -> String;
}

impl<T: ToRust> ToRust for &[T] {
    fn to_rust(&self, statics: &mut Statics) -> String {
        let items: Vec<String> = self.iter().map(|item| item.to_rust(statics)).collect();
        format!("&[{}]", items.join(", "))
    }
}

impl<T: ToRust> ToRust for Option<T> {
    fn to_rust(&self, statics: &mut Statics) -> String {
        match self {
            Some(value) => format!("Some({})", value.to_rust(statics)),
            None => "None".to_owned(),
        }
    }
}

impl<T: ToRust> ToRust for Interval<T> {
    fn to_rust(&self, statics: &mut Statics) -> String {
        let (low, high) = (self.low.to_rust(statics), self.high.to_rust(statics));
        format!("Interval {{ low: {low}, high: {high} }}")
    }
}

impl<A: ToRust, B: ToRust> ToRust for (A, B) {
    fn to_rust(&self, statics: &mut Statics) -> String {
        format!("({}, {})", self.0.to_rust(statics), self.1.to_rust(statics))
    }
}

impl<A: ToRust, B: ToRust, C: ToRust> ToRust for (A, B, C) {
    fn to_rust(&self, statics: &mut Statics) -> String {
        let (a, b) = (self.0.to_rust(statics), self.1.to_rust(statics));
        format!("({a}, {b}, {})", self.2.to_rust(statics))
    }
}

impl ToRust for Decimal {
    fn to_rust(&self, _: &mut Statics) -> String {
        let parts = self.unpack();
        format!(
            "Decimal::from_parts({}, {}, {}, {}, {})",
            parts.lo, parts.mid, parts.hi, parts.negative, parts.scale
        )
    }
}

impl ToRust for Date {
    fn to_rust(&self, _: &mut Statics) -> String {
        let (year, month, day) = self.parts();
        format!("Date::known({year}, {month}, {day})")
    }
}

/// Values whose `Debug` form is Rust already.
macro_rules! as_debug {
    ($($name:ty),+) => { $(
        impl ToRust for $name {
            fn to_rust(&self, _: &mut Statics) -> String { format!("{self:?}") }
        }
    )+ };
}
as_debug!(bool, u8, u16, u32, u64, &str, Size);

/// Enums of words and of states: `Meter::TextInput`.
macro_rules! words {
    ($($name:ident),+) => { $(
        impl ToRust for $name {
            fn to_rust(&self, _: &mut Statics) -> String {
                format!(concat!(stringify!($name), "::{:?}"), self)
            }
        }
    )+ };
}
words!(
    Background, Basis, Detail, Fidelity, Format, Meter, Quality, Residency, Tier
);

/// Structs, field by field.
macro_rules! fields {
    ($($name:ident { $($field:ident),+ })+) => { $(
        impl ToRust for $name {
            fn to_rust(&self, statics: &mut Statics) -> String {
                let fields = [$(format!("{}: {}", stringify!($field), ToRust::to_rust(&self.$field, statics))),+];
                format!("{} {{ {} }}", stringify!($name), fields.join(", "))
            }
        }
    )+ };
}
fields! {
    RateBook { snapshots }
    RateSnapshot { date, note, image_models, text_models, regional, responses, analysis }
    Source { title, url, checked }
    TierRates { tier, usd_per_mtok, inferred, source, promotion }
    Promotion { until, note }
    Lifecycle { released, deprecated, shutdown, replacement }
    Model {
        id, aliases, generation, note, lifecycle, sizes, output, input, overhead, text_returned,
        supports, residency, printed, rates, source
    }
    Supports {
        background, format, fidelity, mask, partials, images_per_request, input_images,
        prompt_tokens, responses
    }
    PrintedPrices { usd, source }
    SizeRule { name, kind, source }
    FlexibleSizes {
        step, max_edge, max_ratio, min_pixels, max_pixels, experimental_above, auto
    }
    OutputRule { name, kind, partial_tokens, basis, source }
    AreaFormula { factors, offset, divisor }
    InputRule { name, kind, basis, source }
    TileRule { fit, short, tile, base, per_tile, high }
    HighFidelity { square, other, basis }
    PatchRule { patch, enlarge_to, enlarge_max, budget, shrink_spread, max_ratio }
    OverheadRule { name, generate, edit, edit_per_image, basis, source }
    TextReturnedRule { name, per_image, basis, source }
    TextModel {
        id, aliases, lifecycle, vision, image_tool, long_context, residency, rates, source
    }
    LongContext { above, input_times, output_times }
    VisionRule { name, levels, basis, source }
    RegionalUplift { times, source }
    ResponsesRule { name, framing, tool, reread, output, revised, basis, source }
    AnalysisRule { name, framing, basis, source }
}

/// What stands behind a reference is shared.
macro_rules! shared {
    ($($name:ident),+) => { $(
        impl ToRust for &$name {
            fn to_rust(&self, statics: &mut Statics) -> String {
                let value = (**self).to_rust(statics);
                statics.share(stringify!($name), value)
            }
        }
    )+ };
}
shared!(
    Model,
    TextModel,
    Source,
    SizeRule,
    OutputRule,
    InputRule,
    OverheadRule,
    TextReturnedRule,
    VisionRule,
    PrintedPrices,
    ResponsesRule,
    AnalysisRule
);

/// Enums whose variants carry fields.
macro_rules! variants {
    ($($name:ident { $($variant:ident { $($field:ident),+ })+ })+) => { $(
        impl ToRust for $name {
            fn to_rust(&self, statics: &mut Statics) -> String {
                match self { $(
                    Self::$variant { $($field),+ } => {
                        let fields =
                            [$(format!("{}: {}", stringify!($field), ToRust::to_rust($field, statics))),+];
                        let name = concat!(stringify!($name), "::", stringify!($variant));
                        format!("{name} {{ {} }}", fields.join(", "))
                    }
                )+ }
            }
        }
    )+ };
}
variants! {
    VisionLevel {
        Patches { max_edge, budget, multiplier, reject_above }
        Tiles { fit, short, tile, base, per_tile }
        Flat { tokens }
    }
}

impl ToRust for SizeKind {
    fn to_rust(&self, statics: &mut Statics) -> String {
        match self {
            Self::Fixed { sizes, auto } => {
                format!(
                    "SizeKind::Fixed {{ sizes: {}, auto: {auto} }}",
                    sizes.to_rust(statics)
                )
            }
            Self::Flexible(bounds) => format!("SizeKind::Flexible({})", bounds.to_rust(statics)),
        }
    }
}

impl ToRust for OutputKind {
    fn to_rust(&self, statics: &mut Statics) -> String {
        match self {
            Self::Table(rows) => format!("OutputKind::Table({})", rows.to_rust(statics)),
            Self::Area(area) => format!("OutputKind::Area({})", area.to_rust(statics)),
            Self::Flat(rows) => format!("OutputKind::Flat({})", rows.to_rust(statics)),
            Self::Spread { area, factors } => {
                let (area, factors) = (area.to_rust(statics), factors.to_rust(statics));
                format!("OutputKind::Spread {{ area: {area}, factors: {factors} }}")
            }
        }
    }
}

impl ToRust for InputKind {
    fn to_rust(&self, statics: &mut Statics) -> String {
        match self {
            Self::Tiles(rule) => format!("InputKind::Tiles({})", rule.to_rust(statics)),
            Self::Patches(rule) => format!("InputKind::Patches({})", rule.to_rust(statics)),
        }
    }
}
