//! From how many images a month another path costs less than the API.
//!
//! Knows two prices that grow differently; must not know what either is for.

use super::Tool;
use crate::interval::Interval;
use crate::money::{Usd, UsdRange, difference, product};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// Where the API and another path cost the same, in images a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BreakEven {
    /// Up to so many images the API costs no more; none where it never costs more.
    pub api_up_to: Option<Interval<u64>>,
    /// Above so many images the API costs less again; none where it does not.
    pub api_again_above: Option<Interval<u64>>,
}

/// Holds the API, `fixed` a month and `each` an image, against a path that costs `tool`.
pub fn break_even(fixed: Usd, each: UsdRange, tool: &Tool) -> BreakEven {
    let dear = crossings(fixed.0, each.high.0, tool);
    let cheap = crossings(fixed.0, each.low.0, tool);
    BreakEven {
        // Where only the dear end is ever overtaken, the far end is not known.
        api_up_to: both(dear.0, cheap.0),
        api_again_above: match (cheap, dear.1) {
            // The cheap end is never overtaken.
            ((None, _), above) => above.map(Interval::point),
            ((_, above), dear) => both(above, dear),
        },
    }
}

fn both(a: Option<u64>, b: Option<u64>) -> Option<Interval<u64>> {
    Some(Interval::new(a?, b.unwrap_or(u64::MAX)))
}

/// The last number of images at which the API costs no more, and the last before it costs no more
/// again.
fn crossings(fixed: Decimal, each: Decimal, tool: &Tool) -> (Option<u64>, Option<u64>) {
    let room = difference(tool.price, fixed);
    let within = if room.is_sign_negative() {
        Some(0)
    } else {
        whole(room, each)
    };
    let further = tool.further.unwrap_or(Decimal::MAX);
    // The API less the tool beyond what is included: base + images x (each - further).
    let over = product(Decimal::from(tool.included), further);
    match within {
        Some(images) if images < tool.included => {
            let again = whole(difference(over, room), difference(further, each));
            (Some(images), again.filter(|_| further < Decimal::MAX))
        }
        _ => (
            whole(difference(room, over), difference(each, further)),
            None,
        ),
    }
}

/// `a / b`, rounded down; none where it is not positive or never reached.
fn whole(a: Decimal, b: Decimal) -> Option<u64> {
    if b <= Decimal::ZERO {
        return None;
    }
    a.checked_div(b)?.floor().to_u64()
}
