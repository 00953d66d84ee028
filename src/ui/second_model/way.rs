//! Whether a text model takes part, and as what.

use crate::rates::{RateSnapshot, TextModel, Tier};
use crate::scenario::{InputImages, Route, Stage, Task};
use crate::size::Size;
use crate::ui::controls::{Card, choices};
use crate::ui::dom::El;
use crate::ui::state::State;
use leptos::prelude::*;
use std::cmp::Reverse;

/// The three ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The Image API: no text model.
    Images,
    /// The Responses API: a text model calls the image tool.
    Responses,
    /// A text model reads images and returns text.
    Analysis,
}

const WAYS: [(Way, &str); 3] = [
    (Way::Images, "Image API"),
    (Way::Responses, "Responses API"),
    (Way::Analysis, "Analysis"),
];

impl Way {
    /// The way of a stage.
    pub fn of(stage: &Stage) -> Self {
        match (stage.task, stage.route) {
            (Task::Analyze, _) => Self::Analysis,
            (_, Route::Responses) => Self::Responses,
            _ => Self::Images,
        }
    }

    /// Takes a stage this way; what it needs and lacks is put in.
    pub fn take(self, stage: &mut Stage, snapshot: &'static RateSnapshot) {
        stage.route = match self {
            Self::Responses => Route::Responses,
            _ => Route::Images,
        };
        match self {
            Self::Analysis => stage.task = Task::Analyze,
            _ if stage.task != Task::Analyze => {}
            _ => stage.task = Task::Generate,
        }
        if self == Self::Analysis && stage.refs.is_empty() {
            let (size, count) = (Size::new(1024, 1024), 1);
            stage.refs = vec![InputImages { size, count }];
        }
        if self != Self::Analysis && stage.task == Task::Generate {
            stage.refs.clear();
        }
        if self == Self::Responses {
            stage.n = 1;
        }
        stage.driver = match self {
            Self::Images => None,
            _ => stage.driver.or_else(|| newest(snapshot, stage.tier, self)),
        };
    }
}

/// The newest text model that can do it and is sold on the tier.
fn newest(snapshot: &'static RateSnapshot, tier: Tier, way: Way) -> Option<&'static str> {
    let able = |model: &&&'static TextModel| {
        (way == Way::Analysis || model.image_tool) && model.on(tier).is_some()
    };
    let models = snapshot.text_models.iter().filter(able);
    let newest = models.max_by_key(|model| (model.lifecycle.released, Reverse(model.id)));
    newest.map(|model| model.id)
}

/// The ways as cards, each with what an image, or an analysis, would cost.
pub fn picker(state: State) -> El {
    let made = move || {
        let snapshot = state.snapshot();
        let now = state.priced(Way::of);
        let card = |&(way, name): &(Way, &str)| Card {
            name: name.into(),
            price: match way {
                Way::Analysis => "images in, text out".into(),
                _ => state.price_with(|stage| way.take(stage, snapshot)),
            },
            chosen: way == now,
        };
        WAYS.iter().map(card).collect()
    };
    let choose = Callback::new(move |at: usize| {
        if let Some((way, _)) = WAYS.get(at) {
            let snapshot = untrack(|| state.snapshot());
            state.ask("way", |stage| way.take(stage, snapshot));
        }
    });
    choices("way", "What a text model does", made, choose)
}
