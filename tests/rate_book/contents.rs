//! What each snapshot holds, written out so that it can be held against the sources by eye.

use pixelbill::date::Date;
use pixelbill::rates::{Lifecycle, Meter, Model, RateBook, RateSnapshot, TextModel, TierRates};
use std::fmt::Write;

/// Rates, dates and rules of every snapshot, as tables.
const CONTENTS: &str = include_str!("contents.txt");

/// The rates of a model on one tier, as a row; a meter without a rate is a dash.
fn rates_row(id: &str, rates: &TierRates) -> String {
    let mut row = format!("{id:<24} {:<8}", rates.tier);
    for meter in Meter::ALL {
        let rate = rates
            .rate(*meter)
            .map_or("-".to_owned(), |rate| rate.to_string());
        let mark = if rates.inferred.contains(meter) {
            "*"
        } else {
            ""
        };
        let _ = write!(row, " {:>7}", rate + mark);
    }
    format!("{row}  {}", rates.source.checked)
}

fn day(date: Option<Date>) -> String {
    date.map_or("-".to_owned(), |date| date.to_string())
}

/// The dates of a model, as a row.
fn life_row(id: &str, life: &Lifecycle, rest: &str) -> String {
    format!(
        "{id:<24} {:<10} {:<10} {:<10} {rest}",
        day(life.released),
        day(life.deprecated),
        day(life.shutdown),
    )
}

/// The names of an image model's rules.
fn rules(model: &Model) -> String {
    let rules = [
        Some(model.sizes.name),
        Some(model.output.name),
        model.input.map(|rule| rule.name),
        model.overhead.map(|rule| rule.name),
        model.text_returned.map(|rule| rule.name),
    ];
    rules.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The name of a text model's rule, and whether long turns cost more.
fn counting(model: &TextModel) -> String {
    let long = model.long_context.map_or("", |_| " long");
    format!("{}{long}", model.vision.name)
}

/// Everything that a snapshot holds, as tables.
fn tables(snapshot: &RateSnapshot) -> String {
    let mut lines = vec![format!("== {}", snapshot.date), String::new()];
    let images = snapshot
        .image_models
        .iter()
        .map(|model| (model.id, model.rates));
    let texts = snapshot
        .text_models
        .iter()
        .map(|model| (model.id, model.rates));
    for (id, rates) in images.chain(texts) {
        lines.extend(rates.iter().map(|rates| rates_row(id, rates)));
    }
    lines.push(String::new());
    let image_row = |model: &&Model| life_row(model.id, &model.lifecycle, &rules(model));
    lines.extend(snapshot.image_models.iter().map(image_row));
    let text_row = |model: &&TextModel| life_row(model.id, &model.lifecycle, &counting(model));
    lines.extend(snapshot.text_models.iter().map(text_row));
    lines.push(String::new());
    lines.join("\n")
}

#[test]
fn every_snapshot_holds_what_the_sources_show() {
    let book = RateBook::embedded();
    let shown: Vec<String> = book.snapshots.iter().map(tables).collect();
    let about = CONTENTS.split("== ").next().unwrap_or_default();
    let shown = format!("{about}{}", shown.join("\n"));
    for (line, (shown, held)) in shown.lines().zip(CONTENTS.lines()).enumerate() {
        assert_eq!(shown, held, "line {} of contents.txt", line + 1);
    }
    assert_eq!(shown.lines().count(), CONTENTS.lines().count());
}
