//! How each type of the rate book is written down as Rust.
//!
//! Knows the types' names and fields (a field that is missing here does not compile in the table);
//! must not know what they mean.

use super::{Statics, ToRust};
use crate::rates::*;
use crate::size::Size;

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
    SideTable { plans, billing }
    Plan {
        id, name, usd_per_month, usd_per_month_yearly, least_seats, workspace, images,
        credits_per_image, basis, source
    }
    BillingRule { name, usd_per_input_token, usd_per_output_token, decimals, note, checked }
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
        Patches { patch, max_edge, budget, multiplier, reject_above }
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
