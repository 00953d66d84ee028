//! Number fields take what people type, and explain what they refuse.

use super::core::{asked, figure};
use super::problems::fixes_of;
use super::story::{REQUESTS, Story};
use crate::acts::key;
use pixelbill::scenario::bounds;
use pixelbill::typed;

const DELETE: &str = "\u{e017}";

#[test]
fn fields_take_what_people_type() {
    let page = Story::open("");
    for (text, number, written_out) in [
        ("1k", 1_000, "1,000"),
        ("2,500", 2_500, "2,500"),
        ("1.5M", 1_500_000, "1,500,000"),
        ("10 000", 10_000, "10,000"),
        ("7", 7, "7"),
    ] {
        page.type_into("#requests", text);
        page.expect(&format!("#requests={number}"));
        assert_eq!(page.value("#requests"), text, "it stays as it is typed");
        assert_eq!(page.text("#requests-refused"), "");
        page.press(key::TAB);
        page.wait_until("it to be written out", |page| {
            page.value("#requests") == written_out
        });
    }
    page.type_into("#n", "4");
    page.expect("#requests=7&n=4");
    page.unfold("Prompt");
    page.type_into("#prompt", "12k");
    page.expect("#requests=7&n=4&prompt=12000");
}

/// The field says why, as the core words it, and a screen reader is told.
#[track_caller]
fn refused(page: &Story, text: &str) {
    let error = typed::count(text, &bounds::REQUESTS).expect_err(text);
    page.wait_for_words("#requests-refused", &error.to_string());
    assert_eq!(page.value("#requests"), text);
    let of_field = |name: &str| page.attribute("#requests", name).unwrap_or_default();
    assert_eq!(of_field("aria-invalid"), "true");
    assert_eq!(of_field("aria-describedby"), "requests-refused");
    let role = page.attribute("#requests-refused", "role");
    assert_eq!(role.as_deref(), Some("status"));
}

#[test]
fn two_readings_are_both_offered_and_both_work() {
    let page = Story::open("");
    let before = page.total();
    for (text, readings) in [("1,5", [2, 15]), ("2.500", [3, 2500])] {
        for (button, number) in readings.into_iter().enumerate() {
            page.type_into("#requests", text);
            refused(&page, text);
            assert_eq!(page.count("#requests-refused .fix"), 2, "{text}");
            page.click(&format!("#requests-refused .fix:nth-child({})", button + 1));
            page.expect(&format!("#requests={number}"));
            assert_eq!(page.number("#requests"), number);
            assert_eq!(page.text("#requests-refused"), "");
            page.type_into("#requests", "1000");
            page.wait_until("the first figure again", |_| page.total() == before);
        }
    }
}

#[test]
fn what_is_refused_is_explained_and_changes_nothing() {
    let page = Story::open("");
    let before = page.total();
    for text in ["abc", "0", "99999999999", "-5", "1.5", "1e9", "½"] {
        page.paste_into("#requests", text);
        refused(&page, text);
        assert_eq!(page.total(), before, "{text}");
        page.press(key::TAB);
        refused(&page, text); // it stays after the field is left
    }
    page.type_into("#requests", DELETE);
    refused(&page, "");
    assert_eq!(page.total(), before);

    // Key by key, the figure follows for as long as there is a number.
    page.type_into("#requests", "25x");
    page.expect("#requests=25");
    refused(&page, "25x");

    page.paste_into("#n", "11");
    let error = typed::count("11", &bounds::N).expect_err("too many");
    assert_eq!(page.text("#n-refused p"), error.to_string());
    page.click("#n-refused .fix");
    page.expect("#requests=25&n=10");
}

#[test]
fn what_was_refused_is_forgotten_once_the_slider_speaks() {
    let page = Story::open("");
    page.type_into("#requests", "abc");
    page.focus(REQUESTS);
    page.press(key::ARROW_RIGHT);
    assert_eq!(page.text("#requests-refused"), "");
    page.press(key::ARROW_LEFT);
    page.expect("#requests=1000");
    assert_eq!(
        page.value("#requests"),
        "1,000",
        "the refused text came back"
    );
}

#[test]
fn a_width_that_is_not_valid_is_named_with_its_neighbours() {
    let page = Story::open("");
    let link = "#requests=1000&size=1000x1024";
    page.type_into("#width", "1000");
    page.expect(link);
    assert_eq!(page.total(), "No price yet");
    assert_eq!(page.value("#width"), "1000");
    assert_eq!(
        page.focused(),
        "textbox: Width",
        "the focus is left where one types"
    );
    let said = page.text(".asked .problem");
    assert!(said.contains("992") && said.contains("1008"), "{said:?}");
    let (words, mended) = fixes_of(&asked(link)).remove(0);
    page.click_words(&words);
    page.expect_figure(&mended);
    assert_ne!(figure(&mended), "No price yet");
    assert!(!page.exists(".problem"));

    page.paste_into("#height", "99999");
    page.wait_for_words("#height-refused", "99999");
    page.expect_figure(&mended);
}
