//! Checks the rules of which sizes there are.
//!
//! Knows what makes such a rule sound by itself; must not know which model uses it.

use super::Checker;
use super::fault::Fault;
use super::report::{Place, leak_list};
use crate::rates::file;
use crate::rates::{FlexibleSizes, SizeKind, SizeRule};
use crate::size::Size;

impl Checker {
    pub(super) fn size_rule(
        &self,
        place: &Place,
        name: &'static str,
        rule: &file::Sizes,
    ) -> Option<SizeRule> {
        let kind = self.size_kind(&place.key("kind"), &rule.kind);
        let source = self.source(place, &rule.source, &rule.checked);
        let (kind, source) = (kind?, source?);
        Some(SizeRule { name, kind, source })
    }

    fn size_kind(&self, place: &Place, kind: &file::SizeKind) -> Option<SizeKind> {
        match kind {
            file::SizeKind::Fixed(fixed) => {
                let auto = fixed.auto;
                let sizes = self.sizes(&place.key("fixed").key("sizes"), &fixed.sizes)?;
                Some(SizeKind::Fixed { sizes, auto })
            }
            file::SizeKind::Flexible(bounds) => {
                let bounds = self.flexible(&place.key("flexible"), bounds)?;
                Some(SizeKind::Flexible(bounds))
            }
        }
    }

    fn sizes(&self, place: &Place, given: &[String]) -> Option<&'static [Size]> {
        let mut sizes: Vec<Option<Size>> = Vec::new();
        for (i, text) in given.iter().enumerate() {
            let size = self.report.size(&place.at(i), text);
            if let Some(first) = sizes
                .iter()
                .position(|known| size.is_some() && *known == size)
            {
                self.report.repeated(&place.at(i), text, &place.at(first));
            }
            sizes.push(size);
        }
        if given.is_empty() {
            return self.report.fault(place, Fault::Empty);
        }
        sizes.into_iter().collect::<Option<Vec<_>>>().map(leak_list)
    }

    fn flexible(&self, place: &Place, rule: &file::Flexible) -> Option<FlexibleSizes> {
        let report = &self.report;
        let auto = place.key("auto");
        let pixels = report.interval(&place.key("max_pixels"), [rule.min_pixels, rule.max_pixels]);
        let bound = (rule.min_pixels.into(), rule.max_pixels.into());
        let fewest = report.size(&auto.key("fewest_tokens"), &rule.auto.fewest_tokens);
        let most = report.size(&auto.key("most_tokens"), &rule.auto.most_tokens);
        Some(FlexibleSizes {
            step: report.above_zero(&place.key("step"), rule.step)?,
            max_edge: report.above_zero(&place.key("max_edge"), rule.max_edge)?,
            max_ratio: report.above_zero(&place.key("max_ratio"), rule.max_ratio)?,
            min_pixels: pixels?.low,
            max_pixels: pixels?.high,
            experimental_above: report.within(
                &place.key("experimental_above"),
                rule.experimental_above,
                bound,
            )?,
            auto: (fewest?, most?),
        })
    }
}
