//! Checks the snapshots: their order, and what each holds.
//!
//! Knows dates; must not know what is within a model, nor how models are named (`names` does).

use super::fault::Fault;
use super::report::{Names, Place, leak, leak_list};
use super::{Checker, RuleNames};
use crate::date::Date;
use crate::rates::RateSnapshot;
use crate::rates::file::{Piece, Snapshot};

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
        let images = self.models(
            &place.key("image_models"),
            &snapshot.image_models,
            |at, model| self.image_model(rules, at, model),
        );
        let texts = self.models(
            &place.key("text_models"),
            &snapshot.text_models,
            |at, model| self.text_model(rules, at, model),
        );
        self.names(place, snapshot);
        let regional = self.regional(&place.key("regional"), &snapshot.regional);
        let responses = self.driver_rule(
            &rules.responses,
            &place.key("responses"),
            &snapshot.responses,
            snapshot,
        );
        let analysis = self.driver_rule(
            &rules.analysis,
            &place.key("analysis"),
            &snapshot.analysis,
            snapshot,
        );
        let image_models = leak_list(images);
        let text_models = leak_list(texts);
        Some(RateSnapshot {
            date: date?,
            note: note?,
            image_models,
            text_models,
            regional: regional?,
            responses: responses?,
            analysis: analysis?,
        })
    }

    /// A rule that a snapshot needs once it has text models.
    fn driver_rule<T>(
        &self,
        names: &Names<T>,
        place: &Place,
        name: &Option<String>,
        snapshot: &Snapshot,
    ) -> Option<Option<&'static T>> {
        if name.is_none() && !snapshot.text_models.is_empty() {
            let why = "a snapshot with text models says how a turn of theirs is counted";
            self.report.note(place, Fault::Missing { why });
        }
        self.rule(names, place, name)
    }

    fn models<P, T>(
        &self,
        place: &Place,
        pieces: &[Piece<P>],
        check: impl Fn(&Place, &P) -> Option<T>,
    ) -> Vec<&'static T> {
        let places = pieces
            .iter()
            .enumerate()
            .map(|(i, piece)| (place.at(i), piece));
        let models = places.filter_map(|(here, piece)| {
            self.report
                .piece(&here, piece)
                .and_then(|model| check(&here, model))
        });
        models.map(leak).collect()
    }
}
