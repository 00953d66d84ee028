//! The request of the stage on screen, ready to send.

use super::made_of;
use super::sheet::{Document, sheet};
use crate::budget::stage_name;
use crate::export::{self, Form};
use crate::ui::dom::{El, el};
use crate::ui::state::State;
use leptos::prelude::*;

/// The forms of the request; in their place a sentence where the stage has a problem.
pub fn request(state: State) -> Vec<El> {
    let several = move || state.workspace.with(|now| now.scenario.stages.len() > 1);
    let which = move || {
        let name = state
            .workspace
            .with(|now| stage_name(&now.scenario, stage_of(state)));
        if several() {
            vec![el("p", "says").text(&format!("Of the stage on screen: {name}."))]
        } else {
            Vec::new()
        }
    };
    let forms = Memo::new(move |_| {
        let forms = state.asked(Form::of);
        forms.map(|form| (form, form.title())).collect::<Vec<_>>()
    });
    let sheet = sheet("Form of the request", forms, move |form| {
        document(state, form)
    });
    let refused = move || {
        let none = document(state, Form::Json).is_none();
        let words = "It would be refused as it stands: the problems above say what to change.";
        if none {
            vec![el("p", "says").text(words)]
        } else {
            Vec::new()
        }
    };
    vec![
        el("div", "").fill(which),
        el("div", "").fill(refused),
        sheet,
    ]
}

fn stage_of(state: State) -> usize {
    state
        .workspace
        .with(|now| now.stage.min(now.scenario.stages.len() - 1))
}

fn document(state: State, form: Form) -> Option<Document> {
    let stage = stage_of(state);
    let made = made_of(state, |now, priced, _| {
        export::request(&now.scenario, priced, stage, form)
    })?;
    let (name, media) = match form {
        Form::Curl => ("request.sh", "text/x-shellscript"),
        Form::Python => ("request.py", "text/x-python"),
        Form::JavaScript => ("request.mjs", "text/javascript"),
        Form::Json => ("request.json", "application/json"),
        Form::BatchLine => ("batch.jsonl", "application/jsonl"),
    };
    Some(Document {
        text: made.text,
        name: name.into(),
        media,
        marked: false,
        notes: made.notes,
    })
}
