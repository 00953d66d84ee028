//! Partial images, background, format, delivery, and what the API does by itself.

use super::super::core::{asked, book, estimated, price_with};
use super::super::problems::fixes_of;
use super::super::story::Story;
use super::{heading, open};
use crate::acts::key;
use pixelbill::estimate::price_each;
use pixelbill::rates::{Quality, Tier};
use pixelbill::scenario::Scenario;
use pixelbill::size::SizeChoice;

/// A link that the whole program opens.
const WHOLE: &str = "#requests=1000&model=gpt-image-2.6-flare&task=edit&refs=512x512";

#[test]
fn partial_images_are_a_span_by_keyboard_and_by_mouse() {
    let page = Story::open(WHOLE);
    open(&page, "partials-fold", "#partials");
    assert_eq!(heading(&page, "partials-fold"), "Partial images · none");
    page.focus("input[aria-label='Partial images']");
    page.press(key::ARROW_RIGHT);
    page.expect(&format!("{WHOLE}&partials=1"));
    page.drag_slider("input[aria-label='Partial images']", 1.0);
    page.expect(&format!("{WHOLE}&partials=3"));
    // 0 to 3 x 100 tokens x $30/M.
    assert_eq!(
        heading(&page, "partials-fold"),
        "Partial images · up to 3 · $0.00 – $0.009000 a request"
    );
    page.type_into("#partials", "4");
    page.wait_for_words("#partials-refused", "above the most, 3");
    page.expect(&format!("{WHOLE}&partials=3"));
    let batch = "#requests=1000&task=edit&refs=512x512&partials=2&tier=batch";
    page.afresh(batch);
    open(&page, "partials-fold", ".problem");
    let (words, mended) = fixes_of(&asked(batch)).remove(0);
    assert_eq!(page.text("#partials-fold .fix"), words);
    page.reach("#partials-fold .fix");
    page.click("#partials-fold .fix");
    page.expect_figure(&mended);
}

#[test]
fn every_background_and_format_is_priced_or_says_why_not() {
    let page = Story::open(WHOLE);
    open(&page, "output-fold", "[data-group=format]");
    for background in ["opaque", "transparent", "auto"] {
        page.choose_card("background", background);
        page.expect(&format!("{WHOLE}&background={background}"));
    }
    for format in ["jpeg", "webp", "gif", "svg"] {
        page.choose_card("format", format);
        let link = format!("{WHOLE}&format={format}");
        page.expect(&link);
        match estimated(&link).problems.first() {
            Some(problem) => page.wait_for_words("#output-fold .problem", &problem.message()),
            None => page.wait_until("no problem", |page| !page.exists(".problem")),
        }
    }
    assert!(heading(&page, "output-fold").ends_with("auto, svg · no price known"));
    page.focus("[data-group=format] .card:nth-child(2) input");
    page.press(key::ARROW_LEFT);
    page.expect(WHOLE);
    let formats = page.cards("format");
    assert_eq!(formats[3].1, "price unknown");
    let notes = page.text("#output-fold .notes");
    for name in ["output_compression", "moderation", "complexity"] {
        assert!(notes.contains(name), "{name} is not explained");
    }
    // Transparent in jpeg is refused, with both ways out.
    let link = format!("{WHOLE}&background=transparent&format=jpeg");
    page.afresh(&link);
    open(&page, "output-fold", ".problem");
    for (words, mended) in fixes_of(&asked(&link)) {
        page.afresh(&link);
        open(&page, "output-fold", ".problem");
        let at = page
            .texts("#output-fold .fix")
            .iter()
            .position(|fix| *fix == words);
        let css = format!("#output-fold .fix:nth-child({})", at.expect(&words) + 1);
        page.reach(&css);
        page.click(&css);
        page.expect_figure(&mended);
    }
}

/// The interval that `auto` costs, in the page's words.
fn auto(scenario: &Scenario, change: impl FnOnce(&mut pixelbill::scenario::Stage)) -> String {
    let mut stage = scenario.stages[0].clone();
    change(&mut stage);
    let price = price_each(book(), scenario, &stage).expect("auto has a price");
    price.each_in_words()
}

#[test]
fn what_the_api_does_when_a_parameter_is_left_out_is_said_beside_it() {
    let link = "#requests=1000&model=gpt-image-2&task=edit&refs=512x512";
    let page = Story::open(link);
    let scenario = asked(link);
    let size = auto(&scenario, |stage| stage.size = SizeChoice::Auto);
    let quality = auto(&scenario, |stage| stage.quality = Quality::Auto);
    let asked_words = page.text(".asked");
    for (key, price) in [("size", size), ("quality", quality)] {
        let words = format!("A request that leaves {key} out gets auto: {price} an image.");
        assert!(asked_words.contains(&words), "{words:?} is missing");
    }
    page.choose_card("quality", "auto");
    page.expect(&format!("{link}&quality=auto"));
    page.wait_until("nothing to say of quality", |page| {
        !page.text(".asked").contains("leaves quality out")
    });
}

#[test]
fn both_tiers_carry_their_price() {
    let link = "#requests=1000&model=gpt-image-2&task=edit&refs=512x512";
    let page = Story::open(link);
    open(&page, "delivery-fold", "[data-group=tier]");
    let prices = [Tier::Standard, Tier::BatchApi]
        .map(|tier| price_with(&asked(link), |stage| stage.tier = tier));
    let shown: Vec<String> = page.cards("tier").into_iter().map(|card| card.1).collect();
    assert_eq!(shown, prices);
    page.focus("[data-group=tier] .card:first-child input");
    page.press(key::ARROW_RIGHT);
    page.expect(&format!("{link}&tier=batch"));
    assert_eq!(
        heading(&page, "delivery-fold"),
        format!("Delivery · Batch API, within 24 h · {} an image", prices[1])
    );
}
