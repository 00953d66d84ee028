//! Checks the snapshots: their order, and what each holds.
//!
//! Knows dates; must not know what is within a model, nor how models are named (`names` does).

use super::Checker;
use super::fault::Fault;
use super::report::{Place, leak, leak_list};
use super::rule_names::RuleNames;
use crate::date::Date;
use crate::rates::file::{Piece, Snapshot};
use crate::rates::{AnalysisRule, RateSnapshot, RegionalUplift, ResponsesRule};

/// The uplift and the two rules that a snapshot may do without.
type Observed = (
    Option<RegionalUplift>,
    Option<&'static ResponsesRule>,
    Option<&'static AnalysisRule>,
);

impl Checker {
    pub(super) fn snapshots(
        &self,
        rules: &RuleNames,
        pieces: &[Piece<Snapshot>],
    ) -> Vec<RateSnapshot> {
        let place = Place::top("snapshots");
        let mut before: Option<Date> = None;
        let mut snapshots = Vec::new();
        for (i, piece) in pieces.iter().enumerate() {
            let here = place.at(i);
            let Some(snapshot) = self.report.piece(&here, piece) else {
                continue;
            };
            let date = self.report.date(&here.key("date"), &snapshot.date);
            self.after(&here.key("date"), date, before);
            before = date.or(before);
            snapshots.extend(self.snapshot(rules, &here, snapshot, date));
        }
        if pieces.is_empty() {
            self.report.note(&place, Fault::Empty);
        }
        snapshots
    }

    fn after(&self, place: &Place, date: Option<Date>, before: Option<Date>) {
        if let Some((given, before)) = date.zip(before).filter(|(date, before)| date <= before) {
            self.report.note(place, Fault::DateOrder { given, before });
        }
    }

    fn snapshot(
        &self,
        rules: &RuleNames,
        place: &Place,
        snapshot: &Snapshot,
        date: Option<Date>,
    ) -> Option<RateSnapshot> {
        let note = self.report.text(&place.key("note"), &snapshot.note);
        let images = &place.key("image_models");
        let image_models = self.models(images, &snapshot.image_models, |here, model| {
            self.image_model(rules, here, model)
        });
        let texts = &place.key("text_models");
        let text_models = self.models(texts, &snapshot.text_models, |here, model| {
            self.text_model(rules, here, model)
        });
        self.names(place, snapshot);
        let (regional, responses, analysis) = self.observed(rules, place, snapshot)?;
        #[rustfmt::skip]
        let snapshot = RateSnapshot {
            date: date?, note: note?, image_models, text_models, regional, responses, analysis,
        };
        Some(snapshot)
    }

    /// What the snapshot says of regional processing and of the turns of its text models.
    fn observed(&self, rules: &RuleNames, place: &Place, snapshot: &Snapshot) -> Option<Observed> {
        let at = |key: &str| place.key(key);
        if !snapshot.text_models.is_empty() {
            let why = "a snapshot with text models says how a turn of theirs is counted";
            for (key, rule) in [
                ("responses", &snapshot.responses),
                ("analysis", &snapshot.analysis),
            ] {
                if rule.is_none() {
                    self.report.missing(&at(key), why);
                }
            }
        }
        let regional = self.regional(&at("regional"), &snapshot.regional);
        let responses = self.rule(&rules.responses, &at("responses"), &snapshot.responses);
        let analysis = self.rule(&rules.analysis, &at("analysis"), &snapshot.analysis);
        Some((regional?, responses?, analysis?))
    }

    fn models<P, T>(
        &self,
        place: &Place,
        pieces: &[Piece<P>],
        check: impl Fn(&Place, &P) -> Option<T>,
    ) -> &'static [&'static T] {
        let places = pieces
            .iter()
            .enumerate()
            .map(|(i, piece)| (place.at(i), piece));
        let models = places.filter_map(|(here, piece)| {
            self.report
                .piece(&here, piece)
                .and_then(|model| check(&here, model))
        });
        leak_list(models.map(leak).collect())
    }
}
