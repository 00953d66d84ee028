//! The embed as its reader sees it: from 280 pixels on, by mouse and by keyboard.

use super::core::{asked, figure, fragment};
use super::story::Story;
use crate::acts::key;
use crate::harness::Setup;
use serde_json::json;

const LINK: &str = "rates=2026-11-20&model=gpt-image-2&size=1024x1024&quality=medium&requests=1000";

fn open(link: &str) -> Story {
    Story::sized(480, 700, &format!("?embed=1&{link}"))
}

/// Chooses an entry of a menu by the name that it begins with.
#[track_caller]
fn choose(page: &Story, menu: &str, name: &str) {
    let find = "const [menu, name] = arguments;
        const found = [...document.querySelectorAll(`${menu} option`)]
            .find((option) => option.textContent.startsWith(name + ' ·'));
        return found?.value";
    let value = page.script_with(find, json!([menu, name]));
    page.choose(menu, value.as_str().expect("the menu has it"));
}

#[test]
fn an_embed_is_the_estimate_alone() {
    let page = open(LINK);
    page.expect(&format!("#{LINK}"));
    assert!(!page.exists("header"));
    assert_eq!(page.text(".subject"), "gpt-image-2");
    assert_eq!(
        page.text(".foot p"),
        "Rates of 20 Nov 2026 · counts of OpenAI’s calculator"
    );
    let ground = "return getComputedStyle(document.documentElement).backgroundColor";
    assert_eq!(page.script(ground), "rgba(0, 0, 0, 0)");
}

#[test]
fn rates_that_the_link_leaves_open_are_the_newest_and_it_says_so() {
    let page = open("model=gpt-image-2");
    assert!(
        page.text(".foot p")
            .starts_with("Newest rates, 20 Nov 2026")
    );
    page.afresh("?embed=1&model=gpt-image-2&rates=2026-10-14");
    assert!(
        page.text(".foot p")
            .starts_with("Rates of 14 Oct 2026, newer exist")
    );
}

#[test]
fn quality_size_and_count_can_be_changed_and_the_link_follows() {
    let page = open(LINK);
    choose(&page, "#quality", "high");
    choose(&page, "#size", "2048 × 2048");
    page.type_into("#requests", "2.5k");
    let wanted = asked(&format!(
        "#{LINK}&quality=high&size=2048x2048&requests=2500"
    ));
    page.expect_figure(&wanted);
    page.press(key::TAB);
    assert_eq!(page.value("#requests"), "2,500");
    let target = page.attribute("a.open", "href").expect("a link");
    assert!(target.ends_with(&fragment(&wanted)), "{target}");
}

#[test]
fn what_is_typed_badly_is_explained_with_its_readings() {
    let page = open(LINK);
    page.type_into("#requests", "1,5");
    page.wait_for_words(".refused", "can be read as");
    assert_eq!(
        page.attribute("#requests", "aria-invalid").as_deref(),
        Some("true")
    );
    page.click_words("15");
    page.expect(&format!("#{LINK}&requests=15"));
    assert_eq!(page.text(".refused"), "");
}

#[test]
fn an_embed_never_adds_to_the_history_and_leaves_the_address_alone() {
    let page = open(LINK);
    let before = page.script("return history.length");
    let address = page.link();
    choose(&page, "#quality", "low");
    page.drag_slider(".slider", 0.2);
    page.wait_until("another figure", |page| {
        page.text("[data-total]") != figure(&asked(LINK))
    });
    std::thread::sleep(std::time::Duration::from_millis(600)); // the page writes after 300
    assert_eq!(page.script("return history.length"), before);
    assert_eq!(page.link(), address);
}

#[test]
fn an_embed_without_controls_shows_what_is_priced() {
    let page = open(&format!("{LINK}&controls=0"));
    page.expect(&format!("#{LINK}"));
    for field in ["#quality", "#size", "#requests", ".slider"] {
        assert!(!page.shows(field), "{field}");
    }
    assert_eq!(
        page.text(".subject"),
        "gpt-image-2 · 1024 × 1024 · quality medium"
    );
}

#[test]
fn problems_carry_their_fixes_and_notes_are_folded() {
    let page = open("model=gpt-image-2&size=1000x1000&colour=red");
    assert_eq!(page.text("[data-total]"), "No price yet");
    assert!(page.text(".problem").contains("not a multiple of 16"));
    assert_eq!(page.text(".notes summary"), "1 note");
    page.click_words("size 1008x1008");
    page.expect("#model=gpt-image-2&size=1008x1008");
    assert!(!page.exists(".problem"));
}

#[test]
fn by_keyboard_and_by_ear_it_is_as_good_as_the_page() {
    let page = open(LINK);
    let mut stops = Vec::new();
    for _ in 0..5 {
        page.press(key::TAB);
        stops.push(page.focused());
    }
    let wanted = [
        "combobox: Quality",
        "combobox: Size",
        "textbox: Images",
        "slider: Images",
        "link: Open in Pixelbill",
    ];
    assert_eq!(stops, wanted);
    page.focus(".slider");
    page.press(key::PAGE_UP);
    page.expect(&format!("#{LINK}&requests=4000"));
    assert_eq!(
        page.attribute(".slider", "aria-valuetext").as_deref(),
        Some("4,000 Images")
    );
    let total = page.text("[data-total]");
    page.wait_for_words("[aria-live=polite]", &total);
}

#[test]
fn nothing_is_cut_off_from_280_pixels_on() {
    let links = [
        LINK,
        "model=gpt-image-2.6-sunburst&size=3840x2160&requests=123456789",
        "model=gpt-image-2&size=1000x1000&quality=xhigh&colour=red",
    ];
    for width in [280, 360, 480, 640, 800] {
        let page = Story::of(Setup::sized(width, 900));
        for link in links {
            page.afresh(&format!("?embed=1&{link}"));
            assert!(!page.overflows_sideways(), "{link} at {width}");
        }
    }
}

#[test]
fn links_with_a_second_model_are_priced_by_the_program_that_has_it() {
    let link = "rates=2026-11-20&route=responses&driver=gpt-5.4&model=gpt-image-2&requests=40";
    let page = open(link);
    page.wait_for("[data-total]");
    page.expect(&format!("#{link}"));
    assert_eq!(page.text(".subject"), "gpt-image-2 called by gpt-5.4");
    let link = "rates=2026-11-20&task=analyze&driver=gpt-5.4&refs=1024x1024&requests=40";
    page.afresh(&format!("?embed=1&{link}"));
    page.wait_for("[data-total]");
    page.expect(&format!("#{link}"));
    assert_eq!(page.text(".per"), "40 requests");
    assert!(!page.shows("#quality"));
}

#[test]
fn several_stages_are_priced_and_the_delivering_one_can_be_changed() {
    let link = "stage=Drafts&quality=low&requests=40&stage=Finals&quality=high&requests=4";
    let page = open(link);
    page.expect(&format!("#{link}"));
    assert!(page.text(".subject").starts_with("2 stages · Finals"));
    page.type_into("#requests", "8");
    page.expect("#stage=Drafts&quality=low&requests=40&stage=Finals&quality=high&requests=8");
}
