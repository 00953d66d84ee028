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
        Some(match kind {
            file::OutputKind::Table(rows) => {
                let count = |here: &Place, tokens: &u32| self.report.above_zero(here, *tokens);
                let rows = self.by_quality_and_size(&place.key("table"), rows, count);
                OutputKind::Table(leak_list(rows?))
            }
            file::OutputKind::Area(area) => OutputKind::Area(self.area(&place.key("area"), area)?),
            file::OutputKind::Spread(spread) => self.spread(&place.key("spread"), spread)?,
            file::OutputKind::UsdPerImage(rows) => {
                let rows = self.usd_per_image(&place.key("usd_per_image"), rows);
                OutputKind::Flat(leak_list(rows?))
            }
        })
    }

    /// Reads prices an image, by quality and size.
    pub(super) fn usd_per_image(
        &self,
        place: &Place,
        rows: &Entries<Entries<Written>>,
    ) -> Option<Vec<(Quality, Size, Decimal)>> {
        let price = |here: &Place, usd: &Written| self.report.decimal(here, usd);
        self.by_quality_and_size(place, rows, price)
    }

    fn by_quality_and_size<T, U: Copy>(
        &self,
        place: &Place,
        rows: &Entries<Entries<T>>,
        read: impl Fn(&Place, &T) -> Option<U>,
    ) -> Option<Vec<(Quality, Size, U)>> {
        if rows.0.iter().all(|(_, cells)| cells.0.is_empty()) {
            return self.report.fault(place, Fault::Empty);
        }
        let row = |here: &Place, cells: &Entries<T>| self.by_size(here, cells, &read);
        let rows: Vec<(Quality, Vec<(Size, U)>)> = self.report.by_word(place, rows, row)?;
        let flat = |(quality, cells): (Quality, Vec<(Size, U)>)| {
            cells
                .into_iter()
                .map(move |(size, cell)| (quality, size, cell))
        };
        Some(rows.into_iter().flat_map(flat).collect())
    }

    fn by_size<T, U>(
        &self,
        place: &Place,
        cells: &Entries<T>,
        read: impl Fn(&Place, &T) -> Option<U>,
    ) -> Option<Vec<(Size, U)>> {
        let mut known: Vec<Option<(Size, U)>> = Vec::new();
        for (text, cell) in &cells.0 {
            let here = place.key(text);
            let (size, cell) = (self.report.size(&here, text), read(&here, cell));
            let stands = |size: Size| known.iter().flatten().any(|(other, _)| *other == size);
            if size.is_some_and(stands) {
                self.report.repeated(&here, text, &here);
            }
            known.push(size.zip(cell));
        }
        known.into_iter().collect()
    }

    fn area(&self, place: &Place, area: &file::Area) -> Option<AreaFormula> {
        let here = place.key("factors");
        let count = |here: &Place, factor: &u32| self.report.above_zero(here, *factor);
        let factors: Option<Vec<(Quality, u32)>> = self.report.by_word(&here, &area.factors, count);
        self.rising(&here, factors.as_deref().unwrap_or_default());
        if area.factors.0.is_empty() {
            self.report.note(&here, Fault::Empty);
        }
        let divisor = self
            .report
            .above_zero(&place.key("divisor"), area.divisor)?;
        Some(AreaFormula {
            factors: leak_list(factors?),
            offset: area.offset,
            divisor,
        })
    }

    /// Factors are written lowest quality first, and rise with it.
    fn rising(&self, place: &Place, factors: &[(Quality, u32)]) {
        for pair in factors.windows(2) {
            let ((below, before), (quality, factor)) = (pair[0], pair[1]);
            if quality <= below || factor <= before {
                let fault = Fault::NotRising {
                    quality,
                    factor,
                    before,
                };
                self.report.note(&place.key(quality.as_str()), fault);
            }
        }
    }

    fn spread(&self, place: &Place, spread: &file::Spread) -> Option<OutputKind> {
        let here = place.key("times");
        let factors = self
            .report
            .by_word(&here, &spread.times, |here, [low, high]| {
                let low = self.report.decimal(&here.at(0), low);
                let high = self.report.decimal(&here.at(1), high);
                self.report.interval(here, [low?, high?])
            });
        let area = self.area(&place.key("area"), &spread.area);
        let (factors, area): (Vec<(Quality, Interval<Decimal>)>, _) = (factors?, area?);
        if factors
            .iter()
            .map(|row| row.0)
            .ne(area.factors.iter().map(|row| row.0))
        {
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
