//! A smaller size of each input image that would count for noticeably less.
//!
//! Looked for only when images, model or the way they are read change: every smaller size is
//! tried, which is too much for each step of a slider.

use super::list::List;
use crate::date::Date;
use crate::interval::Interval;
use crate::money::UsdRange;
use crate::rates::{Detail, Fidelity};
use crate::resize::{Resized, for_analysis, for_edit};
use crate::scenario::{Stage, Task};
use crate::size::Size;
use crate::ui::request::prices::input_price;
use crate::ui::state::State;
use leptos::prelude::*;

/// Less than this many percent of the tokens is not worth a smaller image.
const SAVING: u8 = 20;

/// An image made smaller, and what it would then cost.
#[derive(Clone, Debug, PartialEq)]
pub struct Smaller {
    /// The smaller size.
    pub size: Size,
    /// Its tokens.
    pub tokens: Interval<u64>,
    /// What one of it adds to a request.
    pub usd: Option<UsdRange>,
    /// How many percent of the tokens it surely saves.
    pub percent: u64,
}

/// What the tokens of input images depend on.
#[derive(Clone, PartialEq)]
struct Read {
    date: Date,
    model: &'static str,
    analysis: bool,
    fidelity: Fidelity,
    driver: Option<&'static str>,
    detail: Detail,
    sizes: Vec<Size>,
}

impl Read {
    fn of(date: Date, stage: &Stage) -> Self {
        Self {
            date,
            model: stage.model,
            analysis: stage.task == Task::Analyze,
            fidelity: stage.fidelity,
            driver: stage.driver,
            detail: stage.detail,
            sizes: stage.refs.iter().map(|images| images.size).collect(),
        }
    }
}

/// For each image of the list, a size that saves; none where no size does.
pub fn smaller(list: List) -> Memo<Vec<Option<Smaller>>> {
    let state = list.state;
    let read = Memo::new(move |_| {
        let date = state.snapshot().date;
        state.priced(|stage| Read::of(date, stage))
    });
    let found = Memo::new(move |_| {
        read.with(|read| {
            let sizes = read.sizes.iter();
            sizes
                .map(|size| resized(state, read, *size))
                .collect::<Vec<_>>()
        })
    });
    Memo::new(move |_| {
        let priced = |found: &Option<(Resized, u64)>| {
            found.map(|(resized, percent)| Smaller {
                size: resized.size,
                tokens: resized.tokens,
                usd: input_price(state, resized.size).map(|price| price.usd),
                percent,
            })
        };
        found.with(|found| found.iter().map(priced).collect())
    })
}

/// The largest size that saves enough, and how many percent it saves at least.
fn resized(state: State, read: &Read, size: Size) -> Option<(Resized, u64)> {
    let snapshot = state.snapshot();
    let (resized, before) = if read.analysis {
        let rule = snapshot.text_model(read.driver?)?.vision;
        let before = rule.tokens(size, read.detail).ok()?;
        (for_analysis(rule, read.detail, size, SAVING)?, before)
    } else {
        let rule = snapshot.image_model(read.model)?.input?;
        let before = rule.tokens(size, read.fidelity).tokens.low;
        (for_edit(rule, read.fidelity, size, SAVING)?, before)
    };
    let saved = before.checked_sub(resized.tokens.high)?;
    Some((resized, (saved * 100).checked_div(before)?))
}
