//! The estimate as a file: JSON, CSV, TSV, a Markdown table.

use super::made_of;
use super::sheet::{Document, sheet};
use crate::compare::{Side, read_pins};
use crate::estimate::Estimate;
use crate::export;
use crate::ui::dom::El;
use crate::ui::state::{State, Workspace};
use leptos::prelude::*;

#[derive(Clone, Copy, PartialEq)]
enum Form {
    Json,
    Csv,
    Tsv,
    Markdown,
}

const FORMS: [(Form, &str); 4] = [
    (Form::Json, "JSON"),
    (Form::Csv, "CSV"),
    (Form::Tsv, "TSV"),
    (Form::Markdown, "Markdown"),
];

/// The forms, and the chosen one to be read, copied or downloaded.
pub fn estimate(state: State) -> El {
    let forms = Memo::new(|_| FORMS.to_vec());
    let document = move |form| {
        let made = |now: &Workspace, priced: &Estimate, site: &str| {
            document(state, form, now, priced, site)
        };
        Some(made_of(state, made))
    };
    sheet("Form of the estimate", forms, document)
}

fn document(state: State, form: Form, now: &Workspace, priced: &Estimate, site: &str) -> Document {
    let (book, asked) = (state.book, &now.scenario);
    let (text, ending, media) = match form {
        Form::Json => {
            let beside: Vec<Side> = read_pins(book, &now.pins)
                .into_iter()
                .map(|pinned| Side::new(book, pinned))
                .collect();
            let aside = &now.set_aside;
            let text = export::json_beside(book, asked, priced, site, aside, &beside);
            (text + "\n", "json", "application/json")
        }
        Form::Csv => (export::csv(book, asked, priced, site), "csv", "text/csv"),
        Form::Tsv => (
            export::tsv(book, asked, priced, site),
            "tsv",
            "text/tab-separated-values",
        ),
        Form::Markdown => (export::markdown(asked, priced, site), "md", "text/markdown"),
    };
    Document {
        text,
        name: format!("pixelbill-{}.{ending}", priced.rates),
        media,
        // A spreadsheet reads a file without it in the system's own old code page.
        marked: matches!(form, Form::Csv | Form::Tsv),
        notes: Vec::new(),
    }
}
