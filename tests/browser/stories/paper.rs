//! Printed, an estimate is one clean page.

use super::core::{asked, figure};
use super::story::Story;
use serde_json::json;

#[test]
fn an_estimate_prints_on_one_page() {
    let link = "#requests=1000&model=gpt-image-2.6-flare&rates=2026-11-04&theme=dark";
    let page = Story::open(link);
    page.as_print();
    assert_eq!(page.total(), figure(&asked(link)));
    for css in [".bottom-bar", ".actions", "button.theme", ".slider"] {
        assert!(!page.shows(css), "{css} is printed");
    }
    assert!(page.shows(".line") && page.shows(".notices"));
    let paper = page.cdp("Page.printToPDF", json!({ "printBackground": false }));
    let pages = "return [...atob(arguments[0]).matchAll(/\\/Type\\s*\\/Page\\b(?!s)/g)].length";
    assert_eq!(page.script_with(pages, json!([paper["data"]])), 1);
}
