//! Measurements in a browser. Ignored by `cargo xtask test`; `cargo xtask bench` runs them,
//! one at a time, and collects the lines that begin with `figure |`.
//! They print what they find and judge nothing: the goals stand beside the figures.

#[path = "../../benches/every_size.rs"]
mod every_size;

use crate::harness::{Page, Setup};
use serde_json::{Value, json};

/// Measured values, in milliseconds.
struct Samples(Vec<f64>);

impl Samples {
    fn of(values: &Value) -> Samples {
        let mut values: Vec<f64> = serde_json::from_value(values.clone()).expect("numbers");
        values.sort_by(f64::total_cmp);
        assert!(!values.is_empty(), "nothing was measured");
        Samples(values)
    }

    /// The smallest value that so many percent of all do not exceed.
    fn percentile(&self, percent: usize) -> f64 {
        let rank = (self.0.len() * percent).div_ceil(100).max(1);
        self.0[rank - 1]
    }

    fn print(&self, what: &str, goal: &str) {
        let (p50, p95) = (self.percentile(50), self.percentile(95));
        let count = self.0.len();
        println!("figure | {what} ({count} samples) | {p50:.1} ms | {p95:.1} ms | {goal}");
    }
}

fn without_request_log() -> Page {
    Setup {
        log_requests: false,
        ..Setup::default()
    }
    .start()
}

/// Promises the time at which a total first stands on the screen: looked for in every frame,
/// and taken after that frame is painted.
/// `WHAT` stands for its place.
const FIRST_PRICE: &str = "
    window.testFirstPrice = new Promise((found) => {
        const painted = () => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => found(performance.now());
            channel.port2.postMessage(0);
        };
        const glance = () => {
            const stands = document.querySelector('WHAT')?.textContent.trim();
            requestAnimationFrame(stands ? painted : glance);
        };
        glance();
    });";

#[test]
#[ignore = "a measurement: cargo xtask bench runs it"]
fn first_price_on_a_phone() {
    let what = "first computed price on a phone (4x CPU, 1.6 Mbit/s, 150 ms), empty cache";
    first_of("[data-total]", what, "2000 ms");
}

#[test]
#[ignore = "a measurement: cargo xtask bench runs it"]
fn prices_before_the_program_on_a_phone() {
    let what = "prices within index.html on the same phone, empty cache";
    first_of(".front td:last-child", what, "1000 ms");
}

fn first_of(place: &str, what: &str, goal: &str) {
    first_at("", place, what, goal);
}

fn first_at(link: &str, place: &str, what: &str, goal: &str) {
    let page = without_request_log();
    page.on_a_phone();
    page.before_scripts(&FIRST_PRICE.replace("WHAT", place));
    let times = (0..9).map(|_| first_price(&page, link)).collect();
    Samples::of(&Value::Array(times)).print(what, goal);
}

#[test]
#[ignore = "a measurement: cargo xtask bench runs it"]
fn first_price_of_an_embed_on_a_phone() {
    let what = "first computed price of an embed alone, on the same phone, empty cache";
    let link = "?embed=1&model=gpt-image-2&quality=high";
    first_at(link, "[data-total]", what, "2000 ms");
}

fn first_price(page: &Page, link: &str) -> Value {
    page.cdp("Network.clearBrowserCache", json!({}));
    // What the service worker kept of the visit before is no empty cache.
    let kept =
        json!({ "origin": page.server.origin(), "storageTypes": "service_workers,cache_storage" });
    page.cdp("Storage.clearDataForOrigin", kept);
    page.visit(link);
    page.script("return window.testFirstPrice")
}

/// Times every `input` event: from before the first listener to after the last, with the
/// microtasks between them, where Leptos updates; and on to the end of the frame it causes.
const SLIDER: &str = "
    const found = window.testSlider = { handled: [], painted: [], moved: [] };
    let began = 0, moved = 0;
    addEventListener('pointermove', (event) => { moved = event.timeStamp; }, true);
    addEventListener('input', () => { began = performance.now(); }, true);
    addEventListener('input', () => {
        const [start, hand] = [began, moved];
        found.handled.push(performance.now() - start);
        requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => {
                found.painted.push(performance.now() - start);
                found.moved.push(performance.now() - hand);
            };
            channel.port2.postMessage(0);
        });
    });";

#[test]
#[ignore = "a measurement: cargo xtask bench runs it"]
fn slider_at_a_quarter_of_the_processor() {
    let page = without_request_log();
    page.go("");
    page.slow_processor(4.0);
    page.script(SLIDER);
    for slider in visible_sliders(&page) {
        for to in [0.05, 0.95, 0.4] {
            page.drag_slider_in(&slider, to, 40, "mouse");
        }
    }
    let found = page.script("return window.testSlider");
    let samples = |name: &str| Samples::of(&found[name]);
    samples("handled").print(
        "slider event at 4x CPU: handler and reactive update",
        "4 ms",
    );
    samples("painted").print("slider event at 4x CPU: event to paint", "20 ms");
    samples("moved").print("slider event at 4x CPU: movement of the hand to paint", "");
}

/// A selector for each slider that is shown.
fn visible_sliders(page: &Page) -> Vec<String> {
    let mark = "return [...document.querySelectorAll('input[type=range]')]
        .filter((slider) => slider.checkVisibility() && !slider.disabled)
        .map((slider, i) => { slider.dataset.testSlider = i; return `[data-test-slider='${i}']` })";
    let sliders = serde_json::from_value(page.script(mark)).expect("a list of selectors");
    assert_ne!(sliders, Vec::<String>::new(), "the page shows no slider");
    sliders
}

/// Times what the map costs the program: the event with the microtasks that follow it, in which
/// Leptos updates, and every frame that the program draws because of it.
const MAP: &str = "
    const found = window.testMap = { redrawn: [], hovered: [] };
    let drawn = 0;
    const frame = window.requestAnimationFrame;
    window.requestAnimationFrame = (draw) => frame((time) => {
        const start = performance.now();
        draw(time);
        drawn += performance.now() - start;
    });
    const settled = () => new Promise((go) => {
        const channel = new MessageChannel();
        channel.port1.onmessage = go;
        channel.port2.postMessage(0);
    });
    const painted = () => new Promise((go) => frame(() => settled().then(go)));
    window.testTimed = async (list, act) => {
        drawn = 0;
        const start = performance.now();
        act();
        // One chain of microtasks starts another a few times; each turn here waits for one of all.
        for (let turn = 0; turn < 50; turn++) await null;
        const handled = performance.now() - start;
        await painted();
        await painted();
        found[list].push(handled + drawn);
    };";

#[test]
#[ignore = "a measurement: cargo xtask bench runs it"]
fn the_map_at_a_quarter_of_the_processor() {
    let page = without_request_log();
    page.go("#model=gpt-image-2.5-flare&quality=high&requests=1000&view=explore");
    page.wait_for("canvas#map");
    page.slow_processor(4.0);
    page.script(MAP);
    let redraw = "return (async () => {
        const select = document.getElementById('explore-quality');
        for (const quality of ['low', 'medium', 'high', 'xhigh', 'max']) {
            await testTimed('redrawn', () => {
                select.value = quality;
                select.dispatchEvent(new Event('change', { bubbles: true }));
            });
        }
    })()";
    let hover = "return (async () => {
        const map = document.getElementById('map'), place = map.getBoundingClientRect();
        for (let step = 0; step < 30; step++) {
            const clientX = place.left + 60 + step * 12, clientY = place.top + 60 + step * 11;
            await testTimed('hovered', () =>
                map.dispatchEvent(new PointerEvent('pointermove', { clientX, clientY, pointerId: 1 })));
        }
    })()";
    for _ in 0..8 {
        page.script(redraw);
    }
    for _ in 0..3 {
        page.script(hover);
    }
    let found = page.script("return window.testMap");
    let samples = |name: &str| Samples::of(&found[name]);
    samples("redrawn").print(
        "cost map at 4x CPU: a quality changed, all sizes counted and drawn",
        "16.7 ms",
    );
    samples("hovered").print("cost map at 4x CPU: a size read out and drawn", "16.7 ms");
}

#[test]
#[ignore = "a measurement: cargo xtask bench runs it"]
fn every_size_at_five_qualities() {
    let program = std::env::var_os("PIXELBILL_COUNT").expect("cargo xtask bench builds it");
    let program = std::fs::read(program).expect("the program that counts");
    let page = without_request_log();
    page.go("");
    let count = "return (async () => {
        const { instance } = await WebAssembly.instantiate(new Uint8Array(arguments[0]));
        const times = [];
        let sum;
        for (let run = 0; run < 40; run++) {
            const start = performance.now();
            sum = instance.exports.every_size();
            times.push(performance.now() - start);
        }
        return [String(sum), times];
    })()";
    let found = page.script_with(count, json!([program]));
    let natively = every_size::every_size(pixelbill::rates::RateBook::embedded());
    assert_eq!(found[0], natively.to_string());
    let what = "29,146 sizes at 5 qualities, counted in the browser";
    Samples::of(&found[1]).print(what, "10 ms");
}
