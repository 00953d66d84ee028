//! Flat prices: DALL-E's printed ones, and those of the person's own (a price an image, or the
//! credits of a plan). One line item replaces all others of the stage.

use super::{Charge, LineItem, What};
use crate::interval::Interval;
use crate::money::{Usd, product, quotient};
use crate::rates::{Basis, Model, Source};
use crate::scenario::{OwnRates, Route, Stage};
use crate::size::{Size, SizeChoice};
use rust_decimal::Decimal;

/// The line of a flat price of the person's own; none where none is given.
pub(super) fn own_lines(stage: &Stage) -> Option<Vec<LineItem>> {
    if let Some(price) = stage.own.image {
        return Some(vec![line(
            stage,
            What::FlatImages,
            Interval::point(price),
            Basis::Given,
            None,
        )]);
    }
    let price = credit_price(&stage.own, stage.size)?;
    Some(vec![line(
        stage,
        What::CreditImages,
        price,
        Basis::Given,
        None,
    )])
}

/// The line of a model with flat prices; none where it has none for the quality and size.
pub(super) fn model_line(stage: &Stage, model: &Model) -> Option<LineItem> {
    let SizeChoice::Exact(size) = stage.size else {
        return None;
    };
    let price = model.output.flat_price(stage.quality, size)?;
    let source = Some(model.output.source);
    Some(line(
        stage,
        What::FlatImages,
        Interval::point(price),
        model.output.basis,
        source,
    ))
}

fn line(
    stage: &Stage,
    what: What,
    usd: Interval<Decimal>,
    basis: Basis,
    source: Option<&'static Source>,
) -> LineItem {
    let turns = if stage.route == Route::Responses {
        u32::from(stage.turns)
    } else {
        1
    };
    let images = u32::from(stage.n) * turns;
    let cost = |price: Decimal| Usd(product(Decimal::from(images), price));
    LineItem {
        what,
        charge: Charge::Images { images, usd },
        per_request: Interval::new(cost(usd.low), cost(usd.high)),
        basis,
        source,
    }
}

/// USD of an image paid in credits: its credits x plan / credits in the plan. Both sizes that
/// `auto` was observed to return lie in classes of their own. None where a part is missing.
fn credit_price(own: &OwnRates, size: SizeChoice) -> Option<Interval<Decimal>> {
    let credit = quotient(own.plan?, own.credits?)?;
    let price = |size: Size| Some(product(credit, own.credits_for(size)?));
    match size {
        SizeChoice::Exact(size) => price(size).map(Interval::point),
        SizeChoice::Auto => {
            let prices = own
                .credits_per_image
                .iter()
                .flatten()
                .map(|c| product(credit, *c));
            prices.map(Interval::point).reduce(Interval::hull)
        }
    }
}
