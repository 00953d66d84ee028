//! Cheaper ways beside an estimate.

use crate::stories::core::asked;
use crate::stories::story::Story;
use pixelbill::rates::RateBook;
use pixelbill::ways::ways;

#[test]
fn a_cheaper_way_is_one_click() {
    // A second model, so that the whole program starts.
    let link = "#model=gpt-image-2&quality=high&requests=1000&stage=Only&size=1024x1024";
    let page = Story::open(link);
    let found = ways(RateBook::embedded(), &asked(link));
    let does: Vec<&str> = found.iter().map(|way| way.does.as_str()).collect();
    page.wait_until("the core's ways", |page| page.texts(".ways .does") == does);
    let batch = found
        .iter()
        .find(|way| way.does == "Batch API")
        .expect("batch");
    let saves = page.texts(".ways .saves");
    assert!(
        saves
            .iter()
            .any(|words| words.contains(&batch.saving.in_words())),
        "{saves:?}"
    );
    page.click("[aria-label^='Batch API']");
    page.expect(&format!("{link}&tier=batch"));
    page.wait_until("the way gone", |page| {
        !page.texts(".ways .does").contains(&"Batch API".to_owned())
    });
}

#[test]
fn the_heading_stands_before_the_whole_program() {
    let page = Story::open("#model=gpt-image-2&quality=high&requests=1000");
    page.unfold("Cheaper ways");
    page.wait_until("three ways", |page| page.count(".ways li") == 3);
    assert_eq!(page.total(), "$211.00");
}
