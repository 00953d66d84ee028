//! Requests ready to send: what is JSON parses, what is a program compiles, and every parameter is
//! one that was asked for.

use super::SCENARIOS;
use super::common::{estimated, scenario};
use pixelbill::export::{Form, Request, request};
use serde_json::{Value, json};
use std::io::Write;
use std::process::{Command, Stdio};

fn written(link: &str, form: Form) -> Option<Request> {
    request(&scenario(link), &estimated(link), 0, form)
}

#[track_caller]
fn text(link: &str, form: Form) -> String {
    written(link, form)
        .unwrap_or_else(|| panic!("{link} has {form}"))
        .text
}

#[track_caller]
fn body(link: &str) -> Value {
    serde_json::from_str(&text(link, Form::Json)).expect("JSON")
}

const GENERATE: &str =
    "rates=2026-11-20&model=gpt-image-2&size=1536x1024&quality=high&n=2&requests=1000";
const STREAMED: &str =
    "rates=2026-11-20&model=gpt-image-2&background=transparent&format=webp&partials=2";
const EDIT: &str =
    "rates=2026-11-20&task=edit&model=gpt-image-1.5&refs=1024x1024*2,512x768&fidelity=high&mask=1";
const TOOL: &str = "rates=2026-11-20&task=edit&route=responses&driver=gpt-6-astra&model=gpt-image-2&refs=1024x1024&mask=1&partials=1&turns=3&context=500";
const ANALYZE: &str =
    "rates=2026-11-20&task=analyze&driver=gpt-6-astra&refs=4032x3024*2&detail=high";
const BATCH: &str = "rates=2026-11-20&model=gpt-image-2&tier=batch&requests=120000";
const BATCH_EDIT: &str =
    "rates=2026-11-20&task=edit&model=gpt-image-2&tier=batch&refs=1024x1024&mask=1&requests=2000";
const BATCH_TOOL: &str =
    "rates=2026-11-20&route=responses&driver=gpt-5.5&model=gpt-image-2&tier=batch";
const DALL_E: &str = "rates=2026-05-06&model=dall-e-3&quality=high&size=1792x1024";
const KINDS: [&str; 9] = [
    GENERATE, STREAMED, EDIT, TOOL, ANALYZE, BATCH, BATCH_EDIT, BATCH_TOOL, DALL_E,
];

#[test]
fn bodies_say_what_was_asked() {
    assert_eq!(
        body(GENERATE),
        json!({ "model": "gpt-image-2", "prompt": "YOUR PROMPT", "size": "1536x1024", "quality": "high", "n": 2 })
    );
    assert_eq!(
        body(STREAMED),
        json!({ "model": "gpt-image-2", "prompt": "YOUR PROMPT", "size": "1024x1024", "quality": "medium", "n": 1,
            "background": "transparent", "output_format": "webp", "stream": true, "partial_images": 2 })
    );
    let image = |name: &str| json!({ "image_url": format!("https://example.com/{name}") });
    assert_eq!(
        body(EDIT),
        json!({ "model": "gpt-image-1.5", "prompt": "YOUR PROMPT", "size": "1024x1024", "quality": "medium", "n": 1,
            "input_fidelity": "high", "mask": image("mask.png"),
            "images": [image("input-1.png"), image("input-2.png"), image("input-3.png")] })
    );
    assert_eq!(
        body(DALL_E),
        json!({ "model": "dall-e-3", "prompt": "YOUR PROMPT", "size": "1792x1024", "quality": "hd", "n": 1,
            "response_format": "b64_json" })
    );
}

#[test]
fn the_image_tool_and_the_analysis() {
    let content = |detail: &str, count: u8| {
        let mut parts = vec![json!({ "type": "input_text", "text": "YOUR PROMPT" })];
        parts.extend((1..=count).map(|number| {
            json!({ "type": "input_image", "detail": detail, "image_url": format!("https://example.com/input-{number}.png") })
        }));
        json!([{ "role": "user", "content": parts }])
    };
    assert_eq!(
        body(TOOL),
        json!({ "model": "gpt-6-astra", "input": content("auto", 1),
            "tools": [{ "type": "image_generation", "action": "edit", "model": "gpt-image-2", "size": "1024x1024",
                "quality": "medium", "input_image_mask": { "image_url": "https://example.com/mask.png" }, "partial_images": 1 }],
            "tool_choice": { "type": "image_generation" }, "stream": true })
    );
    assert_eq!(
        body(ANALYZE),
        json!({ "model": "gpt-6-astra", "input": content("high", 2) })
    );
    let notes = written(TOOL, Form::Python).expect("a request").notes;
    assert!(
        notes.iter().any(|note| note.contains("first of 3 turns")),
        "{notes:?}"
    );
    assert!(
        notes[0].contains("50 tokens") && notes[0].contains("500 tokens of context"),
        "{notes:?}"
    );
}

#[test]
fn a_batch_line_is_one_line_of_json() {
    for (link, path) in [
        (BATCH, "/v1/images/generations"),
        (BATCH_EDIT, "/v1/images/edits"),
        (BATCH_TOOL, "/v1/responses"),
    ] {
        let line = text(link, Form::BatchLine);
        assert_eq!(line.matches('\n').count(), 1);
        let read: Value = serde_json::from_str(&line).expect("JSON");
        assert_eq!(
            read,
            json!({ "custom_id": "request-1", "method": "POST", "url": path, "body": body(link) })
        );
    }
    assert_eq!(
        written(GENERATE, Form::BatchLine),
        None,
        "standard requests have none"
    );
    assert_eq!(Form::of(&scenario(GENERATE).stages[0]).count(), 4);
}

/// A file of the Batch API takes 50,000 requests.
#[test]
fn a_batch_is_as_large_as_asked_or_as_allowed() {
    assert!(text(BATCH_EDIT, Form::Python).contains("range(1, 2000 + 1)"));
    assert!(text(BATCH, Form::JavaScript).contains("length: 50000 }"));
    let notes = written(BATCH, Form::Python).expect("a request").notes;
    assert!(
        notes
            .iter()
            .any(|note| note.contains("50,000") && note.contains("120,000")),
        "{notes:?}"
    );
}

/// A stage that would be refused has no request.
#[test]
fn a_problem_has_no_request() {
    for form in Form::ALL {
        assert_eq!(written(SCENARIOS[7], *form), None);
    }
    let (asked, priced) = (scenario(SCENARIOS[8]), estimated(SCENARIOS[8]));
    assert!(request(&asked, &priced, 0, Form::Json).is_some());
    assert!(request(&asked, &priced, 1, Form::Json).is_none());
    assert!(request(&asked, &priced, 2, Form::Json).is_none());
}

#[test]
fn curl_as_a_whole() {
    assert_eq!(
        text(GENERATE, Form::Curl),
        r#"curl https://api.openai.com/v1/images/generations \
  -H "Authorization: Bearer $OPENAI_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{
  "model": "gpt-image-2",
  "prompt": "YOUR PROMPT",
  "size": "1536x1024",
  "quality": "high",
  "n": 2
}'
"#
    );
    assert_eq!(
        text(EDIT, Form::Curl),
        r#"curl https://api.openai.com/v1/images/edits \
  -H "Authorization: Bearer $OPENAI_API_KEY" \
  -F 'model=gpt-image-1.5' \
  -F 'image[]=@input-1.png' \
  -F 'image[]=@input-2.png' \
  -F 'image[]=@input-3.png' \
  -F 'mask=@mask.png' \
  -F 'prompt=YOUR PROMPT' \
  -F 'size=1024x1024' \
  -F 'quality=medium' \
  -F 'n=1' \
  -F 'input_fidelity=high'
"#
    );
}

#[test]
fn python_as_a_whole() {
    assert_eq!(
        text(EDIT, Form::Python),
        r#"import base64

from openai import OpenAI

client = OpenAI()  # reads OPENAI_API_KEY

result = client.images.edit(
    model="gpt-image-1.5",
    image=[
        open("input-1.png", "rb"),
        open("input-2.png", "rb"),
        open("input-3.png", "rb"),
    ],
    mask=open("mask.png", "rb"),
    prompt="YOUR PROMPT",
    size="1024x1024",
    quality="medium",
    n=1,
    input_fidelity="high",
)
for number, image in enumerate(result.data, start=1):
    with open(f"image-{number}.png", "wb") as file:
        file.write(base64.b64decode(image.b64_json))
"#
    );
}

/// Whether a program is on this machine.
fn is_there(program: &str) -> bool {
    let mut version = Command::new(program);
    version
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    version.status().is_ok_and(|status| status.success())
}

#[track_caller]
fn accepts(program: &str, args: &[&str], text: &str) {
    let mut child = Command::new(program)
        .args(args)
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut input = child.stdin.take().expect("its input");
    input.write_all(text.as_bytes()).expect("written");
    drop(input);
    let output = child.wait_with_output().expect("its end");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}\n{text}");
}

/// Each program is one, where the tool that can tell is on the machine.
#[test]
fn programs_compile() {
    let tools: [(Form, &str, &[&str]); 3] = [
        (
            Form::Python,
            "python3",
            &[
                "-c",
                "import sys; compile(sys.stdin.read(), 'request.py', 'exec')",
            ],
        ),
        (
            Form::JavaScript,
            "node",
            &["--check", "--input-type=module", "-"],
        ),
        (Form::Curl, "bash", &["-n"]),
    ];
    for (form, program, args) in tools.into_iter().filter(|tool| is_there(tool.1)) {
        for link in KINDS {
            accepts(program, args, &text(link, form));
        }
    }
}

/// Nothing of the person's own goes into a request: a label is no part of it.
#[test]
fn labels_stay_out() {
    let link = "rates=2026-11-20&stage=secret'%22&model=gpt-image-2&tier=batch";
    for form in Form::ALL {
        assert!(!text(link, *form).contains("secret"), "{form}");
    }
}
