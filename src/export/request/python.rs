//! A call with OpenAI's Python SDK.
//!
//! Knows Python and the SDK's names.

use super::call::{Call, Endpoint};
use super::value::{Fields, Spelling, Value};

/// A program that sends the call and keeps what comes back.
pub(super) fn request(call: &Call) -> String {
    let imports = if call.makes_images {
        "import base64\n\n"
    } else {
        ""
    };
    let arguments = Spelling::Python.arguments(&fields(call), 4);
    format!(
        "{imports}from openai import OpenAI\n\nclient = OpenAI()  # reads OPENAI_API_KEY\n\n{} = client.{}(\n{arguments})\n{}",
        if call.stream { "events" } else { "result" },
        method(call.endpoint),
        results(call)
    )
}

pub(super) const fn method(endpoint: Endpoint) -> &'static str {
    match endpoint {
        Endpoint::Generations => "images.generate",
        Endpoint::Edits => "images.edit",
        Endpoint::Responses => "responses.create",
    }
}

/// The arguments, files opened where the call takes files.
fn fields(call: &Call) -> Fields {
    let mut fields = call.fields.clone();
    if call.endpoint == Endpoint::Edits {
        let open = |name: &str| Value::Code(format!("open(\"{name}\", \"rb\")"));
        let images = call.images.iter().map(|name| open(name)).collect();
        fields.insert(1, ("image", Value::List(images)));
        if call.mask {
            fields.insert(2, ("mask", open("mask.png")));
        }
    }
    fields
}

/// What is done with the answer.
fn results(call: &Call) -> String {
    let ending = call.ending;
    let save = |indent: &str, data: &str| {
        format!(
            "{indent}with open(f\"image-{{number}}.{ending}\", \"wb\") as file:\n\
             {indent}    file.write(base64.b64decode({data}))\n"
        )
    };
    match (call.endpoint, call.stream) {
        (Endpoint::Responses, _) if !call.makes_images => "print(result.output_text)\n".into(),
        (Endpoint::Responses, stream) => {
            let wait = "for event in events:\n    if event.type == \"response.completed\":\n        result = event.response\n";
            format!(
                "{}images = [item.result for item in result.output if item.type == \"image_generation_call\"]\n\
                 for number, image in enumerate(images, start=1):\n{}",
                if stream { wait } else { "" },
                save("    ", "image")
            )
        }
        (_, false) => format!(
            "for number, image in enumerate(result.data, start=1):\n{}",
            save("    ", "image.b64_json")
        ),
        (_, true) => format!(
            "number = 0\nfor event in events:\n    if event.type.endswith(\".completed\"):\n        number += 1\n{}",
            save("        ", "event.b64_json")
        ),
    }
}
