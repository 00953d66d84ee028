//! Themes, contrast and motion.

use super::story::Story;
use serde_json::{Value, json};

/// Every visible text and field with its contrast against what lies behind it and the size of
/// its type in pixels, the worst contrast first.
const TEXTS: &str = "
    const context = Object.assign(document.createElement('canvas'), { width: 1, height: 1 })
        .getContext('2d', { willReadFrequently: true });
    const known = new Map();
    const resolved = (colour) => {
        if (!known.has(colour)) {
            context.clearRect(0, 0, 1, 1);
            context.fillStyle = '#123456';
            context.fillStyle = colour;
            if (context.fillStyle === '#123456') throw new Error(`not a colour: ${colour}`);
            context.fillRect(0, 0, 1, 1);
            known.set(colour, [...context.getImageData(0, 0, 1, 1).data].map((part) => part / 255));
        }
        return known.get(colour);
    };
    const over = ([r, g, b, a], under) => [r, g, b].map((part, i) => part * a + under[i] * (1 - a));
    const behind = (e) => {
        const colour = resolved(getComputedStyle(e).backgroundColor);
        if (colour[3] === 1) return colour.slice(0, 3);
        return over(colour, e.parentElement ? behind(e.parentElement) : [1, 1, 1]);
    };
    const light = (colour) => colour
        .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
        .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
    const opacity = (e) => e ? getComputedStyle(e).opacity * opacity(e.parentElement) : 1;
    const contrast = (e) => {
        const ground = behind(e), [r, g, b, a] = resolved(getComputedStyle(e).color);
        const [one, two] = [light(over([r, g, b, a * opacity(e)], ground)), light(ground)];
        return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    };
    const found = [];
    const add = (e, words) => found.push([words.slice(0, 40), contrast(e), parseFloat(getComputedStyle(e).fontSize)]);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const e = walker.currentNode.parentElement, words = walker.currentNode.data.trim();
        if (words && e.checkVisibility({ visibilityProperty: true }) && !e.closest('.unseen')) add(e, words);
    }
    for (const field of document.querySelectorAll('input.typed, textarea, select'))
        if (field.checkVisibility()) add(field, field.value);
    return found.sort((one, two) => one[1] - two[1]);";

/// Words, contrast, size of type.
type Text = (String, f64, f64);

#[track_caller]
fn texts(page: &Story) -> Vec<Text> {
    page.list(TEXTS, json!([]))
}

#[track_caller]
fn readable(page: &Story, what: &str) -> usize {
    let texts = texts(page);
    let faint: Vec<&Text> = texts.iter().filter(|text| text.1 < 4.5).collect();
    assert!(faint.is_empty(), "{what}: below 4.5 : 1: {faint:?}");
    texts.len()
}

/// States of the page that between them show every kind of text.
const STATES: [&str; 3] = [
    "#requests=1000",
    "#requests=1000&model=gpt-image-2.6-flare&rates=2026-11-04&size=3840x2160",
    "#requests=1000&model=gpt-image-2&quality=max&size=1000x1000&tehst=1&n=50",
];

#[test]
fn every_text_has_contrast_in_both_themes() {
    let page = Story::open("");
    for theme in ["light", "dark"] {
        let mut checked = 0;
        for state in STATES {
            page.go(&format!("{state}&theme={theme}"));
            page.expect(state);
            page.unfold_all();
            page.type_into("#requests", "1,5");
            page.wait_for("#requests-refused .fix");
            settle(&page);
            checked += readable(&page, &format!("{theme}, {state}"));
        }
        assert!(checked > 600, "only {checked} texts were found");
        page.script("pixelbillFailed('for the test')");
        readable(&page, &format!("{theme}, failed"));
        page.reload();
    }
}

#[test]
fn no_print_is_smaller_than_12_px() {
    let page = Story::open("");
    for width in [1280, 360] {
        page.resize(width, 800);
        page.go(STATES[1]);
        page.unfold_all();
        let tiny = texts(&page).into_iter().filter(|text| text.2 < 11.99);
        let tiny: Vec<Text> = tiny.take(5).collect();
        assert!(tiny.is_empty(), "at {width} px: {tiny:?}");
    }
}

/// Waits until no colour is on its way to another.
#[track_caller]
fn settle(page: &Story) {
    page.wait_until("all transitions to end", |page| {
        page.script("return document.getAnimations().length") == 0
    });
}

fn ground(page: &Story) -> Value {
    settle(page);
    page.script("return getComputedStyle(document.documentElement).backgroundColor")
}

#[test]
fn the_theme_button_turns_from_auto_to_light_to_dark() {
    let page = Story::open("#requests=1000");
    page.prefer(&[("prefers-color-scheme", "light")]);
    let light = ground(&page);
    page.prefer(&[("prefers-color-scheme", "dark")]);
    let dark = ground(&page);
    assert_ne!(light, dark, "auto follows the system");

    let turn = |theme: &str, colour: &Value| {
        page.click("button.theme");
        let name = page.attribute("button.theme", "aria-label");
        assert_eq!(name, Some(format!("Theme: {theme}")));
        page.wait_until(theme, |_| ground(&page) == *colour);
    };
    turn("light", &light);
    turn("dark", &dark);
    page.prefer(&[("prefers-color-scheme", "light")]);
    assert_eq!(ground(&page), dark, "dark stays dark on a light system");
    page.wait_until("the link to hold it", |page| {
        page.link().ends_with("&theme=dark")
    });
    page.reload();
    assert_eq!(ground(&page), dark);
    page.expect("#requests=1000");
    turn("auto", &light);
}

/// The longest transition or animation of any element or its marks, in seconds.
const MOTION: &str = "
    const longest = (e, part) => {
        const style = getComputedStyle(e, part);
        const seconds = [style.transitionDuration, style.transitionDelay, style.animationDuration]
            .flatMap((list) => list.split(',')).map(parseFloat);
        return [Math.max(...seconds), `${e.tagName}.${e.className}${part ?? ''}`];
    };
    const smooth = getComputedStyle(document.documentElement).scrollBehavior === 'smooth';
    return [...document.querySelectorAll('*')]
        .flatMap((e) => [null, '::before', '::after'].map((part) => longest(e, part)))
        .reduce((one, two) => two[0] > one[0] ? two : one, [smooth ? 1 : 0, 'scrolling']);";

#[test]
fn motion_is_short_and_none_where_it_is_not_wanted() {
    let page = Story::open("#requests=1000");
    let usual = page.script(MOTION);
    assert!(
        usual[0].as_f64() <= Some(0.15),
        "longer than 150 ms: {usual}"
    );
    page.prefer(&[("prefers-reduced-motion", "reduce")]);
    let reduced = page.script(MOTION);
    assert_eq!(reduced[0].as_f64(), Some(0.0), "it still moves: {reduced}");
}

#[test]
fn a_choice_is_told_by_more_than_colour() {
    let page = Story::open("#requests=1000");
    for group in ["model", "sibling", "quality", "size"] {
        let weight = |state: &str| {
            let css = format!("[data-group={group}] .card{state} .name");
            let script = "return getComputedStyle(document.querySelector(arguments[0])).fontWeight";
            page.script_with(script, json!([css]))
        };
        assert_ne!(
            weight(":has(:checked)"),
            weight(":not(:has(:checked))"),
            "{group}"
        );
    }
}
