//! Input images by keyboard and by mouse.

use super::super::core::{asked, book, estimated, figure, fragment, price_with};
use super::super::problems::fixes_of;
use super::super::story::Story;
use super::{heading, open, rows, said, with_images};
use crate::acts::key;
use pixelbill::estimate::price_input;
use pixelbill::link;
use pixelbill::scenario::{InputImages, Task};
use pixelbill::size::Size;
use pixelbill::typed::sizes::sizes;

/// The figure and every row are those of the core.
#[track_caller]
fn shows(page: &Story, link: &str) {
    let scenario = asked(link);
    page.expect(link);
    let stage = &scenario.stages[0];
    let row = |images: &InputImages| {
        let price = price_input(book(), &scenario, stage, images.size).expect("it has a rate");
        let each = if images.count > 1 { " each" } else { "" };
        let tokens = pixelbill::estimate::explain::count(price.tokens);
        [
            images.size.in_words(),
            images.count.to_string(),
            format!("{tokens} tokens"),
            format!("{}{each}", price.usd.each_in_words()),
        ]
    };
    let expected: Vec<[String; 4]> = stage.refs.iter().map(row).collect();
    assert_eq!(rows(page), expected, "{link}");
}

#[test]
fn images_are_added_counted_and_removed_by_keyboard() {
    let page = with_images("#requests=1000");
    assert_eq!(heading(&page, "images-fold"), "Input images · none");
    page.focus("#add-sizes");
    page.keys("1024x1024*3, 512 x 768");
    page.press(key::ENTER);
    shows(&page, "#requests=1000&task=edit&refs=1024x1024*3,512x768");
    assert_eq!(page.value("#add-sizes"), "");
    // 3 x 1,024 tokens and 704 tokens x $8/M = $0.030208.
    assert_eq!(
        heading(&page, "images-fold"),
        "Input images · 4 · $0.03021 a request"
    );
    assert_eq!(page.text(".sum"), "4 images of at most 16");
    page.type_into("#ref-1", "2");
    shows(&page, "#requests=1000&task=edit&refs=1024x1024*3,512x768*2");

    page.focus("#ref-0-row .remove");
    page.press(key::ENTER);
    let link = "#requests=1000&task=edit&refs=512x768*2";
    shows(&page, link);
    page.expect_link(&fragment(&asked(link)));
    page.wait_until("the row that is left to have the focus", |page| {
        page.script("return document.activeElement.id") == "ref-0-row"
    });
    page.focus("#ref-0-row .remove");
    page.press(key::SPACE);
    page.expect("#requests=1000");
    assert_eq!(page.chosen("task"), "generate");
    page.wait_until("the fold to have the focus", |page| {
        page.script("return document.activeElement.parentElement.id") == "images-fold"
    });
}

#[test]
fn images_are_added_resized_and_removed_by_mouse() {
    let page = with_images("#requests=1000&model=gpt-image-2");
    for _ in 0..2 {
        page.reach(".preset:nth-child(6)");
        page.click(".preset:nth-child(6)");
    }
    let link = "#requests=1000&model=gpt-image-2&task=edit&refs=4032x3024*2";
    page.expect(link);
    page.expect_link(&fragment(&asked(link)));
    assert_eq!(rows(&page)[0][2], "1,452 to 1,536 tokens");
    let rule = book()
        .image_model("gpt-image-2")
        .and_then(|model| model.input);
    let photo = Size::new(4032, 3024);
    let low = pixelbill::rates::Fidelity::Low;
    let smaller = pixelbill::resize::for_edit(rule.expect("it edits"), low, photo, 20);
    let smaller = smaller.expect("a photo can be made smaller").size;
    let offered = page.text(".saving");
    assert!(offered.contains(&smaller.in_words()), "{offered:?}");
    page.reach(".saving .fix");
    page.click(".saving .fix");
    let resized = format!("#requests=1000&model=gpt-image-2&task=edit&refs={smaller}*2");
    shows(&page, &resized);
    page.expect_link(&fragment(&asked(&resized)));
    page.back();
    page.expect(link);
    page.reach(".rows .remove");
    page.click(".rows .remove");
    page.expect("#requests=1000&model=gpt-image-2");
    assert!(rows(&page).is_empty());
}

#[test]
fn sizes_that_are_none_are_named_and_change_nothing() {
    let link = "#requests=1000&task=edit&refs=512x512";
    let page = with_images(link);
    for text in [
        "big",
        "0x512",
        "100000x100000",
        "512x512*0",
        "1x1*1500,2x2",
        " ",
    ] {
        page.paste_into("#add-sizes", text);
        page.press(key::ENTER);
        let error = sizes(text).expect_err(text).to_string();
        page.wait_for_words("#add-sizes-refused", &error);
        assert_eq!(page.value("#add-sizes"), text, "it stays to be mended");
        assert_eq!(
            page.attribute("#add-sizes", "aria-invalid").as_deref(),
            Some("true")
        );
        shows(&page, link);
    }
    page.type_into("#add-sizes", "64x64");
    assert_eq!(page.text("#add-sizes-refused"), "");
    page.click(".by-size .quiet");
    shows(&page, "#requests=1000&task=edit&refs=512x512,64x64");
    // What one request cannot name at all is refused; more than the model takes is a problem.
    page.type_into("#add-sizes", "2x2*1500");
    page.press(key::ENTER);
    page.wait_until("a sentence", |page| {
        page.count("#images-said .refused p") == 1
    });
    assert_eq!(
        said(&page),
        ["That would be 1,502 input images: one request names at most 1,500."]
    );
    shows(&page, "#requests=1000&task=edit&refs=512x512,64x64");
    page.reach("#images-said .quiet");
    page.click("#images-said .quiet");
    page.wait_until("it to be put away", |page| !page.exists("#images-said p"));
}

#[test]
fn more_images_than_the_model_takes_are_a_problem_with_its_way_out() {
    let page = with_images("#requests=1000&task=edit&refs=512x512*3");
    page.type_into("#ref-0", "20");
    let link = "#requests=1000&task=edit&refs=512x512*20";
    page.expect(link);
    let problem = &estimated(link).problems[0];
    page.wait_for_words("#images-fold .problem", &problem.message());
    let (_, mended) = fixes_of(&asked(link)).remove(0);
    page.reach("#images-fold .problem .fix");
    page.click("#images-fold .problem .fix");
    page.expect_figure(&mended);
    assert_eq!(page.value("#ref-0"), "16");
}

#[test]
fn an_edit_becomes_a_generation_and_its_images_come_back() {
    let link = "#requests=1000&task=edit&refs=1536x1024*2&mask=1";
    let page = with_images(link);
    page.expect(link);
    let tasks = page.cards("task");
    let as_generation = price_with(&asked(link), |stage| {
        stage.task = Task::Generate;
        stage.refs.clear();
        stage.mask = false;
    });
    assert_eq!(tasks[0], ("generate".to_owned(), as_generation));
    page.focus("[data-group=task] .card:nth-child(2) input");
    page.press(key::ARROW_LEFT);
    page.expect("#requests=1000");
    assert!(rows(&page).is_empty());
    page.choose_card("task", "edit");
    page.expect("#requests=1000&task=edit&refs=1536x1024*2");
    // Without images of its own an edit begins with one.
    page.afresh("#requests=1000");
    open(&page, "images-fold", "#add-files");
    page.choose_card("task", "edit");
    page.expect("#requests=1000&task=edit&refs=1024x1024");
}

#[test]
fn fidelity_stands_where_the_model_takes_it_and_a_mask_costs_nothing() {
    let link = "#requests=1000&model=gpt-image-1.5&task=edit&refs=1024x1024";
    let page = with_images(link);
    page.choose_card("fidelity", "high");
    page.expect(&format!("{link}&fidelity=high"));
    assert_ne!(figure(&asked(link)), page.total());
    page.afresh("#requests=1000&model=gpt-image-2&task=edit&refs=1024x1024");
    open(&page, "images-fold", "#mask");
    assert!(!page.exists("[data-group=fidelity]"));
    assert!(
        page.text("#images-fold")
            .contains("Leave input_fidelity out")
    );
    let before = page.total();
    page.focus("#mask");
    page.press(key::SPACE);
    let masked = "#requests=1000&model=gpt-image-2&task=edit&refs=1024x1024&mask=1";
    page.expect_link(&format!("#{}", link::write(&asked(masked))));
    assert_eq!(page.total(), before);
    // A link that asks for what the model refuses shows it, with its way out.
    page.afresh("#requests=1000&model=gpt-image-2&task=edit&refs=1024x1024&fidelity=high");
    open(&page, "images-fold", ".looks .problem");
    page.reach(".looks .problem .fix");
    page.click(".looks .problem .fix");
    page.expect("#requests=1000&model=gpt-image-2&task=edit&refs=1024x1024");
}

#[test]
fn a_model_that_makes_no_edits_says_so() {
    let page = Story::open("#requests=1000&model=dall-e-3&view=price");
    open(&page, "images-fold", ".adding .hint");
    assert!(
        page.text(".adding")
            .contains("dall-e-3 is priced for generations only")
    );
    assert!(!page.exists("#add-sizes"));
}
