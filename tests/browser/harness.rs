//! A page under test, opened and used as a person uses it. What a person reads of it is in
//! `reading`, its surroundings (device, network, theme) in `surroundings`, and the house
//! rules it must keep in `witness`. Must not know what Pixelbill calculates.

use crate::webdriver::{Session, Window, fresh_folder};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;
use xtask::server::{Server, Site};

/// The page's path on its server: never the top, so that every link has to be relative.
pub const BASE: &str = "/some/sub/path/";

/// A page in a browser of its own. See `Page::open` for the usual one.
pub struct Page {
    pub session: Session,
    pub server: Server,
    pub expects_noise: bool,
    pub logs_requests: bool,
}

/// How a page is to be opened, where it is not as usual.
pub struct Setup {
    pub width: u32,
    pub height: u32,
    pub folder: PathBuf,
    pub log_requests: bool,
}

impl Default for Setup {
    fn default() -> Self {
        let folder = dist();
        Setup {
            width: 1280,
            height: 900,
            folder,
            log_requests: true,
        }
    }
}

impl Setup {
    pub fn sized(width: u32, height: u32) -> Setup {
        Setup {
            width,
            height,
            ..Setup::default()
        }
    }

    /// Another folder instead of dist/: see [`altered_dist`].
    pub fn served_from(folder: PathBuf) -> Setup {
        Setup {
            folder,
            ..Setup::default()
        }
    }

    /// A server and a browser, with no page open yet.
    pub fn start(self) -> Page {
        let Setup {
            width,
            height,
            folder,
            log_requests,
        } = self;
        let compressed = (folder == xtask::paths::dist()).then(xtask::paths::compressed);
        let site = Site {
            folder,
            base: BASE.to_owned(),
            compressed,
            reload: false,
        };
        let server = Server::start(site, 0).expect("some port is free");
        let session = Session::start(&Window {
            width,
            height,
            log_requests,
        });
        let page = Page {
            session,
            server,
            expects_noise: false,
            logs_requests: log_requests,
        };
        page.session.post("url", json!({ "url": "about:blank" }));
        page.forget_requests();
        page.resize(width, height);
        page
    }

    /// The page under a link such as `?m=2&n=4`, once its program runs.
    #[track_caller]
    pub fn open(self, link: &str) -> Page {
        let page = self.start();
        page.go(link);
        page
    }
}

impl Page {
    /// The page as it is usually opened: `Page::open("")`, `Page::open("?m=2&n=4")`.
    #[track_caller]
    pub fn open(link: &str) -> Page {
        Setup::default().open(link)
    }

    /// Goes to a link, and waits until the program runs.
    #[track_caller]
    pub fn go(&self, link: &str) {
        self.visit(link);
        self.wait_for("html[data-program=running]");
    }

    /// Goes to a link, and waits for nothing but the page's load.
    #[track_caller]
    pub fn visit(&self, link: &str) {
        let url = format!("{}{link}", self.server.url());
        self.session.post("url", json!({ "url": url }));
    }

    #[track_caller]
    pub fn reload(&self) {
        self.session.post("refresh", json!({}));
        self.wait_for("html[data-program=running]");
    }

    #[track_caller]
    pub fn back(&self) {
        self.session.post("back", json!({}));
    }

    #[track_caller]
    pub fn forward(&self) {
        self.session.post("forward", json!({}));
    }

    /// Clicks where a person would: fails if it is hidden or covered.
    #[track_caller]
    pub fn click(&self, css: &str) {
        let id = self.element(css);
        self.session.post(&format!("element/{id}/click"), json!({}));
    }

    /// Clicks the first button, link, label or fold that reads exactly so.
    #[track_caller]
    pub fn click_words(&self, words: &str) {
        let found = "const found = [...document.querySelectorAll('button, a, label, summary')]
            .find((e) => e.checkVisibility() && e.innerText.trim() === arguments[0]);
            document.querySelectorAll('[data-test-words]').forEach((e) => delete e.dataset.testWords);
            if (found) found.dataset.testWords = '';
            return !!found;";
        let found = self.script_with(found, json!([words]));
        assert_eq!(found, true, "nothing to click reads {words:?}");
        self.click("[data-test-words]");
    }

    /// Types into a field, over what stands there.
    #[track_caller]
    pub fn type_into(&self, css: &str, text: &str) {
        self.click(css);
        self.script_with(
            "document.querySelector(arguments[0]).select()",
            json!([css]),
        );
        self.keys(text);
    }

    /// Types wherever the focus is, key by key.
    #[track_caller]
    pub fn keys(&self, text: &str) {
        let press = |key: char| {
            [
                json!({"type": "keyDown", "value": key}),
                json!({"type": "keyUp", "value": key}),
            ]
        };
        let presses: Vec<Value> = text.chars().flat_map(press).collect();
        self.act(json!({ "type": "key", "id": "keyboard", "actions": presses }));
    }

    /// Presses one key, such as [`key::ARROW_RIGHT`], wherever the focus is.
    #[track_caller]
    pub fn press(&self, key: char) {
        self.keys(&key.to_string());
    }

    /// Drags a slider's thumb to a part of its length, from 0.0 to 1.0.
    #[track_caller]
    pub fn drag_slider(&self, css: &str, to: f64) {
        self.drag_slider_in(css, to, 12, "mouse");
    }

    /// The same, by finger.
    #[track_caller]
    pub fn swipe_slider(&self, css: &str, to: f64) {
        self.drag_slider_in(css, to, 12, "touch");
    }

    /// Drags a slider's thumb in so many moves, with "mouse" or "touch".
    #[track_caller]
    pub fn drag_slider_in(&self, css: &str, to: f64, moves: u32, pointer: &str) {
        let at = self.script_with(THUMB, json!([css, to]));
        let place = |name: &str| {
            at[name]
                .as_f64()
                .unwrap_or_else(|| panic!("no slider {css}"))
        };
        let (from, to, y) = (place("from"), place("to"), place("y"));
        let step = |i: u32| from + (to - from) * f64::from(i) / f64::from(moves);
        let mut acts = vec![
            moved(from, y, 0),
            json!({ "type": "pointerDown", "button": 0 }),
        ];
        acts.extend((1..=moves).map(|i| moved(step(i), y, 16)));
        acts.push(json!({ "type": "pointerUp", "button": 0 }));
        let parameters = json!({ "pointerType": pointer });
        self.act(
            json!({ "type": "pointer", "id": pointer, "parameters": parameters, "actions": acts }),
        );
    }

    #[track_caller]
    fn act(&self, source: Value) {
        self.session.post("actions", json!({ "actions": [source] }));
    }

    /// Chooses an entry of a `<select>` by its value.
    #[track_caller]
    pub fn choose(&self, css: &str, value: &str) {
        self.click(&format!("{css} option[value={value:?}]"));
    }

    /// Waits for something to be there: at most 20 seconds.
    #[track_caller]
    pub fn wait_for(&self, css: &str) {
        self.wait_until(&format!("{css} to be there"), |page| page.exists(css));
    }

    /// Waits for words to stand somewhere.
    #[track_caller]
    pub fn wait_for_words(&self, css: &str, words: &str) {
        let stands = |page: &Page| page.exists(css) && page.text(css).contains(words);
        self.wait_until(&format!("{css} to read {words:?}"), stands);
    }

    #[track_caller]
    pub fn wait_until(&self, what: &str, done: impl Fn(&Page) -> bool) {
        for _ in 0..400 {
            if done(self) {
                return;
            }
            sleep(Duration::from_millis(50));
        }
        self.screenshot("gave-up-waiting");
        panic!(
            "waited 20 s for {what}; the page read:\n{}",
            self.text("body")
        );
    }

    #[track_caller]
    fn element(&self, css: &str) -> String {
        let wish = json!({ "using": "css selector", "value": css });
        let found = self.session.post("element", wish);
        let id = found
            .as_object()
            .and_then(|ids| ids.values().next())
            .and_then(Value::as_str);
        id.unwrap_or_else(|| panic!("no element {css}")).to_owned()
    }
}

fn moved(x: f64, y: f64, milliseconds: u32) -> Value {
    let (x, y) = (x.round(), y.round());
    json!({ "type": "pointerMove", "duration": milliseconds, "x": x, "y": y, "origin": "viewport" })
}

/// Where a slider's thumb is, and where it would be at a part of its length.
const THUMB: &str = "
    const slider = document.querySelector(arguments[0]);
    slider.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = slider.getBoundingClientRect(), thumb = Math.min(20, box.height);
    const [min, max] = [Number(slider.min || 0), Number(slider.max || 100)];
    const at = (part) => box.left + thumb / 2 + part * (box.width - thumb);
    return { from: at((slider.valueAsNumber - min) / (max - min)), to: at(arguments[1]),
             y: box.top + box.height / 2 };";

/// Keys without a letter, as WebDriver writes them.
pub mod key {
    pub const TAB: char = '\u{e004}';
    pub const ENTER: char = '\u{e007}';
    pub const ESCAPE: char = '\u{e00c}';
    pub const SPACE: char = ' ';
    pub const PAGE_UP: char = '\u{e00e}';
    pub const PAGE_DOWN: char = '\u{e00f}';
    pub const END: char = '\u{e010}';
    pub const HOME: char = '\u{e011}';
    pub const ARROW_LEFT: char = '\u{e012}';
    pub const ARROW_UP: char = '\u{e013}';
    pub const ARROW_RIGHT: char = '\u{e014}';
    pub const ARROW_DOWN: char = '\u{e015}';
}

/// The built page.
pub fn dist() -> PathBuf {
    let named = std::env::var_os("PIXELBILL_DIST").map(PathBuf::from);
    let dist = named.unwrap_or_else(xtask::paths::dist);
    assert!(
        dist.join("index.html").is_file(),
        "no page yet: run `cargo xtask build` first"
    );
    dist
}

/// A copy of the built page with one change made to it, for stories of what goes wrong.
pub fn altered_dist(change: impl FnOnce(&Path)) -> PathBuf {
    let folder = fresh_folder("dist");
    for name in xtask::bundle::files_in(&dist()).expect("dist/ can be read") {
        let to = folder.join(&name);
        let parent = to.parent().expect("it is below the folder");
        std::fs::create_dir_all(parent).expect("the copy takes folders");
        std::fs::copy(dist().join(&name), to).expect("the copy takes files");
    }
    change(&folder);
    folder
}
