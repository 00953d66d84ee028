//! Plans to start from: real workflows, each written as a link writes it.
//!
//! Knows usual numbers of drafts and finals; must not know any price. What a plan costs is
//! `estimate`'s to say.

use crate::date::Date;
use crate::estimate::{price_each, snapshot_of};
use crate::link;
use crate::rates::{RateBook, Tier};
use crate::scenario::{Scenario, Stage};

/// A plan that fills in a scenario.
#[derive(Clone, Copy, Debug)]
pub struct Preset {
    /// What tells it apart, for the page's own use.
    pub id: &'static str,
    /// Its name.
    pub title: &'static str,
    /// What it is, in a sentence.
    pub about: &'static str,
    /// The parameters of its link, but for the date of the rates.
    plan: &'static str,
}

/// Every preset, in the order in which they are offered.
pub const PRESETS: [Preset; 5] = [
    Preset {
        id: "launch",
        title: "Product launch",
        about: "Twenty drafts at 1K, five reviews at 2K and two finals at 4K: only the finals are results.",
        // 16:9 at 1K has too few pixels; 1024x640 is the widest size of that class that is taken.
        plan: "stage=Drafts&deliver=0&requests=20&size=1024x640&quality=low\
               &stage=Reviews&deliver=0&requests=5&size=2048x1152\
               &stage=Finals&deliver=1&requests=2&size=3840x2160&quality=high",
    },
    Preset {
        id: "app",
        title: "App feature",
        about: "Ten boards, three candidates and one final of a square picture.",
        plan: "stage=Boards&deliver=0&requests=10&quality=low\
               &stage=Candidates&deliver=0&requests=3\
               &stage=Final&deliver=1&size=2048x2048&quality=high",
    },
    Preset {
        id: "content",
        title: "Content team",
        about: "Each month 400 posts at 1K, four of five accepted, and 20 covers at 4K: both are results.",
        plan: "per=month&stage=Posts&deliver=1&requests=400&accept=80\
               &stage=Covers&deliver=1&requests=20&size=3840x2160&quality=high",
    },
    Preset {
        id: "catalogue",
        title: "Catalogue edit",
        about: "2,000 products, one reference image each, edited through the Batch API.",
        plan: "stage=Products&task=edit&refs=1024x1024&tier=batch&requests=2000",
    },
    Preset {
        id: "feature",
        title: "User-facing feature",
        about: "1,000 images a day made while people wait: one a request, streamed in two partial images, repeated once where a send fails.",
        plan: "per=day&stage=Images&requests=1000&partials=2&retries=3",
    },
];

impl Preset {
    /// The plan under the rates of a date. Where those do not have the plan's model on its tier,
    /// the newest model that they do price it with stands in; failing that, on the standard tier.
    pub fn scenario(&self, book: &RateBook, rates: Date) -> Scenario {
        let mut scenario = link::read(book, "", self.plan).scenario;
        scenario.rates = rates;
        let stages = std::mem::take(&mut scenario.stages);
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
