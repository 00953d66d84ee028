//! The image model: current generations as cards, the deprecated and ended ones folded away.

use super::browser::element::is_open;
use super::controls::{Card, choices};
use super::dom::{El, effect, el, fold};
use super::notes;
use super::state::State;
use crate::date::Date;
use crate::rates::{Lifecycle, Model};
use leptos::prelude::*;

/// The models of the chosen snapshot.
pub fn picker(state: State) -> Vec<El> {
    // Made anew only when other models appear, so that the keyboard's focus stays where it is.
    let generation = move || {
        let siblings = siblings(state);
        let first = siblings.first().filter(|_| siblings.len() > 1);
        first.map(|model| model.generation)
    };
    let minor = el("div", "minor").fill_by(generation, move |generation| {
        generation.iter().map(|_| sibling_cards(state)).collect()
    });
    let date = move || state.snapshot().date;
    let old = el("div", "minor").fill_by(date, move |_| {
        if earlier(state).is_empty() {
            Vec::new()
        } else {
            vec![earlier_cards(state)]
        }
    });
    let card = |state: State, model: &'static Model, _| Card {
        name: format!("gpt-image-{}", model.generation),
        price: state.price_with(|stage| stage.model = model.id),
        chosen: state
            .model()
            .is_some_and(|asked| is_current(asked) && asked.generation == model.generation),
    };
    let current = cards(state, "model", "Model", leaders, card, RwSignal::new(true));
    vec![
        current,
        minor,
        old,
        notes::problems_of(state, &["model", "tier"]),
    ]
}

/// A list of models as cards; while they are in a fold that is not `open`, nobody looks at their
/// prices, so they need not follow.
fn cards(
    state: State,
    group: &'static str,
    legend: &str,
    models: fn(State) -> Vec<&'static Model>,
    card: fn(State, &'static Model, bool) -> Card,
    open: RwSignal<bool>,
) -> El {
    let all = move || {
        models(state)
            .into_iter()
            .map(|model| card(state, model, open.get()))
            .collect()
    };
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
    let card = |state: State, model: &'static Model, _| Card {
        name: model.id.rsplit('-').next().unwrap_or(model.id).into(),
        price: model.note.into(),
        chosen: state.priced(|stage| stage.model == model.id),
    };
    let legend = "Both cost the same";
    cards(
        state,
        "sibling",
        legend,
        siblings,
        card,
        RwSignal::new(true),
    )
}

/// Models whose end is announced or past.
fn earlier(state: State) -> Vec<&'static Model> {
    models(state).filter(|model| !is_current(model)).collect()
}

/// For old bills and comparisons.
fn earlier_cards(state: State) -> El {
    // An ended model that a link brings opens the fold; only the person closes it.
    let open = RwSignal::new(false);
    effect(move || {
        if state.model().is_some_and(|model| !is_current(model)) {
            open.set(true);
        }
    });
    let card = |state: State, model: &'static Model, open| {
        let end = end(model, state.snapshot().date);
        let price = if open {
            let price = state.price_with(|stage| stage.model = model.id);
            format!("{price} · {end}")
        } else {
            end
        };
        Card {
            name: model.id.into(),
            price,
            chosen: state.priced(|stage| stage.model == model.id),
        }
    };
    let group = cards(
        state,
        "earlier",
        "For old bills and comparisons",
        earlier,
        card,
        open,
    );
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
