//! How price moves with size: every valid size, the cheapest that will do, and the notable ones.
//!
//! Knows size rules and token rules, and asks `estimate` what an image costs; must not know how
//! anything is drawn, beyond which colours and which part. From gpt-image-2 on price does not follow the pixels, so a larger size may
//! be the cheaper one.

mod cheapest;
mod counter;
mod map;
mod notable;
mod ramp;
mod reason;
mod sight;
mod wish;

pub use cheapest::{Found, Unfound, cheapest, saving};
pub use counter::Counter;
pub use map::{CostMap, Lens};
pub use notable::{Notable, Why, notable};
pub use ramp::ramp;
pub use reason::reason;
pub use sight::Sight;
pub use wish::{MOST_TOLERANCE, Wish};

use crate::rates::{SizeKind, SizeRule};
use crate::size::Size;

/// Every size that a rule takes: by width, then by height, or in the order of its list.
pub fn every(rule: &SizeRule) -> Vec<Size> {
    match rule.kind {
        SizeKind::Fixed { sizes, .. } => sizes.to_vec(),
        SizeKind::Flexible(bounds) => bounds.all().collect(),
    }
}
