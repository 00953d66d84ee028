//! The cost map: read out, chosen from, zoomed.

use crate::acts::key;
use crate::stories::core::{asked, price_with};
use crate::stories::story::Story;
use pixelbill::size::{Size, SizeChoice};
use serde_json::json;

const LINK: &str = "#model=gpt-image-2&quality=high&requests=1000&view=explore";

/// Where the middle of a size's cell is in the window, with everything in sight: the room for
/// figures is 38 pixels at the left, 22 at the top, 36 at the right and 22 at the bottom.
fn place(page: &Story, width: u32, height: u32) -> (f64, f64) {
    page.reach("canvas#map");
    let box_of = "const place = document.getElementById('map').getBoundingClientRect();
        return [place.left, place.top, place.width, place.height];";
    let found: Vec<f64> = page.list(box_of, json!([]));
    let [left, top, across, down] = found[..] else {
        panic!("a place")
    };
    let edge = (across - 38.0 - 36.0).min(down - 22.0 - 22.0);
    let at = |size: u32| (f64::from(size) / 16.0 - 0.5) / 240.0 * edge;
    (left + 38.0 + at(width), top + 22.0 + at(height))
}

fn price(width: u32, height: u32) -> String {
    let size = SizeChoice::Exact(Size::new(width, height));
    price_with(&asked(LINK), |stage| stage.size = size)
}

#[track_caller]
fn reads(page: &Story, size: &str, price: &str) {
    page.wait_for_words("#readout .size", size);
    assert_eq!(page.texts("#readout dd")[0], price);
}

#[test]
fn by_mouse() {
    let page = Story::open(LINK);
    reads(&page, "1024 × 1024", &price(1024, 1024));
    let (x, y) = place(&page, 1488, 3840);
    page.hover_at(x, y);
    reads(&page, "1488 × 3840", &price(1488, 3840));
    page.click_at(x, y);
    page.expect("#model=gpt-image-2&quality=high&requests=1000&size=1488x3840");
    page.wait_for_words("#readout .hint", "The size that is priced now.");
    // What is not valid is explained, and choosing it changes nothing.
    let (x, y) = place(&page, 320, 320);
    page.click_at(x, y);
    page.wait_for_words(
        "#readout .shape",
        "not valid: too few pixels: 102,400, at least 655,360",
    );
    page.expect("#model=gpt-image-2&quality=high&requests=1000&size=1488x3840");
    page.hover_at(5.0, 5.0);
    reads(&page, "1488 × 3840", &price(1488, 3840));
}

#[test]
fn by_keyboard() {
    let page = Story::open(LINK);
    page.focus("canvas#map");
    page.press(key::ARROW_RIGHT);
    reads(&page, "1040 × 1024", &price(1040, 1024));
    page.press(key::ARROW_DOWN);
    page.press(key::ARROW_DOWN);
    reads(&page, "1040 × 1056", &price(1040, 1056));
    page.wait_for_words(
        "figure [aria-live]",
        &format!("1040 by 1056, {} an image", price(1040, 1056)),
    );
    page.press(key::ENTER);
    page.expect("#model=gpt-image-2&quality=high&requests=1000&size=1040x1056");
    // To the edge of the map and no farther; then back to the size on screen.
    for _ in 0..70 {
        page.press(key::ARROW_UP);
    }
    page.wait_for_words("#readout .size", "1040 × 16");
    page.press(key::HOME);
    page.wait_for_words("#readout .size", "1040 × 1056");
    page.press(key::TAB);
    assert_ne!(page.focused(), "canvas#map", "no trap");
}

#[test]
fn zoomed_to_single_steps() {
    let page = Story::open(LINK);
    let (x, y) = place(&page, 2048, 2048);
    for _ in 0..20 {
        page.wheel_at(x, y, -1);
    }
    // So close that a few pixels of the window stay within the cell that was under the pointer.
    page.hover_at(x + 4.0, y - 4.0);
    page.wait_for_words("#readout .size", "2048 × 2048");
    page.drag_at((x, y), (x - 200.0, y));
    page.hover_at(x, y);
    page.wait_until("another size under the pointer", |page| {
        !page.text("#readout .size").starts_with("2048 ×")
    });
    assert!(page.total() == "$211.00", "a drag chooses nothing");
    page.click("[aria-label='Show everything']");
    page.hover_at(x, y);
    page.wait_for_words("#readout .size", "2048 × 2048");
    // Farther than everything, the wheel is the page's.
    let before = page.script("return scrollY");
    page.wheel_at(x, y, 2);
    page.wait_until("the page to scroll", |page| {
        page.script("return scrollY") != before
    });
}

#[test]
fn by_two_fingers() {
    let page = Story::open(LINK);
    let at = place(&page, 2048, 2048);
    page.pinch_at(at, 40.0, 400.0);
    page.hover_at(at.0 + 8.0, at.1);
    page.wait_until("less of the map in sight", |page| {
        page.text("#readout .size").starts_with("20")
    });
    assert_eq!(page.total(), "$211.00", "a pinch chooses nothing");
}

/// The picture's own pixels, as a sum that another picture would not have.
const SUM: &str = "
    const map = document.getElementById('map'), copy = document.createElement('canvas');
    [copy.width, copy.height] = [map.width, map.height];
    const drawn = copy.getContext('2d', { willReadFrequently: true });
    drawn.drawImage(map, 0, 0);
    const data = drawn.getImageData(0, 0, copy.width, copy.height).data;
    let sum = 0;
    for (let at = 0; at < data.length; at += 4) sum = (sum * 31 + data[at] + data[at + 2]) % 1000003;
    return sum;";

#[test]
fn it_follows_the_quality_the_lens_and_the_theme() {
    let page = Story::open(LINK);
    let mut seen = vec![page.script(SUM)];
    let mut differs = |page: &Story, what: &str| {
        let before = seen.clone();
        page.wait_until(what, |page| !before.contains(&page.script(SUM)));
        seen.push(page.script(SUM));
    };
    page.choose("#explore-quality", "low");
    differs(&page, "another picture at another quality");
    page.click_words("Pixels per dollar");
    differs(&page, "another picture through the other lens");
    page.prefer(&[("prefers-color-scheme", "dark")]);
    differs(&page, "another picture in the dark");
    // No map where a model takes a list of sizes: the list stands in the table.
    page.choose("#explore-model", "gpt-image-1.5");
    page.wait_for_words(
        ".map .hint",
        "gpt-image-1.5 takes a list of sizes, not any: the table below has them all.",
    );
    page.wait_until("the three sizes", |page| {
        page.count(".notable tbody tr") == 3
    });
}

#[test]
fn a_size_worth_knowing_is_one_click_away() {
    let page = Story::open(LINK);
    page.reach(".notable");
    page.click_words("1488 × 3840");
    page.expect("#model=gpt-image-2&quality=high&requests=1000&size=1488x3840");
    assert_eq!(
        page.attribute(".notable [aria-pressed=true]", "aria-pressed"),
        Some("true".into())
    );
}
