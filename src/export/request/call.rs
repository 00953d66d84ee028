//! The call that a stage makes: its endpoint, its body, its files.
//!
//! Knows the parameters of the Image API and of the Responses API (OpenAI's Python SDK 3.52.0,
//! <https://pypi.org/project/openai/3.52.0/>, read 2026-11-20); must not know how a call is
//! written down.

use super::value::{Fields, Value, text};
use crate::rates::{Background, Fidelity, Format, Quality};
use crate::scenario::{Route, Stage, Task};

/// Stands for the prompt, which is never part of a scenario.
pub(super) const PROMPT: &str = "YOUR PROMPT";

/// Where a call goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Endpoint {
    Generations,
    Edits,
    Responses,
}

impl Endpoint {
    pub(super) const fn path(self) -> &'static str {
        match self {
            Self::Generations => "/v1/images/generations",
            Self::Edits => "/v1/images/edits",
            Self::Responses => "/v1/responses",
        }
    }
}

/// A call, its files left out of the fields.
#[derive(Clone, Debug)]
pub(super) struct Call {
    pub endpoint: Endpoint,
    /// The body without input images and mask on an edit; whole otherwise.
    pub fields: Fields,
    /// Names that stand for input images.
    pub images: Vec<String>,
    pub mask: bool,
    /// Whether partial images are streamed.
    pub stream: bool,
    /// Whether images come back.
    pub makes_images: bool,
    /// The ending of the files that come back.
    pub ending: &'static str,
}

impl Call {
    /// The call of one request of a stage.
    pub(super) fn of(stage: &Stage) -> Self {
        let images = (1..=stage.input_images()).map(|number| format!("input-{number}.png"));
        let (endpoint, fields) = match (stage.task, stage.route) {
            (Task::Analyze, _) => (Endpoint::Responses, analysis(stage)),
            (_, Route::Responses) => (Endpoint::Responses, tool_call(stage)),
            (Task::Edit, Route::Images) => (Endpoint::Edits, image_fields(stage)),
            (Task::Generate, Route::Images) => (Endpoint::Generations, image_fields(stage)),
        };
        Self {
            endpoint,
            fields,
            images: images.collect(),
            mask: stage.mask && stage.task == Task::Edit,
            stream: stage.makes_images() && stage.partials > 0,
            makes_images: stage.makes_images(),
            ending: stage.format.as_str(),
        }
    }

    /// The whole body as JSON has it: on an edit, images by their addresses.
    pub(super) fn body(&self) -> Value {
        let mut fields = self.fields.clone();
        if self.endpoint == Endpoint::Edits {
            let at = fields.len().min(1);
            fields.insert(
                at,
                (
                    "images",
                    Value::List(self.images.iter().map(|name| address(name)).collect()),
                ),
            );
            if self.mask {
                fields.insert(at + 1, ("mask", address("mask.png")));
            }
        }
        Value::Map(fields)
    }
}

/// A file as JSON names it: by an address that OpenAI can read.
fn address(name: &str) -> Value {
    Value::Map(vec![("image_url", text(placeholder(name)))])
}

fn placeholder(name: &str) -> String {
    format!("https://example.com/{name}")
}

/// Parameters of the Image API.
fn image_fields(stage: &Stage) -> Fields {
    let mut fields = vec![
        ("model", text(stage.model)),
        ("prompt", text(PROMPT)),
        ("size", text(stage.size.to_string())),
    ];
    let dall_e = stage.model.starts_with("dall-e");
    match (stage.model, stage.quality) {
        ("dall-e-2", _) => {}
        (_, Quality::Medium) if dall_e => fields.push(("quality", text("standard"))),
        (_, Quality::High) if dall_e => fields.push(("quality", text("hd"))),
        (_, quality) => fields.push(("quality", text(quality.as_str()))),
    }
    fields.push(("n", Value::Number(stage.n.into())));
    if dall_e {
        fields.push(("response_format", text("b64_json")));
    } else {
        fields.extend(looks(stage));
    }
    if stage.partials > 0 {
        fields.push(("stream", Value::Yes));
        fields.push(("partial_images", Value::Number(stage.partials.into())));
    }
    fields
}

/// Parameters that the Image API and the image tool share and that differ from their defaults.
fn looks(stage: &Stage) -> Fields {
    let mut fields = Fields::new();
    if stage.background != Background::Auto {
        fields.push(("background", text(stage.background.as_str())));
    }
    if stage.format != Format::Png {
        fields.push(("output_format", text(stage.format.as_str())));
    }
    if stage.fidelity != Fidelity::Low {
        fields.push(("input_fidelity", text(stage.fidelity.as_str())));
    }
    fields
}

/// A text model that calls the image tool.
fn tool_call(stage: &Stage) -> Fields {
    let edit = stage.task == Task::Edit;
    let mut tool = vec![
        ("type", text("image_generation")),
        ("action", text(if edit { "edit" } else { "generate" })),
        ("model", text(stage.model)),
        ("size", text(stage.size.to_string())),
        ("quality", text(stage.quality.as_str())),
    ];
    tool.extend(looks(stage));
    if stage.mask && edit {
        tool.push(("input_image_mask", address("mask.png")));
    }
    if stage.partials > 0 {
        tool.push(("partial_images", Value::Number(stage.partials.into())));
    }
    let choice = Value::Map(vec![("type", text("image_generation"))]);
    let mut fields = vec![
        ("model", text(stage.driver.unwrap_or_default())),
        ("input", input(stage, "auto")),
        ("tools", Value::List(vec![Value::Map(tool)])),
        ("tool_choice", choice),
    ];
    if stage.partials > 0 {
        fields.push(("stream", Value::Yes));
    }
    fields
}

/// A text model that reads images.
fn analysis(stage: &Stage) -> Fields {
    vec![
        ("model", text(stage.driver.unwrap_or_default())),
        ("input", input(stage, stage.detail.as_str())),
    ]
}

/// The prompt, with the input images where there are any.
fn input(stage: &Stage, detail: &str) -> Value {
    if stage.refs.is_empty() {
        return text(PROMPT);
    }
    let mut content = vec![Value::Map(vec![
        ("type", text("input_text")),
        ("text", text(PROMPT)),
    ])];
    let images = (1..=stage.input_images()).map(|number| {
        Value::Map(vec![
            ("type", text("input_image")),
            (
                "image_url",
                text(placeholder(&format!("input-{number}.png"))),
            ),
            ("detail", text(detail)),
        ])
    });
    content.extend(images);
    let message = vec![("role", text("user")), ("content", Value::List(content))];
    Value::List(vec![Value::Map(message)])
}
