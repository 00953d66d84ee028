//! Checks how the models of a snapshot are named: each id and alias once, each replacement known.
//!
//! Knows names as they are written, so that a model which is broken otherwise is still known by
//! its name. Must not know anything else of a model.

use super::Checker;
use super::fault::Fault;
use super::named::nearest;
use super::report::Place;
use crate::rates::file::{Lifecycle, Model, Piece, Snapshot, TextModel};
use std::collections::BTreeMap;

/// What a model is called, and what replaces it.
struct Named<'a> {
    place: Place,
    id: &'a str,
    aliases: &'a [String],
    lifecycle: &'a Lifecycle,
}

impl Checker {
    pub(super) fn names(&self, place: &Place, snapshot: &Snapshot) {
        let images = readable(place.key("image_models"), &snapshot.image_models);
        let images = images.map(|(place, model): (Place, &Model)| Named {
            place,
            id: &model.id,
            aliases: &model.aliases,
            lifecycle: &model.lifecycle,
        });
        let texts = readable(place.key("text_models"), &snapshot.text_models);
        let texts = texts.map(|(place, model): (Place, &TextModel)| Named {
            place,
            id: &model.id,
            aliases: &model.aliases,
            lifecycle: &model.lifecycle,
        });
        let models: Vec<Named> = images.chain(texts).collect();
        let known = self.known(&models);
        // A model that could not be read may be the one that replaces another.
        if models.len() == snapshot.image_models.len() + snapshot.text_models.len() {
            models
                .iter()
                .for_each(|model| self.replacement(&known, model));
        }
    }

    fn known<'a>(&self, models: &[Named<'a>]) -> BTreeMap<&'a str, Place> {
        let mut known: BTreeMap<&str, Place> = BTreeMap::new();
        for model in models {
            let aliases = model.aliases.iter().enumerate();
            let aliases = aliases.map(|(i, a)| (a.as_str(), model.place.key("aliases").at(i)));
            for (name, here) in std::iter::once((model.id, model.place.key("id"))).chain(aliases) {
                match known.get(name) {
                    Some(first) => self.report.repeated(&here, name, first),
                    None => {
                        known.insert(name, here);
                    }
                }
            }
        }
        known
    }

    fn replacement(&self, known: &BTreeMap<&str, Place>, model: &Named) {
        let replacement = model.lifecycle.replacement.as_deref();
        let Some(given) = replacement.filter(|name| !known.contains_key(name)) else {
            return;
        };
        let nearest = nearest(given, known.keys().copied()).map(str::to_owned);
        let (what, given) = ("model of this snapshot", given.to_owned());
        let here = model.place.key("lifecycle").key("replacement");
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

/// The pieces of a list that could be read, each with its place.
fn readable<T>(place: Place, pieces: &[Piece<T>]) -> impl Iterator<Item = (Place, &T)> {
    let pieces = pieces.iter().enumerate();
    pieces.filter_map(move |(i, piece)| piece.0.as_ref().ok().map(|model| (place.at(i), model)))
}
