//! Checks what image and text models have in common: names, dates, residency.
//!
//! Knows the order in which things happen to a model; must not know what it costs.

use super::Checker;
use super::fault::Fault;
use super::report::{Place, leak_list, leak_str};
use crate::date::Date;
use crate::rates::file;
use crate::rates::{Lifecycle, Residency};

impl Checker {
    pub(super) fn lifecycle(&self, place: &Place, life: &file::Lifecycle) -> Option<Lifecycle> {
        let date = |key: &str, text: &Option<String>| match text {
            None => Some(None),
            Some(text) => self.report.date(&place.key(key), text).map(Some),
        };
        let released = date("released", &life.released);
        let deprecated = date("deprecated", &life.deprecated);
        let shutdown = date("shutdown", &life.shutdown);
        let (released, deprecated, shutdown) = (released?, deprecated?, shutdown?);
        let born = "the day the model was released";
        let doomed = "the day its end was announced";
        for (key, later, earlier, what) in [
            ("deprecated", deprecated, released, born),
            ("shutdown", shutdown, released, born),
            ("shutdown", shutdown, deprecated, doomed),
        ] {
            if let Some((later, earlier)) = later.zip(earlier) {
                self.not_before(&place.key(key), later, earlier, what);
            }
        }
        let replacement = life.replacement.as_deref().map(leak_str);
        Some(Lifecycle {
            released,
            deprecated,
            shutdown,
            replacement,
        })
    }

    /// Reports a date that is earlier than another allows.
    pub(super) fn not_before(&self, place: &Place, given: Date, other: Date, what: &'static str) {
        if given < other {
            let relation = "before";
            self.report.note(
                place,
                Fault::Dates {
                    given,
                    relation,
                    other,
                    what,
                },
            );
        }
    }

    pub(super) fn aliases(&self, place: &Place, aliases: &[String]) -> &'static [&'static str] {
        let texts = aliases.iter().enumerate();
        let texts = texts.filter_map(|(i, alias)| self.report.text(&place.at(i), alias));
        leak_list(texts.collect())
    }

    pub(super) fn residency(&self, place: &Place, given: &str) -> Option<Residency> {
        match given {
            "applies" => Some(Residency::Applies),
            "exempt" => Some(Residency::Exempt),
            "unknown" => Some(Residency::Unknown),
            _ => {
                let (given, allowed) = (given.to_owned(), "applies, exempt, unknown".to_owned());
                self.report.fault(place, Fault::NotWord { given, allowed })
            }
        }
    }
}
