//! Finding a snapshot, a model or a rate in the rate book.
//!
//! Knows names and dates; must not know what anything costs a person or how it is shown.

use super::{
    Meter, Model, OutputKind, OutputRule, Quality, RateBook, RateSnapshot, TextModel, Tier,
    TierRates,
};
use crate::date::Date;
use rust_decimal::Decimal;

impl RateBook {
    /// The newest snapshot. Every checked book has at least one.
    pub fn newest(&self) -> &'static RateSnapshot {
        // Never out of bounds: a book without a snapshot fails the check that makes it.
        &self.snapshots[self.snapshots.len() - 1]
    }

    /// The snapshot in force on a date: the latest of that date or before it; none where the date
    /// is before the first.
    pub fn in_force(&self, date: Date) -> Option<&'static RateSnapshot> {
        self.snapshots
            .iter()
            .rev()
            .find(|snapshot| snapshot.date <= date)
    }

    /// The snapshot of exactly this date.
    pub fn snapshot(&self, date: Date) -> Option<&'static RateSnapshot> {
        self.snapshots.iter().find(|snapshot| snapshot.date == date)
    }

    /// The image model as the newest snapshot that knows it has it, by id or alias, in any case,
    /// with or without `openai/` before it.
    pub fn image_model(&self, id_or_alias: &str) -> Option<&'static Model> {
        self.snapshots
            .iter()
            .rev()
            .find_map(|snapshot| snapshot.image_model(id_or_alias))
    }

    /// The text model as the newest snapshot that knows it has it; named as an image model is.
    pub fn text_model(&self, id_or_alias: &str) -> Option<&'static TextModel> {
        self.snapshots
            .iter()
            .rev()
            .find_map(|snapshot| snapshot.text_model(id_or_alias))
    }

    /// The first snapshot that knows an image model.
    pub fn first_with_image_model(&self, id_or_alias: &str) -> Option<&'static RateSnapshot> {
        self.snapshots
            .iter()
            .find(|snapshot| snapshot.image_model(id_or_alias).is_some())
    }

    /// The first snapshot that knows a text model.
    pub fn first_with_text_model(&self, id_or_alias: &str) -> Option<&'static RateSnapshot> {
        self.snapshots
            .iter()
            .find(|snapshot| snapshot.text_model(id_or_alias).is_some())
    }
}

impl RateSnapshot {
    /// The image model of this id or alias, in any case, with or without `openai/` before it.
    pub fn image_model(&self, id_or_alias: &str) -> Option<&'static Model> {
        let asked = without_owner(id_or_alias);
        self.image_models
            .iter()
            .copied()
            .find(|model| is_named(model.id, model.aliases, asked))
    }

    /// The text model of this id or alias; named as an image model is.
    pub fn text_model(&self, id_or_alias: &str) -> Option<&'static TextModel> {
        let asked = without_owner(id_or_alias);
        self.text_models
            .iter()
            .copied()
            .find(|model| is_named(model.id, model.aliases, asked))
    }
}

impl Model {
    /// Its rates on a tier; none where it has none there, or where its price is flat.
    pub fn on(&self, tier: Tier) -> Option<&'static TierRates> {
        self.rates.iter().find(|rates| rates.tier == tier)
    }

    /// The qualities it takes by name, lowest first, `auto` left out.
    pub fn qualities(&self) -> impl Iterator<Item = Quality> + use<> {
        let output = self.output;
        Quality::ALL
            .iter()
            .copied()
            .filter(|quality| output.has(*quality))
    }
}

impl OutputRule {
    /// Whether the rule counts, or prices, images of this quality.
    pub fn has(&self, quality: Quality) -> bool {
        match &self.kind {
            OutputKind::Table(rows) => rows.iter().any(|row| row.0 == quality),
            OutputKind::Flat(rows) => rows.iter().any(|row| row.0 == quality),
            OutputKind::Area(area) => area.factors.iter().any(|factor| factor.0 == quality),
            OutputKind::Spread { factors, .. } => factors.iter().any(|factor| factor.0 == quality),
        }
    }
}

impl TextModel {
    /// Its rates on a tier; none where it has none there.
    pub fn on(&self, tier: Tier) -> Option<&'static TierRates> {
        self.rates.iter().find(|rates| rates.tier == tier)
    }
}

impl TierRates {
    /// USD per million tokens on a meter; none where the meter has no rate.
    pub fn rate(&self, meter: Meter) -> Option<Decimal> {
        self.usd_per_mtok
            .iter()
            .find(|rate| rate.0 == meter)
            .map(|rate| rate.1)
    }
}

/// The name without `openai/`, as gateways write it.
fn without_owner(name: &str) -> &str {
    match name.split_once('/') {
        Some((owner, id)) if owner.eq_ignore_ascii_case("openai") => id,
        _ => name,
    }
}

fn is_named(id: &str, aliases: &[&str], asked: &str) -> bool {
    id.eq_ignore_ascii_case(asked)
        || aliases
            .iter()
            .any(|alias| alias.eq_ignore_ascii_case(asked))
}
