//! Choosing by mouse and by keyboard.

use super::core::asked;
use super::story::Story;
use crate::acts::key;

#[test]
fn choices_by_mouse() {
    let page = Story::open("");
    page.choose_card("model", "gpt-image-2");
    page.expect("#requests=1000&model=gpt-image-2");
    page.choose_card("quality", "high");
    page.expect("#requests=1000&model=gpt-image-2&quality=high");
    page.choose_card("size", "1536 × 1024");
    page.expect("#requests=1000&model=gpt-image-2&quality=high&size=1536x1024");
    assert_eq!(page.chosen("size"), "1536 × 1024");
    page.choose_cell("2048 × 1152");
    page.expect("#requests=1000&model=gpt-image-2&quality=high&size=2048x1152");
    assert_eq!(
        page.chosen("size"),
        "",
        "no standard size is chosen any more"
    );
    assert_eq!(
        [page.number("#width"), page.number("#height")],
        [2048, 1152]
    );
    page.click("[aria-label='Exchange width and height']");
    page.expect("#requests=1000&model=gpt-image-2&quality=high&size=1152x2048");
    page.click_words("Landscape");
    page.choose_cell("2880 × 2880"); // the nearest to 3840 x 3840
    page.expect("#requests=1000&model=gpt-image-2&quality=high&size=2880x2880");
    page.unfold("Delivery");
    page.choose_card("tier", "Batch API, within 24 h");
    page.expect("#requests=1000&model=gpt-image-2&quality=high&size=2880x2880&tier=batch");
    page.choose_card("size", "auto");
    page.expect("#requests=1000&model=gpt-image-2&quality=high&size=auto&tier=batch");
}

#[test]
fn models_that_ended_are_folded_away_and_priced_for_old_bills() {
    let page = Story::open("");
    assert!(!page.shows("[data-group=earlier]"));
    page.choose_card("model", "gpt-image-2.6");
    page.choose_card("sibling", "flare");
    page.expect("#requests=1000&model=gpt-image-2.6-flare");
    assert_eq!(page.chosen("model"), "gpt-image-2.6");

    page.unfold("Deprecated and ended models");
    page.choose_card("earlier", "gpt-image-1");
    page.expect("#requests=1000&model=gpt-image-1");
    assert_eq!(page.chosen("model"), "");
    assert_eq!(page.chosen("earlier"), "gpt-image-1");
    assert!(!page.exists(".grid"), "gpt-image-1 takes listed sizes only");
    assert!(!page.exists("[data-group=sibling]"), "it stands alone");
    assert!(
        page.text(".notices").contains("gpt-image-1"),
        "its end is told beside the figure"
    );

    page.choose_card("model", "gpt-image-2.5");
    page.expect("#requests=1000");
    assert!(page.exists(".grid"));
}

#[test]
fn arrow_keys_choose_within_a_group_and_keep_the_focus() {
    let page = Story::open("#requests=1000&model=gpt-image-2.5-flare");
    let right = |group: &str, link: &str, focused: &str| {
        page.focus(&format!("[data-group={group}] input:checked"));
        page.press(key::ARROW_RIGHT);
        page.expect(link);
        let now = page.focused();
        assert!(now.starts_with(focused), "{group}: the focus is on {now:?}");
    };
    right("quality", "#requests=1000&quality=high", "radio: high $");
    right(
        "size",
        "#requests=1000&quality=high&size=1536x1024",
        "radio: 1536 × 1024 $",
    );
    let link = "#requests=1000&quality=high&size=1536x1024&model=gpt-image-2";
    right("model", link, "radio: gpt-image-2 $");

    page.focus("[data-group=quality] input:checked");
    page.press(key::ARROW_LEFT);
    page.press(key::ARROW_LEFT);
    page.expect("#requests=1000&quality=low&size=1536x1024&model=gpt-image-2");
    page.press(key::ARROW_UP); // from the first to the last
    page.expect("#requests=1000&quality=auto&size=1536x1024&model=gpt-image-2");
    assert_eq!(page.chosen("quality"), "auto");
}

#[test]
fn arrow_keys_keep_the_focus_among_siblings_and_ended_models() {
    let page = Story::open("#requests=1000");
    page.focus("[data-group=sibling] input:checked");
    page.press(key::ARROW_RIGHT);
    page.wait_until("flare to be chosen", |_| page.chosen("sibling") == "flare");
    assert_eq!(page.focused(), "radio: flare");

    let link = "#requests=1000&model=gpt-image-1.5";
    page.go(link);
    page.expect(link);
    page.focus("[data-group=earlier] input:checked");
    page.press(key::ARROW_DOWN);
    page.wait_until("another to be chosen", |_| {
        page.chosen("earlier") != "gpt-image-1.5"
    });
    let (chosen, focused) = (page.chosen("earlier"), page.focused());
    assert!(
        focused.starts_with(&format!("radio: {chosen} ")),
        "the focus is on {focused:?}"
    );
    page.press(key::ARROW_UP);
    page.expect_figure(&asked(link));
}

#[test]
fn a_fold_that_a_person_opened_stays_open() {
    let page = Story::open("#requests=1000");
    page.unfold("Deprecated and ended models");
    page.choose_card("model", "gpt-image-2");
    page.expect("#requests=1000&model=gpt-image-2");
    assert!(page.shows("[data-group=earlier]"), "it closed by itself");
}
