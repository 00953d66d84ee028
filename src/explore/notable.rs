//! The sizes worth knowing of a model at a quality, for those who read a table rather than a map.
//!
//! Knows which sizes stand out and why; must not know dollars: the page prices each.

use super::{Counter, every};
use crate::interval::Interval;
use crate::rates::words::words;
use crate::rates::{Model, Quality, SizeKind};
use crate::size::{AspectRatio, Size, SizeClass};
use std::cmp::Reverse;

words! {
    /// Why a size is worth knowing, as the table says it.
    Why {
        /// One that the API documents by name, or the model's own list.
        Standard = "a standard size",
        /// The fewest tokens of all.
        Cheapest = "the cheapest of all",
        /// The fewest tokens among those with at least the pixels of 1024x1024.
        CheapestAbove = "the cheapest with at least the pixels of 1024x1024",
        /// The most pixels among those that cost no more than 1024x1024.
        LargestWithin = "the most pixels for no more than 1024x1024",
        /// The most pixels a token.
        BestValue = "the most pixels per dollar",
        /// The fewest pixels a token.
        WorstValue = "the fewest pixels per dollar",
        /// 16:9 at a long edge of 2048.
        Wide2K = "16:9 at 2K",
        /// 16:9 at a long edge of 3840.
        Wide4K = "16:9 at 4K",
        /// The most tokens of all.
        Dearest = "the dearest of all",
    }
}

/// A size worth knowing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notable {
    /// Why.
    pub why: Why,
    /// The size.
    pub size: Size,
    /// Output tokens of an image.
    pub tokens: Interval<u64>,
}

/// The API's standard sizes.
const STANDARD: [Size; 3] = [
    Size::new(1024, 1024),
    Size::new(1536, 1024),
    Size::new(1024, 1536),
];

/// The sizes worth knowing, each once, standard ones first; a model with a list of sizes has just
/// those. Empty where the model or the quality does not count in tokens.
pub fn notable(model: &Model, quality: Quality) -> Vec<Notable> {
    let Some(counter) = Counter::new(model.output, quality) else {
        return Vec::new();
    };
    let counted = every(model.sizes).into_iter();
    let counted = counted.filter_map(|size| Some((size, counter.tokens(size)?)));
    let all: Vec<(Size, Interval<u64>)> = counted.collect();
    let mut found: Vec<Notable> = Vec::new();
    let mut add = |why: Why, one: Option<(Size, Interval<u64>)>| {
        if let Some((size, tokens)) = one
            && found.iter().all(|known| known.size != size)
        {
            found.push(Notable { why, size, tokens });
        }
    };
    if let SizeKind::Fixed { sizes, .. } = model.sizes.kind {
        sizes
            .iter()
            .for_each(|size| add(Why::Standard, find(&all, *size)));
        return found;
    }
    STANDARD
        .iter()
        .for_each(|size| add(Why::Standard, find(&all, *size)));
    for (why, one) in outstanding(&all) {
        add(why, one);
    }
    let wide = |class| AspectRatio::new(16, 9).at(class, model.sizes.step());
    add(Why::Wide2K, find(&all, wide(SizeClass::K2)));
    add(Why::Wide4K, find(&all, wide(SizeClass::K4)));
    found
}

type One = (Size, Interval<u64>);

fn find(all: &[One], size: Size) -> Option<One> {
    all.iter().copied().find(|one| one.0 == size)
}

/// Those that stand out among all; of equals the one with more pixels.
fn outstanding(all: &[One]) -> [(Why, Option<One>); 6] {
    let square = find(all, STANDARD[0]);
    let fewest = |one: &&One| (one.1.high, one.1.low, Reverse(one.0.pixels()), one.0);
    let most = |one: &&One| (one.1.high, one.1.low, one.0.pixels());
    let above = square.and_then(|square| {
        let above = all.iter().filter(|one| one.0.pixels() >= square.0.pixels());
        above.min_by_key(fewest)
    });
    let within = square.and_then(|square| {
        let within = all.iter().filter(|one| one.1.high <= square.1.high);
        within.max_by_key(|one| (one.0.pixels(), Reverse(one.1.high), Reverse(one.0)))
    });
    // Pixels a token, compared as fractions.
    let value = |a: &&One, b: &&One| {
        let cross = |one: &One, other: &One| u128::from(one.0.pixels()) * u128::from(other.1.high);
        cross(a, b).cmp(&cross(b, a))
    };
    [
        (Why::Cheapest, all.iter().min_by_key(fewest).copied()),
        (Why::CheapestAbove, above.copied()),
        (Why::LargestWithin, within.copied()),
        (Why::BestValue, all.iter().max_by(value).copied()),
        (Why::WorstValue, all.iter().min_by(value).copied()),
        (Why::Dearest, all.iter().max_by_key(most).copied()),
    ]
}
