//! An estimate as one table: a row a line item, then totals, problems and notices.
//!
//! Knows the columns; must not know how a table is written or rounded: every amount is exact and
//! has both ends.

use super::lines::{Line, lines};
use crate::estimate::{Charge, Estimate, StageEstimate, Totals, explain, snapshot_of};
use crate::interval::Interval;
use crate::link;
use crate::money::{Usd, UsdRange};
use crate::rates::RateBook;
use crate::scenario::{Scenario, Stage};
use rust_decimal::Decimal;

/// The names of the columns. They are only ever added to, at the end.
pub const COLUMNS: [&str; 20] = [
    "stage",
    "label",
    "item",
    "model",
    "size",
    "quality",
    "meter",
    "count_low",
    "count_high",
    "unit",
    "rate_low",
    "rate_high",
    "request_low",
    "request_high",
    "sends",
    "total_low",
    "total_high",
    "basis",
    "source",
    "note",
];

/// One value; empty where a row has none of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Words, which may be a person's own.
    Text(String),
    /// A number as it is: digits, a point, a sign.
    Number(String),
}

/// The cells of a row by column.
pub type Row = [Cell; COLUMNS.len()];

/// Every row, the heads left out.
pub fn table(book: &RateBook, scenario: &Scenario, estimate: &Estimate, site: &str) -> Vec<Row> {
    let lines = lines(scenario, estimate);
    let mut rows = Vec::new();
    let stages = scenario.stages.iter().zip(&estimate.stages);
    for (index, (asked, priced)) in stages.enumerate() {
        let own = lines.iter().filter(|line| line.stage == index);
        rows.extend(own.map(|line| line_row(book, scenario, line)));
        if scenario.stages.len() > 1 {
            rows.extend(stage_row(index, asked, priced));
        }
    }
    rows.extend(total_rows(estimate, &link_of(scenario, site)));
    rows.extend(said_rows(estimate));
    rows
}

/// The link that opens the estimate.
pub fn link_of(scenario: &Scenario, site: &str) -> String {
    format!("{site}#{}", link::write(scenario))
}

/// Fills a row column by column; a name that is no column is left out.
fn row(cells: &[(&str, Cell)]) -> Row {
    let mut row = std::array::from_fn(|_| text(""));
    for (name, cell) in cells {
        if let Some(at) = COLUMNS.iter().position(|column| column == name) {
            row[at] = cell.clone();
        }
    }
    row
}

fn text(words: impl Into<String>) -> Cell {
    Cell::Text(words.into())
}

fn number(amount: Decimal) -> Cell {
    Cell::Number(amount.normalize().to_string())
}

fn ends(
    low: &'static str,
    high: &'static str,
    amount: Interval<Decimal>,
) -> [(&'static str, Cell); 2] {
    [(low, number(amount.low)), (high, number(amount.high))]
}

fn usd(low: &'static str, high: &'static str, amount: UsdRange) -> [(&'static str, Cell); 2] {
    ends(low, high, amount.map(|usd: Usd| usd.0))
}

/// The cells that name a stage.
fn stage_cells(index: usize, asked: &Stage) -> Vec<(&'static str, Cell)> {
    vec![
        ("stage", Cell::Number((index + 1).to_string())),
        ("label", text(&*asked.label)),
    ]
}

fn line_row(book: &RateBook, scenario: &Scenario, line: &Line) -> Row {
    let item = line.item;
    let mut cells = stage_cells(line.stage, line.asked);
    cells.push(("item", text(item.what.as_str())));
    cells.push(("model", text(line.model())));
    if line.asked.makes_images() {
        cells.push(("size", text(line.asked.size.to_string())));
        cells.push(("quality", text(line.asked.quality.as_str())));
    }
    cells.extend(charge_cells(&item.charge));
    cells.extend(usd("request_low", "request_high", item.per_request));
    cells.push(("sends", number(line.priced.sends)));
    cells.extend(usd("total_low", "total_high", line.total));
    cells.push(("basis", text(item.basis.as_str())));
    cells.push(("source", text(item.source.map_or("", |source| source.url))));
    let snapshot = snapshot_of(book, scenario);
    let formula = explain::formula(snapshot, line.asked, item);
    cells.push(("note", text(formula)));
    row(&cells)
}

fn charge_cells(charge: &Charge) -> Vec<(&'static str, Cell)> {
    let (meter, count, unit, rate) = match *charge {
        Charge::Tokens {
            meter,
            tokens,
            usd_per_mtok,
            ..
        } => (
            meter.as_str(),
            tokens.map(Decimal::from),
            "tokens (rate per million)",
            usd_per_mtok,
        ),
        Charge::Images { images, usd } => (
            "",
            Interval::point(Decimal::from(images)),
            "images (rate per image)",
            usd,
        ),
    };
    let mut cells = vec![("meter", text(meter)), ("unit", text(unit))];
    cells.extend(ends("count_low", "count_high", count));
    cells.extend(ends("rate_low", "rate_high", rate));
    cells
}

/// The sum of a stage; none where it has problems.
fn stage_row(index: usize, asked: &Stage, priced: &StageEstimate) -> Option<Row> {
    let totals = priced.totals?;
    let mut cells = stage_cells(index, asked);
    cells.push(("item", text("total of the stage")));
    cells.extend(ends("count_low", "count_high", totals.images));
    cells.push(("unit", text("images")));
    let once = priced.per_request.into_iter();
    cells.extend(once.flat_map(|once| usd("request_low", "request_high", once)));
    cells.push(("sends", number(priced.sends)));
    cells.extend(usd("total_low", "total_high", totals.total));
    cells.push(("basis", basis(&totals)));
    Some(row(&cells))
}

fn basis(totals: &Totals) -> Cell {
    text(totals.basis.map_or("", |basis| basis.as_str()))
}

/// The whole, and what it comes to an image; with problems a row that says there is no total.
fn total_rows(estimate: &Estimate, link: &str) -> Vec<Row> {
    let note = ("note", text(format!("rates of {}", estimate.rates)));
    let mut first = vec![("item", text("total")), note, ("source", text(link))];
    let Some(totals) = &estimate.totals else {
        first[0] = ("item", text("no total"));
        return vec![row(&first)];
    };
    first.extend(usd("total_low", "total_high", totals.total));
    first.push(("basis", basis(totals)));
    let mut rows = vec![row(&first)];
    let counts = [
        ("images", totals.images),
        ("accepted images", totals.accepted_images),
    ];
    rows.extend(counts.map(|(item, count)| {
        let mut cells = vec![("item", text(item)), ("unit", text("images"))];
        cells.extend(ends("count_low", "count_high", count));
        row(&cells)
    }));
    let each = [
        ("per image", totals.per_image),
        ("per accepted image", totals.per_accepted_image),
    ];
    rows.extend(each.into_iter().filter_map(|(item, price)| {
        let mut cells = vec![("item", text(item))];
        cells.extend(usd("total_low", "total_high", price?));
        Some(row(&cells))
    }));
    rows
}

/// Problems and notices, in the words of the page.
fn said_rows(estimate: &Estimate) -> Vec<Row> {
    let said = |item: &str, stage: Option<usize>, note: String| {
        let mut cells = vec![("item", text(item)), ("note", text(note))];
        cells.extend(stage.map(|stage| ("stage", Cell::Number((stage + 1).to_string()))));
        row(&cells)
    };
    let problems = estimate.problems.iter();
    let problems = problems.map(|problem| said("problem", Some(problem.stage), problem.message()));
    let notices = estimate.notices.iter();
    let notices = notices.map(|notice| said("notice", notice.stage, notice.kind.to_string()));
    problems.chain(notices).collect()
}
