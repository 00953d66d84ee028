//! What a person does to a page: clicks, types, presses keys, drags. Every act goes through
//! the browser's own input, as a hand's would. Must not know what comes of it.

use crate::harness::Page;
use serde_json::{Value, json};
use std::path::PathBuf;

impl Page {
    /// Clicks where a person would: fails if it is hidden or covered. What is drawn anew between
    /// the look and the click is looked for once more, as an eye would.
    #[track_caller]
    pub fn click(&self, css: &str) {
        let click = || {
            let id = self.element(css);
            self.session
                .try_post(&format!("element/{id}/click"), json!({}))
        };
        let clicked = click().or_else(|refused| match refused {
            stale if stale.contains("stale element") => click(),
            other => Err(other),
        });
        clicked.unwrap_or_else(|refused| panic!("click {css}: {refused}"));
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

    /// Presses a key while another is held: `chord(key::ALT, key::ARROW_UP)`.
    #[track_caller]
    pub fn chord(&self, held: char, pressed: char) {
        let actions = json!([
            {"type": "keyDown", "value": held}, {"type": "keyDown", "value": pressed},
            {"type": "keyUp", "value": pressed}, {"type": "keyUp", "value": held},
        ]);
        self.act(json!({ "type": "key", "id": "keyboard", "actions": actions }));
    }

    /// Drags one thing so far down, or up, with "mouse" or "touch".
    #[track_caller]
    pub fn drag_by(&self, css: &str, down: f64, pointer: &str) {
        let place = self.place(css);
        let (x, y) = (
            place.left + place.width / 2.0,
            place.top + place.height / 2.0,
        );
        let mut acts = vec![
            moved(x, y, 0),
            json!({ "type": "pointerDown", "button": 0 }),
        ];
        let step = |i: u32| y + down * f64::from(i) / 16.0;
        acts.extend((1..=16).map(|i| moved(x, step(i), 32)));
        acts.push(json!({ "type": "pointerUp", "button": 0 }));
        let parameters = json!({ "pointerType": pointer });
        self.act(
            json!({ "type": "pointer", "id": pointer, "parameters": parameters, "actions": acts }),
        );
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

    /// Moves the mouse to a place of the window.
    #[track_caller]
    pub fn hover_at(&self, x: f64, y: f64) {
        self.mouse(vec![moved(x, y, 10)]);
    }

    /// Clicks at a place of the window.
    #[track_caller]
    pub fn click_at(&self, x: f64, y: f64) {
        let (down, up) = (
            json!({ "type": "pointerDown", "button": 0 }),
            json!({ "type": "pointerUp", "button": 0 }),
        );
        self.mouse(vec![moved(x, y, 10), down, up]);
    }

    /// Drags with the mouse from one place of the window to another.
    #[track_caller]
    pub fn drag_at(&self, from: (f64, f64), to: (f64, f64)) {
        let (down, up) = (
            json!({ "type": "pointerDown", "button": 0 }),
            json!({ "type": "pointerUp", "button": 0 }),
        );
        self.mouse(vec![
            moved(from.0, from.1, 0),
            down,
            moved(to.0, to.1, 60),
            up,
        ]);
    }

    /// Turns the wheel over a place of the window; above 0 towards the person.
    #[track_caller]
    pub fn wheel_at(&self, x: f64, y: f64, turns: i32) {
        let (x, y) = (x.round() as i64, y.round() as i64);
        let turn = json!({ "type": "scroll", "x": x, "y": y, "deltaX": 0, "deltaY": turns * 100,
                           "origin": "viewport", "duration": 0 });
        self.act(json!({ "type": "wheel", "id": "wheel", "actions": [turn] }));
    }

    /// Two fingers about a place of the window, from so many pixels apart to so many. By the
    /// browser's own protocol: WebDriver's fingers move one after the other.
    #[track_caller]
    pub fn pinch_at(&self, (x, y): (f64, f64), from: f64, to: f64) {
        let touch = |kind: &str, apart: Option<f64>| {
            let fingers = apart.map_or_else(Vec::new, |apart| {
                vec![
                    json!({ "x": x - apart / 2.0, "y": y, "id": 1 }),
                    json!({ "x": x + apart / 2.0, "y": y, "id": 2 }),
                ]
            });
            let event = json!({ "type": kind, "touchPoints": fingers });
            self.cdp("Input.dispatchTouchEvent", event);
        };
        touch("touchStart", Some(from));
        for step in 1..=10 {
            touch(
                "touchMove",
                Some(from + (to - from) * f64::from(step) / 10.0),
            );
        }
        touch("touchEnd", None);
    }

    #[track_caller]
    fn mouse(&self, acts: Vec<Value>) {
        let parameters = json!({ "pointerType": "mouse" });
        self.act(
            json!({ "type": "pointer", "id": "mouse", "parameters": parameters, "actions": acts }),
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

    /// Chooses files in a field, as the browser's own dialog would.
    #[track_caller]
    pub fn choose_files(&self, css: &str, files: &[PathBuf]) {
        let paths: Vec<String> = files
            .iter()
            .map(|file| file.display().to_string())
            .collect();
        let id = self.element(css);
        self.session.post(
            &format!("element/{id}/value"),
            json!({ "text": paths.join("\n") }),
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
    pub const ALT: char = '\u{e00a}';
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
