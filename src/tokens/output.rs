//! Output image tokens: the table, OpenAI's area formula, and the measured spread around it.
//!
//! Knows the arithmetic; must not know what a token costs. Formula as OpenAI's calculator
//! computes it: <https://developers.openai.com/api/docs/guides/image-generation>.

use crate::interval::Interval;
use crate::rates::{AreaFormula, OutputKind, OutputRule, Quality, SizeRule};
use crate::size::{Size, SizeChoice};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

impl AreaFormula {
    /// `q` of a quality; none where the model does not have it.
    pub fn factor(&self, quality: Quality) -> Option<u32> {
        self.factors
            .iter()
            .find(|(known, _)| *known == quality)
            .map(|(_, factor)| *factor)
    }

    /// Output tokens of one image at the factor `q`:
    /// `ceil(q * s * (offset + W*H) / divisor)` with `s = q / (long/short)` in IEEE doubles,
    /// rounded with ties to even, as OpenAI's calculator does.
    pub fn tokens(&self, q: u32, size: Size) -> u64 {
        let shape = f64::from(size.long()) / f64::from(size.short());
        let s = (f64::from(q) / shape).round_ties_even() as u64;
        (u64::from(q) * s * (self.offset + size.pixels())).div_ceil(self.divisor)
    }
}

impl OutputRule {
    /// The qualities it counts, lowest first; `auto` is not among them.
    pub fn qualities(&self) -> Vec<Quality> {
        Quality::ALL
            .iter()
            .copied()
            .filter(|quality| self.has(*quality))
            .collect()
    }

    /// Output tokens of one image. `auto` spans every quality, or the sizes that `auto` was
    /// observed to return. None where the rule does not count in tokens, or does not have the
    /// quality or the size.
    pub fn tokens(
        &self,
        sizes: &SizeRule,
        quality: Quality,
        size: SizeChoice,
    ) -> Option<Interval<u64>> {
        let qualities = if quality == Quality::Auto {
            self.qualities()
        } else {
            vec![quality]
        };
        let sizes = sizes.stands_for(size);
        let mut counts = qualities
            .iter()
            .flat_map(|quality| sizes.iter().map(|size| self.tokens_at(*quality, *size)));
        let first = counts.next()??;
        counts.try_fold(first, |span, count| Some(span.hull(count?)))
    }

    /// Output tokens of one image of an exact quality and size.
    pub fn tokens_at(&self, quality: Quality, size: Size) -> Option<Interval<u64>> {
        match self.kind {
            OutputKind::Table(rows) => row(rows, quality, size).map(|n| Interval::point(n.into())),
            OutputKind::Area(area) => {
                Some(Interval::point(area.tokens(area.factor(quality)?, size)))
            }
            OutputKind::Spread { area, factors } => {
                let tokens = area.tokens(area.factor(quality)?, size);
                let (_, factor) = factors.iter().find(|(known, _)| *known == quality)?;
                Some(spread(tokens, *factor))
            }
            OutputKind::Flat(_) => None,
        }
    }

    /// USD of one image, where the rule is a flat price.
    pub fn flat_price(&self, quality: Quality, size: Size) -> Option<Decimal> {
        match self.kind {
            OutputKind::Flat(rows) => row(rows, quality, size),
            _ => None,
        }
    }
}

fn row<T: Copy>(rows: &[(Quality, Size, T)], quality: Quality, size: Size) -> Option<T> {
    rows.iter()
        .find(|row| row.0 == quality && row.1 == size)
        .map(|row| row.2)
}

/// A count times an interval of factors, both ends rounded outward to whole tokens.
fn spread(tokens: u64, factor: Interval<Decimal>) -> Interval<u64> {
    let times = |factor: Decimal| Decimal::from(tokens) * factor;
    let low = times(factor.low).floor().to_u64();
    let high = times(factor.high).ceil().to_u64();
    Interval::new(low.unwrap_or(tokens), high.unwrap_or(u64::MAX))
}
