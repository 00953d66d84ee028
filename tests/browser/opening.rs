//! The page opens from any sub-path, and says so in words when it cannot or has stopped.

use crate::acts::key;
use crate::harness::{Page, Setup, altered_dist};

/// The file of the built page with this ending.
fn remove(folder: &std::path::Path, ending: &str) {
    let names = xtask::bundle::files_in(folder).expect("the copy can be read");
    let name = names
        .iter()
        .find(|name| name.ends_with(ending))
        .expect("the page has such a file");
    std::fs::remove_file(folder.join(name)).expect("the copy can be changed");
}

/// What the page hears when an error is caught nowhere. (An error that a driver's script
/// throws is hidden from the page, so the event is made by hand.)
fn uncaught(error: &str) -> String {
    format!("dispatchEvent(new ErrorEvent('error', {{ error: {error} }}))")
}

#[test]
fn the_page_opens_from_a_sub_path_and_asks_nothing_of_others() {
    let page = Page::open("?utm=1");
    assert!(page.title().starts_with("Pixelbill"));
    let requests = page.requests();
    assert!(
        requests.iter().any(|address| address.ends_with("_bg.wasm")),
        "{requests:?}"
    );
    let outside = requests
        .iter()
        .find(|address| !address.starts_with(&page.server.url()));
    assert_eq!(outside, None, "asked outside the page's own path");
}

#[test]
fn a_missing_program_is_said_in_words_and_the_link_is_kept() {
    let folder = altered_dist(|folder| remove(folder, "_bg.wasm"));
    let mut page = Setup::served_from(&folder).start();
    page.expect_noise(); // the browser itself reports the missing file
    page.visit("#model=gpt-image-2&n=4");
    page.wait_for("html[data-program=failed]");
    assert!(page.shows("#failure"));
    assert_eq!(page.text("#failure-title"), "Pixelbill could not start");
    assert!(
        page.text("#failure-reason")
            .contains("files could not be loaded")
    );
    assert!(
        page.value("#failure-link")
            .ends_with("/some/sub/path/#model=gpt-image-2&n=4")
    );
}

#[test]
fn a_program_that_stops_later_says_so_above_its_figures() {
    let page = Page::open("#n=4");
    assert!(!page.shows("#failure"));
    page.script(&uncaught("new WebAssembly.RuntimeError('unreachable')"));
    page.wait_for("html[data-program=failed]");
    assert_eq!(page.text("#failure-title"), "Pixelbill has stopped");
    assert!(page.text("#failure-reason").contains("unreachable"));
    assert!(
        page.place("#failure-title").top >= 0.0,
        "the failure is in sight"
    );
}

#[test]
fn an_error_that_is_not_the_programs_stops_nothing() {
    let page = Page::open("");
    page.script(&uncaught("new Error('of an extension')"));
    assert!(page.exists("html[data-program=running]"));
}

#[test]
fn the_link_of_a_stopped_page_can_be_copied() {
    let page = Page::open("#n=7");
    page.allow_clipboard();
    page.script("pixelbillFailed('for the test')");
    page.click("#failure-copy");
    page.wait_for_words("#failure-copy", "Copied");
    page.type_into("#failure-link", "");
    page.press(key::TAB);
    assert_eq!(page.focused(), "button: Copied");
}

#[test]
fn without_webassembly_the_page_says_what_is_missing() {
    let page = Setup::default().start();
    page.before_scripts("delete globalThis.WebAssembly");
    page.visit("");
    page.wait_for("html[data-program=failed]");
    assert!(page.text("#failure-reason").contains("no WebAssembly"));
}

#[test]
fn without_javascript_the_page_says_what_it_is() {
    let page = Setup::default().start();
    page.cdp(
        "Emulation.setScriptExecutionDisabled",
        serde_json::json!({ "value": true }),
    );
    page.visit("");
    let html = page
        .cdp("DOM.getDocument", serde_json::json!({ "depth": -1 }))
        .to_string();
    assert!(html.contains("needs JavaScript and WebAssembly"));
    page.screenshot("without-javascript");
}
