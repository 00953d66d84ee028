//! One change to a plan that makes it cheaper, as data: what it does, to which stages, in words.
//!
//! Knows how to make the change; must not know whether it helps.

use crate::money::grouped;
use crate::rates::{Quality, Tier};
use crate::scenario::{Scenario, Stage};
use crate::size::{Size, SizeChoice};
use rust_decimal::Decimal;

/// One change to a plan. Stages are named by their position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanChange {
    /// No partial images are streamed.
    NoPartials,
    /// These stages go through the Batch API.
    BatchApi(Vec<usize>),
    /// These drafts are made smaller.
    SmallerDrafts(Vec<(usize, Size)>),
    /// A stage is made at a lower quality.
    Quality(usize, Quality),
    /// No stage is made above a quality; these are lowered to it.
    QualityOfAll(Vec<usize>, Quality),
    /// Every image is made by another model, at the size and quality asked for.
    Model(&'static str),
    /// A stage has fewer requests.
    Requests(usize, u32),
}

impl PlanChange {
    /// The [`Self::rank`] that takes the most away.
    pub(super) const LAST_RANK: u8 = 8;

    /// How much the change takes away, least first: the search stops at the first rank that has a
    /// change that fits.
    ///
    /// 0 previews only; 1 every image stays, but comes within a day; 2 and 3 every result stays,
    /// its drafts are smaller or plainer; 4 other images of the same size and quality; 5 and 6
    /// plainer results, of one stage before all; 7 fewer drafts; 8 fewer results.
    pub fn rank(&self, scenario: &Scenario) -> u8 {
        let is_result = |stage: usize| scenario.stages.get(stage).is_some_and(delivers);
        match self {
            Self::NoPartials => 0,
            Self::BatchApi(_) => 1,
            Self::SmallerDrafts(_) => 2,
            Self::Quality(stage, _) if !is_result(*stage) => 3,
            Self::Model(_) => 4,
            Self::Quality(..) => 5,
            Self::QualityOfAll(..) => 6,
            Self::Requests(stage, _) if !is_result(*stage) => 7,
            Self::Requests(..) => 8,
        }
    }

    /// The scenario with the change made.
    pub fn apply(&self, scenario: &Scenario) -> Scenario {
        let mut changed = scenario.clone();
        for (index, stage) in changed.stages.iter_mut().enumerate() {
            self.apply_to(index, stage);
        }
        changed
    }

    fn apply_to(&self, index: usize, stage: &mut Stage) {
        match self {
            Self::NoPartials => stage.partials = 0,
            Self::BatchApi(stages) if stages.contains(&index) => stage.tier = Tier::BatchApi,
            Self::SmallerDrafts(sizes) => {
                if let Some((_, size)) = sizes.iter().find(|(stage, _)| *stage == index) {
                    stage.size = SizeChoice::Exact(*size);
                }
            }
            Self::Quality(changed, quality) if *changed == index => stage.quality = *quality,
            Self::QualityOfAll(stages, quality) if stages.contains(&index) => {
                stage.quality = *quality
            }
            Self::Model(model) if stage.makes_images() => stage.model = model,
            Self::Requests(changed, requests) if *changed == index => stage.requests = *requests,
            _ => {}
        }
    }

    /// What to do, in words, without a point at the end; `scenario` is the plan before.
    pub fn words(&self, scenario: &Scenario) -> String {
        let name = |stage: &usize| stage_name(scenario, *stage);
        let names = |stages: &[usize]| listed(stages.iter().map(name));
        match self {
            Self::NoPartials => "Stream no partial images".into(),
            Self::BatchApi(stages) => {
                let names = names(stages);
                format!("Send {names} through the Batch API, which answers within a day")
            }
            Self::SmallerDrafts(sizes) => {
                let made = sizes
                    .iter()
                    .map(|(stage, size)| format!("{} at {size}", name(stage)));
                format!("Make drafts smaller ({})", listed(made))
            }
            Self::Quality(stage, quality) => quality_words(scenario, *stage, *quality),
            Self::QualityOfAll(stages, quality) => {
                format!("Make {} at quality {quality}", names(stages))
            }
            Self::Model(model) => {
                format!("Make every image with {model}, with the size and quality asked for")
            }
            Self::Requests(stage, requests) => requests_words(scenario, *stage, *requests),
        }
    }
}

fn quality_words(scenario: &Scenario, stage: usize, quality: Quality) -> String {
    let before = scenario
        .stages
        .get(stage)
        .map_or(quality, |stage| stage.quality);
    let name = stage_name(scenario, stage);
    format!("Make {name} at quality {quality} instead of {before}")
}

fn requests_words(scenario: &Scenario, stage: usize, requests: u32) -> String {
    let before = scenario.stages.get(stage).map_or(0, |stage| stage.requests);
    let count = |requests: u32| grouped(Decimal::from(requests));
    let (now, before, name) = (count(requests), count(before), stage_name(scenario, stage));
    format!("Send {now} requests instead of {before} for {name}")
}

/// Whether the images of a stage are results.
pub(super) fn delivers(stage: &Stage) -> bool {
    stage.deliver && stage.makes_images()
}

/// What to call a stage in a sentence: its label, or its number where there are several.
pub fn stage_name(scenario: &Scenario, index: usize) -> String {
    let alone = scenario.stages.len() == 1;
    match scenario.stages.get(index) {
        Some(stage) if !stage.label.is_empty() => stage.label.clone(),
        Some(stage) if alone && stage.makes_images() => "the images".into(),
        Some(_) if alone => "the analyses".into(),
        _ => format!("stage {}", index + 1),
    }
}

fn listed(names: impl Iterator<Item = String>) -> String {
    let names: Vec<String> = names.collect();
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => names.concat(),
    }
}
