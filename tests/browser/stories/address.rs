//! The address holds the estimate: written after a pause, reopened, walked, copied.

use super::core::{asked, figure, fragment};
use super::story::{IMAGES, REQUESTS, Story};
use crate::acts::key;
use crate::harness::Setup;
use serde_json::json;
use std::thread::sleep;
use std::time::Duration;

/// Notes when the address is written and when an input is heard, in milliseconds.
const CLOCK: &str = "
    window.testWrites = [];
    window.testInputs = [];
    for (const name of ['pushState', 'replaceState']) {
        const own = History.prototype[name];
        History.prototype[name] = function (...rest) {
            testWrites.push(performance.now());
            return own.apply(this, rest);
        };
    }
    addEventListener('input', () => { testInputs.push(performance.now()); }, true);";

#[test]
fn the_address_is_written_300_ms_after_the_last_change() {
    let page = Story::of(Setup::default());
    page.before_scripts(CLOCK);
    page.go("");
    let entries = || page.script("return history.length").as_u64();
    let at_first = entries();
    page.drag_slider_in(REQUESTS, 0.95, 60, "mouse");
    page.drag_slider_in(REQUESTS, 0.2, 60, "mouse");
    let link = format!("#requests={}", page.number("#requests"));
    page.expect_link(&fragment(&asked(&link)));
    let times = |name: &str| -> Vec<f64> { page.list(&format!("return {name}"), json!([])) };
    let (writes, inputs) = (times("testWrites"), times("testInputs"));
    assert!(inputs.len() > 40, "the slider moved {} times", inputs.len());
    for write in &writes {
        let before = inputs.iter().rev().find(|input| *input < write);
        let pause = write - before.expect("nothing is written before a change");
        assert!(
            (295.0..3000.0).contains(&pause),
            "written {pause} ms after a change"
        );
    }
    let pauses = inputs.windows(2).filter(|pair| pair[1] - pair[0] > 295.0);
    assert!(
        (1..=pauses.count() + 1).contains(&writes.len()),
        "{} writes",
        writes.len()
    );
    assert_eq!(
        entries(),
        at_first.map(|entries| entries + 1),
        "a drag is one step back"
    );
}

#[test]
fn an_estimate_that_nobody_changed_leaves_the_address_alone() {
    let page = Story::open("");
    page.unfold("Rates of");
    sleep(Duration::from_millis(500));
    assert_eq!(page.link(), "");
}

#[test]
fn the_copy_button_gives_the_link_at_once() {
    let page = Story::open("");
    page.allow_clipboard();
    page.choose_card("quality", "high");
    page.choose_card("model", "gpt-image-2");
    page.click("#copy-link");
    page.wait_for_words("#copy-link", "Copied");
    let copied = page.script("return navigator.clipboard.readText()");
    let wanted = asked("#requests=1000&model=gpt-image-2&quality=high");
    let link = fragment(&wanted);
    assert_eq!(copied, format!("{}{link}", page.server.url()));
    page.afresh(&link);
    page.expect_figure(&wanted);
    assert_eq!(page.text("#copy-link"), "Copy link");
}

#[test]
fn where_copying_is_refused_the_link_is_shown() {
    let page = Story::open("#requests=1000&n=3");
    let refusal = json!({ "permission": { "name": "clipboard-write" }, "setting": "denied",
        "origin": page.server.origin() });
    page.cdp("Browser.setPermission", refusal);
    page.click("#copy-link");
    page.wait_for(".by-hand textarea");
    let link = fragment(&asked("#requests=1000&n=3"));
    assert_eq!(
        page.value(".by-hand textarea"),
        format!("{}{link}", page.server.url())
    );
    let (area, within) = (page.place(".by-hand textarea"), page.place(".cost"));
    assert!(
        area.width > within.width * 0.8,
        "a narrow field: {area:?} in {within:?}"
    );
}

#[test]
fn reload_back_and_forward() {
    let page = Story::open("");
    let steps = [
        ("quality", "high", "#requests=1000&quality=high"),
        (
            "model",
            "gpt-image-2",
            "#requests=1000&quality=high&model=gpt-image-2",
        ),
        (
            "size",
            "1024 × 1536",
            "#requests=1000&quality=high&model=gpt-image-2&size=1024x1536",
        ),
    ];
    for (group, name, link) in steps {
        page.choose_card(group, name);
        page.expect_link(&fragment(&asked(link)));
    }
    page.reload();
    page.expect(steps[2].2);
    assert_eq!(page.chosen("size"), "1024 × 1536");

    page.back();
    page.expect(steps[1].2);
    assert_eq!(page.chosen("size"), "1024 × 1024");
    page.back();
    page.expect(steps[0].2);
    page.back();
    page.expect("#requests=1000");
    assert_eq!(page.link(), "");
    page.forward();
    page.expect(steps[0].2);
    assert_eq!(page.chosen("model"), "gpt-image-2.5");

    page.choose_card("quality", "low"); // a new step from here
    page.expect_link(&fragment(&asked("#requests=1000&quality=low")));
    page.back();
    page.expect(steps[0].2);
}

#[test]
fn the_address_is_written_at_once_when_the_page_is_hidden() {
    let page = Story::of(Setup::default());
    page.before_scripts("setTimeout = () => 0"); // no pause ever ends
    page.go("");
    page.choose_card("quality", "max");
    assert_eq!(page.link(), "");
    let here = page.session.get("window");
    let other = page.session.post("window/new", json!({ "type": "tab" }));
    page.session
        .post("window", json!({ "handle": other["handle"] }));
    page.session.post("window", json!({ "handle": here }));
    page.expect_link(&fragment(&asked("#requests=1000&quality=max")));
}

#[test]
fn a_link_edited_by_hand_is_followed() {
    let page = Story::open("");
    page.focus(IMAGES);
    page.press(key::ARROW_RIGHT);
    page.script("location.hash = 'v=1&model=gpt-image-2&requests=77&quality=low'");
    page.expect("#model=gpt-image-2&requests=77&quality=low");
    assert_eq!(page.chosen("model"), "gpt-image-2");
    assert_eq!(page.number("#requests"), 77);
    page.script("location.hash = 'model=gpt-image-2&requests=many'");
    page.expect("#model=gpt-image-2");
    assert!(page.text(".set-aside").contains("many"));
    page.script("location.hash = 'model=gpt-image-2&requests=5'");
    page.expect("#model=gpt-image-2&requests=5");
    assert!(
        !page.exists(".set-aside"),
        "what an earlier link said is put away"
    );
}

#[test]
fn a_query_opens_like_a_fragment() {
    let page = Story::open("?model=gpt-image-2&requests=12&n=2");
    page.expect("#model=gpt-image-2&requests=12&n=2");
    page.choose_card("quality", "low");
    let link = "#model=gpt-image-2&requests=12&n=2&quality=low";
    page.expect_link(&fragment(&asked(link)));
}

#[test]
fn links_within_the_page_leave_the_estimate_alone() {
    let link = "#requests=1000&model=gpt-image-2&quality=low";
    let page = Story::open(link);
    let wanted = figure(&asked(link));
    for (width, words) in [(1280, "Sources"), (360, "Details")] {
        page.resize(width, 740);
        page.click_words(words);
        sleep(Duration::from_millis(100)); // for the address to be followed
        assert_eq!(page.total(), wanted, "{words} changed the estimate");
        page.reload();
        assert_eq!(page.total(), wanted, "{words} lost the estimate on reload");
    }
}

/// Counts who hears that the address has changed.
const HEARERS: &str = "
    window.testHearers = new Set();
    const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (type, hears, ...rest) {
        if (type === 'popstate') testHearers.add(hears);
        return add.call(this, type, hears, ...rest);
    };
    EventTarget.prototype.removeEventListener = function (type, hears, ...rest) {
        if (type === 'popstate') testHearers.delete(hears);
        return remove.call(this, type, hears, ...rest);
    };";

/// The first program is gone once the whole one stands in its place: two would both write the
/// address.
#[test]
fn one_program_at_a_time_follows_the_address() {
    let page = Story::of(Setup::default());
    page.before_scripts(HEARERS);
    page.go("");
    page.expect("");
    let hearers = |page: &crate::harness::Page| page.script("return testHearers.size").as_u64();
    assert_eq!(hearers(&page), Some(1));
    page.click("#plan");
    page.wait_for(".plan-page");
    page.wait_until("one hearer", |page| hearers(page) == Some(1));
    page.click("#price");
    page.expect("");
    assert_eq!(hearers(&page), Some(1));
}
