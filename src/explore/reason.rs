//! Why a size is not valid, short enough to stand beside a pointer.

use crate::money::grouped;
use crate::rates::FlexibleSizes;
use crate::size::Size;
use crate::sizing::SizeFault;
use rust_decimal::Decimal;

/// Why a size is not valid: the first bound that it breaks, with what it has; none where it is.
pub fn reason(rule: &FlexibleSizes, size: Size) -> Option<String> {
    let count = |pixels: u64| grouped(Decimal::from(pixels));
    let fault = rule.faults(size).into_iter().next()?;
    Some(match fault {
        SizeFault::TooFewPixels(least) => format!(
            "too few pixels: {}, at least {}",
            count(size.pixels()),
            count(least.into())
        ),
        SizeFault::TooManyPixels(most) => format!(
            "too many pixels: {}, at most {}",
            count(size.pixels()),
            count(most.into())
        ),
        SizeFault::Ratio(most) => format!("a ratio beyond {most}:1"),
        SizeFault::Step(step) => format!("edges must be multiples of {step}"),
        SizeFault::Edge(most) => format!("an edge above {} pixels", count(most.into())),
        SizeFault::NotListed | SizeFault::NoAuto => "not on the model’s list".into(),
    })
}
