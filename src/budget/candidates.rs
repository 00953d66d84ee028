//! Every single change that might make a plan cheaper.
//!
//! Knows what may be changed about a stage; must not know which change is best. Candidates may
//! turn out to be impossible or dearer: the search prices them all.

use super::change::delivers;
use super::{PlanChange, total};
use crate::estimate::{Estimate, snapshot_of};
use crate::money::Usd;
use crate::rates::{Model, Quality, RateBook, RateSnapshot, Tier};
use crate::scenario::{Scenario, Stage};
use crate::size::{Size, SizeChoice, SizeClass};
use rust_decimal::prelude::ToPrimitive;

/// Every candidate, in no order; `present` is the estimate of the plan as it is.
pub(super) fn all(
    book: &RateBook,
    scenario: &Scenario,
    present: &Estimate,
    budget: Usd,
) -> Vec<PlanChange> {
    let plan = Plan {
        snapshot: snapshot_of(book, scenario),
        scenario,
    };
    let streams = scenario.stages.iter().any(|stage| stage.partials > 0);
    let mut changes: Vec<PlanChange> = streams
        .then_some(PlanChange::NoPartials)
        .into_iter()
        .collect();
    changes.extend(plan.batch(book));
    changes.extend(plan.smaller_drafts());
    changes.extend(plan.qualities());
    changes.extend(plan.models());
    let stages = 0..scenario.stages.len();
    changes.extend(
        stages.flat_map(|stage| fewer(scenario, present, budget, stage).unwrap_or_default()),
    );
    changes
}

struct Plan<'a> {
    snapshot: &'static RateSnapshot,
    scenario: &'a Scenario,
}

impl Plan<'_> {
    fn stages(&self) -> impl Iterator<Item = (usize, &Stage)> {
        self.scenario.stages.iter().enumerate()
    }

    /// The image model of a stage that makes images.
    fn model(&self, stage: &Stage) -> Option<&'static Model> {
        self.snapshot
            .image_model(stage.model)
            .filter(|_| stage.makes_images())
    }

    /// All stages that the Batch API takes as they are.
    fn batch(&self, book: &RateBook) -> Option<PlanChange> {
        let able = self.stages().filter(|(_, stage)| {
            let batch = Stage {
                tier: Tier::BatchApi,
                ..(*stage).clone()
            };
            let alone = Scenario {
                stages: vec![batch],
                ..self.scenario.clone()
            };
            stage.tier != Tier::BatchApi && total(book, &alone).is_some()
        });
        let stages: Vec<usize> = able.map(|(index, _)| index).collect();
        (!stages.is_empty()).then_some(PlanChange::BatchApi(stages))
    }

    /// All drafts at the class of resolution below their own.
    fn smaller_drafts(&self) -> Option<PlanChange> {
        let drafts = self.stages().filter(|(_, stage)| !delivers(stage));
        let smaller = drafts.filter_map(|(index, stage)| {
            let SizeChoice::Exact(size) = stage.size else {
                return None;
            };
            Some((index, smaller(self.model(stage)?, size)?))
        });
        let sizes: Vec<(usize, Size)> = smaller.collect();
        (!sizes.is_empty()).then_some(PlanChange::SmallerDrafts(sizes))
    }

    /// Every lower quality of each stage, and of all stages above it together.
    fn qualities(&self) -> Vec<PlanChange> {
        let named = Quality::ALL
            .iter()
            .copied()
            .filter(|quality| *quality != Quality::Auto);
        named.flat_map(|quality| self.lowered_to(quality)).collect()
    }

    fn lowered_to(&self, quality: Quality) -> Vec<PlanChange> {
        // `auto` stands above all named ones: it may choose the dearest.
        let above = self.stages().filter(|(_, stage)| {
            let has = self
                .model(stage)
                .is_some_and(|model| model.output.has(quality));
            has && stage.quality > quality
        });
        let above: Vec<usize> = above.map(|(index, _)| index).collect();
        let mut changes: Vec<PlanChange> = above
            .iter()
            .map(|stage| PlanChange::Quality(*stage, quality))
            .collect();
        if above.len() > 1 {
            changes.push(PlanChange::QualityOfAll(above, quality));
        }
        changes
    }

    /// Every model that has no end announced.
    fn models(&self) -> impl Iterator<Item = PlanChange> {
        let known = self.snapshot.image_models.iter();
        let lasting = known.filter(|model| model.lifecycle.shutdown.is_none());
        lasting.map(|model| PlanChange::Model(model.id))
    }
}

/// Numbers of requests of a stage about the most that fits: the quotient is rounded beyond 28
/// digits, so that the price of the whole plan decides. None where not even one request fits.
fn fewer(
    scenario: &Scenario,
    present: &Estimate,
    budget: Usd,
    stage: usize,
) -> Option<Vec<PlanChange>> {
    let priced = present.stages.get(stage)?;
    let one = priced.per_request?.high * priced.sends_per_request;
    let others = present.totals?.total.high - priced.totals?.total.high;
    let most = (budget - others).0.checked_div(one.0)?.floor().to_u32()?;
    let asked = scenario.stages.get(stage)?.requests;
    let few = [most.saturating_add(1), most, most.saturating_sub(1)].into_iter();
    let few = few.filter(|requests| (1..asked).contains(requests));
    Some(
        few.map(|requests| PlanChange::Requests(stage, requests))
            .collect(),
    )
}

/// The size of about the same shape at the class of resolution below that of `size`, or the
/// nearest to it that the model takes below `size`; none where there is none.
fn smaller(model: &Model, size: Size) -> Option<Size> {
    let class = SizeClass::of(size);
    let below = SizeClass::ALL
        .into_iter()
        .rev()
        .find(|other| *other < class)?;
    let wish = size.ratio().at(below, model.sizes.step());
    if model.sizes.takes(wish) {
        return Some(wish);
    }
    let mut near = model.sizes.nearest(wish).into_iter();
    near.find(|near| near.long() < size.long() && near.pixels() < size.pixels())
}
