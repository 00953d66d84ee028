//! Links with nonsense in them open, say what was set aside, and keep the rest.

use super::core::{book, figure};
use super::story::Story;
use pixelbill::link::{self, Key, Scope};

/// Opens a link and compares what the page says with what the core sets aside.
#[track_caller]
fn opens(page: &Story, link: &str) -> Vec<String> {
    page.afresh(link);
    let read = link::read(book(), "", link);
    let told = read
        .set_aside
        .iter()
        .map(|aside| aside.to_string().trim().to_owned());
    let told: Vec<String> = told.collect();
    // The total first: it waits for the program that says what was set aside.
    assert_eq!(page.total(), figure(&read.scenario));
    assert_eq!(page.texts(".set-aside li"), told);
    assert_eq!(
        page.count(".set-aside"),
        told.len().min(1) as u64,
        "all in one place"
    );
    let body = page.text("body");
    let broken = ["NaN", "undefined", "Infinity"]
        .into_iter()
        .find(|word| body.contains(word));
    assert_eq!(broken, None);
    told
}

#[test]
fn nonsense_in_every_key_is_set_aside_in_one_place() {
    let page = Story::open("");
    let every = |value: &str| {
        let keys = [Scope::Scenario, Scope::Stage, Scope::Display]
            .into_iter()
            .flat_map(Key::of);
        let pairs = keys.map(|key| format!("{}={value}", key.name));
        format!("#{}", pairs.collect::<Vec<_>>().join("&"))
    };
    for value in [
        "%F0%9F%A6%80",
        "-1e999",
        "99999999999999999999",
        "%zz%00%ff<b>",
        "",
    ] {
        let told = opens(&page, &every(value));
        assert!(told.len() > 15, "{value:?}: {told:?}");
    }
    page.click_words("Understood");
    assert!(!page.exists(".set-aside"));
}

#[test]
fn one_bad_value_keeps_the_rest() {
    let page = Story::open("#model=gpt-image-2&requests=-4&quality=high&n=2");
    page.expect("#model=gpt-image-2&quality=high&n=2");
    assert_eq!(page.chosen("quality"), "high");
    assert!(page.text(".set-aside li").contains("-4"));
    page.choose_card("quality", "low");
    page.expect("#model=gpt-image-2&quality=low&n=2");
    assert!(page.exists(".set-aside"), "it stays until it is put away");
    page.click_words("Understood");
    page.expect("#model=gpt-image-2&quality=low&n=2");
    assert!(!page.exists(".set-aside"));
}

#[test]
fn odd_links_open() {
    let page = Story::open("");
    for link in [
        "#model=gpt-image-9&requests=10",
        "#rates=2019-01-01&model=gpt-image-2",
        "#rates=2031-01-01&model=gpt-image-2",
        "#MODEL=GPT-IMAGE-2&Requests=7",
        "#requests=1&requests=2&requests=3",
        "#requests=5&tehst=1&=&&==",
        "#nonsense=1",
        "#size=0x0&requests=2",
        "#size=65535x65535&requests=2",
        "#v=2&requests=3",
    ] {
        opens(&page, link);
    }
    let long = format!("#requests=9&x={}", "%41b".repeat(25_000));
    opens(&page, &long);
    assert!(!page.overflows_sideways());
}

#[test]
fn keys_of_other_views_are_kept_in_the_link() {
    let page = Story::open("#requests=30&retries=10&budget=200&per=month&view=plan");
    page.unfold("Quality");
    page.choose_card("quality", "low");
    page.wait_until("the address", |page| page.link().contains("quality=low"));
    for part in ["retries=10", "budget=200", "per=month", "view=plan"] {
        assert!(
            page.link().contains(part),
            "{part} is gone from {}",
            page.link()
        );
    }
}
