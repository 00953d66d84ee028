//! The view Plan at every width, in both themes, with one stage and with twelve: nothing runs out
//! of the page, and the Tab key goes through it in reading order.

use super::plan::{LAUNCH, open, unfold};
use crate::acts::key;
use serde_json::json;

/// Twelve stages, long labels, billions.
fn twelve() -> String {
    let long = "A%20label%20of%20forty%20characters%20is%20like%20so%20";
    let stage = |number: u32| {
        format!(
            "&stage={long}{number}&deliver={}&model=gpt-image-2&size=2048x1152&quality=high\
             &requests=1000000000&n=10&blocked=50&own.image=123456.789",
            number % 2
        )
    };
    let stages: String = (1..=12).map(stage).collect();
    format!("v=1&rates=2026-11-20&per=day&budget=1000000{stages}")
}

#[test]
fn it_fits_at_every_width_in_both_themes() {
    let twelve = twelve();
    let broken = LAUNCH.replace("3840x2160", "5000x10");
    let one = "requests=1000&model=gpt-image-2.6-sunburst";
    for (name, link) in [("one", one), ("twelve", &*twelve), ("problems", &*broken)] {
        let page = open(link);
        unfold_where_folded(&page, name);
        for (width, theme) in [
            (360, "light"),
            (768, "dark"),
            (1440, "light"),
            (360, "dark"),
        ] {
            page.prefer(&[("prefers-color-scheme", theme)]);
            page.resize(width, 900);
            assert!(!page.overflows_sideways(), "{name} at {width}");
            page.screenshot_of_all(&format!("plan-{name}-{width}-{theme}"));
        }
        let body = page.text("body");
        let broken = ["NaN", "undefined", "Infinity"];
        assert!(!broken.iter().any(|word| body.contains(word)), "{name}");
    }
}

#[track_caller]
fn unfold_where_folded(page: &super::story::Story, name: &str) {
    if name != "one" {
        unfold(page, 2);
    }
    page.script("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })");
    page.wait_for(".drivers");
}

#[test]
fn tab_goes_through_the_plan_in_reading_order() {
    let page = open(&format!("{LAUNCH}&budget=1"));
    unfold(&page, 1);
    let stops = "return [...document.querySelectorAll('main :is(button, input, summary, a)')]
        .filter((e) => e.checkVisibility() && e.tabIndex >= 0)
        .filter((e) => e.type !== 'radio' || e.checked
            || !document.querySelector(`[name='${e.name}']:checked`))
        .map((e, i) => { e.dataset.stop = i; return e.id || e.innerText || e.ariaLabel || e.tagName; })";
    let stops: Vec<String> = page.list(stops, json!([]));
    assert!(stops.len() > 30, "{stops:?}");
    page.focus("[data-stop='0']");
    for (number, what) in stops.iter().enumerate() {
        let now = page.script("return Number(document.activeElement.dataset.stop ?? -1)");
        assert_eq!(now, number, "not at {what}");
        page.press(key::TAB);
    }
}

#[test]
fn everything_to_press_has_a_name_and_room() {
    let page = open(LAUNCH);
    unfold(&page, 0);
    page.resize(360, 800);
    let small = "return [...document.querySelectorAll('.plan :is(button, summary)')]
        .filter((e) => e.checkVisibility())
        .filter((e) => e.getBoundingClientRect().height < 24
            || !(e.innerText.trim() || e.ariaLabel))
        .map((e) => e.outerHTML.slice(0, 120))";
    let small: Vec<String> = page.list(small, json!([]));
    assert_eq!(small, Vec::<String>::new());
    let unnamed = "return [...document.querySelectorAll('.plan input')]
        .filter((e) => !e.ariaLabel && !e.labels?.length).map((e) => e.outerHTML)";
    let unnamed: Vec<String> = page.list(unnamed, json!([]));
    assert_eq!(unnamed, Vec::<String>::new());
}
