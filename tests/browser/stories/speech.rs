//! What a screen reader hears.

use super::story::{REQUESTS, Story};
use crate::acts::key;
use serde_json::json;

/// Keeps what the page's own live region says.
const LISTEN: &str = "
    const region = document.querySelector('[aria-live=polite]');
    window.testHeard = [];
    new MutationObserver(() => testHeard.push(region.textContent))
        .observe(region, { childList: true, characterData: true, subtree: true });";

/// The live regions that hold the total, by their own words or by the browser's.
const REGIONS: &str = "
    const total = document.querySelector('[data-total]').innerText;
    const usual = { status: 'polite', alert: 'assertive' };
    const live = (e) => e.ariaLive ?? usual[e.role ?? (e.tagName === 'OUTPUT' && 'status')] ?? 'off';
    return [...document.querySelectorAll('[aria-live], output, [role=status], [role=alert]')]
        .filter((e) => live(e) !== 'off' && e.textContent.includes(total))
        .map((e) => e.outerHTML.slice(0, 60));";

#[test]
fn the_total_is_announced_once_after_a_pause() {
    let page = Story::open("");
    page.wait_for_words("[aria-live=polite]", "$");
    page.script(LISTEN);
    page.focus(REQUESTS);
    for _ in 0..10 {
        page.press(key::ARROW_RIGHT);
    }
    let total = page.total();
    page.wait_until("the last figure to be heard", |page| {
        page.script("return testHeard.at(-1)") == total.as_str()
    });
    let heard = page.script("return testHeard.length").as_u64();
    assert!(heard <= Some(4), "ten steps were heard {heard:?} times");
    let regions: Vec<String> = page.list(REGIONS, json!([]));
    assert_eq!(
        regions.len(),
        1,
        "the total is in several live regions: {regions:?}"
    );
}

#[test]
fn controls_have_names_and_groups_have_legends() {
    let page = Story::open("#requests=1000&model=gpt-image-2.6-flare&rates=2026-11-04");
    page.unfold_all();
    let nameless = "return [...document.querySelectorAll('a, button, input, select, textarea, summary')]
        .filter((e) => e.checkVisibility())
        .filter((e) => !(e.ariaLabel || e.labels?.length || e.tagName !== 'SELECT' && e.innerText?.trim()))
        .map((e) => e.outerHTML.slice(0, 80))";
    assert_eq!(page.script(nameless), json!([]));
    let legends = "return [...document.querySelectorAll('fieldset')]
        .map((e) => e.querySelector('legend')?.textContent ?? '')";
    let legends: Vec<String> = page.list(legends, json!([]));
    assert!(
        legends.len() >= 5 && !legends.contains(&String::new()),
        "{legends:?}"
    );
    let twice = "const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
        return ids.filter((id, i) => ids.indexOf(id) < i)";
    assert_eq!(page.script(twice), json!([]), "ids that stand twice");
    for (css, name) in [
        ("#requests", "textbox: Requests"),
        ("#width", "textbox: Width"),
        ("#snapshot", "combobox: Rates of"),
        ("[data-group=quality] input:checked", "radio: medium $"),
    ] {
        page.focus(css);
        let focused = page.focused();
        assert!(focused.starts_with(name), "{focused:?}");
    }
}
