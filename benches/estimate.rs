//! How long the core takes: one estimate, the fixes of a broken one, a link, and every valid size.
//!
//! Prints `name value unit` for people, and for `cargo xtask bench` a line
//! `figure | what | p50 | p95 | at most`.

mod every_size;

use every_size::every_size;
use pixelbill::estimate::estimate;
use pixelbill::explore::{CostMap, Wish, cheapest};
use pixelbill::rates::{Quality, RateBook};
use pixelbill::scenario::Scenario;
use pixelbill::ways::ways;
use pixelbill::{export, link};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// One stage of every kind, as links.
const ONE_STAGE: [(&str, &str); 5] = [
    (
        "generate",
        "model=gpt-image-2&size=1536x1024&quality=high&requests=1000",
    ),
    (
        "generate_auto",
        "model=gpt-image-2.6-flare&size=auto&quality=auto&n=4&partials=3",
    ),
    (
        "edit",
        "task=edit&refs=1024x1024*3,4032x3024&n=2&retries=10&blocked=5&accept=60",
    ),
    (
        "responses",
        "route=responses&driver=gpt-6-astra&turns=5&cached=30&context=2000",
    ),
    (
        "analyze",
        "task=analyze&driver=gpt-6-astra&refs=4032x3024*4&turns=3&answer=400",
    ),
];

/// What this repository promises for one stage, natively.
const AT_MOST: Duration = Duration::from_micros(5);

fn main() {
    let book = RateBook::embedded();
    for (name, text) in ONE_STAGE {
        let scenario = read(book, text);
        let times = samples(200, 50, || estimate(book, &scenario));
        report(&format!("estimate_{name}"), &times, Some(AT_MOST));
    }
    let broken = read(book, "model=gpt-image-2&size=1000x1001");
    report(
        "estimate_with_fixes",
        &samples(50, 4, || estimate(book, &broken)),
        None,
    );
    let twelve = read(book, &"stage=a&size=2048x1152&retries=5&".repeat(12));
    report(
        "estimate_twelve_stages",
        &samples(100, 10, || estimate(book, &twelve)),
        None,
    );
    links(book, &twelve);
    report(
        "every_size_and_quality",
        &samples(20, 1, || every_size(book)),
        None,
    );
    explore(book);
}

fn read(book: &RateBook, text: &str) -> Scenario {
    link::read(book, "", text).scenario
}

fn links(book: &RateBook, scenario: &Scenario) {
    let text = link::write(scenario);
    report(
        "link_read_twelve_stages",
        &samples(100, 10, || link::read(book, "", &text)),
        None,
    );
    let rubbish = "size=%zz&n=-1&".repeat(7200);
    report(
        "link_read_100_kB_of_rubbish",
        &samples(20, 1, || link::read(book, "", &rubbish)),
        None,
    );
    let priced = estimate(book, scenario);
    let json = || export::json(book, scenario, &priced, "https://example.com/", &[]);
    report("json_twelve_stages", &samples(100, 10, json), None);
}

/// The cost map of one quality, of each of the five, the cheapest of all sizes, and cheaper ways.
fn explore(book: &RateBook) {
    let Some(model) = book.image_model("gpt-image-2.6-flare") else {
        return;
    };
    let map = |quality| CostMap::new(model, quality);
    report("cost_map", &samples(50, 1, || map(Quality::High)), None);
    let all = || model.qualities().map(map).collect::<Vec<_>>();
    report("cost_map_every_quality", &samples(20, 1, all), None);
    let scenario = read(book, "model=gpt-image-2&quality=high&requests=1000");
    let wish = Wish::default();
    let find = || cheapest(book, &scenario, 0, &wish, 8);
    report("cheapest_of_every_size", &samples(20, 1, find), None);
    let edit = read(book, "task=edit&refs=4032x3024*4&partials=3&requests=1000");
    report("cheaper_ways", &samples(50, 1, || ways(book, &edit)), None);
}

/// The time of one run, sampled so many times; each sample averages so many runs.
fn samples<T>(samples: u32, runs: u32, mut work: impl FnMut() -> T) -> Vec<Duration> {
    black_box(work());
    let mut times: Vec<Duration> = (0..samples)
        .map(|_| {
            let start = Instant::now();
            for _ in 0..runs {
                black_box(work());
            }
            start.elapsed() / runs
        })
        .collect();
    times.sort_unstable();
    times
}

fn report(name: &str, sorted: &[Duration], at_most: Option<Duration>) {
    let at = |percent: usize| sorted[(sorted.len() - 1) * percent / 100];
    let (p50, p95) = (at(50), at(95));
    println!("{name} {} ns", p50.as_nanos());
    let bound = at_most.map_or_else(|| "–".to_owned(), words);
    println!(
        "figure | native: {} | {} | {} | {bound}",
        name.replace('_', " "),
        words(p50),
        words(p95)
    );
}

fn words(time: Duration) -> String {
    let nanoseconds = time.as_secs_f64() * 1e9;
    match nanoseconds {
        under if under < 1e3 => format!("{under:.0} ns"),
        under if under < 1e6 => format!("{:.1} µs", under / 1e3),
        over => format!("{:.1} ms", over / 1e6),
    }
}
