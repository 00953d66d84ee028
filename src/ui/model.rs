//! The image model: current generations as cards, the deprecated and ended ones folded away.

use super::controls::{Choice, choices};
use super::state::State;
use crate::estimate::snapshot_of;
use crate::rates::{Model, RateSnapshot};
use leptos::prelude::*;

/// The models of the chosen snapshot.
pub fn picker(state: State) -> AnyView {
    let chosen = state.asked(|stage| stage.model);
    let current = Memo::new(move |_| generations(state));
    let leader = Memo::new(move |_| leader_of(state, chosen.get()));
    let choose = move |model| state.ask("model", |stage| stage.model = model);
    view! {
        {choices("model", "Model", current, leader, choose)}
        {siblings(state, chosen)}
        {earlier(state, chosen)}
    }
    .into_any()
}

fn snapshot(state: State) -> &'static RateSnapshot {
    state
        .workspace
        .with(|now| snapshot_of(state.book, &now.scenario))
}

/// Whether its end is not announced.
fn is_current(model: &Model) -> bool {
    model.lifecycle.shutdown.is_none() && model.lifecycle.deprecated.is_none()
}

/// One card a generation: its first model stands for those that cost the same.
fn generations(state: State) -> Vec<Choice<&'static str>> {
    let mut cards: Vec<Choice<&'static str>> = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    for model in snapshot(state)
        .image_models
        .iter()
        .filter(|model| is_current(model))
    {
        if seen.contains(&model.generation) {
            continue;
        }
        seen.push(model.generation);
        let price = state.price_with(|stage| stage.model = model.id);
        cards.push(Choice {
            value: model.id,
            name: format!("gpt-image-{}", model.generation),
            price,
        });
    }
    cards
}

/// The model whose card stands for `id`: the first current one of its generation.
fn leader_of(state: State, id: &'static str) -> &'static str {
    let models = snapshot(state).image_models;
    let generation = models
        .iter()
        .find(|model| model.id == id)
        .map(|model| model.generation);
    let same = |model: &&&Model| is_current(model) && Some(model.generation) == generation;
    let asked_current = models
        .iter()
        .any(|model| model.id == id && is_current(model));
    let leader = models.iter().find(same).map(|model| model.id);
    if asked_current {
        leader.unwrap_or(id)
    } else {
        id
    }
}

/// The models of the chosen generation, where there are several.
fn siblings(state: State, chosen: Memo<&'static str>) -> AnyView {
    let options = Memo::new(move |_| {
        let models = snapshot(state).image_models;
        let generation = models
            .iter()
            .find(|model| model.id == chosen.get())
            .map(|m| m.generation);
        let same =
            |model: &&&'static Model| Some(model.generation) == generation && is_current(model);
        let card = |model: &&'static Model| Choice {
            value: model.id,
            name: model.id.rsplit('-').next().unwrap_or(model.id).into(),
            price: model.note.into(),
        };
        models.iter().filter(same).map(card).collect::<Vec<_>>()
    });
    let several = Memo::new(move |_| options.with(|options| options.len() > 1));
    let choose = move |model| state.ask("model", |stage| stage.model = model);
    (move || {
        several.get().then(|| {
            view! { <div class="minor">{choices("sibling", "Both cost the same", options, chosen, choose)}</div> }
        })
    })
    .into_any()
}

/// Deprecated and ended models, for old bills and comparisons.
fn earlier(state: State, chosen: Memo<&'static str>) -> AnyView {
    let options = Memo::new(move |_| {
        let date = snapshot(state).date;
        let models = snapshot(state)
            .image_models
            .iter()
            .filter(|model| !is_current(model));
        let card = |model: &&'static Model| Choice {
            value: model.id,
            name: model.id.into(),
            price: format!(
                "{} · {}",
                state.price_with(|stage| stage.model = model.id),
                end(model, date)
            ),
        };
        models.map(card).collect::<Vec<_>>()
    });
    let some = Memo::new(move |_| options.with(|options| !options.is_empty()));
    let open = Memo::new(move |_| {
        options.with_untracked(|all| all.iter().any(|o| o.value == chosen.get()))
    });
    let choose = move |model| state.ask("model", |stage| stage.model = model);
    (move || {
        some.get().then(|| {
            view! {
                <details class="minor" prop:open=open>
                    <summary>"Deprecated and ended models"</summary>
                    {choices("model", "For old bills and comparisons", options, chosen, choose)}
                </details>
            }
        })
    })
    .into_any()
}

fn end(model: &Model, on: crate::date::Date) -> String {
    match model.lifecycle.shutdown {
        Some(date) if date <= on => format!("ended {}", date.in_words()),
        Some(date) => format!("ends {}", date.in_words()),
        None => "deprecated".into(),
    }
}
