//! What a person, or a screen reader, can tell of a page. Changes nothing.

use crate::harness::Page;
use serde_json::{Value, json};
use std::path::PathBuf;

/// A place on the page, in CSS pixels from the window's corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    pub left: f64,
    pub top: f64,
    pub width: f64,
    pub height: f64,
}

impl Page {
    pub fn exists(&self, css: &str) -> bool {
        self.script_with(
            "return !!document.querySelector(arguments[0])",
            json!([css]),
        ) == true
    }

    /// Whether it is there and shown.
    pub fn shows(&self, css: &str) -> bool {
        let script = "return !!document.querySelector(arguments[0])?.checkVisibility()";
        self.script_with(script, json!([css])) == true
    }

    /// The words of the first such element, as they are shown.
    #[track_caller]
    pub fn text(&self, css: &str) -> String {
        self.of(css, "innerText.trim()")
    }

    /// The words of every such element.
    #[track_caller]
    pub fn texts(&self, css: &str) -> Vec<String> {
        let script =
            "return [...document.querySelectorAll(arguments[0])].map((e) => e.innerText.trim())";
        let texts = self.script_with(script, json!([css]));
        serde_json::from_value(texts).expect("a list of words")
    }

    /// What stands in a field.
    #[track_caller]
    pub fn value(&self, css: &str) -> String {
        self.of(css, "value")
    }

    #[track_caller]
    pub fn attribute(&self, css: &str, name: &str) -> Option<String> {
        let script = "return document.querySelector(arguments[0]).getAttribute(arguments[1])";
        self.script_with(script, json!([css, name]))
            .as_str()
            .map(str::to_owned)
    }

    #[track_caller]
    fn of(&self, css: &str, what: &str) -> String {
        let script = format!("return document.querySelector(arguments[0])?.{what}");
        let found = self.script_with(&script, json!([css]));
        let words = found.as_str().map(str::to_owned);
        words.unwrap_or_else(|| panic!("no {css} to read the {what} of"))
    }

    /// How many of these there are.
    pub fn count(&self, css: &str) -> u64 {
        let script = "return document.querySelectorAll(arguments[0]).length";
        self.script_with(script, json!([css]))
            .as_u64()
            .unwrap_or_default()
    }

    /// The address bar from the page's path on: "#model=gpt-image-2&n=4".
    pub fn link(&self) -> String {
        let url = self.session.get("url");
        let url = url.as_str().unwrap_or_default();
        url.strip_prefix(&self.server.url())
            .unwrap_or(url)
            .to_owned()
    }

    pub fn title(&self) -> String {
        self.session
            .get("title")
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// What has the focus, as a screen reader names it: "slider: Number of images".
    pub fn focused(&self) -> String {
        let id = self.session.get("element/active");
        let id = id
            .as_object()
            .and_then(|ids| ids.values().next())
            .and_then(Value::as_str);
        let says = |what: &str| {
            self.session
                .get(&format!("element/{}/{what}", id.unwrap_or_default()))
        };
        let (role, label) = (says("computedrole"), says("computedlabel"));
        format!(
            "{}: {}",
            role.as_str().unwrap_or("?"),
            label.as_str().unwrap_or_default()
        )
    }

    #[track_caller]
    pub fn place(&self, css: &str) -> Place {
        let script = "const b = document.querySelector(arguments[0]).getBoundingClientRect();
            return [b.left, b.top, b.width, b.height]";
        let place = self.script_with(script, json!([css]));
        let [left, top, width, height] = serde_json::from_value(place).expect("four numbers");
        Place {
            left,
            top,
            width,
            height,
        }
    }

    /// Whether the page is wider than its window.
    pub fn overflows_sideways(&self) -> bool {
        let script = "const e = document.documentElement; return e.scrollWidth > e.clientWidth";
        self.script(script) == true
    }

    /// Runs JavaScript in the page; give the answer with `return`.
    #[track_caller]
    pub fn script(&self, script: &str) -> Value {
        self.script_with(script, json!([]))
    }

    /// The same, with `arguments`.
    #[track_caller]
    pub fn script_with(&self, script: &str, arguments: Value) -> Value {
        self.session.post(
            "execute/sync",
            json!({ "script": script, "args": arguments }),
        )
    }

    /// A picture of the window, in target/screenshots/name.png.
    pub fn screenshot(&self, name: &str) -> PathBuf {
        self.picture(name, json!({ "format": "png" }))
    }

    /// A picture of the whole page, however long.
    pub fn screenshot_of_all(&self, name: &str) -> PathBuf {
        let size = self
            .script("const e = document.documentElement; return [e.scrollWidth, e.scrollHeight]");
        let clip = json!({ "x": 0, "y": 0, "width": size[0], "height": size[1], "scale": 1 });
        self.picture(
            name,
            json!({ "format": "png", "captureBeyondViewport": true, "clip": clip }),
        )
    }

    fn picture(&self, name: &str, wish: Value) -> PathBuf {
        let folder = xtask::paths::root().join("target/screenshots");
        std::fs::create_dir_all(&folder).expect("target/ takes a folder");
        let file = folder.join(format!("{name}.png"));
        let picture = self.cdp("Page.captureScreenshot", wish);
        let bytes = base64(picture["data"].as_str().unwrap_or_default());
        std::fs::write(&file, bytes).expect("target/ takes a file");
        file
    }
}

/// Base64 without padding's subtleties: what is not of its alphabet is skipped.
fn base64(text: &str) -> Vec<u8> {
    let alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let index = |letter: u8| alphabet.iter().position(|a| *a == letter);
    let sixes: Vec<usize> = text.bytes().filter_map(index).collect();
    let joined = |four: &[usize]| {
        let bits = four.iter().fold(0, |bits, six| bits << 6 | six) << (6 * (4 - four.len()));
        [(bits >> 16) as u8, (bits >> 8) as u8, bits as u8]
            .into_iter()
            .take(four.len() - 1)
    };
    sixes.chunks(4).flat_map(joined).collect()
}
