//! Output tokens of many sizes at one quality, without looking the rule up anew for each.
//!
//! Knows the same arithmetic as `tokens::output`, prepared once; a test holds both together over
//! every valid size. Must not know what a token costs.

use crate::interval::Interval;
use crate::rates::{AreaFormula, OutputKind, OutputRule, Quality};
use crate::size::Size;
use rust_decimal::Decimal;

/// Counts output tokens of one image of any size, at one quality of one rule.
#[derive(Clone, Copy, Debug)]
pub struct Counter(Kind);

#[derive(Clone, Copy, Debug)]
enum Kind {
    Table(&'static [(Quality, Size, u32)], Quality),
    Area(AreaFormula, u32),
    Spread(AreaFormula, u32, Fraction, Fraction),
}

/// A factor as a whole number over a power of ten.
#[derive(Clone, Copy, Debug)]
struct Fraction {
    over: u64,
    under: u64,
}

impl Fraction {
    /// None for a factor of more digits than any that is measured.
    fn of(factor: Decimal) -> Option<Self> {
        let factor = factor.normalize();
        Some(Self {
            over: u64::try_from(factor.mantissa()).ok()?,
            under: 10_u64.checked_pow(factor.scale())?,
        })
    }
}

impl Counter {
    /// The counter of a quality; none where the rule does not have it, or prices images instead of
    /// counting tokens.
    pub fn new(rule: &OutputRule, quality: Quality) -> Option<Self> {
        let kind = match rule.kind {
            OutputKind::Table(rows) if rule.has(quality) => Kind::Table(rows, quality),
            OutputKind::Area(area) => Kind::Area(area, area.factor(quality)?),
            OutputKind::Spread { area, factors } => {
                let (_, times) = factors.iter().find(|(known, _)| *known == quality)?;
                let (low, high) = (Fraction::of(times.low)?, Fraction::of(times.high)?);
                Kind::Spread(area, area.factor(quality)?, low, high)
            }
            OutputKind::Table(_) | OutputKind::Flat(_) => return None,
        };
        Some(Self(kind))
    }

    /// Output tokens of one image; none where the rule is a table without the size.
    pub fn tokens(&self, size: Size) -> Option<Interval<u64>> {
        Some(match self.0 {
            Kind::Table(rows, quality) => {
                let row = rows.iter().find(|row| row.0 == quality && row.1 == size)?;
                Interval::point(row.2.into())
            }
            Kind::Area(area, q) => Interval::point(area.tokens(q, size)),
            Kind::Spread(area, q, low, high) => {
                let tokens = area.tokens(q, size);
                Interval {
                    low: tokens * low.over / low.under,
                    high: (tokens * high.over).div_ceil(high.under),
                }
            }
        })
    }
}
