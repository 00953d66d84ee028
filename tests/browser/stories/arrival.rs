//! The first screen answers before it is asked, and every choice carries its price.

use super::core::{asked, book, estimated, figure, is_current, price_with, snapshot};
use super::story::Story;
use pixelbill::estimate::estimate;
use pixelbill::rates::{FlexibleSizes, Model, OutputKind, Quality, SizeKind, Tier};
use pixelbill::scenario::Scenario;
use pixelbill::size::{AspectRatio, Size, SizeChoice, SizeClass};
use rust_decimal::Decimal;
use serde_json::json;

#[test]
fn the_bare_address_shows_an_example_priced() {
    let page = Story::open("");
    let example = Scenario::example(book().newest().date);
    assert_eq!(page.total(), figure(&example));
    let totals = estimate(book(), &example).totals.expect("it is priced");
    let each = totals.per_image.expect("it makes images").each_in_words();
    assert_eq!(
        page.text(".per > span"),
        format!("1,000 images · {each} each")
    );

    assert_eq!(page.chosen("model"), "gpt-image-2.5");
    assert_eq!(page.chosen("sibling"), "sunburst");
    assert_eq!(page.chosen("quality"), "medium");
    assert_eq!(page.chosen("size"), "1024 × 1024");
    assert_eq!(page.number("#requests"), 1000);
    assert_eq!(page.number("#n"), 1);
    assert_eq!(
        page.text(".cell[aria-pressed=true] .dimensions"),
        "1024 × 1024"
    );

    let lowest = page.place(".line:last-child");
    assert!(
        lowest.top + lowest.height < 900.0,
        "the breakdown is below the first screen"
    );
    let bar = "return [...document.querySelectorAll('.bar .segment')]
        .reduce((sum, e) => sum + parseFloat(e.style.width), 0)";
    let bar = page.script(bar).as_f64().unwrap_or_default();
    assert!(
        (99.0..=100.1).contains(&bar),
        "the bar's parts come to {bar} %"
    );
}

#[test]
fn the_lines_add_up_to_the_total() {
    let page = Story::open("");
    for link in [
        "#requests=1000",
        "#requests=1&quality=low",
        "#requests=333&n=7&prompt=1234&model=gpt-image-2",
        "#requests=500&model=gpt-image-2.6-sunburst&size=1536x1024&quality=low",
        "#requests=70&rates=2026-06-11&model=gpt-image-1.5&quality=high&size=1024x1536",
        "#requests=3&model=gpt-image-2&partials=2&n=2&prompt=200",
        "#requests=25&rates=2026-05-06&model=dall-e-3&quality=high&size=1792x1024",
    ] {
        page.go(link);
        page.expect(link);
        let lines = estimated(link).stages[0].line_items.len();
        let amounts = page.texts(".line .amount");
        assert_eq!(amounts.len(), lines, "{link}");
        let [low, high]: [Decimal; 2] =
            [0, 1].map(|end| amounts.iter().map(|text| ends(text)[end]).sum());
        assert_eq!([low, high], ends(&page.total()), "{link}: {amounts:?}");
    }
}

/// "$14.20 – $19.90" or "$14.20": both ends.
#[track_caller]
fn ends(text: &str) -> [Decimal; 2] {
    let amount = |text: &str| -> Decimal {
        let digits = text.replace(['$', ','], "");
        digits
            .parse()
            .unwrap_or_else(|_| panic!("{text:?} is no amount"))
    };
    let (low, high) = text.split_once(" – ").unwrap_or((text, text));
    [amount(low), amount(high)]
}

#[test]
fn every_choice_carries_the_price_that_the_core_gives_it() {
    let page = Story::open("");
    for link in [
        "#requests=1000",
        "#requests=5&model=gpt-image-2.6-flare&quality=high&size=2048x1152&n=4&prompt=900",
        "#requests=5&model=gpt-image-2&tier=batch&size=864x1536&quality=low",
        "#requests=5&rates=2026-06-11&model=gpt-image-1-mini&quality=low",
        "#requests=5&rates=2026-05-06&model=dall-e-3&quality=high&size=1792x1024",
    ] {
        page.go(link);
        page.expect(link);
        let now = asked(link);
        open_earlier(&page, &now);
        let model = snapshot(&now).image_model(now.stages[0].model);
        let model = model.expect("the story names a model of its date");
        assert_eq!(page.cards("model"), current(&now), "{link}");
        assert_eq!(page.cards("quality"), qualities(&now, model), "{link}");
        assert_eq!(page.cards("size"), sizes(&now, model), "{link}");
        assert_eq!(page.cards("tier"), tiers(&now), "{link}");
        assert_eq!(earlier(&page), ended(&now), "{link}");
        match model.sizes.kind {
            SizeKind::Flexible(rule) => grid(&page, &now, rule, link),
            SizeKind::Fixed { .. } => assert!(!page.exists(".grid"), "{link}"),
        }
    }
}

type Priced = Vec<(String, String)>;

/// A card a generation, at the price of all that is current in it.
fn current(now: &Scenario) -> Priced {
    let mut cards = Priced::new();
    for model in snapshot(now)
        .image_models
        .iter()
        .filter(|model| is_current(model))
    {
        let price = price_with(now, |stage| stage.model = model.id);
        let card = (format!("gpt-image-{}", model.generation), price);
        match cards.iter().find(|known| known.0 == card.0) {
            Some(known) => assert_eq!(*known, card, "{} costs the same", model.id),
            None => cards.push(card),
        }
    }
    cards
}

fn qualities(now: &Scenario, model: &Model) -> Priced {
    let auto = !matches!(model.output.kind, OutputKind::Flat(_));
    let all = model.qualities().chain(auto.then_some(Quality::Auto));
    let price = |quality| price_with(now, |stage| stage.quality = quality);
    all.map(|quality| (quality.to_string(), price(quality)))
        .collect()
}

fn sizes(now: &Scenario, model: &Model) -> Priced {
    let standard = [(1024, 1024), (1536, 1024), (1024, 1536)].map(|(w, h)| Size::new(w, h));
    let (exact, auto) = match model.sizes.kind {
        SizeKind::Flexible(_) => (&standard[..], true),
        SizeKind::Fixed { sizes, auto } => (sizes, auto),
    };
    let price = |choice| price_with(now, |stage| stage.size = choice);
    let exact = exact
        .iter()
        .map(|size| (size.in_words(), price(SizeChoice::Exact(*size))));
    let auto = auto.then(|| ("auto".to_owned(), price(SizeChoice::Auto)));
    exact.chain(auto).collect()
}

fn tiers(now: &Scenario) -> Priced {
    let names = ["standard, at once", "Batch API, within 24 h"];
    let prices = [Tier::Standard, Tier::BatchApi].map(|tier| price_with(now, |s| s.tier = tier));
    names.map(str::to_owned).into_iter().zip(prices).collect()
}

/// Deprecated and ended models: their names, and the price that begins the small print.
fn ended(now: &Scenario) -> Priced {
    let models = snapshot(now)
        .image_models
        .iter()
        .filter(|model| !is_current(model));
    let price = |id| price_with(now, |stage| stage.model = id);
    models
        .map(|model| (model.id.to_owned(), price(model.id)))
        .collect()
}

/// Opens the fold of deprecated and ended models, where there are any: its prices follow only
/// while it is open.
fn open_earlier(page: &Story, now: &Scenario) {
    if !ended(now).is_empty() && !page.exists("details[open] [data-group='earlier']") {
        page.unfold("Deprecated and ended models");
        page.wait_until("their prices", |page| {
            let prices = page.texts("[data-group='earlier'] .price");
            prices.iter().all(|price| price.contains(" · "))
        });
    }
}

#[track_caller]
fn earlier(page: &Story) -> Priced {
    let price = |(name, print): (String, String)| {
        let (price, _) = print.split_once(" · ").expect("price and end");
        (name, price.to_owned())
    };
    page.cards("earlier").into_iter().map(price).collect()
}

/// Each cell holds the price of the size it names, and that size is valid; a cell whose own size
/// is not valid says so and names a valid one.
#[track_caller]
fn grid(page: &Story, now: &Scenario, rule: FlexibleSizes, link: &str) {
    let tall = matches!(now.stages[0].size, SizeChoice::Exact(size) if size.height > size.width);
    let read = "return [...document.querySelectorAll('.grid .cell')].map((cell) =>
        ['.price', '.dimensions', '.reason'].map((part) => cell.querySelector(part)?.innerText ?? ''))";
    let cells: Vec<[String; 3]> = page.list(read, json!([]));
    let ratios = AspectRatio::COMMON.map(|wide| if tall { wide.turned() } else { wide });
    let wishes = ratios
        .iter()
        .flat_map(|ratio| SizeClass::ALL.map(|class| ratio.at(class, rule.step)));
    let wishes: Vec<Size> = wishes.collect();
    assert_eq!(cells.len(), wishes.len(), "{link}");
    for ([price, dimensions, reason], wish) in cells.iter().zip(wishes) {
        let size: Size = dimensions.replace(' ', "").parse().expect("a size");
        let valid = rule.takes(wish);
        assert_eq!(size == wish, valid, "{link}: {wish} became {size}");
        assert_eq!(reason.is_empty(), valid, "{link}: {wish} {reason:?}");
        assert!(rule.takes(size), "{link}: {size} is offered");
        let expected = price_with(now, |stage| stage.size = SizeChoice::Exact(size));
        assert_eq!(*price, expected, "{link}: {size}");
    }
}
