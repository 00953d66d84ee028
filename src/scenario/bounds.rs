//! The bounds of every number in contract 1, in one place: the link, the fields of the page and
//! the messages all read them here.

use crate::typed::AmountBounds;
use std::ops::RangeInclusive;

/// Images per request.
pub const N: RangeInclusive<u32> = 1..=10;
/// Requests of a stage.
pub const REQUESTS: RangeInclusive<u32> = 1..=1_000_000_000;
/// Text tokens of the prompt.
pub const PROMPT: RangeInclusive<u32> = 0..=1_000_000;
/// Partial images streamed.
pub const PARTIALS: RangeInclusive<u32> = 0..=3;
/// Text tokens an analysis returns.
pub const ANSWER: RangeInclusive<u32> = 0..=100_000;
/// Driver tokens sent with each call besides the prompt.
pub const CONTEXT: RangeInclusive<u32> = 0..=1_000_000;
/// Turns of a conversation.
pub const TURNS: RangeInclusive<u32> = 1..=50;
/// Most sends for one request.
pub const TRIES: RangeInclusive<u32> = 1..=10;
/// Channels or crops one accepted image serves.
pub const USES: RangeInclusive<u32> = 1..=1000;
/// Input images of one stage, any task.
pub const INPUT_IMAGES: RangeInclusive<u32> = 1..=1500;
/// USD to spend.
pub const BUDGET: RangeInclusive<u32> = 0..=1_000_000_000;
/// A rate or price of one's own, in USD; contract 1 names no bound, this is ours.
pub const OWN: RangeInclusive<u32> = 0..=1_000_000_000;
/// Percent on every rate.
pub const MARKUP: RangeInclusive<i32> = -100..=1000;
/// Any other percentage.
pub const PERCENT: RangeInclusive<i32> = 0..=100;
/// Stages of a scenario.
pub const STAGES: usize = 12;
/// Characters of a label.
pub const LABEL: usize = 40;
/// Decimal places of an amount that a person gives, in USD.
pub const USD_PLACES: u32 = 6;

/// USD that a person gives: to spend, or a rate or price of one's own.
pub const USD: AmountBounds = AmountBounds {
    least: 0,
    most: 1_000_000_000,
    places: USD_PLACES,
};
/// A percentage on every rate.
pub const MARKUP_AMOUNT: AmountBounds = AmountBounds {
    least: -100,
    most: 1000,
    places: 2,
};
/// Any other percentage.
pub const PERCENT_AMOUNT: AmountBounds = AmountBounds {
    least: 0,
    most: 100,
    places: 2,
};
