//! The person's own numbers, kept for as long as the page stands.

use crate::budget::{Period, projections};
use crate::money::UsdRange;
use crate::plan_or_api::{Around, Needs, Path, Tool, paths};
use crate::rates::SideTable;
use crate::scenario::Per;
use crate::ui::state::State;
use leptos::prelude::*;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// The signals of the panel.
#[derive(Clone, Copy)]
pub struct Desk {
    state: State,
    /// Images a month, where a person says so.
    pub images: RwSignal<Option<u32>>,
    /// People who make images.
    pub seats: RwSignal<u32>,
    /// Whether a workspace is paid for a year.
    pub yearly: RwSignal<bool>,
    /// What the API costs besides its images.
    pub around: RwSignal<Around>,
    /// The tool's price; none where there is no tool.
    pub tool_price: RwSignal<Option<Decimal>>,
    /// Images in the tool's price.
    pub tool_images: RwSignal<u32>,
    /// USD for each further image of the tool.
    pub tool_further: RwSignal<Option<Decimal>>,
    /// The paths, priced.
    pub paths: Memo<Vec<Path>>,
}

impl Desk {
    /// The scenario's own numbers, and nothing around them.
    pub fn new(state: State) -> Self {
        let images = RwSignal::new(None);
        let seats = RwSignal::new(1);
        let yearly = RwSignal::new(false);
        let around = RwSignal::new(Around::default());
        let tool_price = RwSignal::new(None::<Decimal>);
        let tool_images = RwSignal::new(100);
        let tool_further = RwSignal::new(None::<Decimal>);
        let needs = move || Needs {
            images: images.get().unwrap_or_else(|| monthly(state)).into(),
            seats: seats.get(),
            yearly: yearly.get(),
            each: each(state),
            around: around.get(),
            tool: tool_price.get().map(|price| Tool {
                price,
                included: tool_images.get().into(),
                further: tool_further.get(),
            }),
        };
        let priced = Memo::new(move |_| paths(SideTable::embedded(), &needs()));
        Self {
            state,
            images,
            seats,
            yearly,
            around,
            tool_price,
            tool_images,
            tool_further,
            paths: priced,
        }
    }

    /// Images a month: the person's number, or what the scenario comes to.
    pub fn a_month(self) -> u32 {
        self.images.get().unwrap_or_else(|| monthly(self.state))
    }

    /// What the scenario's numbers of requests mean.
    pub fn per(self) -> Per {
        self.state.workspace.with(|now| now.scenario.per)
    }
}

/// Accepted images a month that the scenario comes to; a batch is taken as a month's.
fn monthly(state: State) -> u32 {
    let per = state.workspace.with(|now| now.scenario.per);
    let accepted = state.estimate.with(|estimate| {
        let totals = estimate.totals.as_ref()?;
        // Projected as money is, so that both agree on how long a month is.
        let images = totals.accepted_images.map(crate::money::Usd);
        let spans = projections(per, images);
        let month = spans.iter().find(|(period, _)| *period == Period::Month);
        Some(month.or(spans.first())?.1.high.0)
    });
    accepted
        .unwrap_or(Decimal::ZERO)
        .round()
        .to_u32()
        .unwrap_or(u32::MAX)
}

/// USD an accepted image of the scenario; none where it cannot be priced.
fn each(state: State) -> Option<UsdRange> {
    state.estimate.with(|estimate| {
        let totals = estimate.totals.as_ref()?;
        // Of a scenario without accepted images there is no price of one.
        totals.per_accepted_image
    })
}
