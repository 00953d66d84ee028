//! The embed builder: what it previews is what its code makes on another page.

use super::core::{asked, figure};
use super::story::Story;
use crate::host::Host;
use serde_json::json;

const LINK: &str =
    "#v=1&rates=2026-11-20&model=gpt-image-2&size=1024x1024&quality=high&requests=250";
const CODE: &str = "#embed pre[aria-label='Code for the page']";
const INSIDE: &str =
    "document.querySelector('#embed pixelbill-estimate').shadowRoot.querySelector('iframe')";

fn open() -> Story {
    let page = Story::open(LINK);
    page.unfold("Embed");
    page.wait_until("the preview", |page| {
        page.script("return !!document.querySelector('#embed pixelbill-estimate')?.shadowRoot?.querySelector('.alive')") == true
    });
    page
}

/// Presses a choice of the builder.
#[track_caller]
fn press(page: &Story, group: &str, name: &str) {
    let find = "const [group, name] = arguments;
        const found = [...document.querySelectorAll(`#embed [aria-label='${group}'] button`)]
            .find((button) => button.textContent.trim() === name);
        found?.scrollIntoView({ block: 'center', behavior: 'instant' });
        document.querySelectorAll('[data-test-choice]').forEach((e) => delete e.dataset.testChoice);
        if (found) found.dataset.testChoice = '';
        return !!found";
    assert_eq!(
        page.script_with(find, json!([group, name])),
        true,
        "no {name} in {group}"
    );
    page.click("[data-test-choice]");
}

/// What the preview shows.
#[track_caller]
fn expect_preview(page: &Story, link: &str) {
    let frame = page.script(&format!("return {INSIDE}"));
    page.session.post("frame", json!({ "id": frame }));
    page.wait_for_words("[data-total]", &figure(&asked(link)));
    page.session.post("frame", json!({ "id": null }));
}

#[test]
fn the_preview_follows_what_is_asked_and_the_history_is_left_alone() {
    let page = open();
    expect_preview(&page, LINK);
    let steps = page.script("return history.length");
    press(&page, "Theme", "dark");
    press(&page, "Rates", "newest of each day");
    press(&page, "Readers may change it", "no");
    press(&page, "Width of the preview", "280 px");
    page.wait_until("a narrow preview", |page| {
        page.place("#embed pixelbill-estimate").width == 280.0
    });
    assert_eq!(page.script("return history.length"), steps);
    let height = page.place("#embed pixelbill-estimate").height;
    page.wait_until("the height of the preview", |page| {
        page.value("#embed-height") == height.to_string()
    });
    let code = page.text(CODE);
    for part in [
        "theme=\"dark\"",
        "controls=\"0\"",
        &format!("height=\"{height}\""),
    ] {
        assert!(code.contains(part), "{part} in {code}");
    }
    assert!(!code.contains(" rates="), "{code}");
}

#[test]
fn its_code_makes_the_same_estimate_on_another_page() {
    let page = open();
    page.type_into("#embed-height", "300");
    let element = page.text(CODE);
    press(&page, "Form", "iframe");
    let frame = page.text(CODE);
    let site = page.server.url();
    assert!(frame.contains("height:300px"), "{frame}");
    let host = Host::of(&format!("{element}{frame}").replace(&site, "SITE"));
    assert_eq!(
        host.estimate(1)["link"],
        format!("{}{LINK}", host.server.url())
    );
    assert_eq!(
        host.place("pixelbill-estimate").height.max(300.0),
        host.place("pixelbill-estimate").height
    );
    host.enter("document.querySelector('iframe')");
    host.wait_for_words("[data-total]", &figure(&asked(LINK)));
}

#[test]
fn the_policy_lines_are_those_that_are_needed() {
    let page = open();
    page.unfold("Content-Security-Policy");
    let origin = page.server.origin();
    let other = "#embed pre[aria-label='Policy of the other page']";
    assert_eq!(
        page.text(other),
        format!("script-src {origin}\nframe-src {origin}")
    );
    press(&page, "Form", "iframe");
    assert_eq!(page.text(other), format!("frame-src {origin}"));
    let own = page.text("#embed pre[aria-label='Policy of this page']");
    assert!(
        own.contains("script-src 'self' 'wasm-unsafe-eval'"),
        "{own}"
    );
}
