//! What is worth knowing about a scenario but stops nothing.
//!
//! Knows when each notice applies and its words; must not know today's date: the age of the rates
//! is the page's to tell.

use super::StageEstimate;
use crate::date::Date;
use crate::money::{Usd, grouped};
use crate::rates::{
    LongContext, Model, OutputKind, Quality, RateSnapshot, Residency, SizeKind, TextModel,
    TierRates,
};
use crate::scenario::{Route, Scenario, Stage, Task};
use crate::size::{Size, SizeChoice};
use rust_decimal::Decimal;
use std::fmt;

/// What is worth knowing about a stage, or about the whole scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// The stage, from 0; none where it concerns the whole.
    pub stage: Option<usize>,
    /// What it is.
    pub kind: NoticeKind,
}

/// What is worth knowing, with the figures that its words need.
#[derive(Clone, Debug, PartialEq)]
pub enum NoticeKind {
    /// A model that no longer answered on the snapshot's date.
    Retired(&'static str, Date),
    /// A model whose end is announced.
    Shutdown(&'static str, Date, Option<&'static str>),
    /// A size that OpenAI calls experimental, since it has more than so many pixels.
    Experimental(Size, u32),
    /// The API chooses the size, or the quality, or both: an interval.
    Auto(&'static str),
    /// OpenAI prints a price an image that does not follow from its tokens.
    Printed(&'static str, Size, Quality, Decimal),
    /// Counts are measured, not published.
    Spread(&'static str),
    /// A rate is guaranteed only until a date.
    Promotion(&'static str, Date, &'static str),
    /// Whether regional processing touches the model is not known.
    RegionalUnknown(&'static str),
    /// Values that mean nothing on the Image API.
    SetAside(&'static str),
    /// Reasoning of the driver is not counted.
    Reasoning,
    /// Writing to the cache is not priced.
    CacheWrites,
    /// Very long turns raise the rates of the text model.
    LongContext(&'static str, LongContext),
    /// Blocked requests may or may not be billed.
    Blocked,
    /// Inputs may be billed once for each image of a request.
    InputsPerImage,
}

impl NoticeKind {
    /// `field.rule`, as docs/codes.md lists it.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Retired(..) => "model.retired",
            Self::Shutdown(..) => "model.shutdown",
            Self::Experimental(..) => "size.experimental",
            Self::Auto("size") => "size.auto",
            Self::Auto(..) => "quality.auto",
            Self::Printed(..) => "price.printed",
            Self::Spread(..) => "tokens.measured",
            Self::Promotion(..) => "rates.promotion",
            Self::RegionalUnknown(..) => "residency.unknown",
            Self::SetAside(..) => "route.set_aside",
            Self::Reasoning => "driver.reasoning",
            Self::CacheWrites => "cached.writes",
            Self::LongContext(..) => "context.surcharge",
            Self::Blocked => "blocked.billing",
            Self::InputsPerImage => "n.inputs",
        }
    }
}

impl fmt::Display for NoticeKind {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Retired(model, date) => write!(
                f,
                "{model} was shut down on {}. It is priced for old bills and comparisons only.",
                date.in_words()
            ),
            Self::Shutdown(model, date, replacement) => {
                write!(f, "{model} shuts down on {}.", date.in_words())?;
                match replacement {
                    Some(id) => write!(f, " OpenAI names {id} to replace it."),
                    None => Ok(()),
                }
            }
            Self::Experimental(size, above) => write!(
                f,
                "OpenAI calls output above {} pixels experimental: {size} has {}.",
                grouped(Decimal::from(*above)),
                grouped(Decimal::from(size.pixels()))
            ),
            Self::Auto(key) => {
                write!(
                    f,
                    "With {key} auto the API chooses, so the figure spans what it may choose."
                )
            }
            Self::Printed(model, size, quality, usd) => write!(
                f,
                "OpenAI prints {} an image for {model} at {size} {quality}. That does not follow \
                 from its own token table; bills follow the tokens, and so does this figure.",
                Usd(*usd).each_in_words()
            ),
            Self::Spread(model) => write!(
                f,
                "OpenAI publishes no token count for {model}. The interval is what one relay \
                 measured; only a bill can tell the exact count."
            ),
            Self::Promotion(model, until, note) => write!(
                f,
                "The rates of {model} are promotional, guaranteed until {}. {note}",
                until.in_words()
            ),
            Self::RegionalUnknown(model) => write!(
                f,
                "Whether regional processing costs more on {model} is not known, so the figure spans both."
            ),
            Self::SetAside(keys) => {
                write!(f, "{keys} mean nothing on the Image API and are set aside.")
            }
            Self::Reasoning => f.write_str(
                "Reasoning tokens of the driver are billed as output and cannot be known before; \
                 they are not counted here.",
            ),
            Self::CacheWrites => {
                f.write_str("Writing to the cache may be billed as well; it is not priced here.")
            }
            Self::LongContext(model, rule) => write!(
                f,
                "{model} charges {} times its input rates and {} times its output rate for a turn \
                 of more than {} input tokens, and there are such turns here.",
                rule.input_times,
                rule.output_times,
                grouped(Decimal::from(rule.above))
            ),
            Self::Blocked => f.write_str(
                "Whether blocked requests are billed is not published, so the figure spans from \
                 none of them to all.",
            ),
            Self::InputsPerImage => f.write_str(
                "With several images per request, inputs may be billed once for each image: one \
                 author measured it, OpenAI says nothing, so the figure spans both.",
            ),
        }
    }
}

/// Every notice, stage by stage; the same one is said once.
pub(super) fn notices(
    snapshot: &'static RateSnapshot,
    scenario: &Scenario,
    priced: &[StageEstimate],
) -> Vec<Notice> {
    let mut notices: Vec<Notice> = Vec::new();
    for (index, (stage, priced)) in scenario.stages.iter().zip(priced).enumerate() {
        for kind in of_stage(snapshot, scenario, stage, priced) {
            if notices.iter().all(|known| known.kind != kind) {
                notices.push(Notice {
                    stage: Some(index),
                    kind,
                });
            }
        }
    }
    notices
}

fn of_stage(
    snapshot: &'static RateSnapshot,
    scenario: &Scenario,
    stage: &Stage,
    priced: &StageEstimate,
) -> Vec<NoticeKind> {
    let mut found = Vec::new();
    if stage.task != Task::Analyze
        && let Some(model) = snapshot.image_model(stage.model)
    {
        image_model(&mut found, snapshot.date, stage, model);
        regional(&mut found, scenario, model.residency, model.id);
    }
    let driven = stage.task == Task::Analyze || stage.route == Route::Responses;
    if !driven {
        image_route(&mut found, stage);
    } else if let Some(driver) = stage.driver.and_then(|id| snapshot.text_model(id)) {
        text_model(&mut found, snapshot.date, stage, driver);
        regional(&mut found, scenario, driver.residency, driver.id);
        found.extend(surcharge(driver, priced));
    }
    if stage.blocked != crate::scenario::Percent::ZERO {
        found.push(NoticeKind::Blocked);
    }
    found
}

fn image_model(found: &mut Vec<NoticeKind>, on: Date, stage: &Stage, model: &'static Model) {
    found.extend(end_of(model.id, &model.lifecycle, on));
    match (stage.size, model.sizes.kind) {
        (SizeChoice::Auto, _) => found.push(NoticeKind::Auto("size")),
        (SizeChoice::Exact(size), SizeKind::Flexible(rule))
            if model.sizes.is_experimental(size) =>
        {
            found.push(NoticeKind::Experimental(size, rule.experimental_above));
        }
        (SizeChoice::Exact(_), _) => {}
    }
    if stage.quality == Quality::Auto {
        found.push(NoticeKind::Auto("quality"));
    }
    if matches!(model.output.kind, OutputKind::Spread { .. }) {
        found.push(NoticeKind::Spread(model.id));
    }
    found.extend(printed(stage, model));
    let own_price = stage.own.image.is_some() || stage.own.has_credits();
    if stage.n > 1 && stage.route == Route::Images && !model.rates.is_empty() && !own_price {
        found.push(NoticeKind::InputsPerImage);
    }
    promotion(found, model.id, model.on(stage.tier));
}

fn printed(stage: &Stage, model: &'static Model) -> Option<NoticeKind> {
    let SizeChoice::Exact(asked) = stage.size else {
        return None;
    };
    let rows = model.printed?.usd;
    let (quality, size, usd) = rows
        .iter()
        .find(|(quality, size, _)| *quality == stage.quality && *size == asked)?;
    Some(NoticeKind::Printed(model.id, *size, *quality, *usd))
}

fn text_model(found: &mut Vec<NoticeKind>, on: Date, stage: &Stage, driver: &'static TextModel) {
    found.extend(end_of(driver.id, &driver.lifecycle, on));
    promotion(found, driver.id, driver.on(stage.tier));
    found.push(NoticeKind::Reasoning);
    if stage.cached != crate::scenario::Percent::ZERO {
        found.push(NoticeKind::CacheWrites);
    }
}

fn surcharge(driver: &'static TextModel, priced: &StageEstimate) -> Option<NoticeKind> {
    let rule = driver.long_context?;
    let surcharged = priced.line_items.iter().any(|item| item.surcharged);
    surcharged.then_some(NoticeKind::LongContext(driver.id, rule))
}

fn promotion(found: &mut Vec<NoticeKind>, id: &'static str, rates: Option<&'static TierRates>) {
    if let Some(promotion) = rates.and_then(|rates| rates.promotion) {
        found.push(NoticeKind::Promotion(id, promotion.until, promotion.note));
    }
}

fn end_of(id: &'static str, lifecycle: &crate::rates::Lifecycle, on: Date) -> Option<NoticeKind> {
    let end = lifecycle.shutdown?;
    let gone = end <= on;
    Some(if gone {
        NoticeKind::Retired(id, end)
    } else {
        NoticeKind::Shutdown(id, end, lifecycle.replacement)
    })
}

fn regional(
    found: &mut Vec<NoticeKind>,
    scenario: &Scenario,
    residency: Residency,
    id: &'static str,
) {
    if scenario.residency && residency == Residency::Unknown {
        found.push(NoticeKind::RegionalUnknown(id));
    }
}

fn image_route(found: &mut Vec<NoticeKind>, stage: &Stage) {
    let given = (stage.turns > 1, stage.context > 0);
    found.extend(match given {
        (true, true) => Some(NoticeKind::SetAside("turns and context")),
        (true, false) => Some(NoticeKind::SetAside("turns")),
        (false, true) => Some(NoticeKind::SetAside("context")),
        (false, false) => None,
    });
}
