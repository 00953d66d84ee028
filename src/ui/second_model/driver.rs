//! Which text model: each with what it would cost in a request.

use super::budgets::text_total;
use super::way::Way;
use crate::estimate::priced_as_it_came;
use crate::rates::TextModel;
use crate::ui::browser::element::value_of;
use crate::ui::dom::{El, el};
use crate::ui::state::State;
use leptos::prelude::*;

/// The list, priced.
pub fn list(state: State) -> El {
    let entries = Memo::new(move |_| entries(state));
    let options = move || {
        let option = |(id, words): (&'static str, String)| {
            el("option", "")
                .attr("value", id)
                .text(&words)
                .live_flag("selected", move || {
                    state.asked(|stage| stage.driver) == Some(id)
                })
        };
        let none = el("option", "")
            .attr("value", "")
            .text("choose one")
            .live_flag("selected", move || {
                state.asked(|stage| stage.driver).is_none()
            });
        let all = entries.get().into_iter().map(option);
        std::iter::once(none).chain(all).collect()
    };
    let choose = move |event| {
        let id = value_of(&event);
        let snapshot = untrack(|| state.snapshot());
        let model = snapshot.text_model(&id).map(|model| model.id);
        state.ask("driver", |stage| stage.driver = model);
    };
    let select = el("select", "")
        .attr("id", "driver")
        .fill(options)
        .on("change", choose);
    el("div", "term")
        .child(
            el("label", "")
                .attr("for", "driver")
                .text("Text model, and what it costs in a request"),
        )
        .child(select)
}

/// Every text model that can do it, with the price of its part.
fn entries(state: State) -> Vec<(&'static str, String)> {
    let snapshot = state.snapshot();
    state.workspace.with(|now| {
        let stage = now.asked();
        let analysis = Way::of(stage) == Way::Analysis;
        let able = |model: &&&'static TextModel| analysis || model.image_tool;
        let entry = |model: &&'static TextModel| {
            let mut changed = stage.clone();
            changed.driver = Some(model.id);
            let priced = priced_as_it_came(state.book, &now.scenario, &changed);
            let cost = priced.map(|it| text_total(&it.line_items).brief());
            let cost = cost.unwrap_or_else(|| "–".to_owned());
            (model.id, format!("{} · {cost}", model.id))
        };
        snapshot
            .text_models
            .iter()
            .filter(able)
            .map(entry)
            .collect()
    })
}
