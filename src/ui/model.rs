//! The image model: current generations as cards, the deprecated and ended ones folded away.

use super::browser::element::is_open;
use super::controls::{self, Card, choices};
use super::dom::{El, effect, el, fold};
use super::notes;
use super::slice::slice;
use super::state::State;
use crate::date::Date;
use crate::rates::{Lifecycle, Model};
use leptos::prelude::*;

/// The models of the chosen snapshot.
pub fn picker(state: State) -> Vec<El> {
    // Made anew only when other models appear, so that the keyboard's focus stays where it is.
    let generation = slice(move || {
        let siblings = siblings(state);
        siblings
            .first()
            .filter(|_| siblings.len() > 1)
            .map_or("", |model| model.generation)
    });
    let minor = el("div", "minor").fill(move || {
        if generation.get().is_empty() {
            Vec::new()
        } else {
            vec![sibling_cards(state)]
        }
    });
    let date = slice(move || state.snapshot().date);
    let old = el("div", "minor").fill(move || {
        date.track();
        let none = untrack(|| earlier(state)).is_empty();
        if none {
            Vec::new()
        } else {
            vec![earlier_cards(state)]
        }
    });
    let current = cards(state, "model", "Model", leaders, |state, model| Card {
        name: format!("gpt-image-{}", model.generation),
        price: state.price_with(|stage| stage.model = model.id),
        chosen: siblings(state)
            .first()
            .is_some_and(|leader| leader.id == model.id),
    });
    vec![
        current,
        minor,
        old,
        notes::problems_of(state, &["model", "tier"]),
    ]
}

/// A list of models as cards.
fn cards(
    state: State,
    group: &'static str,
    legend: &str,
    models: fn(State) -> Vec<&'static Model>,
    card: fn(State, &'static Model) -> Card,
) -> El {
    let all = controls::cards(Box::new(move || {
        models(state)
            .into_iter()
            .map(|model| card(state, model))
            .collect()
    }));
    let choose = Callback::new(move |at: usize| {
        if let Some(model) = untrack(|| models(state)).get(at) {
            state.ask("model", |stage| stage.model = model.id);
        }
    });
    choices(group, legend, all, choose)
}

/// Whether its end is not announced.
fn is_current(model: &Model) -> bool {
    let Lifecycle {
        deprecated,
        shutdown,
        ..
    } = model.lifecycle;
    deprecated.is_none() && shutdown.is_none()
}

fn models(state: State) -> impl Iterator<Item = &'static Model> {
    state.snapshot().image_models.iter().copied()
}

/// The first current model of each generation: it stands for those that cost the same.
fn leaders(state: State) -> Vec<&'static Model> {
    let mut leaders: Vec<&'static Model> = Vec::new();
    for model in models(state).filter(|model| is_current(model)) {
        if leaders
            .iter()
            .all(|leader| leader.generation != model.generation)
        {
            leaders.push(model);
        }
    }
    leaders
}

/// The current models of the generation on screen.
fn siblings(state: State) -> Vec<&'static Model> {
    let Some(asked) = state.model().filter(|model| is_current(model)) else {
        return Vec::new();
    };
    let same = |model: &&Model| is_current(model) && model.generation == asked.generation;
    models(state).filter(same).collect()
}

fn sibling_cards(state: State) -> El {
    cards(
        state,
        "sibling",
        "Both cost the same",
        siblings,
        |state, model| Card {
            name: model.id.rsplit('-').next().unwrap_or(model.id).into(),
            price: model.note.into(),
            chosen: state.priced(|stage| stage.model == model.id),
        },
    )
}

/// Models whose end is announced or past.
fn earlier(state: State) -> Vec<&'static Model> {
    models(state).filter(|model| !is_current(model)).collect()
}

/// For old bills and comparisons.
fn earlier_cards(state: State) -> El {
    let group = cards(
        state,
        "earlier",
        "For old bills and comparisons",
        earlier,
        |state, model| {
            let price = state.price_with(|stage| stage.model = model.id);
            Card {
                name: model.id.into(),
                price: format!("{price} · {}", end(model, state.snapshot().date)),
                chosen: state.priced(|stage| stage.model == model.id),
            }
        },
    );
    // An ended model that a link brings opens the fold; only the person closes it.
    let open = RwSignal::new(false);
    effect(move || {
        if state.model().is_some_and(|model| !is_current(model)) {
            open.set(true);
        }
    });
    fold("", el("summary", "").text("Deprecated and ended models"))
        .live_flag("open", move || open.get())
        .on("toggle", move |event| open.set(is_open(&event)))
        .child(group)
}

fn end(model: &Model, on: Date) -> String {
    match model.lifecycle.shutdown {
        Some(date) if date <= on => format!("ended {}", date.in_words()),
        Some(date) => format!("ends {}", date.in_words()),
        None => "deprecated".into(),
    }
}
