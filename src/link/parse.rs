//! Values as links write them, each read within its own domain.
//!
//! Must not know which key a value belongs to.

use crate::money::from_digits;
use crate::scenario::{InputImages, Percent, bounds};
use crate::size::{AspectRatio, Size, SizeChoice, SizeClass};
use rust_decimal::Decimal;
use std::ops::RangeInclusive;

/// `0` or `1`.
pub(super) fn switch(text: &str) -> Option<bool> {
    match text {
        "1" => Some(true),
        "0" => Some(false),
        _ => None,
    }
}

/// A label without control characters.
pub(super) fn label(text: &str) -> Option<String> {
    let clean = text.chars().count() <= bounds::LABEL && !text.chars().any(char::is_control);
    clean.then(|| text.to_owned())
}

/// A whole number: digits only.
pub(super) fn whole<T: TryFrom<u32>>(text: &str, bounds: &RangeInclusive<u32>) -> Option<T> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number: u32 = text.parse().ok()?;
    T::try_from(number)
        .ok()
        .filter(|_| bounds.contains(&number))
}

/// A percentage of something.
pub(super) fn percent(text: &str) -> Option<Percent> {
    Percent::parse(text, &bounds::PERCENT)
}

/// An amount of USD: digits, at most six decimal places.
pub(super) fn usd(text: &str, bounds: &RangeInclusive<u32>) -> Option<Decimal> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let plain = |part: &str, most: usize| {
        (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    if !plain(whole, 10) || !plain(fraction, bounds::USD_PLACES as usize) {
        return None;
    }
    let amount = from_digits(whole, fraction)?;
    let least = Decimal::from(*bounds.start());
    let most = Decimal::from(*bounds.end());
    (least <= amount && amount <= most).then_some(amount.normalize())
}

/// `WxH`, `auto`, or a ratio at a class.
pub(super) fn size(text: &str) -> Option<SizeChoice> {
    /// Edges of a ratio at a class are multiples of this, whatever the model: contract 1.
    const STEP: u32 = 16;
    if text.eq_ignore_ascii_case("auto") {
        return Some(SizeChoice::Auto);
    }
    let exact = match text.split_once('@') {
        Some((ratio, class)) => ratio
            .parse::<AspectRatio>()
            .ok()?
            .at(SizeClass::parse(class)?, STEP),
        None => text.parse::<Size>().ok()?,
    };
    Some(SizeChoice::Exact(exact))
}

/// `1024x1024*3,512x768`.
pub(super) fn refs(text: &str) -> Option<Vec<InputImages>> {
    let mut all = Vec::new();
    let mut total: u32 = 0;
    for part in text.split(',') {
        let (size, count) = part.split_once('*').unwrap_or((part, "1"));
        let count: u16 = whole(count.trim(), &bounds::INPUT_IMAGES)?;
        total += u32::from(count);
        if total > *bounds::INPUT_IMAGES.end() {
            return None;
        }
        all.push(InputImages {
            size: size.trim().parse().ok()?,
            count,
        });
    }
    Some(all)
}
