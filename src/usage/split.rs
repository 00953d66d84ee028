//! How counts fall on meters: text, image, from cache, or not told apart.
//!
//! Knows which counts are part of which; must not know any rate. Nothing is guessed: what is not
//! told apart stays so.

use super::counts::{Counts, Details};
use super::record::Kind;
use super::remark::{Remark, Side};

/// Tokens by what they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub text: u64,
    pub image: u64,
    pub either: u64,
    pub cached_text: u64,
    pub cached_image: u64,
    pub cached_either: u64,
    /// From cache, and counted in full above since it is not said as what.
    pub discounted: u64,
    pub text_output: u64,
    pub image_output: u64,
    pub either_output: u64,
}

impl Tally {
    /// All of them.
    pub fn tokens(&self) -> u64 {
        self.input() + self.text_output + self.image_output + self.either_output
    }

    /// All input.
    pub fn input(&self) -> u64 {
        let cached = self.cached_text + self.cached_image + self.cached_either;
        self.text + self.image + self.either + cached
    }
}

/// The counts of an image model. `only_text` where the request carried no images.
pub fn of_image(counts: &Counts, only_text: bool, kind: Kind, remarks: &mut Vec<Remark>) -> Tally {
    let input = apart(counts.input, counts.input_details, Side::Input, remarks);
    let output = apart(counts.output, counts.output_details, Side::Output, remarks);
    let mut tally = Tally {
        text: input.text,
        image: input.image,
        either: input.rest,
        text_output: output.text,
        image_output: output.image,
        either_output: output.rest,
        ..Tally::default()
    };
    if only_text {
        tally.text += std::mem::take(&mut tally.either);
    }
    if tally.either > 0 {
        remarks.push(Remark::InputUnsplit(tally.either));
    }
    from_cache(&mut tally, counts, kind, remarks);
    common(counts, &tally, remarks);
    tally
}

/// The counts of a text model: images it reads are text input.
pub fn of_text(counts: &Counts, remarks: &mut Vec<Remark>) -> Tally {
    let named = counts.input_details.map_or(0, sum);
    let mut tally = Tally {
        text: counts.input.unwrap_or(named),
        text_output: counts.output.unwrap_or(0),
        ..Tally::default()
    };
    let cached = counts.cached.map_or(0, |cached| cached.all);
    tally.cached_text = cached.min(tally.text);
    if cached > tally.text {
        remarks.push(Remark::CacheAboveInput(cached, tally.text));
    }
    tally.text -= tally.cached_text;
    if let Some(reasoning) = counts.reasoning.filter(|tokens| *tokens > 0) {
        remarks.push(Remark::Reasoning(reasoning));
    }
    common(counts, &tally, remarks);
    tally
}

/// A count, and the details that tell its parts.
struct Apart {
    text: u64,
    image: u64,
    rest: u64,
}

fn sum(details: Details) -> u64 {
    details.text.unwrap_or(0) + details.image.unwrap_or(0)
}

fn apart(
    all: Option<u64>,
    details: Option<Details>,
    side: Side,
    remarks: &mut Vec<Remark>,
) -> Apart {
    let Some(parts) = details else {
        return Apart {
            text: 0,
            image: 0,
            rest: all.unwrap_or(0),
        };
    };
    let named = sum(parts);
    let all = all.unwrap_or(named);
    if all != named {
        remarks.push(Remark::DetailsDiffer(side, named, all));
    }
    Apart {
        text: parts.text.unwrap_or(0),
        image: parts.image.unwrap_or(0),
        rest: all.saturating_sub(named),
    }
}

/// Moves tokens that were read from cache, as far as it is said what they were.
fn from_cache(tally: &mut Tally, counts: &Counts, kind: Kind, remarks: &mut Vec<Remark>) {
    let Some(cached) = counts.cached else {
        if kind == Kind::Responses {
            remarks.push(Remark::CacheUnknown);
        }
        return;
    };
    let all = cached.all.min(tally.input());
    if cached.all > all {
        remarks.push(Remark::CacheAboveInput(cached.all, all));
    }
    if all > 0 && matches!(kind, Kind::Images | Kind::Generated | Kind::Edited) {
        remarks.push(Remark::CacheOnImageApi);
    }
    let (text, image) = cached.split.unwrap_or((0, 0));
    let text = moved(&mut tally.text, &mut tally.cached_text, text.min(all));
    let image = moved(
        &mut tally.image,
        &mut tally.cached_image,
        image.min(all - text),
    );
    let left = all - text - image;
    match (tally.text, tally.image, tally.either) {
        (_, 0, 0) => moved(&mut tally.text, &mut tally.cached_text, left),
        (0, _, 0) => moved(&mut tally.image, &mut tally.cached_image, left),
        (0, 0, _) => moved(&mut tally.either, &mut tally.cached_either, left),
        _ => {
            tally.discounted = left;
            left
        }
    };
}

/// Moves up to so many tokens, and says how many.
fn moved(from: &mut u64, to: &mut u64, tokens: u64) -> u64 {
    let tokens = tokens.min(*from);
    *from -= tokens;
    *to += tokens;
    tokens
}

fn common(counts: &Counts, tally: &Tally, remarks: &mut Vec<Remark>) {
    if let Some(total) = counts.total.filter(|total| *total != tally.tokens()) {
        remarks.push(Remark::TotalDiffers(total, tally.tokens()));
    }
    if let Some(writes) = counts.cache_writes.filter(|tokens| *tokens > 0) {
        remarks.push(Remark::CacheWrites(writes));
    }
    if tally.tokens() == 0 {
        remarks.push(Remark::NothingCounted);
    }
}
