//! Checks the rules of how output images are counted or priced.
//!
//! Knows what makes such a rule sound by itself; must not know which model uses it.

use super::Checker;
use super::fault::Fault;
use super::report::{Place, leak_list};
use crate::interval::Interval;
use crate::rates::file::{self, Entries, Written};
use crate::rates::{AreaFormula, OutputKind, OutputRule, Quality};
use crate::size::Size;
use rust_decimal::Decimal;

impl Checker {
    pub(super) fn output_rule(
        &self,
        place: &Place,
        name: &'static str,
        rule: &file::Output,
    ) -> Option<OutputRule> {
        let kind = self.output_kind(&place.key("kind"), &rule.kind);
        let basis = self.report.word(&place.key("basis"), &rule.basis);
        let source = self.source(place, &rule.source, &rule.checked);
        let partial_tokens = rule.partial_tokens;
        Some(OutputRule {
            name,
            kind: kind?,
            partial_tokens,
            basis: basis?,
            source: source?,
        })
    }

    fn output_kind(&self, place: &Place, kind: &file::OutputKind) -> Option<OutputKind> {
        match kind {
            file::OutputKind::Table(rows) => {
                let place = place.key("table");
                let count = |here: &Place, tokens: &u32| self.report.above_zero(here, *tokens);
                Some(OutputKind::Table(leak_list(
                    self.by_quality_and_size(&place, rows, count),
                )))
            }
            file::OutputKind::Area(area) => {
                self.area(&place.key("area"), area).map(OutputKind::Area)
            }
            file::OutputKind::Spread(spread) => self.spread(&place.key("spread"), spread),
            file::OutputKind::UsdPerImage(rows) => {
                let rows = self.usd_per_image(&place.key("usd_per_image"), rows);
                Some(OutputKind::Flat(leak_list(rows)))
            }
        }
    }

    /// Reads prices an image, by quality and size.
    pub(super) fn usd_per_image(
        &self,
        place: &Place,
        rows: &Entries<Entries<Written>>,
    ) -> Vec<(Quality, Size, Decimal)> {
        let price = |here: &Place, usd: &Written| self.report.decimal(here, usd);
        self.by_quality_and_size(place, rows, price)
    }

    fn by_quality_and_size<T, U>(
        &self,
        place: &Place,
        rows: &Entries<Entries<T>>,
        read: impl Fn(&Place, &T) -> Option<U>,
    ) -> Vec<(Quality, Size, U)> {
        let mut all = Vec::new();
        for (quality, cells) in &rows.0 {
            let here = place.key(quality);
            let Some(quality) = self.report.word::<Quality>(&here, quality) else {
                continue;
            };
            for (text, cell) in &cells.0 {
                let here = here.key(text);
                let (size, cell) = (self.report.size(&here, text), read(&here, cell));
                let Some((size, cell)) = size.zip(cell) else {
                    continue;
                };
                match all.iter().any(|(q, s, _)| (*q, *s) == (quality, size)) {
                    true => self.report.repeated(&here, text, &here),
                    false => all.push((quality, size, cell)),
                }
            }
        }
        if all.is_empty() {
            self.report.note(place, Fault::Empty);
        }
        all
    }

    fn area(&self, place: &Place, area: &file::Area) -> Option<AreaFormula> {
        let here = place.key("factors");
        let count = |here: &Place, factor: &u32| self.report.above_zero(here, *factor);
        let factors: Vec<(Quality, u32)> = self.report.by_word(&here, &area.factors, count);
        for pair in factors.windows(2) {
            let ((below, before), (quality, factor)) = (pair[0], pair[1]);
            if quality <= below || factor <= before {
                let fault = Fault::NotRising {
                    quality,
                    factor,
                    before,
                };
                self.report.note(&here.key(quality.as_str()), fault);
            }
        }
        if factors.is_empty() {
            self.report.note(&here, Fault::Empty);
        }
        let divisor = self
            .report
            .above_zero(&place.key("divisor"), area.divisor)?;
        Some(AreaFormula {
            factors: leak_list(factors),
            offset: area.offset,
            divisor,
        })
    }

    fn spread(&self, place: &Place, spread: &file::Spread) -> Option<OutputKind> {
        let here = place.key("times");
        let factors: Vec<(Quality, Interval<Decimal>)> =
            self.report
                .by_word(&here, &spread.times, |here, [low, high]| {
                    let low = self.report.decimal(&here.at(0), low);
                    let high = self.report.decimal(&here.at(1), high);
                    self.report.interval(here, [low?, high?])
                });
        let area = self.area(&place.key("area"), &spread.area)?;
        let of = |rows: &[(Quality, u32)]| rows.iter().map(|row| row.0).collect::<Vec<_>>();
        if factors.iter().map(|row| row.0).ne(of(area.factors)) {
            let why = "the qualities differ from those of the area formula; write the same, lowest \
                       first";
            self.report.note(&here, Fault::Contradiction { why });
        }
        Some(OutputKind::Spread {
            area,
            factors: leak_list(factors),
        })
    }
}
