//! Plans to start from: real workflows with their stages filled in.
//!
//! Knows usual numbers of drafts and finals; must not know any price. What a plan costs is
//! `estimate`'s to say.

use crate::date::Date;
use crate::estimate::{price_each, snapshot_of};
use crate::rates::{Quality, RateBook, Tier};
use crate::scenario::{InputImages, Per, Percent, Scenario, Stage, Task};
use crate::size::{Size, SizeChoice};

/// A plan that fills in a scenario.
#[derive(Clone, Copy, Debug)]
pub struct Preset {
    /// What tells it apart, for the page's own use.
    pub id: &'static str,
    /// Its name.
    pub title: &'static str,
    /// What it is, in a sentence.
    pub about: &'static str,
    per: Per,
    stages: fn() -> Vec<Stage>,
}

/// Every preset, in the order in which they are offered.
pub const PRESETS: [Preset; 5] = [
    Preset {
        id: "launch",
        title: "Product launch",
        about: "Twenty drafts at 1K, five reviews at 2K and two finals at 4K: only the finals are results.",
        per: Per::Batch,
        stages: launch,
    },
    Preset {
        id: "app",
        title: "App feature",
        about: "Ten boards, three candidates and one final of a square picture.",
        per: Per::Batch,
        stages: app,
    },
    Preset {
        id: "content",
        title: "Content team",
        about: "Each month 400 posts at 1K, four of five accepted, and 20 covers at 4K: both are results.",
        per: Per::Month,
        stages: content,
    },
    Preset {
        id: "catalogue",
        title: "Catalogue edit",
        about: "2,000 products, one reference image each, edited through the Batch API.",
        per: Per::Batch,
        stages: catalogue,
    },
    Preset {
        id: "feature",
        title: "User-facing feature",
        about: "1,000 images a day made while people wait: one a request, streamed in two partial images, repeated once where a send fails.",
        per: Per::Day,
        stages: feature,
    },
];

impl Preset {
    /// The plan under the rates of a date. Where those do not have the plan's model on its tier,
    /// the newest model that they do price it with stands in; failing that, on the standard tier.
    pub fn scenario(&self, book: &RateBook, rates: Date) -> Scenario {
        let mut scenario = Scenario::new(rates);
        scenario.per = self.per;
        let stages = (self.stages)();
        scenario.stages = stages
            .into_iter()
            .map(|stage| sold(book, &scenario, stage))
            .collect();
        scenario
    }
}

/// The stage with a model and a tier that the rates price it with; unchanged where none does.
fn sold(book: &RateBook, scenario: &Scenario, stage: Stage) -> Stage {
    let known = snapshot_of(book, scenario).image_models;
    let others = known.iter().map(|model| model.id);
    let models: Vec<&'static str> = [stage.model].into_iter().chain(others).collect();
    for tier in [stage.tier, Tier::Standard] {
        for model in &models {
            let choice = Stage {
                model,
                tier,
                ..stage.clone()
            };
            if price_each(book, scenario, &choice).is_some() {
                return choice;
            }
        }
    }
    stage
}

fn stage(label: &str, requests: u32, width: u32, height: u32, quality: Quality) -> Stage {
    Stage {
        label: label.to_owned(),
        requests,
        size: SizeChoice::Exact(Size::new(width, height)),
        quality,
        ..Stage::default()
    }
}

fn draft(stage: Stage) -> Stage {
    Stage {
        deliver: false,
        ..stage
    }
}

fn launch() -> Vec<Stage> {
    vec![
        // 16:9 at 1K has too few pixels; this is the widest size of that class that is taken.
        draft(stage("Drafts", 20, 1024, 640, Quality::Low)),
        draft(stage("Reviews", 5, 2048, 1152, Quality::Medium)),
        stage("Finals", 2, 3840, 2160, Quality::High),
    ]
}

fn app() -> Vec<Stage> {
    vec![
        draft(stage("Boards", 10, 1024, 1024, Quality::Low)),
        draft(stage("Candidates", 3, 1024, 1024, Quality::Medium)),
        stage("Final", 1, 2048, 2048, Quality::High),
    ]
}

fn content() -> Vec<Stage> {
    let posts = stage("Posts", 400, 1024, 1024, Quality::Medium);
    let accept = Percent::hundredths(8000);
    vec![
        Stage { accept, ..posts },
        stage("Covers", 20, 3840, 2160, Quality::High),
    ]
}

fn catalogue() -> Vec<Stage> {
    let edits = stage("Products", 2000, 1024, 1024, Quality::Medium);
    let reference = InputImages {
        size: Size::new(1024, 1024),
        count: 1,
    };
    vec![Stage {
        task: Task::Edit,
        tier: Tier::BatchApi,
        refs: vec![reference],
        ..edits
    }]
}

fn feature() -> Vec<Stage> {
    let images = stage("Images", 1000, 1024, 1024, Quality::Medium);
    vec![Stage {
        partials: 2,
        retries: Percent::hundredths(300),
        tries: 2,
        ..images
    }]
}

/// The same plan, had every image been made as the finals are: each stage that makes images takes
/// the model, the size and the quality of the last delivering one, and its own rates with them. A
/// stage keeps its tier where that model has it, and takes that of the finals otherwise.
///
/// What that model refuses of another stage is a problem of the new scenario. None where no stage
/// delivers images, or where all are made that way already.
pub fn all_at_final(book: &RateBook, scenario: &Scenario) -> Option<Scenario> {
    let last = scenario
        .stages
        .iter()
        .rfind(|stage| stage.deliver && stage.makes_images())?;
    let mut changed = scenario.clone();
    for stage in changed
        .stages
        .iter_mut()
        .filter(|stage| stage.makes_images())
    {
        stage.model = last.model;
        stage.size = last.size;
        stage.quality = last.quality;
        stage.own = last.own;
        if price_each(book, scenario, stage).is_none() {
            stage.tier = last.tier;
        }
    }
    (changed != *scenario).then_some(changed)
}
