//! The cheapest valid sizes that are what a person asks for, and what each saves.
//!
//! Knows how to rank sizes by price; must not know how a price comes about. On the Image API
//! everything but the output tokens is the same for every size, so tokens rank them and only those
//! that are shown are priced. Elsewhere (the Responses route reads the finished image, credits go
//! by class) every size is priced.

use super::{Counter, Wish, every};
use crate::estimate::{estimate, price_each, snapshot_of};
use crate::interval::Interval;
use crate::money::{Usd, UsdRange};
use crate::rates::{Model, Quality, RateBook};
use crate::scenario::{Route, Scenario, Stage};
use crate::size::{Size, SizeChoice};
use std::cmp::Reverse;

/// A size that will do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found {
    /// The size.
    pub size: Size,
    /// Output tokens of an image; none where the model prices images or the quality is `auto`.
    pub tokens: Option<Interval<u64>>,
    /// USD an image.
    pub each: UsdRange,
    /// What an image costs less than now, low end with low end and high with high; negative where
    /// it costs more. None where the present scenario cannot be priced.
    pub saving_each: Option<UsdRange>,
    /// What the whole scenario costs less than now.
    pub saving: Option<UsdRange>,
}

/// Why there is nothing to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfound {
    /// The stage makes no images, or its model is not in the rates.
    NoModel,
    /// No valid size is what is asked for.
    NoSize,
    /// Sizes there are, but something else about the stage keeps them from being priced.
    NoPrice,
}

/// At most `count` of the cheapest sizes for a stage, the cheapest first; of equal prices the one
/// with more pixels first.
///
/// # Errors
/// Nothing can be shown; why.
pub fn cheapest(
    book: &RateBook,
    scenario: &Scenario,
    stage: usize,
    wish: &Wish,
    count: usize,
) -> Result<Vec<Found>, Unfound> {
    let asked = scenario
        .stages
        .get(stage)
        .filter(|asked| asked.makes_images());
    let asked = asked.ok_or(Unfound::NoModel)?;
    let model = snapshot_of(book, scenario).image_model(asked.model);
    let model = model.ok_or(Unfound::NoModel)?;
    let mut sizes = every(model.sizes);
    sizes.retain(|size| wish.holds(*size));
    if sizes.is_empty() {
        return Err(Unfound::NoSize);
    }
    let search = Search {
        book,
        scenario,
        stage,
        asked,
        model,
    };
    let found = search.ranked(sizes, count);
    if found.is_empty() {
        return Err(Unfound::NoPrice);
    }
    Ok(search.with_savings(found))
}

struct Search<'a> {
    book: &'a RateBook,
    scenario: &'a Scenario,
    stage: usize,
    asked: &'a Stage,
    model: &'static Model,
}

impl Search<'_> {
    fn at(&self, size: Size) -> Stage {
        Stage {
            size: SizeChoice::Exact(size),
            ..self.asked.clone()
        }
    }

    fn price(&self, size: Size) -> Option<UsdRange> {
        price_each(self.book, self.scenario, &self.at(size))
    }

    fn ranked(&self, sizes: Vec<Size>, count: usize) -> Vec<(Size, UsdRange)> {
        let few = match self.counter() {
            Some(counter) => self.by_tokens(sizes, &counter, count),
            None => sizes,
        };
        let priced = few
            .into_iter()
            .filter_map(|size| Some((size, self.price(size)?)));
        let mut priced: Vec<_> = priced.collect();
        priced.sort_by_key(|(size, each)| (each.high, each.low, Reverse(size.pixels()), *size));
        priced.truncate(count);
        priced
    }

    /// The counter that ranks sizes as their prices do; none where nothing but prices can.
    fn counter(&self) -> Option<Counter> {
        let own = &self.asked.own;
        let by_tokens =
            self.asked.route == Route::Images && own.image.is_none() && !own.has_credits();
        Counter::new(self.model.output, self.asked.quality).filter(|_| by_tokens)
    }

    /// The `count` first by tokens; by pixels where tokens cost nothing.
    fn by_tokens(&self, mut sizes: Vec<Size>, counter: &Counter, count: usize) -> Vec<Size> {
        let tokens = |size: &Size| {
            counter
                .tokens(*size)
                .map(|tokens| (tokens.high, tokens.low))
        };
        sizes.sort_by_cached_key(|size| (tokens(size), Reverse(size.pixels()), *size));
        let ends = sizes.first().zip(sizes.last());
        let free = ends.is_some_and(|(first, last)| {
            tokens(first) != tokens(last) && self.price(*first) == self.price(*last)
        });
        if free {
            sizes.sort_by_key(|size| (Reverse(size.pixels()), *size));
        }
        sizes.truncate(count);
        sizes
    }

    fn with_savings(&self, found: Vec<(Size, UsdRange)>) -> Vec<Found> {
        let before = estimate(self.book, self.scenario);
        let each_before = before
            .stages
            .get(self.stage)
            .and_then(|stage| stage.totals?.per_image);
        let total_before = before.totals.map(|totals| totals.total);
        let found = found.into_iter().map(|(size, each)| Found {
            size,
            tokens: self.tokens(size),
            each,
            saving_each: each_before.map(|before| saving(before, each)),
            saving: total_before
                .zip(self.total(size))
                .map(|(before, after)| saving(before, after)),
        });
        found.collect()
    }

    fn tokens(&self, size: Size) -> Option<Interval<u64>> {
        let named = self.asked.quality != Quality::Auto;
        self.model
            .output
            .tokens_at(self.asked.quality, size)
            .filter(|_| named)
    }

    fn total(&self, size: Size) -> Option<UsdRange> {
        let mut changed = self.scenario.clone();
        *changed.stages.get_mut(self.stage)? = self.at(size);
        estimate(self.book, &changed)
            .totals
            .map(|totals| totals.total)
    }
}

/// What is saved, low end against low end and high against high: both amounts rest on the same
/// unknowns, so that their ends belong together.
pub fn saving(before: UsdRange, after: UsdRange) -> UsdRange {
    let less = |before: Usd, after: Usd| before - after;
    Interval::new(less(before.low, after.low), less(before.high, after.high))
}
