//! Every model by every quality, at the size and with all else that a stage asks for.
//!
//! The same word is not the same work on every model: the page says so beside the table.

use crate::date::Date;
use crate::estimate::{price_each, snapshot_of};
use crate::money::UsdRange;
use crate::rates::{Model, Quality, RateBook};
use crate::scenario::{Scenario, Stage};

/// Prices of an image by model and quality.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    /// The columns: every quality that any model has, lowest first.
    pub qualities: Vec<Quality>,
    /// The rows, in the order of the rates.
    pub rows: Vec<Row>,
}

/// A model's prices.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The model.
    pub model: &'static Model,
    /// Whether it no longer answers.
    pub ended: bool,
    /// One for each column.
    pub cells: Vec<Cell>,
}

/// What an image costs with a model at a quality.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell {
    /// So much.
    Priced {
        /// USD an image.
        each: UsdRange,
        /// Whether no model that still answers costs less in this column.
        cheapest: bool,
    },
    /// The model does not have the quality.
    NoQuality,
    /// The model does not take the size.
    NoSize,
    /// The model refuses something else that is asked for, or is not sold on the tier.
    Refused,
}

/// The matrix for a stage of a scenario, on a day; a model is ended from its last day on.
pub fn matrix(book: &RateBook, scenario: &Scenario, stage: &Stage, today: Date) -> Matrix {
    let models = snapshot_of(book, scenario).image_models;
    let has = |quality: &Quality| models.iter().any(|model| model.output.has(*quality));
    let qualities: Vec<Quality> = Quality::ALL.iter().copied().filter(has).collect();
    let row = |model: &&'static Model| {
        let cells = qualities
            .iter()
            .map(|quality| cell(book, scenario, stage, model, *quality));
        Row {
            model,
            ended: model.lifecycle.shutdown.is_some_and(|end| end <= today),
            cells: cells.collect(),
        }
    };
    let mut rows: Vec<Row> = models.iter().map(row).collect();
    for column in 0..qualities.len() {
        mark(&mut rows, column);
    }
    Matrix { qualities, rows }
}

fn cell(
    book: &RateBook,
    scenario: &Scenario,
    stage: &Stage,
    model: &'static Model,
    quality: Quality,
) -> Cell {
    let asked = Stage {
        model: model.id,
        quality,
        ..stage.clone()
    };
    if !model.output.has(quality) {
        Cell::NoQuality
    } else if !model.sizes.faults(stage.size).is_empty() {
        Cell::NoSize
    } else {
        let cheapest = false;
        price_each(book, scenario, &asked)
            .map_or(Cell::Refused, |each| Cell::Priced { each, cheapest })
    }
}

/// Marks the cheapest of a column, by the high end, then the low; equals are all marked.
fn mark(rows: &mut [Row], column: usize) {
    let price = |row: &Row| match row.cells.get(column) {
        Some(Cell::Priced { each, .. }) if !row.ended => Some((each.high, each.low)),
        _ => None,
    };
    let Some(least) = rows.iter().filter_map(price).min() else {
        return;
    };
    for row in rows.iter_mut().filter(|row| price(row) == Some(least)) {
        if let Some(Cell::Priced { cheapest, .. }) = row.cells.get_mut(column) {
            *cheapest = true;
        }
    }
}
