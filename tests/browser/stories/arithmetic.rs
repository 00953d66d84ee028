//! Each figure opens its arithmetic.

use super::core::{asked, book, estimated};
use super::story::Story;
use pixelbill::estimate::{Charge, explain, snapshot_of};
use serde_json::json;

#[test]
fn every_line_opens_its_arithmetic() {
    let page = Story::open("");
    for link in [
        "#requests=1000",
        "#requests=20&model=gpt-image-2.6-flare&quality=high&n=2",
        "#requests=70&rates=2026-06-11&model=gpt-image-1.5&quality=high&size=1024x1536",
        "#requests=25&rates=2026-05-06&model=dall-e-3&quality=high&size=1792x1024",
    ] {
        page.afresh(link);
        page.expect(link);
        for at in 0..estimated(link).stages[0].line_items.len() {
            let line = format!(".line:nth-child({})", at + 1);
            assert!(
                !page.exists(&format!("{line} dt")),
                "made when somebody asks"
            );
            page.click(&format!("{line} summary"));
            page.wait_for(&format!("{line} dt"));
            told(&page, link, at);
        }
    }
}

/// The line tells its formula, its product, and each source with the day it was checked.
#[track_caller]
fn told(page: &Story, link: &str, at: usize) {
    let (scenario, item) = (asked(link), estimated(link).stages[0].line_items[at]);
    let snapshot = snapshot_of(book(), &scenario);
    let css = format!(".line:nth-child({}) .arithmetic", at + 1);
    let words = page.text(&css);
    let formula = explain::formula(snapshot, &scenario.stages[0], &item);
    for part in [formula, explain::product_of(&item)] {
        let stands = !part.is_empty() && words.contains(&part);
        assert!(stands, "{link}: {part:?} is not in {words:?}");
    }
    let rate = match item.charge {
        Charge::Tokens { rate_source, .. } => rate_source,
        Charge::Images { .. } => None,
    };
    let read = "return [...document.querySelectorAll(arguments[0])].map((a) => a.href)";
    let links: Vec<String> = page.list(read, json!([format!("{css} a")]));
    for source in [item.source, rate].into_iter().flatten() {
        let known = links.iter().any(|link| link == source.url);
        assert!(known, "{link}: no link to {} among {links:?}", source.url);
        let checked = format!("{}, checked {}", source.title, source.checked.in_words());
        assert!(
            words.contains(&checked),
            "{link}: {checked:?} is not in {words:?}"
        );
    }
}

#[test]
fn an_open_line_follows_what_is_chosen() {
    let page = Story::open("#requests=1000");
    page.click(".line:first-child summary");
    page.wait_for(".line:first-child dt");
    page.choose_card("quality", "max");
    page.expect("#requests=1000&quality=max");
    told(&page, "#requests=1000&quality=max", 0);
    page.click(".line:first-child summary");
    page.wait_until("the line to close", |page| {
        !page.exists(".line:first-child[open]")
    });
}

#[test]
fn a_line_opened_and_closed_in_one_breath_still_opens() {
    let page = Story::open("#requests=1000");
    page.script(
        "const line = document.querySelector('.line'); line.open = true; line.open = false",
    );
    page.click(".line:first-child summary");
    page.wait_for(".line[open]");
    page.wait_for(".line[open] dt");
}

#[test]
fn the_exact_figure_is_one_gesture_away() {
    let page = Story::open("");
    for link in [
        "#requests=1&quality=low",
        "#requests=3&model=gpt-image-2.6-flare",
    ] {
        page.go(link);
        page.expect(link);
        page.unfold("Exact figure");
        let total = estimated(link).totals.expect("it is priced").total;
        let words = page.text(".exact");
        for end in [total.low, total.high] {
            let exact = format!("${}", end.0.normalize());
            assert!(
                words.contains(&exact),
                "{link}: {exact} is not in {words:?}"
            );
        }
    }
}
