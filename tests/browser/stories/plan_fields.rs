//! The view Plan: every field of a stage and of the whole plan, typed, dragged and chosen.

use super::core::{asked, fragment};
use super::plan::{LAUNCH, line, open, stands, unfold};
use super::story::Story;
use crate::acts::key;
use pixelbill::link;
use pixelbill::rates::{Quality, Tier};
use pixelbill::scenario::{Per, Percent, Scenario};

/// A link key as a number of the plan's first stage, and what the field is called.
const PERCENTS: [(&str, &str); 3] = [
    ("retries", "Sent again"),
    ("blocked", "Blocked by moderation"),
    ("accept", "Accepted in review"),
];

const OWN: [&str; 12] = [
    "own.text_input",
    "own.cached_text_input",
    "own.image_input",
    "own.cached_image_input",
    "own.image_output",
    "own.text_output",
    "own.image",
    "own.plan",
    "own.credits",
    "own.credits_1k",
    "own.credits_2k",
    "own.credits_4k",
];

fn with(plan: &Scenario, key: &str, value: &str) -> Scenario {
    let mut changed = plan.clone();
    link::change(super::core::book(), &mut changed, 0, key, value).expect("within its domain");
    changed
}

#[track_caller]
fn first_unfolded() -> (Story, Scenario) {
    let page = open(LAUNCH);
    unfold(&page, 0);
    (page, asked(LAUNCH))
}

#[test]
fn percentages_are_typed_and_dragged() {
    let (page, plan) = first_unfolded();
    page.unfold("Repeats and review");
    for (id, label) in PERCENTS {
        let field = format!("#{id}");
        page.reach(&field);
        page.type_into(&field, "12.5");
        stands(&page, &with(&plan, id, "12.5"));
        let slider = format!("input[type=range][aria-label='{label}']");
        page.focus(&slider);
        page.press(key::HOME);
        stands(&page, &with(&plan, id, "0"));
        page.press(key::PAGE_UP);
        page.press(key::ARROW_RIGHT);
        stands(&page, &with(&plan, id, "11"));
        page.drag_slider(&slider, 1.0);
        stands(&page, &with(&plan, id, "100"));
        page.type_into(&field, "1,5");
        page.wait_for_words(
            &format!("#{id}-refused"),
            "“1,5” can be read as 1.5 or as 15.",
        );
        page.click_words("1.5");
        stands(&page, &with(&plan, id, "1.5"));
        page.type_into(&field, "101");
        page.wait_for_words(&format!("#{id}-refused"), "above the most, 100");
        let usual = if id == "accept" { "100" } else { "0" };
        page.type_into(&field, usual);
        stands(&page, &plan);
    }
    page.type_into("#tries", "4");
    stands(&page, &with(&plan, "tries", "4"));
    page.focus("input[type=range][aria-label='Tries at most']");
    page.press(key::END);
    stands(&page, &with(&plan, "tries", "10"));
}

#[test]
fn an_emptied_percentage_keeps_what_was_there() {
    let (page, mut plan) = first_unfolded();
    page.unfold("Repeats and review");
    plan.stages[0].accept = Percent::hundredths(8000);
    page.reach("#accept");
    page.type_into("#accept", "80");
    stands(&page, &plan);
    page.type_into("#accept", "\u{e003}"); // backspace
    assert_eq!(page.value("#accept"), "");
    stands(&page, &plan);
    page.press(key::TAB);
    assert_eq!(page.value("#accept"), "80");
}

#[test]
fn a_stage_delivers_or_drafts_and_waits_or_does_not() {
    let (page, mut plan) = first_unfolded();
    page.choose_card("deliver", "Delivers");
    plan.stages[0].deliver = true;
    stands(&page, &plan);
    page.press(key::ARROW_RIGHT);
    plan.stages[0].deliver = false;
    stands(&page, &plan);
    assert_eq!(page.text(".stage-kind"), "draft");
    page.unfold("Delivery");
    page.choose_card("tier", "Batch API, within 24 h");
    plan.stages[0].tier = Tier::BatchApi;
    stands(&page, &plan);
    page.press(key::ARROW_LEFT);
    plan.stages[0].tier = Tier::Standard;
    stands(&page, &plan);
    page.unfold("Quality");
    page.choose_card("quality", "high");
    plan.stages[0].quality = Quality::High;
    stands(&page, &plan);
    page.unfold("Size");
    page.choose_card("size", "1536 × 1024");
    page.unfold("Model");
    page.choose_card("model", "gpt-image-2.5");
    page.wait_for_words(".stage-what", "1536 × 1024 · gpt-image-2.5-sunburst");
}

#[test]
fn no_stage_that_delivers_is_said_with_its_way_out() {
    let mut plan = asked(LAUNCH);
    plan.stages[2].deliver = false;
    let page = open(&fragment(&plan)[1..]);
    assert_eq!(page.text(".accepted output"), "–");
    page.expect_figure(&plan);
    page.click_words("Let Finals deliver");
    stands(&page, &asked(LAUNCH));
}

#[test]
fn own_rates_stand_in_the_link_are_marked_and_go_at_once() {
    let (page, plan) = first_unfolded();
    page.unfold("Rates of your own");
    for key in OWN {
        let field = format!("#{}", key.replace(['.', '_'], "-"));
        page.reach(&field);
        page.type_into(&field, "2.25");
        page.expect_link(&format!(
            "{}&view=plan",
            fragment(&with(&plan, key, "2.25"))
        ));
        page.wait_for_words(".own-mark", "own rates in Drafts");
        page.wait_for_words(".stage-what", "own rates");
        if key == "own.plan" || key == "own.image" {
            page.reach("#own-remove");
            page.click("#own-remove");
        } else {
            page.type_into(&field, "\u{e003}");
        }
        stands(&page, &plan);
        assert!(!page.exists("#remove-own"));
    }
}

#[test]
fn credits_may_be_paid_by_the_year() {
    let (page, plan) = first_unfolded();
    page.unfold("Rates of your own");
    for (field, text) in [
        ("#own-plan", "96"),
        ("#own-credits", "1000"),
        ("#own-credits-1k", "4"),
    ] {
        page.reach(field);
        page.type_into(field, text);
    }
    let month = with(
        &with(&with(&plan, "own.plan", "96"), "own.credits", "1000"),
        "own.credits_1k",
        "4",
    );
    stands(&page, &month);
    page.wait_for_words(".own", "$96 / 1,000 credits = $0.096 a credit.");
    page.choose_card("own-paid", "By the year");
    stands(&page, &with(&month, "own.credits", "12000"));
    assert_eq!(page.value("#own-credits"), "1,000", "a month's, as typed");
    page.reach("#remove-own");
    page.focus("#remove-own");
    page.press(key::ENTER);
    stands(&page, &plan);
}

#[test]
fn terms_of_the_whole_plan() {
    let page = open(LAUNCH);
    let plan = asked(LAUNCH);
    page.reach("#markup");
    page.type_into("#markup", "-20");
    let cheaper = with(&plan, "markup", "-20");
    stands(&page, &cheaper);
    page.wait_for_words(".own-mark", "-20 % on every published rate");
    page.paste_into("#markup", "1001");
    page.wait_for_words("#markup-refused", "above the most, 1,000");
    stands(&page, &cheaper);
    page.type_into("#markup", "\u{e003}");
    stands(&page, &plan);
    page.reach("#residency");
    page.click("#residency");
    stands(&page, &with(&plan, "residency", "1"));
    page.focus("#residency");
    page.press(key::SPACE);
    stands(&page, &plan);
}

#[test]
fn spans_and_uses() {
    let page = open(LAUNCH);
    let mut plan = asked(LAUNCH);
    assert!(!page.shows(".projections"));
    page.choose_card("per", "Every day");
    plan.per = Per::Day;
    stands(&page, &plan);
    assert_eq!(
        page.texts(".projections dt"),
        ["A day", "A month", "A year"]
    );
    page.press(key::ARROW_RIGHT);
    plan.per = Per::Month;
    stands(&page, &plan);
    assert!(!page.shows(".a-use"), "one use is the image");
    page.reach("#uses");
    page.type_into("#uses", "4");
    plan.uses = 4;
    stands(&page, &plan);
    page.wait_for(".a-use:not([hidden])");
    page.focus("input[type=range][aria-label='Uses of an accepted image']");
    page.press(key::HOME);
    plan.uses = 1;
    stands(&page, &plan);
}

#[test]
fn a_label_takes_forty_characters_of_any_kind() {
    let (page, mut plan) = first_unfolded();
    for label in ["Entwürfe & <b>Skizzen</b>", "漢字 100 % + #1", ""] {
        page.paste_into("#label", label);
        if label.is_empty() {
            page.type_into("#label", "\u{e003}");
        }
        plan.stages[0].label = label.into();
        stands(&page, &plan);
    }
    let long = "abcdefghij".repeat(5);
    page.paste_into("#label", &long);
    plan.stages[0].label = long[..40].into();
    stands(&page, &plan);
    assert!(!page.overflows_sideways());
    let line = line(&page, 0);
    assert!(page.shows(&line));
}
