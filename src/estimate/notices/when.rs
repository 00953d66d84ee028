//! When each notice applies.

use super::{Notice, NoticeKind};
use crate::date::Date;
use crate::estimate::StageEstimate;
use crate::program::{SECOND_MODEL, WORKFLOW};
use crate::rates::{
    Lifecycle, Model, OutputKind, Quality, RateSnapshot, Residency, SizeKind, TextModel, TierRates,
};
use crate::scenario::{Percent, Route, Scenario, Stage, Task};
use crate::size::SizeChoice;

/// Every notice, stage by stage; the same one is said once.
pub(in crate::estimate) fn notices(
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
    let driven = SECOND_MODEL && (stage.task == Task::Analyze || stage.route == Route::Responses);
    if !driven {
        image_route(&mut found, stage);
    } else if let Some(driver) = stage.driver.and_then(|id| snapshot.text_model(id)) {
        text_model(&mut found, snapshot.date, stage, driver);
        regional(&mut found, scenario, driver.residency, driver.id);
        found.extend(surcharge(driver, priced));
    }
    if WORKFLOW && stage.blocked != Percent::ZERO {
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
    if stage.cached != Percent::ZERO {
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

fn end_of(id: &'static str, lifecycle: &Lifecycle, on: Date) -> Option<NoticeKind> {
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
    if WORKFLOW && scenario.residency && residency == Residency::Unknown {
        found.push(NoticeKind::RegionalUnknown(id));
    }
}

fn image_route(found: &mut Vec<NoticeKind>, stage: &Stage) {
    if !WORKFLOW {
        return;
    }
    let given = (stage.turns > 1, stage.context > 0);
    found.extend(match given {
        (true, true) => Some(NoticeKind::SetAside("turns and context")),
        (true, false) => Some(NoticeKind::SetAside("turns")),
        (false, true) => Some(NoticeKind::SetAside("context")),
        (false, false) => None,
    });
}
