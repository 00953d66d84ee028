//! The request of a stage, ready to send: curl, Python SDK, JavaScript SDK, the JSON body, and a
//! line of a Batch API file.
//!
//! Knows which forms there are and what each leaves open; must not know any price. The prompt and
//! the files are placeholders: neither is part of a scenario.

mod batch;
mod call;
mod curl;
mod javascript;
mod python;
mod value;

use crate::estimate::Estimate;
use crate::money::grouped;
use crate::rates::Tier;
use crate::rates::words::words;
use crate::scenario::{Route, Scenario, Stage, Task};
use call::{Call, PROMPT};
use rust_decimal::Decimal;
use value::Spelling;

words! {
    /// How a request is written down.
    Form {
        /// For a terminal.
        Curl = "curl",
        /// For OpenAI's Python SDK.
        Python = "python",
        /// For OpenAI's JavaScript SDK.
        JavaScript = "javascript",
        /// The body alone.
        Json = "json",
        /// A line of a file for the Batch API.
        BatchLine = "jsonl",
    }
}

/// Most requests in a file of the Batch API.
/// <https://developers.openai.com/api/docs/guides/batch>, read in SDK 3.52.0.
pub const BATCH_REQUESTS: u32 = 50_000;

/// A request written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// What is copied.
    pub text: String,
    /// What it leaves to the person, in sentences.
    pub notes: Vec<String>,
}

impl Form {
    /// Its name on the page.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Curl => "curl",
            Self::Python => "Python",
            Self::JavaScript => "JavaScript",
            Self::Json => "JSON",
            Self::BatchLine => "JSONL",
        }
    }

    /// The forms that a stage has: a batch line on the Batch API only.
    pub fn of(stage: &Stage) -> impl Iterator<Item = Self> + use<> {
        let batch = stage.tier == Tier::BatchApi;
        let all = Self::ALL.iter().copied();
        all.filter(move |form| batch || *form != Self::BatchLine)
    }
}

/// One request of the stage at `index`; none where the stage has a problem, since it would be
/// refused, or where there is no such form.
pub fn request(
    scenario: &Scenario,
    estimate: &Estimate,
    index: usize,
    form: Form,
) -> Option<Request> {
    let stage = scenario.stages.get(index)?;
    let refused = estimate
        .problems
        .iter()
        .any(|problem| problem.stage == index);
    if refused || !Form::of(stage).any(|known| known == form) {
        return None;
    }
    let call = Call::of(stage);
    let batch = stage.tier == Tier::BatchApi;
    let text = match (form, batch) {
        (Form::Curl, false) => curl::request(&call),
        (Form::Python, false) => python::request(&call),
        (Form::JavaScript, false) => javascript::request(&call),
        (Form::Json, _) => Spelling::Json.write(&call.body(), 0) + "\n",
        (Form::BatchLine, _) => batch::line(&call, 1) + "\n",
        (Form::Curl, true) => batch::curl(&call),
        (Form::Python, true) => batch::python(&call, stage.requests),
        (Form::JavaScript, true) => batch::javascript(&call, stage.requests),
    };
    let notes = notes(stage, &call, form);
    Some(Request { text, notes })
}

fn notes(stage: &Stage, call: &Call, form: Form) -> Vec<String> {
    let mut notes = vec![prompt_note(stage)];
    notes.extend(files_note(stage, call, form));
    if stage.route == Route::Responses && stage.makes_images() && stage.turns > 1 {
        notes.push(format!(
            "This is the first of {} turns; each later one names the one before as previous_response_id.",
            stage.turns
        ));
    }
    if stage.tier == Tier::BatchApi && stage.requests > BATCH_REQUESTS {
        notes.push(format!(
            "A batch takes at most {} requests; {} of them are several batches.",
            grouped(Decimal::from(BATCH_REQUESTS)),
            grouped(Decimal::from(stage.requests))
        ));
    }
    notes
}

fn prompt_note(stage: &Stage) -> String {
    let tokens = grouped(Decimal::from(stage.prompt));
    let context = match (stage.route, stage.task, stage.context) {
        (Route::Images, Task::Generate | Task::Edit, _) | (_, _, 0) => String::new(),
        (_, _, context) => format!(
            " {} tokens of context go with it.",
            grouped(Decimal::from(context))
        ),
    };
    format!("Priced for a prompt of {tokens} tokens in place of {PROMPT}.{context}")
}

/// Which file or address stands for which input image.
fn files_note(stage: &Stage, call: &Call, form: Form) -> Option<String> {
    let mut number = 1;
    let named = stage.refs.iter().map(|images| {
        let (first, last) = (number, number + u32::from(images.count) - 1);
        number = last + 1;
        match first == last {
            true => format!("input-{first}.png is {}", images.size),
            false => format!("input-{first}.png to input-{last}.png are {}", images.size),
        }
    });
    let named: Vec<String> = named.collect();
    if call.images.is_empty() {
        return None;
    }
    let sdk = matches!(form, Form::Curl | Form::Python | Form::JavaScript);
    let files = sdk && call.endpoint == call::Endpoint::Edits && stage.tier == Tier::Standard;
    let how = if files {
        "Files of your own"
    } else {
        "Addresses, or data: URLs, of your own images"
    };
    Some(format!("{how}: {}.", named.join(", ")))
}
