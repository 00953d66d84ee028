//! What the bill is priced by: rates, tier, models, and what records leave open.

use super::desk::{Desk, contract};
use crate::rates::Tier;
use crate::ui::browser::element::value_of;
use crate::ui::dom::{El, el};
use crate::usage::{Inputs, Part};
use leptos::prelude::*;

/// An entry of a list: its value and its words.
type Entry = (String, String);

/// The lists.
pub fn section(desk: Desk) -> El {
    let lists = el("div", "terms")
        .child(image_model(desk))
        .child(tier(desk))
        .child(rule(desk))
        .child(inputs(desk))
        .child(el("div", "").fill(move || text_model(desk)))
        .child(el("div", "").fill(move || stage(desk)));
    let in_force = move || {
        let markup = desk.state.workspace.with(|now| now.scenario.markup);
        let plus = match markup.in_hundredths() {
            0 => String::new(),
            _ => format!(", with {markup} % on every rate"),
        };
        let date = desk.state.snapshot().date.in_words();
        format!("Rates of {date}{plus}. A record that names its model or tier is priced as that.")
    };
    el("section", "")
        .child(el("h2", "").text("Priced by"))
        .child(el("p", "hint").live(in_force))
        .child(lists)
}

/// A labelled list that follows the state. Entries are made anew when `made` changes.
fn list(
    id: &'static str,
    label: &str,
    made: impl Fn() -> Vec<Entry> + Send + Sync + 'static,
    current: impl Fn() -> String + Clone + 'static,
    chosen: impl Fn(String) + 'static,
) -> El {
    let made = Memo::new(move |_| made());
    let options = move || {
        let option = |(value, words): Entry| {
            let (here, current) = (value.clone(), current.clone());
            el("option", "")
                .attr("value", &value)
                .text(&words)
                .live_flag("selected", move || current() == here)
        };
        made.get().into_iter().map(option).collect()
    };
    let select = el("select", "")
        .attr("id", id)
        .fill(options)
        .on("change", move |event| chosen(value_of(&event)));
    el("div", "term")
        .child(el("label", "").attr("for", id).text(label))
        .child(select)
}

fn same(words: &str) -> Entry {
    (words.to_owned(), words.to_owned())
}

fn image_model(desk: Desk) -> El {
    let state = desk.state;
    list(
        "bill-model",
        "Image model, where a record names none",
        move || {
            let models = state.snapshot().image_models.iter();
            models.map(|model| same(model.id)).collect()
        },
        move || state.asked(|stage| stage.model.to_owned()),
        move |id| {
            let snapshot = untrack(|| state.snapshot());
            if let Some(model) = snapshot.image_model(&id) {
                state.ask("bill-model", |stage| stage.model = model.id);
            }
        },
    )
}

fn tier(desk: Desk) -> El {
    let state = desk.state;
    let words = |tier: &Tier| {
        let words = match tier {
            Tier::Standard => "standard",
            Tier::BatchApi => "Batch API",
        };
        (tier.as_str().to_owned(), words.to_owned())
    };
    list(
        "bill-tier",
        "Tier",
        move || Tier::ALL.iter().map(words).collect(),
        move || state.asked(|stage| stage.tier.as_str().to_owned()),
        move |tier| {
            if let Some(tier) = Tier::parse(&tier) {
                state.ask("bill-tier", |stage| stage.tier = tier);
            }
        },
    )
}

/// OpenAI's rates, or the contract by its name.
fn rule(desk: Desk) -> El {
    let made = || {
        let named = contract().map(|rule| same(rule.name));
        let official = (String::new(), "OpenAI’s rates".to_owned());
        std::iter::once(official).chain(named).collect()
    };
    let note = move || match contract().filter(|_| desk.contract.get()) {
        Some(rule) => format!(
            "{} Input ${} and output ${} a token, each request to {} decimals.",
            rule.note, rule.usd_per_input_token, rule.usd_per_output_token, rule.decimals
        ),
        None => String::new(),
    };
    list(
        "bill-rule",
        "Billing rule",
        made,
        move || {
            let rule = contract().filter(|_| desk.contract.get());
            rule.map_or("", |rule| rule.name).to_owned()
        },
        move |name| desk.contract.set(!name.is_empty()),
    )
    .child(el("p", "hint").live(note))
}

fn inputs(desk: Desk) -> El {
    let words = |inputs: &Inputs| {
        let words = match inputs {
            Inputs::Unknown => "not known",
            Inputs::None => "no images sent along",
            Inputs::Some => "images sent along",
        };
        (inputs.as_str().to_owned(), words.to_owned())
    };
    list(
        "bill-inputs",
        "Input that is not split",
        move || Inputs::ALL.iter().map(words).collect(),
        move || desk.inputs.get().as_str().to_owned(),
        move |inputs| {
            desk.inputs
                .set(Inputs::parse(&inputs).unwrap_or(Inputs::Unknown))
        },
    )
}

/// The text model, where a record needs one and neither it nor the stage names it.
fn text_model(desk: Desk) -> Vec<El> {
    let nameless = desk.pasted.with(|pasted| {
        let mut records = pasted.records.iter();
        records.any(|record| record.driver != Part::None && record.driver_model.is_none())
    });
    let state = desk.state;
    let staged = Memo::new(move |_| state.asked(|stage| stage.driver)).get();
    if !nameless || staged.is_some() {
        return Vec::new();
    }
    let made = move || {
        let models = state.snapshot().text_models.iter().map(|it| same(it.id));
        let none = (String::new(), "not chosen".to_owned());
        std::iter::once(none).chain(models).collect()
    };
    let select = list(
        "bill-driver",
        "Text model, where a record names none",
        made,
        move || desk.driver.get().unwrap_or_default().to_owned(),
        move |id| {
            let snapshot = untrack(|| state.snapshot());
            desk.driver.set(snapshot.text_model(&id).map(|it| it.id));
        },
    );
    vec![select]
}

/// Which stage the records are of, where there are several.
fn stage(desk: Desk) -> Vec<El> {
    let state = desk.state;
    let count = Memo::new(move |_| state.workspace.with(|now| now.scenario.stages.len()));
    if count.get() < 2 {
        return Vec::new();
    }
    let made = move || {
        state.workspace.with(|now| {
            let stages = now.scenario.stages.iter().enumerate();
            let name = |(at, stage): (usize, &crate::scenario::Stage)| {
                let words = match stage.label.as_str() {
                    "" => format!("stage {}", at + 1),
                    label => label.to_owned(),
                };
                (at.to_string(), words)
            };
            stages.map(name).collect()
        })
    };
    let select = list(
        "bill-stage",
        "Stage that these requests are of",
        made,
        move || state.workspace.with(|now| now.stage.to_string()),
        move |at| {
            if let Ok(at) = at.parse() {
                state.change("bill-stage", |now| now.stage = at);
            }
        },
    );
    vec![select]
}
