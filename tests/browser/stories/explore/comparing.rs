//! Pinned scenarios: by mouse, by link, and the charts beside them.

use crate::acts::key;
use crate::stories::core::{asked, figure};
use crate::stories::story::Story;

const LINK: &str = "#model=gpt-image-2&quality=high&requests=1000&view=explore&panel=compare";

fn totals(page: &Story) -> Vec<String> {
    page.texts(".sides .sum td")
}

#[test]
fn pin_change_and_pin_again() {
    let page = Story::open(LINK);
    page.click_words("Pin this scenario");
    page.choose("#explore-quality", "low");
    let low = figure(&asked("#model=gpt-image-2&quality=low&requests=1000"));
    let high = figure(&asked(LINK));
    page.wait_until("both totals", |page| {
        page.texts(".sides .sum td") == [low.clone(), high.clone()]
    });
    // $211.00 against $6.16: (211 - 6.16) / 6.16 = 3,325.3 %, all of it output.
    let rows = page.texts(".sides tbody tr");
    assert!(rows.iter().any(|row| row.contains("+$204.84")), "{rows:?}");
    assert!(
        rows.iter().any(|row| row.contains("+3,325.3 %")),
        "{rows:?}"
    );
    assert!(
        rows.iter()
            .any(|row| row.contains("image output (+$204.84)")),
        "{rows:?}"
    );
    // The address has it, so that it opens again.
    page.wait_until("a pin in the address", |page| {
        page.link().contains("&pin=v%3D1%26") && page.link().contains("quality=low")
    });
    page.reload();
    page.wait_until("both totals again", |page| {
        page.texts(".sides .sum td") == [low.clone(), high.clone()]
    });
    page.click_words("Show");
    page.wait_until("them exchanged", |page| {
        page.texts(".sides .sum td") == [high.clone(), low.clone()]
    });
    page.focus("#pin");
    page.press(key::ENTER);
    page.press(key::ENTER);
    page.wait_until("four in all", |page| page.count(".sides .sum td") == 4);
    page.wait_until("no room for more", |page| page.exists("#pin:disabled"));
    page.click_words("Remove");
    page.wait_until("three", |page| page.count(".sides .sum td") == 3);
}

#[test]
fn lines_cross_where_the_words_say() {
    let drafts = "pin=stage%3DD%26deliver%3D0%26model%3Dgpt-image-2%26requests%3D100%26stage%3DF%26deliver%3D1%26model%3Dgpt-image-2%26quality%3Dlow%26requests%3D10";
    let link = format!("#model=gpt-image-2&quality=medium&view=explore&panel=compare&{drafts}");
    let page = Story::open(&link);
    // 100 drafts of $0.05296, then $0.00616 against $0.05296 an image: equal at 113.2 images.
    page.wait_for_words(
        ".crossings",
        "From 114 images on, A costs less than on screen.",
    );
    assert_eq!(page.count(".chart .met"), 1);
    let spoken = page
        .attribute("[aria-labelledby=volume-title] svg", "aria-label")
        .expect("a text alternative");
    assert!(spoken.starts_with("Cost of "), "{spoken}");
    assert_eq!(page.count(".volume tbody tr"), 5);
    assert_eq!(totals(&page).len(), 2);
}

#[test]
fn a_chart_is_copied_as_a_file() {
    let page = Story::open(LINK);
    page.allow_clipboard();
    page.reach(".chart");
    page.click_words("Copy as SVG");
    page.wait_for_words(".explore .tools-map [role=status]", "Copied");
    let text = page.script("return navigator.clipboard.readText()");
    let file = text.as_str().expect("a text");
    assert!(
        file.starts_with("<svg xmlns=") && file.contains("on screen"),
        "{file}"
    );
}

#[test]
fn every_model_by_every_quality() {
    let page = Story::open(LINK);
    page.reach(".matrix");
    assert_eq!(page.count(".matrix tbody tr"), 11);
    assert!(page.count(".matrix .best") >= 5);
    let best = page.texts(".matrix .best");
    assert!(
        best.iter().all(|cell| cell.ends_with("cheapest")),
        "{best:?}"
    );
    page.click(".matrix tbody tr:nth-child(5) td:nth-child(2) .pick");
    page.expect("#model=gpt-image-2&quality=low&requests=1000");
}
