//! The one state of the page: a workspace in one signal, its estimate in one memo.
//!
//! Knows what the person is looking at; must not know how it is shown, and names no browser
//! thing, so that tests drive it without one.

use super::slice::{Slice, slice};
use crate::date::Date;
use crate::estimate::{Estimate, Fix, Problem, estimate, price_each, snapshot_of};
use crate::link::{self, Display, Read, SetAside};
use crate::rates::{Model, RateBook, RateSnapshot};
use crate::scenario::{Scenario, Stage};
use crate::size::SizeChoice;
#[cfg(feature = "whole")]
use crate::{money::UsdRange, size::Size};
use leptos::prelude::*;

/// Everything that a person can change.
#[derive(Clone, Debug, PartialEq)]
pub struct Workspace {
    /// What is priced.
    pub scenario: Scenario,
    /// How it is shown.
    pub display: Display,
    /// Scenarios pinned beside it, each as the parameters of a link.
    pub pins: Vec<String>,
    /// The stage on screen, from 0.
    pub stage: usize,
    /// What of the link was set aside.
    pub set_aside: Vec<SetAside>,
    /// Which control made the last change; empty before the first. Changes that follow one
    /// another by the same control are one step of the history.
    pub changed_by: &'static str,
}

impl Workspace {
    /// What a link said.
    pub fn from_read(read: Read) -> Self {
        let Read {
            scenario,
            display,
            pins,
            set_aside,
            ..
        } = read;
        Self {
            scenario,
            display,
            pins,
            stage: 0,
            set_aside,
            changed_by: "",
        }
    }

    /// The stage on screen; there is always one.
    pub fn asked(&self) -> &Stage {
        &self.scenario.stages[self.stage.min(self.scenario.stages.len() - 1)]
    }
}

/// The state, handed to every panel.
#[derive(Clone, Copy)]
pub struct State {
    /// The page's rate book.
    pub book: &'static RateBook,
    /// What the person is looking at.
    pub workspace: RwSignal<Workspace>,
    /// What it costs.
    pub estimate: Slice<Estimate>,
    /// The snapshot and the model on screen: what the lists of choices are made for.
    pub place: Slice<Place>,
    /// The size on screen: what draws sizes follows it alone.
    pub size: Slice<SizeChoice>,
    /// The problems: what tells of them follows them alone.
    pub problems: Slice<Vec<Problem>>,
    /// What changes the price of an image.
    pricing: Slice<Priced>,
    /// The same as it was when the prices on choices last followed it.
    offered: Slice<Priced>,
    /// The same without the size, which the prices on sizes put in themselves.
    size_pricing: Slice<Priced>,
    /// Turns whenever they follow.
    beat: RwSignal<bool>,
}

impl State {
    /// A state that begins with what a link said.
    pub fn new(book: &'static RateBook, read: Read) -> Self {
        let workspace = RwSignal::new(Workspace::from_read(read));
        let estimate =
            slice(move || workspace.with(|workspace| estimate(book, &workspace.scenario)));
        let pricing = slice(move || workspace.with(pricing));
        let beat = RwSignal::new(false);
        let offered = slice(move || {
            beat.track();
            untrack(|| pricing.get())
        });
        let size_pricing = slice(move || {
            let (scenario, asked) = offered.get();
            (
                scenario,
                Stage {
                    size: SizeChoice::Auto,
                    ..asked
                },
            )
        });
        let size = slice(move || pricing.with(|(_, asked)| asked.size));
        let problems = slice(move || estimate.with(|estimate| estimate.problems.clone()));
        let place = slice(move || {
            workspace.with(|now| (snapshot_of(book, &now.scenario).date, now.asked().model))
        });
        Self {
            book,
            workspace,
            estimate,
            place,
            size,
            problems,
            pricing,
            offered,
            size_pricing,
            beat,
        }
    }

    /// Follows what changes the price of an image.
    pub fn track_pricing(self) {
        self.pricing.track();
    }

    /// Lets the prices on choices follow the state: see [`super::pace`].
    pub fn catch_up(self) {
        // Its part of the page may have gone meanwhile.
        self.beat.try_update(|beat| *beat = !*beat);
    }

    /// The price of an image were the stage on screen changed; a dash where it cannot be priced.
    pub fn price_with(self, change: impl FnOnce(&mut Stage)) -> String {
        self.offered.with(|base| price(self.book, base, change))
    }

    /// The price of an image of this size; a dash where it cannot be priced.
    pub fn size_price(self, size: SizeChoice) -> String {
        self.size_pricing
            .with(|base| price(self.book, base, |stage| stage.size = size))
    }

    /// USD an image of this size; none where it cannot be priced.
    #[cfg(feature = "whole")]
    pub fn size_range(self, size: Size) -> Option<UsdRange> {
        self.pricing.with(|base| self.of_size(base, size))
    }

    /// The same as a price on a choice, which follows a moving hand as those do.
    #[cfg(feature = "whole")]
    pub fn offered_range(self, size: Size) -> Option<UsdRange> {
        self.size_pricing.with(|base| self.of_size(base, size))
    }

    #[cfg(feature = "whole")]
    fn of_size(self, (scenario, asked): &Priced, size: Size) -> Option<UsdRange> {
        let mut asked = asked.clone();
        asked.size = SizeChoice::Exact(size);
        price_each(self.book, scenario, &asked)
    }

    /// The exact size that is asked for; none where the API chooses.
    #[cfg(feature = "whole")]
    pub fn present_size(self) -> Option<Size> {
        match self.size.get() {
            SizeChoice::Exact(size) => Some(size),
            SizeChoice::Auto => None,
        }
    }

    /// What the price of an image is computed from: the scenario, and the stage on screen apart from
    /// it. Follows only what changes that price, and does so at once.
    #[cfg(feature = "whole")]
    pub fn pricing<T>(self, part: impl FnOnce(&Scenario, &Stage) -> T) -> T {
        self.pricing.with(|(scenario, stage)| part(scenario, stage))
    }

    /// A slice of the stage on screen; follows the workspace.
    pub fn asked<T>(self, part: impl FnOnce(&Stage) -> T) -> T {
        self.workspace.with(|workspace| part(workspace.asked()))
    }

    /// Changes the stage on screen; `by` names the control.
    pub fn ask(self, by: &'static str, change: impl FnOnce(&mut Stage)) {
        self.change(by, |workspace| {
            let index = workspace.stage.min(workspace.scenario.stages.len() - 1);
            change(&mut workspace.scenario.stages[index]);
        });
    }

    /// Changes anything; `by` names the control.
    pub fn change(self, by: &'static str, change: impl FnOnce(&mut Workspace)) {
        self.workspace.update(|workspace| {
            change(workspace);
            workspace.changed_by = by;
        });
    }

    /// Makes the changes of a fix.
    pub fn mend(self, stage: usize, fix: &Fix) {
        let book = self.book;
        self.change("fix", |workspace| {
            for change in &fix.0 {
                let scenario = &mut workspace.scenario;
                // A fix comes from the judge and is within its key's domain.
                drop(link::change(
                    book,
                    scenario,
                    stage,
                    change.key,
                    &change.value,
                ));
            }
        });
    }

    /// A slice of the stage on screen that follows only what changes the price of an image: not
    /// the number of requests, so that its slider leaves the choices alone.
    pub fn priced<T>(self, part: impl FnOnce(&Stage) -> T) -> T {
        self.pricing.with(|(_, stage)| part(stage))
    }

    /// A number of the stage on screen that tells only when it changes.
    pub fn number(self, part: fn(&Stage) -> u32) -> Slice<u32> {
        slice(move || self.asked(part))
    }

    /// The snapshot that the scenario is priced under.
    pub fn snapshot(self) -> &'static RateSnapshot {
        let (date, _) = self.place.get();
        // The place holds the date of a snapshot, so there is one in force.
        self.book.in_force(date).unwrap_or(self.book.newest())
    }

    /// The image model of the stage on screen, where the snapshot knows it.
    pub fn model(self) -> Option<&'static Model> {
        let (_, model) = self.place.get();
        self.snapshot().image_model(model)
    }

    /// The link's parameters as they are now, display included.
    pub fn parameters(self) -> String {
        self.workspace.with_untracked(|now| {
            let asked = link::write(&now.scenario);
            let beside = [
                link::write_display(&now.display),
                link::write_pins(&now.pins),
            ];
            let given = beside.into_iter().filter(|part| !part.is_empty());
            given.fold(asked, |link, part| link + "&" + &part)
        })
    }
}

/// The date of a snapshot, and the id of a model.
pub type Place = (Date, &'static str);

/// A scenario and a stage apart from it, to be priced with a change.
pub type Priced = (Scenario, Stage);

/// The scenario without what does not change the price of an image of the stage on screen: other
/// stages and the number of requests. What an image costs follows it, so that moving that slider
/// leaves prices on choices alone.
pub fn pricing(workspace: &Workspace) -> Priced {
    let mut asked = workspace.asked().clone();
    asked.requests = 1;
    asked.label.clear();
    let mut scenario = Scenario::new(workspace.scenario.rates);
    scenario.markup = workspace.scenario.markup;
    scenario.residency = workspace.scenario.residency;
    scenario.stages.clear();
    (scenario, asked)
}

/// The price of an image were the stage changed; a dash where it cannot be priced.
pub fn price(
    book: &RateBook,
    (scenario, asked): &Priced,
    change: impl FnOnce(&mut Stage),
) -> String {
    let mut changed = asked.clone();
    change(&mut changed);
    let price = price_each(book, scenario, &changed);
    price.map_or_else(|| String::from("–"), |price| price.brief())
}
