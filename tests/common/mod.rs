//! What the tests of the core share: links in, estimates out.
#![allow(dead_code, reason = "each test program uses a part of it")]

use pixelbill::estimate::{Charge, Estimate, LineItem, estimate};
use pixelbill::interval::Interval;
use pixelbill::link;
use pixelbill::rates::{Model, RateBook, TextModel};
use pixelbill::scenario::Scenario;
use pixelbill::size::Size;
use rust_decimal::Decimal;

pub fn book() -> &'static RateBook {
    RateBook::embedded()
}

pub fn decimal(text: &str) -> Decimal {
    let read = text.parse().or_else(|_| Decimal::from_scientific(text));
    read.unwrap_or_else(|error| panic!("{text}: {error}"))
}

pub fn size(text: &str) -> Size {
    text.parse()
        .unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// An image model as the newest snapshot has it.
#[track_caller]
pub fn image_model(id: &str) -> &'static Model {
    let newest = book().newest();
    newest
        .image_model(id)
        .unwrap_or_else(|| panic!("{id} is not in the newest snapshot"))
}

/// A text model as the newest snapshot has it.
#[track_caller]
pub fn text_model(id: &str) -> &'static TextModel {
    let newest = book().newest();
    newest
        .text_model(id)
        .unwrap_or_else(|| panic!("{id} is not in the newest snapshot"))
}

/// The scenario of a link that is taken as it is.
#[track_caller]
pub fn scenario(link: &str) -> Scenario {
    let read = link::read(book(), "", link);
    assert_eq!(read.set_aside, [], "{link}");
    read.scenario
}

#[track_caller]
pub fn estimated(link: &str) -> Estimate {
    estimate(book(), &scenario(link))
}

/// The estimate of a link without problems.
#[track_caller]
pub fn priced(link: &str) -> Estimate {
    let estimate = estimated(link);
    assert_eq!(problems(&estimate), [""; 0], "{link}");
    estimate
}

/// Codes of the problems, in their order.
pub fn problems(estimate: &Estimate) -> Vec<&'static str> {
    estimate
        .problems
        .iter()
        .map(|problem| problem.code())
        .collect()
}

/// Codes of the notices, in their order.
pub fn notices(estimate: &Estimate) -> Vec<&'static str> {
    estimate
        .notices
        .iter()
        .map(|notice| notice.kind.code())
        .collect()
}

/// `low` where both ends are equal, else `low..high`.
pub fn span<T: Copy + Ord + ToString>(amount: Interval<T>) -> String {
    let (low, high) = (amount.low.to_string(), amount.high.to_string());
    if low == high {
        low
    } else {
        format!("{low}..{high}")
    }
}

/// A line as the tests write it: `output images: 1756 x 30 = 0.05268 (calculator)`.
pub fn line(item: &LineItem) -> String {
    let counted = match item.charge {
        Charge::Tokens {
            tokens,
            usd_per_mtok,
            ..
        } => {
            format!(
                "{} x {}",
                span(tokens),
                span(usd_per_mtok.map(|rate| rate.normalize()))
            )
        }
        Charge::Images { images, usd } => {
            format!(
                "{images} images x {}",
                span(usd.map(|price| price.normalize()))
            )
        }
    };
    let meter = item.meter().map_or("flat", |meter| meter.as_str());
    format!(
        "{} on {meter}: {counted} = {} ({})",
        item.what,
        span(item.per_request),
        item.basis
    )
}

/// Every line item of the first stage, as the tests write them.
#[track_caller]
pub fn lines(link: &str) -> Vec<String> {
    priced(link).stages[0].line_items.iter().map(line).collect()
}

/// What the scenario comes to, both ends.
#[track_caller]
pub fn total(link: &str) -> String {
    let totals = priced(link).totals.expect("totals without problems");
    span(totals.total)
}
