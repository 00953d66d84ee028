//! The cheapest size, what a sum buys, migration.

use crate::stories::core::asked;
use crate::stories::story::Story;
use pixelbill::budget::images;
use pixelbill::explore::{Wish, cheapest};
use pixelbill::money::{Usd, grouped};
use rust_decimal::Decimal;

const CHEAPEST: &str = "#model=gpt-image-2&quality=high&requests=1000&view=explore&panel=cheapest";

#[test]
fn the_cheapest_size_that_is_at_least() {
    let page = Story::open(CHEAPEST);
    page.choose("#least-ratio", "16:9");
    page.choose("#tolerance", "2");
    page.type_into("#least-pixels", "2000000");
    let wish = Wish {
        pixels: 2_000_000,
        tolerance: 2,
        ratio: Some(pixelbill::size::AspectRatio::new(16, 9)),
        ..Wish::default()
    };
    let book = pixelbill::rates::RateBook::embedded();
    let found = cheapest(book, &asked(CHEAPEST), 0, &wish, 8).expect("sizes");
    let sizes: Vec<String> = found.iter().map(|one| one.size.in_words()).collect();
    page.wait_until("the core's sizes", |page| {
        page.texts(".found tbody th") == sizes
    });
    assert_eq!(
        page.texts(".found tbody tr:first-child td")[2],
        found[0].each.brief()
    );
    page.click_words(&sizes[0]);
    let link = format!(
        "#model=gpt-image-2&quality=high&requests=1000&size={}",
        found[0].size
    );
    page.expect(&link);
    page.type_into("#least-width", "5000");
    page.wait_for_words(
        ".at-least > [role=status]",
        "No valid size is that large in that ratio: ask for less, or for another ratio.",
    );
    assert_eq!(page.count(".found tbody tr"), 0);
}

#[test]
fn what_a_sum_buys() {
    let page = Story::open(CHEAPEST);
    page.reach("#sum");
    page.wait_for_words(".verdict", "5,000 images for $100: quality low fits.");
    page.type_into("#sum", "300");
    page.wait_for_words(".verdict", "5,000 images for $300: quality medium fits.");
    let (scenario, budget) = (asked(CHEAPEST), Usd(Decimal::from(300)));
    let book = pixelbill::rates::RateBook::embedded();
    let bought = images(book, &scenario, &scenario.stages[0], budget);
    let counts: Vec<String> = bought
        .iter()
        .map(|at| grouped(Decimal::from(at.images.surely.expect("it costs something"))))
        .collect();
    assert_eq!(page.texts(".afford tbody td:nth-child(3)"), counts);
    page.type_into("#wanted", "1000000000");
    page.wait_for_words(
        ".verdict",
        "1,000,000,000 images for $300: no quality fits at this size.",
    );
}

#[test]
fn away_from_a_model_that_ends() {
    let link = "#model=gpt-image-1.5&quality=high&requests=1000&view=explore&panel=migrate";
    let page = Story::open(link);
    assert_eq!(page.count(".successor"), 3);
    assert!(page.text(".lead").contains("gpt-image-1.5 end"));
    page.click("[aria-label='Move to gpt-image-2.5-sunburst at quality xhigh']");
    page.expect("#model=gpt-image-2.5-sunburst&quality=xhigh&requests=1000");
    page.wait_for_words(
        ".migration p",
        "No end of gpt-image-2.5-sunburst is announced. Choose one of the models above to see where to go from it.",
    );
    page.click(".ending .pick:last-child");
    page.wait_for(".successor");
    assert!(
        page.text(".lead")
            .starts_with("dall-e-2 ended on 12 May 2026.")
    );
    assert!(
        page.link().contains("view=explore&panel=migrate"),
        "shareable: {}",
        page.link()
    );
}

#[test]
fn panels_are_in_the_link_and_in_the_history() {
    let page = Story::open("#model=gpt-image-2&view=explore");
    page.click_words("Compare");
    page.wait_for("#pin");
    page.wait_until("the address", |page| {
        page.link().ends_with("&view=explore&panel=compare")
    });
    page.back();
    page.wait_for("canvas#map");
    page.forward();
    page.wait_for("#pin");
}
