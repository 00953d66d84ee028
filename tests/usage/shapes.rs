//! Every form that usage comes in.

use crate::cases::{all, bill, charged, lines, record, records, with_terms};
use crate::common::span;
use pixelbill::usage::{Inputs, Kind, Part, Read, Reader, charge};

const LINK: &str = "v=1&model=gpt-image-2.5-flare&driver=gpt-5.4";
const USAGE: &str = r#"{"input_tokens":14,"input_tokens_details":{"image_tokens":0,"text_tokens":14},"output_tokens":196,"output_tokens_details":{"image_tokens":196,"text_tokens":0},"total_tokens":210}"#;

#[test]
fn a_whole_response_of_the_image_api() {
    let text = format!(
        r#"{{"created":1790519365,"background":"opaque","data":[{{"b64_json":"aGVsbG8="}}],
        "output_format":"png","quality":"low","size":"1024x1024","usage":{USAGE}}}"#
    );
    let record = record(&text);
    assert_eq!(record.kind, Kind::Images);
    assert_eq!(record.images, Some(1));
    assert_eq!(record.size.as_deref(), Some("1024x1024"));
    assert_eq!(record.quality.as_deref(), Some("low"));
    assert_eq!(record.pasted, text);
    // 14 x 5 + 196 x 30 = 5,950 millionths
    assert_eq!(span(charged(LINK, &text).total()), "0.00595");
}

#[test]
fn a_stream_of_events() {
    let text = "event: image_generation.partial_image\n\
         data: {\"type\":\"image_generation.partial_image\",\"b64_json\":\"aGk=\"}\n\n\
         event: image_generation.completed\n\
         data: {\"type\":\"image_generation.completed\",\"b64_json\":\"aGk=\",\"usage\":{\"input_tokens\":14,\"output_tokens\":296}}\n\n\
         data: [DONE]\n"
        .to_owned();
    let records = records(&text);
    assert_eq!(records.len(), 1);
    assert_eq!(records[0].kind, Kind::Generated);
    // A generation carries no images, so its input is text: 14 x 5 + 296 x 30.
    assert_eq!(span(bill(LINK, &text).total()), "0.00895");
    let edit = text.replace("image_generation", "image_edit");
    // An edit carries some: 14 x 5..8.
    assert_eq!(span(bill(LINK, &edit).total()), "0.00895..0.008992");
}

#[test]
fn a_response_of_the_responses_api() {
    let text = format!(
        r#"{{"id":"resp_1","object":"response","status":"completed","model":"gpt-5.4-2026-03-05",
        "tools":[{{"type":"image_generation","model":"gpt-image-2.5-flare"}}],
        "output":[{{"type":"image_generation_call","status":"completed","result":"aGk=","size":"1024x1024","quality":"low"}},
                  {{"type":"message","content":[]}}],
        "usage":{{"input_tokens":2294,"input_tokens_details":{{"cached_tokens":1024}},"output_tokens":119,
                  "output_tokens_details":{{"reasoning_tokens":40}},"total_tokens":2413}},
        "tool_usage":{{"image_gen":{USAGE}}}}}"#
    );
    let record = record(&text);
    assert_eq!(record.kind, Kind::Responses);
    assert_eq!(record.driver_model.as_deref(), Some("gpt-5.4-2026-03-05"));
    assert_eq!(record.image_model.as_deref(), Some("gpt-image-2.5-flare"));
    assert_eq!(record.images, Some(1));
    let expected = [
        "text input: 14 x 5 = 0.00007",
        "image output: 196 x 30 = 0.00588",
        "text input: 1270 x 2.5 = 0.003175",
        "text input from cache: 1024 x 0.25 = 0.000256",
        "text output: 119 x 15 = 0.001785",
    ];
    assert_eq!(lines(&charged("v=1", &text)), expected);
    // The same within the last event of a stream, and in a line of a Batch output file.
    let event = format!(r#"data: {{"type":"response.completed","response":{text}}}"#);
    assert_eq!(lines(&charged("v=1", &event.replace('\n', " "))), expected);
    let batch = format!(
        r#"{{"custom_id":"a","error":null,"response":{{"status_code":200,"body":{text}}}}}"#
    );
    // Half of everything: 0.011166 / 2
    assert_eq!(span(charged("v=1", &batch).total()), "0.005583");
}

#[test]
fn an_analysis_is_a_text_model_alone() {
    let text = r#"{"object":"response","model":"gpt-6.2-sol","output":[],"usage":{"input_tokens":14521,"input_tokens_details":{"cached_tokens":0},"output_tokens":400,"output_tokens_details":{"reasoning_tokens":0},"total_tokens":14921}}"#;
    let record = record(text);
    assert_eq!(record.image, Part::None);
    // 14,521 x 2 + 400 x 10
    assert_eq!(span(charged("v=1", text).total()), "0.033042");
    // Above 272,000 tokens in one turn: 2 x 2 and 1.5 x 10.
    let long = text.replace("14521", "300000").replace("14921", "300400");
    assert_eq!(span(charged("v=1", &long).total()), "1.206");
}

#[test]
fn the_cache_of_the_image_tool() {
    let usage = |rest: &str| {
        format!(
            r#"{{"input_tokens":2000,"input_tokens_details":{{"text_tokens":1000,"image_tokens":1000}},
            "output_tokens":196,{rest}}}"#
        )
    };
    let of = |rest: &str| lines(&charged(LINK, &usage(rest)));
    assert_eq!(
        of(
            r#""cached_tokens":700,"cached_tokens_details":{"cached_text_tokens":200,"cached_image_tokens":500}"#
        ),
        [
            "text input: 800 x 5 = 0.004",
            "image input: 500 x 8 = 0.004",
            "text input from cache: 200 x 1.25 = 0.00025",
            "image input from cache: 500 x 2 = 0.001",
            "image output: 196 x 30 = 0.00588",
        ]
    );
    // Not said of which: 700 tokens are 3.75 to 6 dollars a million cheaper.
    assert_eq!(
        of(r#""cached_tokens":700"#),
        [
            "text input: 1000 x 5 = 0.005",
            "image input: 1000 x 8 = 0.008",
            "cache discount, text or image: 700 x -6..-3.75 = -0.0042..-0.002625",
            "image output: 196 x 30 = 0.00588",
        ]
    );
}

#[test]
fn older_usage_is_an_interval_unless_it_was_text() {
    let text = r#"{"input_tokens":1061,"output_tokens":1286}"#;
    let total = |inputs: Inputs| {
        let record = record(text);
        let price = |terms: &pixelbill::usage::Terms| charge(terms, &record).total();
        span(with_terms(
            "v=1&model=gpt-image-2",
            |it| it.inputs = inputs,
            price,
        ))
    };
    // 1,061 x 5 and x 8; 1,286 x 30 = 0.03858
    assert_eq!(total(Inputs::Unknown), "0.043885..0.047068");
    assert_eq!(total(Inputs::Some), "0.043885..0.047068");
    assert_eq!(total(Inputs::None), "0.043885");
    // Output of 1.5 without details: text at 10 or images at 32.
    let charge = charged("v=1&model=gpt-image-1.5", r#"{"output_tokens":1502}"#);
    assert_eq!(
        lines(&charge),
        ["output, text or image: 1502 x 10..32 = 0.01502..0.048064"]
    );
}

#[test]
fn missing_counts_are_zero_where_the_object_is_there() {
    let partial = charged(LINK, r#"{"usage":{"output_tokens":196}}"#);
    assert_eq!(lines(&partial), ["image output: 196 x 30 = 0.00588"]);
    let empty = charged(LINK, r#"{"usage":{}}"#);
    assert_eq!(
        (lines(&empty), empty.remarks[0].code()),
        (vec![], "usage.zero")
    );
    for none in [
        r#"{"created":1,"data":[{"url":"https://example.com"}]}"#,
        r#"{"created":1,"data":[{}],"usage":null}"#,
        r#"{"type":"image_generation.completed","b64_json":"aGk="}"#,
        r#"{"object":"response","output":[{"type":"image_generation_call","result":"aGk="}],"usage":{"input_tokens":1,"output_tokens":1}}"#,
    ] {
        assert!(record(none).is_unbillable(), "{none}");
    }
    let bill = bill(LINK, r#"{"created":1,"data":[{}],"usage":null}"#);
    assert_eq!((bill.unbillable, bill.images), (1, 1));
}

#[test]
fn requests_that_failed_delivered_nothing() {
    let text = format!(
        "{{\"error\":{{\"message\":\"Your request was rejected by the safety system.\",\"type\":\"image_generation_user_error\",\"code\":\"moderation_blocked\"}}}}\n\
         {{\"created\":1,\"data\":[{{}},{{}}],\"usage\":{USAGE}}}\n{USAGE}"
    );
    let failed = &records(&text)[0];
    assert_eq!(
        failed.error.as_deref(),
        Some("moderation_blocked: Your request was rejected by the safety system.")
    );
    assert_eq!(
        failed.error_in_words().as_deref(),
        Some(
            "Line 1, column 1: expected a finished answer; this is an error, without usage: it \
             counts as a request that failed, unbillable until reconciled. It says \
             “moderation_blocked: Your request was rejected by the safety system”. Paste the \
             answer of the request sent again beside it."
        )
    );
    let bill = bill(LINK, &text);
    assert_eq!((bill.records, bill.failed, bill.unbillable), (3, 1, 1));
    assert_eq!((bill.images, bill.silent, bill.delivered(2)), (2, 1, 4));
    // Two usages of 0.00595 over four images.
    assert_eq!(bill.per_asset(4).map(span).as_deref(), Some("0.002975"));
    assert_eq!(bill.per_asset(0), None);
}

#[test]
fn one_after_another_in_every_manner() {
    let three = [
        format!("{USAGE}{USAGE}{USAGE}"),
        format!("{USAGE}\n{USAGE}\r\n\n{USAGE}\n"),
        format!("[{USAGE},\n {USAGE}, {USAGE}]"),
        format!("[[{USAGE}],[{USAGE}]] {USAGE},"),
        format!("data: {USAGE}\n\ndata: {USAGE}\n\ndata: {USAGE}\n\ndata: [DONE]"),
        format!("\u{feff}{USAGE}, {USAGE};\n\"usage\": {USAGE},"),
        format!("[2026-11-20 12:00:01] POST /v1/images {USAGE}\n[12] {USAGE}\n{USAGE}"),
    ];
    for text in three {
        assert_eq!(records(&text).len(), 3, "{text}");
    }
}

#[test]
fn a_curl_transcript_around_it() {
    let text = format!(
        "$ curl -v https://api.openai.com/v1/images/generations \\\n\
         >   -d '{{\"model\":\"gpt-image-2\",\"prompt\":\"a circle\"}}'\n\
         * Connected to api.openai.com (1.2.3.4) port 443\n\
         > POST /v1/images/generations HTTP/2\n\
         }} [48 bytes data]\n\
         < HTTP/2 200\n\
         < content-type: application/json\n\
         {{ [1182 bytes data]\n\
         {{\n  \"created\": 1,\n  \"data\": [{{}}],\n  \"usage\": {USAGE}\n}}\n\
         * Connection #0 to host api.openai.com left intact\n"
    );
    let read = all(&text);
    assert!(read.iter().all(Result::is_ok), "{read:?}");
    assert_eq!(records(&text).len(), 1);
    assert_eq!(records(&text)[0].at.line, 9);
    let mut reader = Reader::new();
    reader.feed(text.as_bytes());
    reader.finish();
    assert_eq!(reader.around().lines, 9);
    assert!(
        read.contains(&Ok(Read::Nothing)),
        "the request itself bills nothing"
    );
}

#[test]
fn unknown_fields_are_named_and_kept() {
    let text = r#"{"usage":{"output_tokens":196,"audio_tokens":3,"input_tokens_details":{"text_tokens":1,"video_tokens":2}}}"#;
    let record = record(text);
    assert_eq!(
        record.unknown,
        [
            "usage.audio_tokens",
            "usage.input_tokens_details.video_tokens"
        ]
    );
    assert_eq!(record.pasted, text);
}

/// A response of megabytes keeps its usage alone, character by character.
#[test]
fn an_image_in_it_is_not_kept() {
    let image = "A".repeat(12 * 1024 * 1024);
    let text = format!(r#"{{"data":[{{"b64_json":"{image}"}}],"created":1,"usage": {USAGE} }}"#);
    let record = record(&text);
    assert_eq!(record.pasted, format!("{{\"usage\": {USAGE}}}"));
    assert_eq!(record.length, text.len());
}

#[test]
fn an_svg_is_written_by_a_text_model() {
    let text = format!(
        r#"{{"created":1,"data":[{{}}],"usage":{USAGE},"svg_usage":{{"model":"gpt-6-luna","input_tokens":1000,"output_tokens":4000,"reasoning_tokens":500,"total_tokens":5000}}}}"#
    );
    // 0.00595 + 1,000 x 0.10 + 4,000 x 0.50 millionths
    assert_eq!(span(charged(LINK, &text).total()), "0.00805");
}

#[test]
fn models_that_the_rates_do_not_know() {
    let of = |model: &str| {
        let text = format!(r#"{{"created":1,"model":"{model}","data":[{{}}],"usage":{USAGE}}}"#);
        let charge = charged("v=1", &text);
        let said: Vec<String> = charge.unpriced.iter().map(ToString::to_string).collect();
        (span(charge.total()), said.join(" "))
    };
    let (total, said) = of("gpt-image-9");
    assert_eq!(total, "0");
    assert!(
        said.contains("the rates do not know “gpt-image-9”"),
        "{said}"
    );
    assert_eq!(of("gpt-image-2.5-flare-2026-09-08").0, "0.00595");
    assert!(of("dall-e-3").1.contains("has no rates on this tier"));
}
