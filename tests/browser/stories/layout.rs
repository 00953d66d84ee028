//! The page holds at every width, with large type and with very long numbers.

use super::core::{asked, figure};
use super::story::Story;
use serde_json::json;

/// Controls that lie over one another, texts that do, words that stick out of their control, and
/// what lies beyond the window. What is fixed lies over others by its nature and is left out.
const CLASHES: &str = "
    const free = (e) => !e.closest('.bottom-bar, .unseen, .scroll, .ticks');
    const scrolled = (e, rect) => { // out of the column that holds the figure
        const column = e.closest('.cost')?.getBoundingClientRect();
        return column && (rect.bottom > column.bottom + 1 || rect.top < column.top - 1);
    };
    const clash = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1.5
        && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1.5;
    const name = (e) => (e.innerText || e.ariaLabel || e.value || e.id || '').trim().slice(0, 30);
    const controls = [...document.querySelectorAll('a, button, select, summary, textarea, label.card, .typed, .slider')]
        .filter((e) => e.checkVisibility() && free(e) && !scrolled(e, e.getBoundingClientRect()));
    const boxes = controls.map((e) => e.getBoundingClientRect());
    const found = [];
    controls.forEach((one, i) => controls.forEach((two, j) => {
        if (i < j && !one.contains(two) && clash(boxes[i], boxes[j]))
            found.push(`controls ${name(one)} / ${name(two)}`);
    }));
    const rects = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode, e = node.parentElement, words = node.data.trim().slice(0, 30);
        if (!words || !e.checkVisibility() || !free(e)) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const rect of range.getClientRects()) 
            if (rect.width && !scrolled(e, rect)) rects.push([rect, words, node]);
    }
    rects.forEach(([one, words, node], i) => rects.slice(i + 1).forEach(([two, others, other]) => {
        const { left, right, top, bottom } = one; // lines of type may touch by their leading
        if (node !== other && clash({ left, right, top: top + 3, bottom: bottom - 3 }, two))
            found.push(`texts ${words} / ${others}`);
    }));
    for (const e of controls.filter((e) => !e.matches('.slider, select')))
        if (e.clientWidth && e.scrollWidth > e.clientWidth + 1) found.push(`words stick out of ${name(e)}`);
    for (const [rect, words] of rects)
        if (rect.right > innerWidth + 0.5 || rect.left < -0.5) found.push(`beyond the window: ${words}`);
    return found.slice(0, 8);";

const STATES: [&str; 4] = [
    "#requests=1000",
    "#requests=1000&model=gpt-image-2.6-flare&rates=2026-11-04&size=auto&quality=auto&n=10",
    "#requests=1000&model=gpt-image-2&quality=max&size=1000x1000&tehst=1&n=50",
    "#requests=1000&model=gpt-image-1-mini&size=1024x1536&tier=batch",
];

#[track_caller]
pub fn holds(page: &Story, what: &str) {
    let clashes = page.script(CLASHES);
    if clashes != json!([]) {
        page.screenshot_of_all("layout-clash");
    }
    assert_eq!(clashes, json!([]), "{what}");
    assert!(
        !page.overflows_sideways(),
        "{what}: the page is wider than its window"
    );
}

#[test]
fn nothing_overflows_or_overlaps_at_any_width() {
    let page = Story::open("");
    for state in STATES {
        page.afresh(state);
        page.expect(state);
        for width in [360, 480, 768, 960, 1440] {
            page.resize(width, 900);
            holds(&page, &format!("{state} at {width} px"));
        }
        page.unfold_all();
        for width in [360, 768, 1440] {
            page.resize(width, 900);
            holds(&page, &format!("{state}, opened, at {width} px"));
        }
    }
}

/// As where the browser's usual size of type is so many pixels, and not 16.
#[track_caller]
fn with_type_of(page: &Story, pixels: u32, width: u32) {
    let sizes = json!({ "fontSizes": { "standard": pixels, "fixed": pixels } });
    page.cdp("Page.setFontSizes", sizes);
    page.resize(width, 900);
    for state in &STATES[..3] {
        page.afresh(state);
        page.expect(state);
        holds(page, &format!("{state} at {width} px, type of {pixels} px"));
    }
}

#[test]
fn type_of_twice_the_size_holds() {
    let page = Story::open("");
    with_type_of(&page, 32, 1440);
    with_type_of(&page, 32, 768);
    with_type_of(&page, 24, 360);
}

#[test]
fn very_long_numbers_hold_on_a_phone() {
    let link = "#requests=1000000000&n=10&model=gpt-image-2.6-flare&quality=max&size=3840x2160\
        &prompt=32000";
    let page = Story::sized(360, 740, link);
    page.expect(link);
    let total = figure(&asked(link));
    assert!(total.len() > 35, "{total} is long");
    holds(&page, "a billion requests");
    let cut = "return [...document.querySelectorAll('.total, .bottom-bar strong, .typed')]
        .filter((e) => e.scrollWidth > e.clientWidth + 1).map((e) => e.innerText || e.value)";
    assert_eq!(page.script(cut), json!([]), "figures that are cut");
    assert_eq!(page.text(".bottom-bar strong"), total);
    let bar = page.place(".bottom-bar strong");
    assert!(
        bar.left >= 0.0 && bar.left + bar.width <= 360.0,
        "the bar's total: {bar:?}"
    );
    page.reach("#requests");
    page.type_into("#requests", "999,999,999");
    page.expect(&link.replace("1000000000", "999999999"));
    page.unfold_all();
    holds(&page, "a billion requests, opened");
}

/// Controls lower than so many pixels.
#[track_caller]
fn lower_than(page: &Story, css: &str, pixels: f64) -> Vec<(String, f64)> {
    let script = "const [css, least] = arguments;
        const name = (e) => e.innerText?.trim() || e.ariaLabel || e.id || e.className;
        return [...document.querySelectorAll(css)].filter((e) => e.checkVisibility())
            .map((e) => [name(e), e.getBoundingClientRect().height])
            .filter(([, height]) => height < least - 0.01)";
    page.list(script, json!([css, pixels]))
}

#[test]
fn a_finger_finds_every_control() {
    let page = Story::sized(360, 740, "");
    for state in STATES {
        page.afresh(state);
        page.expect(state);
        page.unfold_all();
        let choices = ".card, .cell, .slider, .typed, .turn, .actions button";
        assert_eq!(lower_than(&page, choices, 44.0), [], "{state}");
        // WCAG 2.2 AA asks 24 px of the rest; links in a line of text are excepted.
        assert_eq!(
            lower_than(&page, "button, select, summary", 24.0),
            [],
            "{state}"
        );
    }
}

#[test]
fn the_figure_stays_in_sight() {
    let page = Story::sized(1440, 900, "#requests=1000");
    page.script("scrollTo({ top: 700, behavior: 'instant' })");
    let total = page.place("[data-total]");
    assert!(
        total.top >= 0.0 && total.top < 300.0,
        "two columns: {total:?}"
    );
    assert!(!page.shows(".bottom-bar"));
    page.resize(768, 900);
    assert!(page.shows(".bottom-bar"), "one column");
    page.script("scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })");
    let (foot, bar) = (page.place(".foot p"), page.place(".bottom-bar"));
    assert!(
        foot.top + foot.height <= bar.top,
        "the bar covers the foot: {foot:?} {bar:?}"
    );
}
