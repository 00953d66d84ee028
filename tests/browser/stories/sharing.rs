//! Share and export: what is copied and downloaded says what is on screen.

use super::core::{asked, book, estimated, figure};
use super::story::Story;
use crate::harness::Setup;
use pixelbill::estimate::estimate;
use pixelbill::export::{self, Form, Request};
use serde_json::json;

const LINKS: [&str; 4] = [
    "#model=gpt-image-2&requests=1000",
    "#requests=500&model=gpt-image-2.6-sunburst&size=1536x1024&quality=low&blocked=5",
    "#stage=Drafts&quality=low&requests=20&stage=Finals&size=3840x2160&quality=high&requests=2",
    "#model=gpt-image-2&size=1000x1000",
];

/// Opens the panel, by the button beside the figure.
fn open(page: &Story) {
    // On a phone the driver would scroll it behind the bottom bar.
    page.script("[...document.querySelectorAll('.actions button')].find((b) => b.textContent === 'Export').scrollIntoView({ block: 'center' })");
    page.click_words("Export");
    page.wait_for(".share-parts h3");
}

/// The text of a sheet, the first or the second, after a form of it was chosen.
fn sheet(page: &Story, at: usize, form: &str) -> String {
    let script = "const sheet = document.querySelectorAll('.sheet')[arguments[0]];
        [...sheet.querySelectorAll('.segments button')].find((b) => b.textContent === arguments[1]).click();
        await new Promise((then) => setTimeout(then, 50));
        return sheet.querySelector('pre')?.textContent ?? ''";
    let text = page.script_with(
        &format!("return (async (...arguments) => {{ {script} }})(...arguments)"),
        json!([at, form]),
    );
    text.as_str().expect("a text").to_owned()
}

#[test]
fn exports_are_the_estimate_on_screen() {
    let page = Story::open(LINKS[0]);
    open(&page);
    let site = page.server.url();
    for link in LINKS {
        page.go(link);
        let (scenario, estimate) = (asked(link), estimated(link));
        page.wait_until("the figure", |page| {
            page.text("[data-total]") == figure(&scenario)
        });
        if !page.exists(".share-parts h3") {
            open(&page);
        }
        let json = export::json(book(), &scenario, &estimate, &site, &[]) + "\n";
        assert_eq!(sheet(&page, 0, "JSON"), json, "{link}");
        assert_eq!(
            sheet(&page, 0, "CSV"),
            export::csv(book(), &scenario, &estimate, &site)
        );
        assert_eq!(
            sheet(&page, 0, "TSV"),
            export::tsv(book(), &scenario, &estimate, &site)
        );
        let markdown = sheet(&page, 0, "Markdown");
        assert_eq!(markdown, export::markdown(&scenario, &estimate, &site));
        // And it reads as the screen does.
        assert!(
            markdown.contains(&page.total()) || estimate.totals.is_none(),
            "{markdown}"
        );
        for amount in page.texts(".line .amount") {
            assert!(
                markdown.contains(&format!("| {amount} |")),
                "{amount} in\n{markdown}"
            );
        }
    }
}

#[test]
fn the_request_is_that_of_the_stage_on_screen() {
    let page = Story::open("#model=gpt-image-2&tier=batch&n=2&requests=70");
    open(&page);
    let scenario = asked("#model=gpt-image-2&tier=batch&n=2&requests=70");
    let estimate = estimate(book(), &scenario);
    for form in Form::ALL {
        let made: Request = export::request(&scenario, &estimate, 0, *form).expect("a request");
        assert_eq!(sheet(&page, 1, form.title()), made.text, "{form}");
    }
    assert_eq!(
        page.texts(".share-part:last-child .segments button").len(),
        5
    );
    page.go("#model=gpt-image-2&size=1000x1000");
    page.wait_for(".problem");
    if !page.exists(".share-parts h3") {
        open(&page);
    }
    assert!(
        !page.shows(".share-part:last-child pre"),
        "it would be refused"
    );
    assert!(
        page.text(".share-part:last-child")
            .contains("would be refused")
    );
}

#[test]
fn a_link_is_copied_with_its_figure() {
    let page = Story::open(LINKS[0]);
    page.allow_clipboard();
    open(&page);
    let (scenario, site) = (asked(LINKS[0]), page.server.url());
    let estimate = estimate(book(), &scenario);
    assert_eq!(page.text(".says"), export::summary(&scenario, &estimate));
    for (name, text) in [
        (
            "Copy Markdown",
            export::markdown_link(&scenario, &estimate, &site),
        ),
        ("Copy HTML", export::html_link(&scenario, &estimate, &site)),
        ("Copy text", export::text_link(&scenario, &estimate, &site)),
    ] {
        page.click_words(name);
        let copied = "return navigator.clipboard.readText()";
        page.wait_until(name, |page| page.script(copied) == text.as_str());
    }
}

/// Where the device shares, it is given words and link; a person who changes their mind is no error.
#[test]
fn the_device_is_given_words_and_link() {
    let page = Story::of(Setup::default());
    page.before_scripts(
        "Navigator.prototype.share = function (what) { globalThis.shared = what; return Promise.reject(new DOMException('no', 'AbortError')) };",
    );
    page.go(LINKS[0]);
    open(&page);
    page.click_words("Share…");
    let shared = page.script("return globalThis.shared");
    assert_eq!(
        shared["text"],
        "1,000 x gpt-image-2 medium 1024x1024, about $52.96 (rates of 20 Nov 2026)"
    );
    let url = shared["url"].as_str().expect("a link");
    assert!(
        url.starts_with(&format!("{}#v=1&", page.server.url())),
        "{url}"
    );
}

/// A download is the text, for a spreadsheet with its mark.
#[test]
fn a_file_is_downloaded() {
    let page = Story::of(Setup::default());
    page.before_scripts(
        "globalThis.saved = [];
         const create = URL.createObjectURL;
         URL.createObjectURL = (blob) => { blob.text().then((text) => saved.push([blob.type, text])); return create(blob) };
         HTMLAnchorElement.prototype.click = function () { saved.push(this.download) };",
    );
    page.go(LINKS[0]);
    open(&page);
    let csv = sheet(&page, 0, "CSV");
    let buttons = "[...document.querySelectorAll('.sheet')][0].querySelectorAll('.actions button')[1].click()";
    page.script(buttons);
    page.wait_until("the file", |page| page.script("return saved.length") == 2);
    let saved = page.script("return saved");
    assert_eq!(saved[0], "pixelbill-2026-11-20.csv");
    assert_eq!(saved[1][0], "text/csv");
    let bytes = page.script("return saved[1][1].replace(/^\\uFEFF/, '')");
    assert_eq!(bytes, csv.as_str());
}

#[test]
fn the_panel_fits_any_page() {
    for (width, height) in [(360, 740), (768, 900), (1440, 900)] {
        let page = Story::sized(width, height, LINKS[2]);
        open(&page);
        assert!(!page.overflows_sideways(), "{width}");
        page.screenshot_of_all(&format!("sharing-{width}"));
    }
}
