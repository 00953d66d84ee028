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
        self.in_order(&place.key("deprecated"), deprecated, released, born);
        self.in_order(&place.key("shutdown"), shutdown, released, born);
        self.in_order(&place.key("shutdown"), shutdown, deprecated, doomed);
        let replacement = life.replacement.as_deref().map(leak_str);
        Some(Lifecycle {
            released,
            deprecated,
            shutdown,
            replacement,
        })
    }

    /// Reports a date that is earlier than another allows.
    pub(super) fn in_order(
        &self,
        place: &Place,
        given: Option<Date>,
        other: Option<Date>,
        what: &'static str,
    ) {
        if let Some((given, other)) = given.zip(other).filter(|(given, other)| given < other) {
            let relation = "before";
            #[rustfmt::skip]
            self.report.note(place, Fault::Dates { given, relation, other, what });
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
