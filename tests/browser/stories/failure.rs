//! When the program fails, the page says so and keeps the last link. See also `opening`.

use super::core::{asked, figure, fragment};
use super::story::Story;
use crate::harness::{Setup, altered_dist};
use serde_json::json;

#[test]
fn a_program_that_arrives_cut_is_said_in_words() {
    let folder = altered_dist(|folder| {
        let names = xtask::bundle::files_in(folder).expect("the copy can be read");
        let name = names.iter().find(|name| name.ends_with("_bg.wasm"));
        let file = folder.join(name.expect("a program"));
        let bytes = std::fs::read(&file).expect("the copy can be read");
        std::fs::write(file, &bytes[..bytes.len() / 2]).expect("it can be cut");
    });
    let mut page = Story::of(Setup::served_from(&folder));
    page.expect_noise(); // the browser itself may report the broken file
    page.visit("#model=gpt-image-2&n=4");
    page.wait_for("html[data-program=failed]");
    assert!(page.shows("#failure"));
    assert_eq!(page.text("#failure-title"), "Pixelbill could not start");
    assert!(
        page.value("#failure-link")
            .ends_with("#model=gpt-image-2&n=4")
    );
    assert!(!page.overflows_sideways());
}

#[test]
fn a_program_that_panics_later_keeps_the_link_to_the_last_estimate() {
    let page = Story::open("");
    page.choose_card("quality", "high");
    let wanted = asked("#requests=1000&quality=high");
    page.expect_link(&fragment(&wanted));
    page.script("pixelbillFailed('panicked at a test')");
    page.wait_for("html[data-program=failed]");
    assert!(page.shows("#failure"));
    assert!(page.text("#failure-reason").contains("panicked at a test"));
    let link = format!("{}{}", page.server.url(), fragment(&wanted));
    assert_eq!(page.value("#failure-link"), link);
    assert_eq!(
        page.total(),
        figure(&wanted),
        "the last figure stays on screen"
    );
    page.click("#failure-reload");
    page.wait_for("html[data-program=running]");
    page.expect_figure(&wanted);
    assert!(!page.shows("#failure"));
}

#[test]
fn without_javascript_the_words_are_heard() {
    let page = Story::of(Setup::default());
    page.cdp(
        "Emulation.setScriptExecutionDisabled",
        json!({ "value": true }),
    );
    page.visit("");
    page.cdp("Accessibility.enable", json!({}));
    let tree = page
        .cdp("Accessibility.getFullAXTree", json!({}))
        .to_string();
    assert!(
        tree.contains("please turn JavaScript on"),
        "a reader hears what to do"
    );
    assert!(!tree.contains("could not start"), "the failure is hidden");
    page.cdp(
        "Emulation.setScriptExecutionDisabled",
        json!({ "value": false }),
    );
    page.go("");
}
