//! A stage through the Batch API: a file of one line a request, uploaded and started.
//!
//! Knows the Batch API's file and its window; must not know what a body says.

use super::BATCH_REQUESTS;
use super::call::Call;
use super::curl::{self, HOST, KEY};
use super::value::{Fields, Spelling, Value, on_one_line, text};

/// The name of the file.
const FILE: &str = "batch.jsonl";

/// A line of the file.
pub(super) fn line(call: &Call, number: u32) -> String {
    on_one_line(&Value::Map(fields(
        call,
        text(format!("request-{number}")),
        call.body(),
    )))
}

fn fields(call: &Call, id: Value, body: Value) -> Fields {
    vec![
        ("custom_id", id),
        ("method", text("POST")),
        ("url", text(call.endpoint.path())),
        ("body", body),
    ]
}

/// What starts a batch once its file is there.
fn start(call: &Call, file: Value) -> Fields {
    vec![
        ("input_file_id", file),
        ("endpoint", text(call.endpoint.path())),
        ("completion_window", text("24h")),
    ]
}

/// Two calls: the file, and the start.
pub(super) fn curl(call: &Call) -> String {
    let body = Value::Map(start(call, text("FILE_ID")));
    format!(
        "# {FILE} holds one line for each request: see JSONL.\n\
         curl {HOST}/v1/files \\\n  {KEY} \\\n  -F 'purpose=batch' \\\n  -F 'file=@{FILE}'\n\n\
         # FILE_ID is the id in the answer.\n\
         curl {HOST}/v1/batches \\\n  {KEY} \\\n{}",
        curl::json(&body)
    )
}

/// A program that writes the file, uploads it and starts the batch.
pub(super) fn python(call: &Call, requests: u32) -> String {
    let python = Spelling::Python;
    let id = Value::Code("f\"request-{number}\"".into());
    let line = Value::Map(fields(call, id, Value::Code("body".into())));
    let start = python.arguments(&start(call, Value::Code("file.id".into())), 4);
    format!(
        "import json\n\nfrom openai import OpenAI\n\nclient = OpenAI()  # reads OPENAI_API_KEY\n\n\
         body = {}\n\n\
         with open(\"{FILE}\", \"w\") as lines:\n    for number in range(1, {} + 1):\n        line = {}\n        lines.write(json.dumps(line) + \"\\n\")\n\n\
         file = client.files.create(file=open(\"{FILE}\", \"rb\"), purpose=\"batch\")\n\
         batch = client.batches.create(\n{start})\nprint(batch.id)\n",
        python.write(&call.body(), 0),
        requests.min(BATCH_REQUESTS),
        python.write(&line, 8)
    )
}

/// The same as a module for Node.
pub(super) fn javascript(call: &Call, requests: u32) -> String {
    let js = Spelling::JavaScript;
    let id = Value::Code("`request-${index + 1}`".into());
    let line = Value::Map(fields(call, id, Value::Code("body".into())));
    let start = js.arguments(&start(call, Value::Code("file.id".into())), 2);
    format!(
        "import fs from \"node:fs\";\nimport OpenAI from \"openai\";\n\n\
         const client = new OpenAI(); // reads OPENAI_API_KEY\n\n\
         const body = {};\n\n\
         const lines = Array.from({{ length: {} }}, (_, index) =>\n  JSON.stringify({}),\n);\n\
         fs.writeFileSync(\"{FILE}\", lines.join(\"\\n\") + \"\\n\");\n\n\
         const file = await client.files.create({{ file: fs.createReadStream(\"{FILE}\"), purpose: \"batch\" }});\n\
         const batch = await client.batches.create({{\n{start}}});\nconsole.log(batch.id);\n",
        js.write(&call.body(), 0),
        requests.min(BATCH_REQUESTS),
        js.write(&line, 2)
    )
}
