//! A page in a story: the acts and readings that need to know this page. When it is dropped it
//! has to have kept one more house rule: nothing of the person's is stored.

use super::core;
use crate::harness::{Page, Setup};
use pixelbill::scenario::Scenario;
use serde_json::{Value, json};
use std::ops::{Deref, DerefMut};

pub struct Story(Page);

pub const REQUESTS: &str = "input[aria-label=Requests]";
pub const IMAGES: &str = "input[aria-label='Images per request']";
pub const RESOLUTION: &str = "input[aria-label=Resolution]";
pub const PROMPT: &str = "input[aria-label='Prompt tokens']";

impl Deref for Story {
    type Target = Page;

    fn deref(&self) -> &Page {
        &self.0
    }
}

impl DerefMut for Story {
    fn deref_mut(&mut self) -> &mut Page {
        &mut self.0
    }
}

impl Story {
    #[track_caller]
    pub fn open(link: &str) -> Story {
        Story(Page::open(link))
    }

    #[track_caller]
    pub fn sized(width: u32, height: u32, link: &str) -> Story {
        Story(Setup::sized(width, height).open(link))
    }

    /// No page yet.
    pub fn of(setup: Setup) -> Story {
        Story(setup.start())
    }

    /// Opens a link as if it were the first of this window.
    #[track_caller]
    pub fn afresh(&self, link: &str) {
        self.session.post("url", json!({ "url": "about:blank" }));
        self.go(link);
    }

    /// Waits for the figure that the core gives a link.
    #[track_caller]
    pub fn expect(&self, link: &str) {
        self.expect_figure(&core::asked(link));
    }

    #[track_caller]
    pub fn expect_figure(&self, scenario: &Scenario) {
        let figure = core::figure(scenario);
        let what = format!("the figure {figure} of {}", core::fragment(scenario));
        self.wait_until(&what, |_| self.total() == figure);
    }

    #[track_caller]
    pub fn total(&self) -> String {
        // A link may bring the other program, and the page is empty until it stands.
        self.wait_for("[data-total]");
        self.text("[data-total]")
    }

    /// Waits for an address, from the page's path on.
    #[track_caller]
    pub fn expect_link(&self, link: &str) {
        let what = format!("the address to end in {link}, not {}", self.link());
        self.wait_until(&what, |page| page.link() == link);
    }

    /// A group's cards, name and price, folded away or not.
    #[track_caller]
    pub fn cards(&self, group: &str) -> Vec<(String, String)> {
        let read = "return [...document.querySelectorAll(`[data-group=${arguments[0]}] .card`)]
            .map((card) => ['.name', '.price'].map((part) => card.querySelector(part).textContent))";
        self.list(read, json!([group]))
    }

    /// The name of a group's chosen card; empty where none is.
    #[track_caller]
    pub fn chosen(&self, group: &str) -> String {
        let chosen = format!("[data-group={group}] .card:has(:checked) .name");
        self.texts(&chosen).concat()
    }

    /// Clicks a card by its name.
    #[track_caller]
    pub fn choose_card(&self, group: &str, name: &str) {
        self.click_where(&format!("[data-group={group}] .card"), ".name", name);
    }

    /// Clicks the cell of the grid that stands for a size: "2048 × 1152".
    #[track_caller]
    pub fn choose_cell(&self, dimensions: &str) {
        self.click_where(".grid .cell", ".dimensions", dimensions);
    }

    /// Clicks the first such element of which a part reads so.
    #[track_caller]
    fn click_where(&self, css: &str, part: &str, words: &str) {
        let find = "const [css, part, words] = arguments;
            document.querySelectorAll('[data-test-part]').forEach((e) => delete e.dataset.testPart);
            const found = [...document.querySelectorAll(css)]
                .find((e) => e.querySelector(part)?.innerText.trim() === words);
            if (found) found.dataset.testPart = '';
            found?.scrollIntoView({ block: 'center', behavior: 'instant' });
            return !!found;";
        let found = self.script_with(find, json!([css, part, words]));
        assert_eq!(found, true, "no {css} reads {words:?}");
        self.click("[data-test-part]");
    }

    /// Scrolls until it stands in the middle of the window, out from under the bottom bar.
    #[track_caller]
    pub fn reach(&self, css: &str) {
        let centre = "document.querySelector(arguments[0])
            .scrollIntoView({ block: 'center', behavior: 'instant' })";
        self.script_with(centre, json!([css]));
    }

    /// Puts a text into a field over what stands there, all at once, as pasting does.
    #[track_caller]
    pub fn paste_into(&self, css: &str, text: &str) {
        self.click(css);
        let select = "document.querySelector(arguments[0]).select()";
        self.script_with(select, json!([css]));
        self.cdp("Input.insertText", json!({ "text": text }));
    }

    /// The whole number in a field.
    #[track_caller]
    pub fn number(&self, css: &str) -> u32 {
        let text = self.value(css).replace(',', "");
        text.parse()
            .unwrap_or_else(|_| panic!("{css} holds {text:?}"))
    }

    /// Opens the fold whose heading begins so, if it is closed.
    #[track_caller]
    pub fn unfold(&self, heading: &str) {
        let find = "const found = [...document.querySelectorAll('summary')]
                .find((e) => e.checkVisibility() && e.innerText.trim().startsWith(arguments[0]));
            document.querySelectorAll('[data-test-fold]').forEach((e) => delete e.dataset.testFold);
            if (found) found.dataset.testFold = '';
            found?.scrollIntoView({ block: 'center', behavior: 'instant' });
            return found ? found.parentElement.open : null;";
        let open = self.script_with(find, json!([heading]));
        assert!(!open.is_null(), "no fold begins with {heading:?}");
        if open == false {
            self.click("[data-test-fold]");
            // By its words: the whole program may have made the fold anew.
            let opened = "return [...document.querySelectorAll('details[open] > summary')]
                .some((e) => e.innerText.trim().startsWith(arguments[0]))";
            self.wait_until(&format!("{heading:?} to open"), |page| {
                page.script_with(opened, json!([heading])) == true
            });
        }
    }

    /// Everything that can be opened, opened.
    pub fn unfold_all(&self) {
        self.script(
            "document.querySelectorAll('details').forEach((fold) => { fold.open = true; })",
        );
        self.wait_for(".book");
    }

    /// Puts the focus on something without touching it.
    pub fn focus(&self, css: &str) {
        let focus = "document.querySelector(arguments[0]).focus()";
        self.script_with(focus, json!([css]));
    }

    /// What a script returns, as a list.
    #[track_caller]
    pub fn list<T: serde::de::DeserializeOwned>(&self, script: &str, arguments: Value) -> Vec<T> {
        let found = self.script_with(script, arguments);
        serde_json::from_value(found).expect("a list of these")
    }

    /// What the browser keeps for the page beyond the visit, its own files left out.
    fn kept(&self) -> String {
        let stored = self.script(
            "return (async () => [localStorage.length, sessionStorage.length,
                (await indexedDB.databases()).length,
                (await caches.keys()).filter((key) => !key.startsWith('pixelbill ')).length].join())()",
        );
        let cookies = self.cdp("Storage.getCookies", json!({}));
        format!("{} {}", stored.as_str().unwrap_or("?"), cookies["cookies"])
    }
}

impl Drop for Story {
    fn drop(&mut self) {
        if std::thread::panicking() {
            return; // the story has failed already, and says why
        }
        let kept = self.kept();
        assert_eq!(kept, "0,0,0,0 []", "the page stored something");
    }
}
