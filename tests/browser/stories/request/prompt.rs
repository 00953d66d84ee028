//! The prompt by number and as a text, which stays on the page.

use super::super::core::{asked, fragment};
use super::super::story::PROMPT;
use super::with_prompt;
use crate::acts::key;
use pixelbill::estimate::explain::count;
use pixelbill::tokens::text::tokens;

const TEXT: &str = "A lighthouse on a cliff at dusk, painted in gouache, with warm light in its \
                    windows and two gulls below. Fünf Möwen, 灯台と海.";

const LINK: &str = "#requests=1000";

#[test]
fn a_pasted_prompt_is_counted_and_kept_out_of_the_link() {
    let page = with_prompt(LINK);
    let asked_for = page.requests().len();
    page.paste_into("#prompt-text", TEXT);
    let likely = tokens(TEXT).likely;
    let link = format!("{LINK}&prompt={likely}");
    page.expect(&link);
    page.expect_link(&fragment(&asked(&link)));
    assert_eq!(page.number("#prompt") as u64, likely);
    let said = page.text("#prompt-estimate");
    assert!(said.contains(&count(tokens(TEXT).band)), "{said:?}");
    assert!(!page.link().contains("lighthouse"));
    assert_eq!(page.sent_since(asked_for), [""; 0], "a request was made");

    // The number moves on: the text and its estimate stay, and can be taken again.
    page.focus(PROMPT);
    page.press(key::PAGE_UP);
    page.wait_for("#prompt-estimate .fix");
    assert_eq!(page.value("#prompt-text"), TEXT);
    page.reach("#prompt-estimate .fix");
    page.click("#prompt-estimate .fix");
    page.expect(&link);
    page.wait_until("the button to go", |page| {
        !page.exists("#prompt-estimate .fix")
    });
}

#[test]
fn typing_the_prompt_counts_along_and_an_empty_one_changes_nothing() {
    let page = with_prompt(LINK);
    page.focus("#prompt-text");
    page.keys("a red kite");
    page.expect(&format!("{LINK}&prompt={}", tokens("a red kite").likely));
    page.type_into("#prompt-text", "\u{e017}");
    page.wait_until("no estimate", |page| {
        page.text("#prompt-estimate").is_empty()
    });
    page.expect(&format!("{LINK}&prompt={}", tokens("a red kite").likely));
}

#[test]
fn a_prompt_of_too_many_characters_says_by_how_many() {
    let page = with_prompt(LINK);
    page.paste_into("#prompt-text", &"word ".repeat(6_500));
    page.wait_for_words(
        "#prompt-estimate .refused",
        "The prompt has 32,500 characters: the Image API takes at most 32,000",
    );
    assert!(
        page.text("#prompt-estimate .refused")
            .ends_with("Shorten it by 500.")
    );
}
