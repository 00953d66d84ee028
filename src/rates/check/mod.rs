//! From rates.json as written to the rate book that the program trusts.
//!
//! Knows what makes a book sound, and reports everything that is wrong with it at once. Must not
//! be part of the page: the build runs it, and so do the tests.

mod agreement;
mod fault;
mod image_models;
mod input_rules;
mod lifecycle;
mod model_names;
mod model_rules;
mod named;
mod observed_rules;
mod output_rules;
mod report;
mod rule_names;
mod sentences;
mod side_table;
mod size_rules;
mod snapshots;
mod text_models;
mod tier_rates;
mod values;
mod vision_rules;

pub use fault::{Fault, RateBookError};

use super::file::{self, File, Source as PageSource};
use super::{RateBook, SideTable, Source};
use crate::date::Date;
use named::Names;
use report::{Place, Report, leak, leak_list, leak_str};
use rule_names::RuleNames;

impl RateBook {
    /// Reads and checks a whole rates.json.
    ///
    /// A book is made once and lives as long as the program: its parts are `&'static`, so their
    /// memory is never freed. Programs that read many books should do so in processes of their own.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with it, each with its path, what was given, the bound and the way
    /// out: what is no JSON, keys that are unknown or missing, decimals that are none, negative or
    /// written as numbers, names that lead nowhere or stand twice, rules that nothing uses, dates
    /// out of order, rates without a source, models without a rule or a meter they need.
    pub fn from_json(json: &str) -> Result<RateBook, Vec<RateBookError>> {
        Self::with_side_table(json).map(|(book, _)| book)
    }

    /// The same, with what stands beside the snapshots.
    ///
    /// # Errors
    ///
    /// As [`RateBook::from_json`].
    pub fn with_side_table(json: &str) -> Result<(RateBook, SideTable), Vec<RateBookError>> {
        let file: File = file::read(json).map_err(|slip| {
            vec![RateBookError {
                path: slip.path,
                fault: Fault::Shape(slip.said),
            }]
        })?;
        let checker = Checker::new(&file);
        let rules = RuleNames::new(&checker, &file.rules);
        let snapshots = checker.snapshots(&rules, &file.snapshots);
        let side_table = checker.side_table(&file);
        if checker.report.is_empty() {
            // Otherwise whatever is broken may be what would have used them.
            checker.pages.report_unused(&checker.report);
            rules.report_unused(&checker.report);
        }
        match checker.report.into_errors() {
            errors if errors.is_empty() => {
                let snapshots = leak_list(snapshots);
                Ok((RateBook { snapshots }, side_table))
            }
            errors => Err(errors),
        }
    }
}

/// A source without the day of its check, which stands where it is named.
struct Page {
    title: &'static str,
    url: &'static str,
}

/// What every check needs: the sources, and somewhere to report to.
struct Checker {
    report: Report,
    pages: Names<Page>,
    /// The date of the newest snapshot: nothing can have been checked after it.
    last_day: Option<Date>,
}

impl Checker {
    fn new(file: &File) -> Self {
        let report = Report::default();
        let pages = Names::check(
            &report,
            "source",
            Place::top("sources"),
            &file.sources,
            page(&report),
        );
        let last_day = last_day(file);
        Self {
            report,
            pages,
            last_day,
        }
    }

    /// The source that a place names, as it was on the day it was checked.
    fn source(&self, place: &Place, name: &str, checked: &str) -> Option<&'static Source> {
        let page = self.pages.find(&self.report, &place.key("source"), name);
        let here = place.key("checked");
        let checked = self.report.date(&here, checked)?;
        if let Some(other) = self.last_day.filter(|last_day| checked > *last_day) {
            let what = "the date of the newest snapshot";
            let (given, relation) = (checked, "after");
            #[rustfmt::skip]
            self.report.note(&here, Fault::Dates { given, relation, other, what });
        }
        page.map(|page| {
            leak(Source {
                title: page.title,
                url: page.url,
                checked,
            })
        })
    }
}

/// The date of the newest snapshot, where dates are as they should be.
fn last_day(file: &File) -> Option<Date> {
    let dates = file
        .snapshots
        .iter()
        .map(|piece| piece.0.as_ref().ok()?.date.parse().ok());
    let dates: Vec<Date> = dates.collect::<Option<_>>()?;
    dates
        .last()
        .copied()
        .filter(|_| dates.is_sorted_by(|a, b| a < b))
}

fn page(report: &Report) -> impl Fn(&Place, &'static str, &PageSource) -> Option<Page> {
    move |place, _, source| {
        let title = report.text(&place.key("title"), &source.title);
        let url = match source.url.strip_prefix("https://") {
            Some(rest) if !rest.is_empty() => Some(leak_str(&source.url)),
            _ => {
                let write = "one that begins with https://";
                report.not(&place.key("url"), &source.url, "an address", write)
            }
        };
        Some(Page {
            title: title?,
            url: url?,
        })
    }
}
