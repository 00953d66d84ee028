//! What the map says of one size, in words and figures.

use super::Look;
use crate::explore::{Lens, reason};
use crate::interval::Interval;
use crate::money::UsdRange;
use crate::size::{Size, SizeChoice};
use crate::ui::dom::{El, button, el, texts};
use crate::ui::explore::table::{against, count, megapixels, per_dollar};
use crate::ui::shape;
use leptos::prelude::*;

/// The size under the cursor, or the one on screen.
pub fn readout(look: Look) -> El {
    let [title, shape] = ["size", "shape"].map(|class| el("p", class));
    let facts = FACTS.map(|name| (name, el("dd", "")));
    let values = facts.iter().map(|(_, value)| value);
    let slots = [&title, &shape].into_iter().chain(values).map(El::slot);
    texts(slots.collect(), move || told(look).into());
    let fact = |(name, value)| {
        let name = el("dt", "").text(name);
        el("div", "").child(name).child(value)
    };
    let class = move || {
        let invalid = look.size().is_some_and(|size| fault(look, size).is_some());
        String::from(if invalid {
            "readout invalid"
        } else {
            "readout"
        })
    };
    el("div", "")
        .live_attr("class", class)
        .attr("id", "readout")
        .child(title)
        .child(shape)
        .child(el("dl", "facts").children(facts.map(fact)))
        .child(choose(look))
}

/// What is said of a size beside its name and its shape.
const FACTS: [&str; 5] = [
    "an image",
    "against now",
    "output tokens",
    "pixels",
    "pixels a dollar",
];

/// The name of the size, its shape, and each of [`FACTS`].
fn told(look: Look) -> [String; 7] {
    let or_dash = |words: Option<String>| words.unwrap_or_else(|| "–".into());
    let Some(size) = look.size() else {
        let dash = || or_dash(None);
        return [
            "auto".into(),
            String::new(),
            dash(),
            dash(),
            dash(),
            dash(),
            dash(),
        ];
    };
    let price = look.state.size_range(size);
    [
        size.in_words(),
        about(look, size),
        or_dash(price.map(|price| price.brief())),
        or_dash(compared(look, price)),
        or_dash(tokens(look, size)),
        megapixels(size),
        or_dash(price.map(|price| per_dollar(size, price))),
    ]
}

/// Chooses the size that is read out, or the valid one nearest to it.
fn choose(look: Look) -> El {
    let target = move || {
        let size = look.size()?;
        let model = look.state.model()?;
        if model.sizes.takes(size) {
            let priced = look.state.present_size() == Some(size);
            return Some((size, true, priced));
        }
        let nearest = model.sizes.nearest(size).into_iter().next()?;
        Some((nearest, false, false))
    };
    el("div", "choose").fill_by(target, move |target| {
        let Some((size, valid, priced)) = *target else {
            return Vec::new();
        };
        if priced {
            return vec![el("p", "hint").text("The size that is priced now.")];
        }
        let words = if valid {
            format!("Choose {}", size.in_words())
        } else {
            format!("Choose the nearest: {}", size.in_words())
        };
        vec![button("fix", &words, move || take(look, size))]
    })
}

/// Makes a size the one that is priced.
pub fn take(look: Look, size: Size) {
    look.cursor.set(None);
    look.state
        .ask("map", |stage| stage.size = SizeChoice::Exact(size));
}

/// Why a size is not valid.
fn fault(look: Look, size: Size) -> Option<String> {
    look.map.with(|map| reason(&map.as_ref()?.rule, size))
}

/// Its ratio, or why it is not valid.
fn about(look: Look, size: Size) -> String {
    fault(look, size).map_or_else(
        || shape::name(shape::ratio_of(size, None)),
        |why| format!("not valid: {why}"),
    )
}

fn tokens(look: Look, size: Size) -> Option<String> {
    let quality = look.state.priced(|stage| stage.quality);
    let model = look.state.model()?;
    let taken = model.sizes.takes(size);
    let tokens: Interval<u64> = model.output.tokens_at(quality, size).filter(|_| taken)?;
    Some(count(tokens))
}

fn compared(look: Look, price: Option<UsdRange>) -> Option<String> {
    let now = look.state.size_range(look.state.present_size()?)?;
    Some(against(price?, now))
}

/// What a screen reader hears of a cell: the size, its price or why it has none.
pub fn said(look: Look, size: Size) -> String {
    let name = format!("{} by {}", size.width, size.height);
    match (fault(look, size), look.state.size_range(size)) {
        (Some(why), _) => format!("{name}, not valid: {why}"),
        (None, Some(price)) => format!("{name}, {} an image", price.brief()),
        (None, None) => format!("{name}, no price"),
    }
}

/// The name of the map.
pub fn label(look: Look) -> String {
    let (model, quality) = look.state.priced(|stage| (stage.model, stage.quality));
    let by = match look.lens.get() {
        Lens::Cost => "cost of an image",
        Lens::Pixels => "pixels per dollar",
    };
    format!(
        "Width by height of {model} at quality {quality}, coloured by {by}. The table below has the sizes worth knowing."
    )
}

/// What one end of the ramp stands for: the cheapest and the dearest price, or the fewest and the
/// most pixels a dollar.
pub fn end(look: Look, last: bool) -> Option<String> {
    let lens = look.lens.get();
    let size = look
        .map
        .with(|map| Some(map.as_ref()?.extreme(lens, last)))?;
    let price = look.state.size_range(size)?;
    Some(match lens {
        Lens::Cost => price.brief(),
        Lens::Pixels => format!("{} a dollar", per_dollar(size, price)),
    })
}
