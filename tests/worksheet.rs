//! The worksheet of a plan, filled in: whole sentences, and figures worked out by hand.

use pixelbill::date::Date;
use pixelbill::estimate::estimate;
use pixelbill::link;
use pixelbill::presets::PRESETS;
use pixelbill::rates::RateBook;
use pixelbill::scenario::Scenario;
use pixelbill::worksheet::{Worksheet, worksheet};

fn preset(id: &str) -> Scenario {
    let preset = PRESETS.iter().find(|preset| preset.id == id).expect(id);
    preset.scenario(RateBook::embedded(), Date::known(2026, 11, 20))
}

fn filled(scenario: &Scenario) -> Worksheet {
    let book = RateBook::embedded();
    worksheet(book, scenario, &estimate(book, scenario))
}

fn from_link(link: &str) -> Worksheet {
    filled(&link::read(RateBook::embedded(), "", link).scenario)
}

#[track_caller]
fn rows(sheet: &Worksheet, expected: [&str; 6]) {
    let present: Vec<&str> = sheet.rows.iter().map(|row| row.present.as_str()).collect();
    assert_eq!(present, expected);
}

#[track_caller]
fn known(sheet: &Worksheet, expected: [Option<&str>; 7]) {
    let known: Vec<Option<&str>> = sheet
        .questions
        .iter()
        .map(|asked| asked.known.as_deref())
        .collect();
    assert_eq!(known, expected);
}

#[test]
fn stages_are_named_where_they_differ() {
    let sheet = filled(&preset("launch"));
    rows(
        &sheet,
        [
            "gpt-image-2.5-sunburst, Image API",
            "Drafts: low; Reviews: medium; Finals: high",
            "Drafts: 1024x640; Reviews: 2048x1152; Finals: 3840x2160",
            "none",
            "Drafts: 20 requests, standard rates; Reviews: 5 requests, standard rates; Finals: 2 requests, standard rates",
            "none, 100 % accepted",
        ],
    );
    // 0.12625 of 0.32697 is 38.6 %.
    known(
        &sheet,
        [
            Some("27, in 3 stages"),
            Some("2 accepted, 25 thrown away; 38.6 % of the money goes into what is thrown away"),
            Some("0 %"),
            Some("50 tokens"),
            Some("every request is answered at once"),
            None,
            Some(
                "Spending limit: $1, for a plan of at most $0.3270 by the rates of 20 Nov 2026, before tax.",
            ),
        ],
    );
}

#[test]
fn a_single_stage_needs_no_name() {
    let mut plan = preset("catalogue");
    plan.budget = Some("25".parse().expect("a budget"));
    let sheet = filled(&plan);
    rows(
        &sheet,
        [
            "gpt-image-2.5-sunburst, Image API",
            "medium",
            "1024x1024",
            "1 of 1024x1024",
            "2,000 requests, Batch API",
            "none, 100 % accepted",
        ],
    );
    known(
        &sheet,
        [
            Some("2,000"),
            Some("2,000 accepted, 0 thrown away; 0 % of the money goes into what is thrown away"),
            Some("100 %"),
            Some("50 tokens"),
            Some("a day is enough: all goes through the Batch API"),
            None,
            Some(
                "Budget: $25.00. Spending limit: $22, for a plan of at most $21.65 by the rates of 20 Nov 2026, before tax.",
            ),
        ],
    );
}

#[test]
fn other_tasks_and_routes() {
    let sheet = from_link(
        "stage=Look&task=analyze&driver=gpt-6-sol&detail=high&refs=640x480*2&retries=5&tries=3&stage=&task=edit&model=gpt-image-1.5&fidelity=high&mask=1&refs=1024x1024,512x512*2&n=4&requests=1&tier=batch&stage=Talk&route=responses&driver=gpt-6-sol&prompt=1200",
    );
    rows(
        &sheet,
        [
            "Look: gpt-6-sol, reading images; stage 2: gpt-image-1.5, Image API; Talk: gpt-image-2.5-sunburst, called by gpt-6-sol",
            "Look: detail high; stage 2: medium; Talk: medium",
            "1024x1024",
            "Look: 2 of 640x480; stage 2: 1 of 1024x1024, 2 of 512x512, high fidelity, a mask; Talk: none",
            "Look: 1 request, standard rates; stage 2: 1 request of 4 images, Batch API; Talk: 1 request, standard rates",
            "Look: 5 % sent again, 3 tries at most; stage 2: none, 100 % accepted; Talk: none, 100 % accepted",
        ],
    );
    assert_eq!(sheet.questions[2].known.as_deref(), Some("50 %"));
    assert_eq!(
        sheet.questions[3].known.as_deref(),
        Some("Look: 50 tokens; stage 2: 50 tokens; Talk: 1,200 tokens")
    );
    assert_eq!(
        sheet.questions[4].known.as_deref(),
        Some("a day is enough for stage 2, the rest is answered at once")
    );
}

#[test]
fn the_test_plan_says_what_it_costs() {
    let sheet = filled(&preset("launch"));
    let steps: Vec<(&str, Option<String>)> = sheet
        .test_plan
        .iter()
        .map(|step| {
            (
                step.what.as_str(),
                step.cost.map(|usd| usd.high.to_string()),
            )
        })
        .collect();
    assert_eq!(steps.len(), 4);
    // At 1024x640: 107 + 239 + 956 + 1,700 + 3,824 tokens at $30, and five prompts of $0.00028.
    let each_quality = "Make one image at each quality of gpt-image-2.5-sunburst (low, medium, high, xhigh, max) from the same prompt.";
    assert_eq!(steps[0], (each_quality, Some("0.20618".into())));
    // 107 + 367 + 3,336 tokens at $30, and three prompts.
    let each_size = "Make one image as each stage does (1024x640, 2048x1152, 3840x2160) and compare the tokens that its usage reports with the counts here.";
    assert_eq!(steps[1], (each_size, Some("0.11514".into())));
    assert!(steps[2..].iter().all(|(_, cost)| cost.is_none()));
}

#[test]
fn what_cannot_be_priced_still_has_a_sheet() {
    let sheet = from_link("tier=batch&model=gpt-image-2.6-flare");
    known(
        &sheet,
        [
            Some("1"),
            None,
            Some("0 %"),
            Some("50 tokens"),
            Some("a day is enough: all goes through the Batch API"),
            None,
            None,
        ],
    );
    let analysis = from_link("task=analyze&driver=gpt-6-sol&refs=640x480");
    assert_eq!(
        analysis.questions[2].known.as_deref(),
        Some("no request makes an image")
    );
    assert_eq!(analysis.rows[2].present, "none");
    assert_eq!(analysis.test_plan.len(), 2);
}
