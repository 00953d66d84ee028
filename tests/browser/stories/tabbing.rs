//! The Tab key reaches every control, in reading order, and the focus is seen and uncovered.

use super::story::Story;
use crate::acts::key;
use serde_json::json;

/// Everything that the Tab key should reach, numbered in reading order. Of a radio group that is
/// the chosen one, or the first. Returns what each is, in words.
const REACHABLE: &str = "
    const found = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
        .filter((e) => e.checkVisibility() && !e.closest('[aria-hidden=true]') && e.tabIndex >= 0);
    const group = (radio) => found.filter((e) => e.type === 'radio' && e.name === radio.name);
    const stops = found.filter((e) => e.type !== 'radio'
        || (group(e).find((other) => other.checked) ?? group(e)[0]) === e);
    stops.forEach((e, i) => { e.dataset.testStop = i; e.style.caretColor = 'transparent'; });
    return stops.map((e) => (e.labels?.[0] ?? e).innerText.trim() || e.ariaLabel || e.tagName);";

/// Which of them has the focus, and whether a part of it is in sight with nothing over it.
const FOCUSED: &str = "
    const e = document.activeElement, box = e.getClientRects()[0], own = e.closest('label') ?? e;
    const seen = (part) => own.contains(document.elementFromPoint(
        box.left + box.width * part, box.top + box.height / 2));
    return { stop: Number(e.dataset.testStop ?? -1), seen: [0.1, 0.5, 0.9].some(seen) };";

#[test]
fn tab_reaches_every_control_and_the_focus_is_seen() {
    let page = Story::open("#requests=1000&model=gpt-image-2.6-flare&rates=2026-11-04");
    for (width, height) in [(1280, 900), (360, 740)] {
        page.resize(width, height);
        // This one brings the whole program, which makes every control anew.
        page.unfold("Rates of");
        page.wait_for("html[data-late=running]");
        page.unfold("Prompt");
        page.unfold("Delivery");
        page.unfold("Output images");
        page.wait_for(".book");
        page.wait_for(".line dt");
        walk(&page, &format!("at {width} px"));
    }
}

#[track_caller]
fn walk(page: &Story, at: &str) {
    let stops: Vec<String> = page.list(REACHABLE, json!([]));
    assert!(stops.len() > 60, "{at}: only {stops:?}");
    page.focus("[data-test-stop='0']");
    for (number, what) in stops.iter().enumerate() {
        if number > 0 {
            page.press(key::TAB);
        }
        let now = page.script(FOCUSED);
        let reached = now["stop"].as_u64().map(|stop| stop as usize);
        let name = reached.and_then(|stop| stops.get(stop));
        assert_eq!(reached, Some(number), "{at}: not {what:?} but {name:?}");
        assert_eq!(
            now["seen"], true,
            "{at}: {what:?} is out of sight or covered"
        );
        let focused = picture(page);
        page.script("document.activeElement.blur()");
        assert_ne!(
            focused,
            picture(page),
            "{at}: the focus on {what:?} cannot be seen"
        );
        let again = "document.querySelector(`[data-test-stop='${arguments[0]}']`)
            .focus({ preventScroll: true })";
        page.script_with(again, json!([number]));
    }
}

fn picture(page: &Story) -> String {
    let wish = json!({ "format": "png", "optimizeForSpeed": true });
    page.cdp("Page.captureScreenshot", wish)["data"].to_string()
}
