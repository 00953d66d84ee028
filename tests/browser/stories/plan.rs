//! The view Plan: stages are added, named, copied, moved and removed, by mouse and by keyboard,
//! and what is taken away can be had back.

use super::core::{asked, book, figure, fragment};
use super::story::Story;
use crate::acts::key;
use pixelbill::presets::PRESETS;
use pixelbill::scenario::Scenario;
use serde_json::json;

/// Twenty drafts, five reviews, two finals.
pub const LAUNCH: &str = "v=1&rates=2026-11-20\
    &stage=Drafts&deliver=0&model=gpt-image-2&size=1024x1024&quality=low&requests=20\
    &stage=Reviews&deliver=0&model=gpt-image-2&size=2048x1152&quality=medium&requests=5\
    &stage=Finals&deliver=1&model=gpt-image-2&size=3840x2160&quality=high&requests=2";

/// Opens a plan in the view Plan.
#[track_caller]
pub fn open(link: &str) -> Story {
    let page = Story::open(&format!("#{link}&view=plan"));
    page.wait_for("#stages");
    page
}

/// Waits until the page is at a plan: its address, its total and its lines.
#[track_caller]
pub fn stands(page: &Story, plan: &Scenario) {
    page.expect_link(&format!("{}&view=plan", fragment(plan)));
    page.expect_figure(plan);
    let name = |(at, stage): (usize, &pixelbill::scenario::Stage)| match &*stage.label {
        "" => format!("Stage {}", at + 1),
        label => label.to_owned(),
    };
    let names: Vec<String> = plan.stages.iter().enumerate().map(name).collect();
    page.wait_until(&format!("stages {names:?}"), |page| {
        page.texts(".stage-name") == names
    });
}

/// The id of the line of a stage, by its place.
#[track_caller]
pub fn line(page: &Story, at: usize) -> String {
    let find = "return document.querySelectorAll('.stage-head')[arguments[0]]?.id ?? ''";
    let id = page.script_with(find, json!([at]));
    let id = id.as_str().unwrap_or_default().to_owned();
    assert!(!id.is_empty(), "no stage at {at}");
    format!("#{id}")
}

/// Unfolds a stage by its place.
#[track_caller]
pub fn unfold(page: &Story, at: usize) {
    let line = line(page, at);
    page.reach(&line);
    page.click(&line);
    page.wait_for("#label");
    let open = page.attribute(&line, "aria-expanded");
    assert_eq!(open.as_deref(), Some("true"));
}

/// What has the focus, by its id.
fn focus(page: &Story) -> String {
    let id = page.script("return document.activeElement.id");
    id.as_str().unwrap_or_default().to_owned()
}

#[track_caller]
fn focus_on(page: &Story, id: &str) {
    page.wait_until(&format!("the focus on {id}"), |page| {
        page.script("return document.activeElement.id") == id
    });
}

#[track_caller]
fn press(page: &Story, css: &str) {
    page.reach(css);
    page.click(css);
}

#[test]
fn stages_are_arranged_by_mouse() {
    let page = open(LAUNCH);
    let mut plan = asked(LAUNCH);
    stands(&page, &plan);
    press(&page, "#add-stage");
    plan.add_stage();
    stands(&page, &plan);
    focus_on(&page, "label");
    page.keys("Crops");
    plan.stages[3].label = "Crops".into();
    stands(&page, &plan);
    press(&page, "#move-up");
    plan.move_stage(3, 2);
    stands(&page, &plan);
    press(&page, "#move-down");
    plan.move_stage(2, 3);
    stands(&page, &plan);
    press(&page, "#duplicate");
    plan.duplicate_stage(3);
    stands(&page, &plan);
    focus_on(&page, "label");
    press(&page, "#remove");
    plan.remove_stage(4);
    stands(&page, &plan);
    assert!(page.text(".undo").contains("Removed Crops copy."));
    unfold(&page, 0);
    press(&page, "#remove");
    let before = plan.clone();
    plan.remove_stage(0);
    stands(&page, &plan);
    press(&page, "#undo");
    stands(&page, &before);
    assert!(!page.exists("#undo"));
}

#[test]
fn a_stage_unfolds_and_folds_and_the_one_on_screen_is_changed() {
    let page = open(LAUNCH);
    assert!(!page.exists("#label"), "all folded");
    unfold(&page, 1);
    assert_eq!(page.value("#label"), "Reviews");
    page.type_into("#requests", "7");
    let mut plan = asked(LAUNCH);
    plan.stages[1].requests = 7;
    stands(&page, &plan);
    unfold(&page, 2);
    assert_eq!(page.value("#requests"), "2");
    assert_eq!(page.count(".editor:not(:empty)"), 1);
    let third = line(&page, 2);
    press(&page, &third);
    assert_eq!(page.count(".editor:not(:empty)"), 0);
    // The same scenario in the view Price: the stage on screen is the last that was unfolded.
    page.click("#price");
    page.wait_for(".asked #requests");
    assert_eq!(page.value("#requests"), "2");
}

#[test]
fn stages_are_arranged_by_keyboard_and_the_focus_stays() {
    let page = open(LAUNCH);
    let mut plan = asked(LAUNCH);
    let first = line(&page, 0);
    let handle = first.replace("stage", "handle");
    page.focus(&handle);
    assert_eq!(page.focused(), "button: Move Drafts");
    for to in [1, 2] {
        page.chord(key::ALT, key::ARROW_DOWN);
        plan.move_stage(to - 1, to);
        stands(&page, &plan);
        assert_eq!(focus(&page), handle[1..]);
    }
    page.wait_for_words(".asked", "Drafts moved, 3 of 3.");
    page.chord(key::ALT, key::ARROW_DOWN);
    stands(&page, &plan);
    page.press(key::TAB);
    assert_eq!(focus(&page), first[1..], "from the handle to the line");
    page.chord(key::ALT, key::ARROW_UP);
    plan.move_stage(2, 1);
    stands(&page, &plan);
    assert_eq!(focus(&page), first[1..]);
    page.press(key::ENTER);
    page.wait_for("#label");
    page.press(key::TAB);
    assert_eq!(page.focused(), "button: Move up");
    page.press(key::SPACE);
    plan.move_stage(1, 0);
    stands(&page, &plan);
    assert_eq!(
        page.focused(),
        "button: Move up",
        "it stays, though nothing is above"
    );
    page.press(key::SPACE);
    stands(&page, &plan);
    for _ in 0..2 {
        page.press(key::TAB);
    }
    assert_eq!(page.focused(), "button: Duplicate");
    page.press(key::ENTER);
    plan.duplicate_stage(0);
    stands(&page, &plan);
    focus_on(&page, "label");
}

#[test]
fn removal_by_keyboard_goes_on_at_the_next_stage_and_can_be_undone() {
    let page = open(LAUNCH);
    let mut plan = asked(LAUNCH);
    unfold(&page, 1);
    page.focus("#remove");
    page.press(key::ENTER);
    let before = plan.clone();
    plan.remove_stage(1);
    stands(&page, &plan);
    let next = line(&page, 1);
    focus_on(&page, &next[1..]);
    page.focus("#undo");
    page.press(key::ENTER);
    stands(&page, &before);
    focus_on(&page, "stages");
    page.back();
    stands(&page, &plan);
    page.back();
    stands(&page, &before);
    let page = open("requests=3&model=gpt-image-2");
    assert_eq!(
        page.attribute("#remove", "aria-disabled").as_deref(),
        Some("true")
    );
    press(&page, "#remove");
    page.expect("#requests=3&model=gpt-image-2");
    assert_eq!(page.count(".stage"), 1, "a plan has a stage");
}

#[test]
fn a_stage_is_dragged_by_mouse_and_by_finger() {
    for pointer in ["mouse", "touch"] {
        let page = open(LAUNCH);
        let mut plan = asked(LAUNCH);
        let place = |at| page.place(&line(&page, at));
        let far = place(2).top - place(0).top;
        let handle = line(&page, 0).replace("stage", "handle");
        page.drag_by(&handle, far + 30.0, pointer);
        plan.move_stage(0, 2);
        stands(&page, &plan);
        assert!(!page.exists(".dragged"), "it was let go");
        page.drag_by(&handle, -far - 30.0, pointer);
        plan.move_stage(2, 0);
        stands(&page, &plan);
        assert_eq!(focus(&page), handle[1..]);
    }
}

#[test]
fn twelve_stages_and_it_says_so() {
    let page = open(LAUNCH);
    let mut plan = asked(LAUNCH);
    for _ in 3..12 {
        press(&page, "#add-stage");
        plan.add_stage();
        page.wait_until("one more", |page| {
            page.count(".stage") == plan.stages.len() as u64
        });
    }
    stands(&page, &plan);
    assert_eq!(
        page.text("#no-room"),
        "A plan has at most twelve stages. Remove one to add another."
    );
    press(&page, "#add-stage");
    press(&page, "#duplicate");
    stands(&page, &plan);
    assert_eq!(page.text(".section-head .hint"), "12 of at most 12");
}

#[test]
fn presets_fill_in_real_plans_and_can_be_undone() {
    let page = open("requests=50&model=gpt-image-2&budget=3&uses=2");
    let start = asked("requests=50&model=gpt-image-2&budget=3&uses=2");
    for preset in &PRESETS {
        let mut plan = preset.scenario(book(), start.rates);
        (plan.budget, plan.uses) = (start.budget, start.uses);
        if !page.shows(".preset-cards") {
            page.unfold("Start from a plan");
        }
        let card = format!("#preset-{}", preset.id);
        let price = format!("{card} .preset-price");
        assert_eq!(page.text(&price), figure(&plan), "{}", preset.id);
        press(&page, &card);
        stands(&page, &plan);
        let said = format!("{} took the place of your 1 stage", preset.title);
        assert!(page.text(".undo").contains(&said), "{}", page.text(".undo"));
        press(&page, "#undo");
        stands(&page, &start);
    }
    page.unfold("Start from a plan");
    page.focus("#preset-launch");
    page.press(key::ENTER);
    page.wait_until("three stages", |page| page.count(".stage") == 3);
    page.wait_until("the address", |page| page.link().contains("Finals"));
    page.back();
    stands(&page, &start);
}

#[test]
fn an_undo_is_offered_only_while_nothing_else_was_changed() {
    let page = open(LAUNCH);
    unfold(&page, 0);
    press(&page, "#remove");
    page.wait_for("#undo");
    unfold(&page, 0);
    page.type_into("#requests", "9");
    page.wait_until("the offer to end", |page| !page.exists("#undo"));
}
