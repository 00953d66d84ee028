//! What cannot be priced is named with its way out, and shows no figure.

use super::core::{asked, book, estimated};
use super::story::Story;
use pixelbill::estimate::{Fix, estimate};
use pixelbill::link;
use pixelbill::scenario::Scenario;

/// The fixes of the first problem: their words on the page, and the scenario that each makes.
pub fn fixes_of(scenario: &Scenario) -> Vec<(String, Scenario)> {
    let problems = estimate(book(), scenario).problems;
    let fixes = &problems.first().expect("a problem").fixes;
    fixes.iter().map(|fix| mended(scenario, fix)).collect()
}

fn mended(scenario: &Scenario, fix: &Fix) -> (String, Scenario) {
    let mut scenario = scenario.clone();
    let mut words = Vec::new();
    for change in &fix.0 {
        let (key, value) = (change.key, change.value.as_str());
        link::change(book(), &mut scenario, 0, key, value).expect("a fix is within its domain");
        words.push(match value {
            "" => format!("without {key}"),
            _ => format!("{key} {value}"),
        });
    }
    (words.join(", "), scenario)
}

#[test]
fn a_problem_shows_no_figure_and_every_way_out_of_it_works() {
    let page = Story::open("");
    for link in [
        "#requests=1000&model=gpt-image-2.6-sunburst&tier=batch",
        "#requests=1000&model=gpt-image-2&quality=max",
        "#requests=1000&size=1000x1000",
        "#requests=1000&rates=2026-06-11&model=gpt-image-2.5-flare",
        "#requests=1000&prompt=40000",
        "#requests=20&task=edit",
    ] {
        let fixes = fixes_of(&asked(link));
        assert!(!fixes.is_empty(), "{link} has no way out");
        for (words, mended) in &fixes {
            page.go(link);
            page.expect(link);
            shows_no_figure(&page, link);
            page.click_words(words);
            page.expect_figure(mended);
        }
    }
}

#[track_caller]
fn shows_no_figure(page: &Story, link: &str) {
    assert_eq!(page.total(), "No price yet", "{link}");
    let priced = [".per > span", ".bottom-bar"].map(|css| page.text(css));
    assert!(
        !priced.concat().contains('$'),
        "{link}: a price beside the problem: {priced:?}"
    );
    assert_eq!(page.count(".line"), 0, "{link}");
    let problem = &estimated(link).problems[0];
    page.wait_for_words(".cost .problem", &problem.message());
}

#[test]
fn a_problem_stands_where_it_arose_and_beside_the_figure() {
    let page = Story::open("#requests=1000&model=gpt-image-2.6-sunburst");
    page.unfold("Delivery");
    page.choose_card("tier", "Batch API, within 24 h");
    page.wait_for_words("[data-total]", "No price yet");
    assert_eq!(page.count(".asked .problem"), 1);
    assert_eq!(page.count(".cost .problem"), 1);
    page.choose_card("tier", "standard, at once");
    page.expect("#requests=1000&model=gpt-image-2.6-sunburst");
    assert_eq!(page.count(".problem"), 0);
}
