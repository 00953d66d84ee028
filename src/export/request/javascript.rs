//! A call with OpenAI's JavaScript SDK, as a module for Node.
//!
//! Knows JavaScript and the SDK's names.

use super::call::{Call, Endpoint};
use super::value::{Fields, Spelling, Value};

/// A module that sends the call and keeps what comes back.
pub(super) fn request(call: &Call) -> String {
    let from_files = if call.makes_images {
        "import fs from \"node:fs\";\n"
    } else {
        ""
    };
    let arguments = Spelling::JavaScript.arguments(&fields(call), 2);
    format!(
        "{from_files}import OpenAI from \"openai\";\n\nconst client = new OpenAI(); // reads OPENAI_API_KEY\n\nconst {} = await client.{}({{\n{arguments}}});\n{}",
        if call.stream { "events" } else { "result" },
        method(call.endpoint),
        results(call)
    )
}

const fn method(endpoint: Endpoint) -> &'static str {
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
        let open = |name: &str| Value::Code(format!("fs.createReadStream(\"{name}\")"));
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
            "{indent}fs.writeFileSync(`image-${{number}}.{ending}`, Buffer.from({data}, \"base64\"));\n"
        )
    };
    match (call.endpoint, call.stream) {
        (Endpoint::Responses, _) if !call.makes_images => {
            "console.log(result.output_text);\n".into()
        }
        (Endpoint::Responses, stream) => {
            let wait = "let result;\nfor await (const event of events) {\n  if (event.type === \"response.completed\") result = event.response;\n}\n";
            format!(
                "{}const images = result.output.filter((item) => item.type === \"image_generation_call\");\n\
                 for (const [index, image] of images.entries()) {{\n  const number = index + 1;\n{}}}\n",
                if stream { wait } else { "" },
                save("  ", "image.result")
            )
        }
        (_, false) => format!(
            "for (const [index, image] of result.data.entries()) {{\n  const number = index + 1;\n{}}}\n",
            save("  ", "image.b64_json")
        ),
        (_, true) => format!(
            "let number = 0;\nfor await (const event of events) {{\n  if (!event.type.endsWith(\".completed\")) continue;\n  number += 1;\n{}}}\n",
            save("  ", "event.b64_json")
        ),
    }
}
