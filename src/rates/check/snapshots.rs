//! Checks the snapshots: their order, and the models of each beside one another.
//!
//! Knows dates and names; must not know what is within a model.

use super::fault::Fault;
use super::report::{Names, Place, leak, leak_list, nearest};
use super::{Checker, RuleNames};
use crate::date::Date;
use crate::rates::file::{Piece, Snapshot};
use crate::rates::{Lifecycle, Model, RateSnapshot, TextModel};
use std::collections::BTreeMap;

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
        self.names(&images, &texts);
        let regional = self.regional(&place.key("regional"), &snapshot.regional);
        let responses = self.driver_rule(
            &rules.responses,
            &place.key("responses"),
            &snapshot.responses,
            &texts,
        );
        let analysis = self.driver_rule(
            &rules.analysis,
            &place.key("analysis"),
            &snapshot.analysis,
            &texts,
        );
        let image_models = leak_list(images.into_iter().map(|(_, model)| leak(model)).collect());
        let text_models = leak_list(texts.into_iter().map(|(_, model)| leak(model)).collect());
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
        texts: &[(Place, TextModel)],
    ) -> Option<Option<&'static T>> {
        if name.is_none() && !texts.is_empty() {
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
    ) -> Vec<(Place, T)> {
        let mut models = Vec::new();
        for (i, piece) in pieces.iter().enumerate() {
            let here = place.at(i);
            let model = self
                .report
                .piece(&here, piece)
                .and_then(|model| check(&here, model));
            models.extend(model.map(|model| (here, model)));
        }
        models
    }

    /// Each id and alias stands once in a snapshot, and a replacement is a model of it.
    fn names(&self, images: &[(Place, Model)], texts: &[(Place, TextModel)]) {
        let mut known = BTreeMap::new();
        for (place, model) in images {
            self.name(&mut known, place, model.id, model.aliases);
        }
        for (place, model) in texts {
            self.name(&mut known, place, model.id, model.aliases);
        }
        for (place, model) in images {
            self.replacement(&known, place, &model.lifecycle);
        }
        for (place, model) in texts {
            self.replacement(&known, place, &model.lifecycle);
        }
    }

    fn name(
        &self,
        known: &mut BTreeMap<&'static str, Place>,
        place: &Place,
        id: &'static str,
        aliases: &'static [&'static str],
    ) {
        let aliased = aliases.iter().enumerate();
        let aliased = aliased.map(|(i, alias)| (*alias, place.key("aliases").at(i)));
        for (name, here) in std::iter::once((id, place.key("id"))).chain(aliased) {
            match known.get(name) {
                Some(first) => self.report.repeated(&here, name, first),
                None => {
                    known.insert(name, here);
                }
            }
        }
    }

    fn replacement(&self, known: &BTreeMap<&str, Place>, place: &Place, life: &Lifecycle) {
        let Some(given) = life.replacement.filter(|name| !known.contains_key(name)) else {
            return;
        };
        let nearest = nearest(given, known.keys().copied()).map(str::to_owned);
        let (what, given) = ("model of this snapshot", given.to_owned());
        let here = place.key("lifecycle").key("replacement");
        self.report.note(
            &here,
            Fault::Unknown {
                what,
                given,
                nearest,
            },
        );
    }
}
