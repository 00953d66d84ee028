//! The second model of a stage, and plan or API, both in the view Plan.

use super::core::{asked, book, estimated, snapshot};
use super::story::Story;
use pixelbill::money::grouped;
use pixelbill::plan_or_api::{Around, Needs, PathKind, Tool, paths};
use pixelbill::rates::{Detail, SideTable};
use pixelbill::size::Size;
use rust_decimal::Decimal;

const PLAN: &str = "#model=gpt-image-2&prompt=60&requests=100&view=plan";

fn open(link: &str) -> Story {
    let page = Story::open(link);
    page.wait_for("#second-model-fold");
    page.unfold("Second model");
    page
}

/// Each budget is the sum of its own lines, and the text model's is apart.
#[test]
fn the_responses_route_has_two_budgets() {
    let page = open(PLAN);
    page.choose_card("way", "Responses API");
    page.wait_for("#driver");
    page.choose("#driver", "gpt-5.4");
    let link = format!("{PLAN}&route=responses&driver=gpt-5.4");
    page.expect(&link);
    let lines = &estimated(&link).stages[0].line_items;
    let of = |text: bool| -> pixelbill::money::UsdRange {
        let mine = lines
            .iter()
            .filter(|line| line.what.is_of_text_model() == text);
        mine.map(|line| line.per_request).sum()
    };
    let heads = page.texts(".budget h3");
    assert_eq!(heads.len(), 2);
    assert!(heads[0].contains(&of(false).each_in_words()), "{heads:?}");
    assert!(heads[1].contains(&of(true).each_in_words()), "{heads:?}");
    page.type_into("#context", "2k");
    page.type_into("#turns", "3");
    page.type_into("#cached", "25");
    page.expect(&format!("{link}&context=2000&turns=3&cached=25"));
    page.choose_card("way", "Image API");
    page.wait_until("the text model to be gone", |page| !page.exists("#driver"));
}

#[test]
fn the_trap_of_the_default_level_is_counted() {
    let page = open(PLAN);
    page.choose_card("way", "Analysis");
    page.wait_for("#driver");
    page.choose("#driver", "gpt-6-astra");
    let model = snapshot(&asked(PLAN))
        .text_model("gpt-6-astra")
        .expect("it is known");
    let photo = Size::new(4032, 3024);
    let count = |detail| {
        let tokens = model.vision.tokens(photo, detail).expect("it is taken");
        grouped(Decimal::from(tokens))
    };
    let (auto, high) = (count(Detail::Auto), count(Detail::High));
    assert_eq!((auto.as_str(), high.as_str()), ("14,364", "2,942"));
    page.wait_for_words(".trap", &auto);
    page.wait_for_words(".trap", &high);
    page.click_words("detail high");
    let link = "#model=gpt-image-2&prompt=60&requests=100&task=analyze&driver=gpt-6-astra&refs=1024x1024&detail=high";
    page.expect(link);
    page.type_into("#answer", "400");
    page.expect(&format!("{link}&answer=400"));
    // A model whose default is high has no trap.
    page.choose("#driver", "gpt-4o");
    page.wait_until("the note to be gone", |page| page.text(".trap").is_empty());
}

#[test]
fn plan_or_api_for_the_persons_own_numbers() {
    let page = Story::open(PLAN);
    page.wait_for("#plan-or-api");
    let each = estimated(PLAN)
        .totals
        .and_then(|totals| totals.per_accepted_image);
    let mut needs = Needs {
        images: 100,
        seats: 1,
        yearly: false,
        each,
        around: Around::default(),
        tool: None,
    };
    shows(&page, &needs);
    page.type_into("#month-images", "5k");
    page.type_into("#seats", "3");
    page.type_into("#engineering-once", "6000");
    page.type_into("#tool-price", "30");
    page.type_into("#tool-further", "0.5");
    needs.images = 5000;
    needs.seats = 3;
    needs.around.engineering_once = Decimal::from(6000);
    needs.tool = Some(Tool {
        price: Decimal::from(30),
        included: 100,
        further: Some(Decimal::new(5, 1)),
    });
    shows(&page, &needs);
    page.click_words("Paid yearly");
    needs.yearly = true;
    shows(&page, &needs);
    assert!(book().snapshots.len() > 1);
}

/// Every path stands with its price, its break-even and its words.
#[track_caller]
fn shows(page: &Story, needs: &Needs) {
    for path in paths(SideTable::embedded(), needs) {
        let css = format!("[data-path='{}']", path.kind.name());
        let price = path.monthly.filter(|usd| !usd.high.0.is_zero());
        if let Some(usd) = price {
            page.wait_for_words(&css, &format!("{} a month", usd.in_words()));
        }
        if let Some(even) = path.break_even {
            page.wait_for_words(&css, &even.in_words());
        }
        if !matches!(path.kind, PathKind::Enterprise) {
            page.wait_for_words("#plan-or-api", path.kind.is_enough());
        }
        page.wait_for_words("#plan-or-api", path.kind.breaks_down());
    }
    assert!(
        page.text("#plan-or-api")
            .contains("a plan is no API credit")
    );
}
