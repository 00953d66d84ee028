//! What the page ought to say, asked of the core. Must not know the page.

use pixelbill::estimate::{Estimate, estimate, price_each};
use pixelbill::link;
use pixelbill::rates::{Model, RateBook, RateSnapshot};
use pixelbill::scenario::{Scenario, Stage};

pub fn book() -> &'static RateBook {
    RateBook::embedded()
}

/// What a link asks: `"#model=gpt-image-2&n=4"`.
pub fn asked(link: &str) -> Scenario {
    link::read(book(), "", link).scenario
}

pub fn estimated(link: &str) -> Estimate {
    estimate(book(), &asked(link))
}

/// The figure as the page writes it.
pub fn figure(scenario: &Scenario) -> String {
    let totals = estimate(book(), scenario).totals;
    totals.map_or_else(
        || "No price yet".to_owned(),
        |totals| totals.total.in_words(),
    )
}

/// The fragment that the address bar should hold.
pub fn fragment(scenario: &Scenario) -> String {
    format!("#{}", link::write(scenario))
}

/// The price on a choice: an image, were the first stage changed so.
pub fn price_with(scenario: &Scenario, change: impl FnOnce(&mut Stage)) -> String {
    let mut stage = scenario.stages[0].clone();
    change(&mut stage);
    let price = price_each(book(), scenario, &stage);
    price.map_or_else(|| "–".to_owned(), |price| price.brief())
}

pub fn snapshot(scenario: &Scenario) -> &'static RateSnapshot {
    let snapshot = book().in_force(scenario.rates);
    snapshot.expect("the story names a date of the book")
}

/// Whether its end is not announced.
pub fn is_current(model: &Model) -> bool {
    model.lifecycle.deprecated.is_none() && model.lifecycle.shutdown.is_none()
}
