//! A call for a terminal.
//!
//! Knows curl's options and a shell's quotes.

use super::call::{Call, Endpoint};
use super::value::{Fields, Spelling, Value};

/// Where OpenAI answers.
pub(super) const HOST: &str = "https://api.openai.com";

/// The key stays in the environment, never in the text.
pub(super) const KEY: &str = "-H \"Authorization: Bearer $OPENAI_API_KEY\"";

/// A call with its body, or with its files.
pub(super) fn request(call: &Call) -> String {
    let quiet = if call.stream { " --no-buffer" } else { "" };
    let start = format!(
        "curl{quiet} {HOST}{} \\\n  {KEY} \\\n",
        call.endpoint.path()
    );
    match call.endpoint {
        Endpoint::Edits => start + &form(call),
        _ => start + &json(&call.body()),
    }
}

/// A body of JSON.
pub(super) fn json(body: &Value) -> String {
    let body = Spelling::Json.write(body, 0);
    format!(
        "  -H \"Content-Type: application/json\" \\\n  -d {}\n",
        in_quotes(&body)
    )
}

/// A form with files.
fn form(call: &Call) -> String {
    let mut parts: Vec<String> = fields(&call.fields);
    let files = call
        .images
        .iter()
        .map(|name| part(&format!("image[]=@{name}")));
    parts.splice(1..1, files.chain(call.mask.then(|| part("mask=@mask.png"))));
    parts.join(" \\\n") + "\n"
}

fn fields(fields: &Fields) -> Vec<String> {
    let one = |(name, value): &(&'static str, Value)| match value {
        Value::Text(words) => part(&format!("{name}={words}")),
        other => part(&format!("{name}={}", Spelling::Json.write(other, 0))),
    };
    fields.iter().map(one).collect()
}

fn part(words: &str) -> String {
    format!("  -F {}", in_quotes(words))
}

/// Between single quotes, within which a shell changes nothing.
fn in_quotes(words: &str) -> String {
    format!("'{}'", words.replace('\'', r"'\''"))
}
