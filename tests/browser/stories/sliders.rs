//! Sliders by mouse, by finger and by keyboard; the figure follows at every step.

use super::core::{asked, figure};
use super::story::{IMAGES, PROMPT, REQUESTS, RESOLUTION, Story};
use crate::acts::key;
use pixelbill::scenario::{Stage, bounds};
use pixelbill::size::{Size, SizeChoice};
use serde_json::json;

/// The figure is the core's for what the fields show, which is returned.
#[track_caller]
fn follows(page: &Story) -> Stage {
    let mut scenario = asked("#requests=1000");
    let stage = &mut scenario.stages[0];
    stage.requests = page.number("#requests");
    stage.n = u8::try_from(page.number("#n")).expect("at most 10");
    stage.prompt = page.number("#prompt");
    let size = Size::new(page.number("#width"), page.number("#height"));
    stage.size = SizeChoice::Exact(size);
    page.expect_figure(&scenario);
    scenario.stages.remove(0)
}

const fn exactly(width: u32, height: u32) -> SizeChoice {
    SizeChoice::Exact(Size::new(width, height))
}

/// Writes down every figure that is shown from now on, and every problem.
const WATCH: &str = "
    const total = document.querySelector('[data-total]');
    window.testFigures = [];
    window.testProblems = 0;
    new MutationObserver(() => { testFigures.push(total.innerText); })
        .observe(total, { childList: true, characterData: true, subtree: true });
    new MutationObserver(() => { testProblems += document.querySelectorAll('.problem').length; })
        .observe(document.body, { childList: true, subtree: true });";

#[test]
fn sliders_by_mouse() {
    let page = Story::open("");
    page.unfold("Prompt");
    page.script(WATCH);
    page.drag_slider(REQUESTS, 0.9);
    let many = follows(&page).requests;
    assert!(many > 100_000, "dragged to the right: {many}");
    page.drag_slider(REQUESTS, 0.0);
    assert_eq!(follows(&page).requests, 1);
    page.drag_slider(REQUESTS, 0.5);
    let some = follows(&page).requests;
    assert!(
        (100..10_000).contains(&some),
        "the middle of a logarithmic slider: {some}"
    );

    page.drag_slider(IMAGES, 1.0);
    assert_eq!(u32::from(follows(&page).n), *bounds::N.end());
    page.drag_slider(PROMPT, 0.8);
    assert!(follows(&page).prompt > 1000);
    page.drag_slider(PROMPT, 0.0);
    assert_eq!(follows(&page).prompt, 0);

    let figures = page.script("return new Set(testFigures).size").as_u64();
    assert!(
        figures > Some(20),
        "the figure follows the hand, not its end: {figures:?}"
    );
}

#[test]
fn the_resolution_slider_keeps_its_ratio_and_to_valid_sizes() {
    let page = Story::open("#requests=1000&size=2048x1152");
    page.script(WATCH);
    for to in [1.0, 0.31, 0.0, 0.77] {
        page.drag_slider(RESOLUTION, to);
        follows(&page);
        assert_eq!(page.text(".resolution .label"), "Resolution at 16:9");
    }
    page.focus(RESOLUTION);
    page.press(key::END);
    assert_eq!(follows(&page).size, exactly(3840, 2160));
    page.press(key::HOME);
    follows(&page);
    assert_eq!([page.number("#width"), page.number("#height")], [1088, 608]);
    assert_eq!(
        page.script("return testProblems"),
        0,
        "a slider offers valid sizes only"
    );
    assert!(page.script("return testFigures.length").as_u64() > Some(20));
}

#[test]
fn sliders_by_keyboard() {
    let page = Story::open("");
    page.focus(REQUESTS);
    let press = |key: char| {
        page.press(key);
        follows(&page).requests
    };
    let right = press(key::ARROW_RIGHT);
    assert!(
        right > 1000 && right <= 1100,
        "one step up from 1,000 is {right}"
    );
    assert_eq!(press(key::ARROW_LEFT), 1000);
    assert_eq!(press(key::ARROW_UP), right);
    assert_eq!(press(key::ARROW_DOWN), 1000);
    let page_up = press(key::PAGE_UP);
    assert!(
        (2000..=10_000).contains(&page_up),
        "a page up from 1,000 is {page_up}"
    );
    assert_eq!(press(key::PAGE_DOWN), 1000);
    assert_eq!(press(key::END), 1_000_000);
    assert_eq!(press(key::PAGE_UP), 1_000_000);
    assert_eq!(press(key::HOME), 1);
    assert_eq!(press(key::PAGE_DOWN), 1);
    assert_eq!(page.focused(), "slider: Requests");
    assert_eq!(press(key::ARROW_RIGHT), 2);
    let spoken = page.attribute(REQUESTS, "aria-valuetext");
    assert_eq!(spoken.as_deref(), Some("2 requests"));

    page.focus(IMAGES);
    for _ in 0..3 {
        page.press(key::ARROW_RIGHT);
    }
    assert_eq!(follows(&page).n, 4);
    page.press(key::END);
    assert_eq!(follows(&page).n, 10);
}

/// A phone with a screen that is touched.
fn phone() -> Story {
    let page = Story::sized(360, 740, "");
    let touch = json!({ "enabled": true, "maxTouchPoints": 5 });
    page.cdp("Emulation.setTouchEmulationEnabled", touch);
    page.afresh("");
    page
}

#[test]
fn sliders_by_finger_on_a_phone() {
    let page = phone();
    page.unfold("Prompt");
    page.swipe_slider(REQUESTS, 0.8);
    let many = follows(&page).requests;
    assert!(many > 20_000, "swiped to the right: {many}");
    page.swipe_slider(IMAGES, 0.45);
    assert_eq!(follows(&page).n, 5);
    page.swipe_slider(RESOLUTION, 1.0);
    assert_eq!(follows(&page).size, exactly(2880, 2880));
    page.swipe_slider(PROMPT, 0.0);
    let now = follows(&page);
    assert_eq!(now.prompt, 0);
    let mut scenario = asked("#requests=1000");
    scenario.stages[0] = now;
    assert_eq!(
        page.text(".bottom-bar strong"),
        figure(&scenario),
        "the total stays in sight"
    );
    let bar = page.place(".bottom-bar");
    assert!(
        (bar.top + bar.height - 740.0).abs() < 1.0,
        "the bar stands at the bottom: {bar:?}"
    );
}
