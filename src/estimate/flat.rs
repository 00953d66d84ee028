//! Flat prices: DALL-E's printed ones, and those of the person's own (a price an image, or the
//! credits of a plan). One line item replaces all others of the stage.

use super::charge::factor;
use super::items::Asked;
use super::{Charge, LineItem, What};
use crate::interval::Interval;
use crate::money::{Usd, product, quotient};
use crate::rates::{Basis, Model, Source};
use crate::scenario::{OwnRates, Route, Stage};
use crate::size::{Size, SizeChoice};
use rust_decimal::Decimal;

/// The line of a flat price of the person's own; none where none is given.
pub(super) fn own_line(asked: Asked) -> Option<LineItem> {
    let Stage { own, size, .. } = asked.stage;
    let (what, usd) = match own.image {
        Some(price) => (What::FlatImages, Interval::point(price)),
        None if own.has_credits() => {
            let model = asked.snapshot.image_model(asked.stage.model)?;
            let price = credit_price(own, &model.sizes.stands_for(*size))?;
            (What::CreditImages, price)
        }
        None => return None,
    };
    Some(line(asked.stage, what, usd, Basis::Given, None))
}

/// The line of a model with flat prices; none where it has none for the quality and size.
pub(super) fn model_line(asked: Asked, model: &Model) -> Option<LineItem> {
    let SizeChoice::Exact(size) = asked.stage.size else {
        return None;
    };
    let price = model.output.flat_price(asked.stage.quality, size)?;
    let times = factor(asked.snapshot, asked.scenario, model.residency);
    let usd = times.map(|times| product(price, times).normalize());
    let (basis, source) = (model.output.basis, model.output.source);
    Some(line(
        asked.stage,
        What::FlatImages,
        usd,
        basis,
        Some(source),
    ))
}

fn line(
    stage: &Stage,
    what: What,
    usd: Interval<Decimal>,
    basis: Basis,
    source: Option<&'static Source>,
) -> LineItem {
    let turns = match stage.route {
        Route::Responses => u32::from(stage.turns),
        Route::Images => 1,
    };
    let images = u32::from(stage.n) * turns;
    LineItem {
        what,
        charge: Charge::Images { images, usd },
        per_request: usd.map(|price| Usd(product(Decimal::from(images), price))),
        basis,
        source,
        surcharged: false,
    }
}

/// USD of an image paid in credits: its credits x plan / credits in the plan; with `auto` from
/// the cheapest to the dearest of the sizes it may become. None where a part is missing.
fn credit_price(own: &OwnRates, sizes: &[Size]) -> Option<Interval<Decimal>> {
    let credit = quotient(own.plan?, own.credits?)?;
    let price = |size: &Size| Some(product(credit, own.credits_for(*size)?));
    let prices: Option<Vec<Decimal>> = sizes.iter().map(price).collect();
    prices?
        .into_iter()
        .map(Interval::point)
        .reduce(Interval::hull)
}
