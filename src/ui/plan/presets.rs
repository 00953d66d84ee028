//! Plans to start from, each with its cost and what it would cost with every image as the finals.

use super::finals;
use super::stages::Stages;
use crate::estimate::estimate;
use crate::presets::{PRESETS, Preset};
use crate::scenario::Scenario;
use crate::ui::browser::element::is_open;
use crate::ui::dom::{El, el, fold};
use crate::ui::state::State;
use leptos::prelude::*;

/// The presets, open while the plan is a single stage.
pub fn panel(state: State, stages: Stages) -> El {
    let single = state
        .workspace
        .with_untracked(|now| now.scenario.stages.len() == 1);
    let heading = el("summary", "")
        .child(el("h2", "").text("Start from a plan"))
        .child(el("span", "hint").text("it takes the place of the stages below"));
    let (open, kept) = (RwSignal::new(single), kept(state));
    let cards = PRESETS
        .iter()
        .map(|preset| card(state, stages, kept, preset, open));
    let fold = fold("presets", heading)
        .live_flag("open", move || open.get())
        .on("toggle", move |event| open.set(is_open(&event)))
        .child(el("div", "preset-cards").children(cards));
    el("section", "").child(fold)
}

/// The scenario without its stages: what a preset keeps of it.
fn kept(state: State) -> Memo<Scenario> {
    Memo::new(move |_| {
        state.workspace.with(|now| Scenario {
            stages: Vec::new(),
            ..now.scenario
        })
    })
}

/// The preset's stages and span; rates, markup, residency, budget and uses stay.
fn plan(state: State, kept: Scenario, preset: &Preset) -> Scenario {
    let new = preset.scenario(state.book, kept.rates);
    Scenario {
        stages: new.stages,
        per: new.per,
        ..kept
    }
}

fn card(
    state: State,
    stages: Stages,
    kept: Memo<Scenario>,
    preset: &'static Preset,
    open: RwSignal<bool>,
) -> El {
    let price = Memo::new(move |_| {
        let plan = plan(state, kept.get(), preset);
        let total = estimate(state.book, &plan)
            .totals
            .map(|totals| totals.total);
        let words = total.map_or_else(|| "no price".into(), |total| total.in_words());
        (words, finals::beside_preset(state.book, &plan))
    });
    let press = move || {
        let words = replaced(state, preset);
        stages.replace(preset.id, plan(state, kept.get_untracked(), preset), words);
        open.set(false);
        super::stages::go_on("stages".into());
    };
    el("button", "plan-card")
        .attr("type", "button")
        .attr("id", &format!("preset-{}", preset.id))
        .on_click(press)
        .child(el("strong", "").text(preset.title))
        .child(el("span", "preset-price").live(move || price.get().0))
        .child(el("span", "preset-about").text(preset.about))
        .child(el("span", "hint").live(move || price.get().1))
}

/// What the preset takes the place of.
fn replaced(state: State, preset: &Preset) -> String {
    let stages = state
        .workspace
        .with_untracked(|now| now.scenario.stages.len());
    let total = state
        .estimate
        .with_untracked(|estimate| estimate.totals.map(|totals| totals.total.in_words()));
    let plural = if stages == 1 { "" } else { "s" };
    let came_to = total.map_or_else(String::new, |total| format!(" ({total})"));
    format!(
        "{} took the place of your {stages} stage{plural}{came_to}. Rates, budget and uses are kept.",
        preset.title
    )
}
