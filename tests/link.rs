//! Contract 1: links. What was once published is read the same way for ever, and nothing that
//! stands in a link makes reading fail.

mod common;

use common::{book, decimal, span};
use pixelbill::estimate::estimate;
use pixelbill::link::{
    self, Key, Read, Scope, Theme, View, read, write, write_display, write_pins,
};
use pixelbill::rates::Tier;
use pixelbill::scenario::{Scenario, Stage};
use pixelbill::size::{Size, SizeChoice};
use proptest::prelude::*;
use std::time::{Duration, Instant};

fn of(text: &str) -> Read {
    read(book(), "", text)
}

/// What was set aside, in words.
fn told(text: &str) -> Vec<String> {
    of(text).set_aside.iter().map(ToString::to_string).collect()
}

/// Every form of a link that was ever given away: link -> what is written back -> its total, or its
/// first problem. A line is never changed or taken out; new forms are added.
#[test]
fn published_links_keep_their_figures() {
    let kept = include_str!("data/links.txt");
    let mut count = 0;
    for line in kept
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
    {
        let mut parts = line.split(" -> ");
        let mut part = || {
            parts
                .next()
                .unwrap_or_else(|| panic!("a part is missing: {line}"))
        };
        let (given, canonical, total) = (part(), part(), part());
        let found = of(given);
        assert_eq!(found.set_aside, [], "{given}");
        assert_eq!(write(&found.scenario), canonical, "{given}");
        assert_eq!(
            write(&of(canonical).scenario),
            canonical,
            "the canonical form is its own"
        );
        assert_eq!(figure(&found.scenario), total, "{given}");
        count += 1;
    }
    assert!(count >= 30, "{count}");
}

fn figure(scenario: &Scenario) -> String {
    let priced = estimate(book(), scenario);
    match (priced.totals, priced.problems.first()) {
        (Some(totals), _) => span(totals.total),
        (None, Some(problem)) => problem.code().to_owned(),
        (None, None) => "neither a total nor a problem".to_owned(),
    }
}

/// A value of each key that is not its default.
const VALUES: &[(&str, &str)] = &[
    ("markup", "12.5"),
    ("residency", "1"),
    ("budget", "250.75"),
    ("per", "month"),
    ("uses", "3"),
    ("stage", "Draft 1"),
    ("deliver", "0"),
    ("task", "edit"),
    ("model", "gpt-image-1.5"),
    ("route", "responses"),
    ("driver", "gpt-6-astra"),
    ("tier", "batch"),
    ("size", "1536x1024"),
    ("quality", "high"),
    ("requests", "1000"),
    ("n", "4"),
    ("prompt", "0"),
    ("refs", "1024x1024*3,512x768"),
    ("fidelity", "high"),
    ("detail", "original"),
    ("mask", "1"),
    ("partials", "3"),
    ("background", "transparent"),
    ("format", "webp"),
    ("answer", "0"),
    ("context", "2500"),
    ("turns", "50"),
    ("cached", "33.33"),
    ("retries", "0.01"),
    ("tries", "10"),
    ("blocked", "100"),
    ("accept", "0"),
    ("own.text_input", "0"),
    ("own.cached_text_input", "0.000001"),
    ("own.image_input", "1"),
    ("own.cached_image_input", "1.5"),
    ("own.image_output", "1000000000"),
    ("own.text_output", "22.5"),
    ("own.image", "0.04"),
    ("own.plan", "20"),
    ("own.credits", "1000"),
    ("own.credits_1k", "1"),
    ("own.credits_2k", "2"),
    ("own.credits_4k", "4"),
];

#[test]
fn every_key_round_trips() {
    let keys = [Scope::Scenario, Scope::Stage]
        .into_iter()
        .flat_map(Key::of)
        .map(|key| key.name);
    let tested = ["v", "rates"]
        .into_iter()
        .chain(VALUES.iter().map(|(key, _)| *key));
    assert_eq!(keys.collect::<Vec<_>>(), tested.collect::<Vec<_>>());
    for (key, value) in VALUES {
        let found = of(&format!("{key}={}", value.replace(' ', "+")));
        assert_eq!(found.set_aside, [], "{key}");
        let written = write(&found.scenario);
        assert!(
            written.contains(&format!("{key}={}", value.replace(' ', "+"))),
            "{key}: {written}"
        );
        assert_eq!(of(&written), found, "{key}");
    }
    // All at once.
    let all: Vec<String> = VALUES
        .iter()
        .map(|(key, value)| format!("{key}={}", value.replace(' ', "+")))
        .collect();
    let found = of(&all.join("&"));
    assert_eq!(of(&write(&found.scenario)).scenario, found.scenario);
}

#[test]
fn the_display_round_trips() {
    let found = of("view=explore&panel=migrate&embed=1&controls=0&theme=dark");
    let display = found.display;
    assert_eq!(
        (display.view, display.embed, display.controls, display.theme),
        (View::Explore, true, false, Theme::Dark)
    );
    assert_eq!(
        write_display(&display),
        "view=explore&panel=migrate&embed=1&controls=0&theme=dark"
    );
    assert_eq!(write_display(&link::Display::default()), "");
    assert_eq!(of(&write_display(&display)).display, display);
}

/// `v`, `rates`, `model`, `size`, `quality` and `requests` are always written; other defaults never.
#[test]
fn defaults_are_constants() {
    let defaults = Scenario::new(book().newest().date);
    assert_eq!(
        write(&defaults),
        "v=1&rates=2026-11-20&model=gpt-image-2.5-sunburst&size=1024x1024&quality=medium&requests=1"
    );
    let stage = Stage::default();
    assert_eq!(
        (
            stage.n,
            stage.requests,
            stage.prompt,
            stage.tries,
            stage.turns
        ),
        (1, 1, 50, 2, 1)
    );
    assert_eq!((stage.answer, stage.context, stage.partials), (300, 0, 0));
    assert_eq!(
        (
            stage.accept.to_string().as_str(),
            stage.cached.to_string().as_str()
        ),
        ("100", "0")
    );
    // Spelled out, they are not written.
    let spelled = "n=1&prompt=50&tries=2&turns=1&answer=300&context=0&mask=0&partials=0&background=auto\
         &format=png&detail=auto&fidelity=low&tier=standard&route=images&task=generate&cached=0&retries=0\
         &blocked=0&accept=100&deliver=1&markup=0&residency=0&per=batch&uses=1&stage=";
    assert_eq!(write(&of(spelled).scenario), write(&defaults));
}

/// Opened without a parameter the page starts from an example, not from the defaults.
#[test]
fn without_a_parameter_it_is_the_example() {
    for nothing in ["", "#", "?", "&", "&&&", "#&"] {
        let found = read(book(), nothing, nothing);
        assert!(!found.given && found.set_aside.is_empty(), "{nothing:?}");
        assert_eq!(found.scenario.stages[0].requests, 1000);
    }
    // A key that nobody knows is told, and is no scenario.
    let found = of("utm_source=letter");
    assert_eq!(
        (found.given, found.scenario.stages[0].requests),
        (false, 1000)
    );
    assert_eq!(
        told("utm_source=letter"),
        ["utm_source is not a key of these links; it is set aside."]
    );
    // Any key of the contract is a scenario: 1 request.
    assert_eq!(of("quality=low").scenario.stages[0].requests, 1);
}

/// A fragment that holds any key of the contract replaces the query as a whole.
#[test]
fn the_fragment_wins_over_the_query() {
    let both = read(book(), "?model=gpt-image-2&n=4", "#quality=low");
    assert_eq!(
        (both.scenario.stages[0].model, both.scenario.stages[0].n),
        ("gpt-image-2.5-sunburst", 1)
    );
    let query = read(book(), "?model=gpt-image-2&n=4", "#top");
    assert_eq!(
        (query.scenario.stages[0].model, query.scenario.stages[0].n),
        ("gpt-image-2", 4)
    );
    let display = read(book(), "model=gpt-image-2", "theme=dark");
    assert_eq!(display.scenario.stages[0].model, "gpt-image-2.5-sunburst");
}

#[test]
fn keys_and_words_are_read_in_any_case() {
    let found = of(
        "MODEL=OpenAI/GPT-Image-2-2026-04-21&Size=16:9@2k&QUALITY=High&Tier=BATCH&Own.Image_Output=3",
    );
    assert_eq!(found.set_aside, []);
    let stage = &found.scenario.stages[0];
    assert_eq!((stage.model, stage.tier), ("gpt-image-2", Tier::BatchApi));
    assert_eq!(stage.size, SizeChoice::Exact(Size::new(2048, 1152)));
    assert_eq!(stage.own.usd_per_mtok[4], Some(decimal("3")));
}

/// Keys before the first `stage` belong to it; each later one begins with the defaults.
#[test]
fn stages_inherit_nothing() {
    let found = of("quality=low&stage=Draft+1&n=2&stage=&size=2048x2048&stage=%46inal%20cut");
    assert_eq!(found.set_aside, []);
    let stages = &found.scenario.stages;
    assert_eq!(
        stages
            .iter()
            .map(|stage| stage.label.as_str())
            .collect::<Vec<_>>(),
        ["Draft 1", "", "Final cut"]
    );
    assert_eq!(
        stages.iter().map(|stage| stage.n).collect::<Vec<_>>(),
        [2, 1, 1]
    );
    assert_eq!(
        stages
            .iter()
            .map(|stage| stage.quality.as_str())
            .collect::<Vec<_>>(),
        ["low", "medium", "medium"]
    );
    assert_eq!(
        stages.iter().map(|stage| stage.deliver).collect::<Vec<_>>(),
        [false, false, true]
    );
    assert_eq!(of(&write(&found.scenario)).scenario, found.scenario);
    // At most twelve, said once.
    let many = of(&"stage=x&n=2&".repeat(40));
    assert_eq!(many.scenario.stages.len(), 12);
    assert_eq!(
        many.set_aside
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>(),
        ["A scenario has at most 12 stages; the others are set aside."]
    );
}

/// The last counts, within a stage; what was said of the earlier ones is taken back.
#[test]
fn repeated_keys() {
    assert_eq!(
        told("n=2&n=3&n=4"),
        ["n is given more than once: the last, “4”, counts."]
    );
    assert_eq!(of("n=2&n=3&n=4").scenario.stages[0].n, 4);
    assert_eq!(
        told("n=99&n=4"),
        ["n is given more than once: the last, “4”, counts."]
    );
    assert_eq!(
        told("n=4&n=99"),
        [
            "n is given more than once: the last, “99”, counts.",
            "n: “99” is not a whole number from 1 to 10; 1 stands instead."
        ]
    );
    assert_eq!(of("n=4&n=99").scenario.stages[0].n, 1);
    assert_eq!(told("stage=a&n=2&stage=b&n=3"), [""; 0]);
    assert_eq!(told("stage=a&n=2&n=3&stage=b&n=4&n=5").len(), 2);
    assert_eq!(
        told("markup=2&stage=a&markup=3"),
        ["markup is given more than once: the last, “3”, counts."]
    );
    assert_eq!(of("budget=2&budget=x").scenario.budget, None);
    assert_eq!(
        of("rates=2026-06-11&rates=x").scenario.rates,
        book().newest().date
    );
    let deliver = of("stage=a&deliver=0&deliver=x&stage=b&deliver=0");
    assert_eq!(
        deliver
            .scenario
            .stages
            .iter()
            .map(|stage| stage.deliver)
            .collect::<Vec<_>>(),
        [false, false]
    );
}

/// Another date means the snapshot in force on it; beyond either end, that one with a notice.
#[test]
fn dates_of_rates() {
    let rates = |date: &str| of(&format!("rates={date}")).scenario.rates.to_string();
    assert_eq!(rates("2026-06-11"), "2026-06-11");
    assert_eq!(rates("2026-09-07"), "2026-06-11");
    assert_eq!(rates("2026-11-19"), "2026-11-04");
    assert_eq!(told("rates=2026-11-19"), [""; 0]);
    assert_eq!(
        told("rates=2020-01-01"),
        ["rates: no rates are known for 2020-01-01; those of 2026-05-06 stand instead."]
    );
    assert_eq!(
        told("rates=9999-12-31"),
        ["rates: no rates are known for 9999-12-31; those of 2026-11-20 stand instead."]
    );
    assert_eq!(
        told("rates=tomorrow"),
        ["rates: “tomorrow” is not a date written YYYY-MM-DD; 2026-11-20 stands instead."]
    );
}

/// Nonsense for each key: outside its domain in every way that people and machines find.
const NONSENSE: [&str; 30] = [
    "",
    "-1",
    "-0.0001",
    "99999999999999999999999999",
    "1e309",
    "NaN",
    "Infinity",
    "0x10",
    "1,000",
    "1.5.2",
    "½",
    "٣",
    "\u{202e}1",
    "%00",
    "%zz",
    "%",
    "%E0%A4%A",
    "null",
    "undefined",
    "[object Object]",
    "<script>alert(1)</script>",
    "' OR 1=1 --",
    "../../etc/passwd",
    "true",
    "x",
    "*",
    "1024x",
    "1024x0",
    "0",
    "🙂",
];

/// Default stands, and a notice names the key, what was given and what stands.
#[test]
fn nonsense_in_every_key() {
    for key in [Scope::Scenario, Scope::Stage, Scope::Display]
        .into_iter()
        .flat_map(Key::of)
    {
        for value in NONSENSE
            .iter()
            .map(|text| (*text).to_owned())
            .chain(["9".repeat(100_000)])
        {
            let link = format!("{}={}", key.name, value.replace(['&', '#'], ""));
            let found = of(&link);
            let Some(aside) = found.set_aside.first() else {
                taken(key.name, &value, &found);
                continue;
            };
            assert_eq!(found.set_aside.len(), 1, "{link}");
            assert_eq!(
                (aside.key.as_str(), aside.code()),
                (key.name, "link.bad_value"),
                "{link}"
            );
            assert!(aside.given.chars().count() <= 40 && aside.stands.chars().count() <= 40);
            let message = aside.to_string();
            assert!(
                message.starts_with(key.name) && message.contains(&aside.given),
                "{message}"
            );
            assert!(
                message.contains(key.takes)
                    && message.ends_with(&format!("; {} stands instead.", aside.stands))
            );
            assert_eq!(
                found.scenario,
                Scenario::new(book().newest().date),
                "{link}"
            );
        }
    }
}

/// The few that are within a domain after all.
fn taken(key: &str, value: &str, found: &Read) {
    let label = key == "stage" && value.chars().count() <= 40;
    let zero = value == "0"
        && ![
            "v", "rates", "uses", "model", "driver", "size", "requests", "n", "turns", "tries",
        ]
        .contains(&key);
    let small = value == "-1" && key == "markup";
    assert!(
        label || zero || small,
        "{key}={value} is taken: {:?}",
        found.scenario
    );
    assert_eq!(of(&write(&found.scenario)).scenario, found.scenario);
}

/// Twenty are named one by one, then the rest is counted.
#[test]
fn notices_end_somewhere() {
    let link: Vec<String> = (0..50).map(|number| format!("key{number}=1")).collect();
    let told = told(&link.join("&"));
    assert_eq!(told.len(), 21);
    assert_eq!(told[20], "30 more parts of the link are set aside.");
}

/// 100 kB of whatever: read at once, with short notices. The bound is generous so that a busy
/// machine does not fail it; a quadratic reader would.
#[test]
fn very_long_links_are_read_at_once() {
    let shapes = [
        "a".repeat(100_000),
        "&".repeat(100_000),
        "=".repeat(100_000),
        "%".repeat(100_000),
        "%41".repeat(33_000),
        "n=1&".repeat(25_000),
        "n=x&".repeat(25_000),
        "stage=a&".repeat(12_500),
        "v=2&rates=x&markup=y&".repeat(5_000),
        format!("refs={}", "1x1,".repeat(25_000)),
        format!("refs={}", "1x1*1500,".repeat(11_000)),
        format!("stage={}", "é".repeat(50_000)),
        format!("size={}", "1x".repeat(50_000)),
        format!("own.image={}", "0.".repeat(50_000)),
        (0..10_000).map(|number| format!("k{number}=v&")).collect(),
        "🙂=🙃&".repeat(10_000),
    ];
    for shape in &shapes {
        let start = Instant::now();
        let found = of(shape);
        let took = start.elapsed();
        assert!(
            took < Duration::from_secs(2),
            "{took:?} for {}…",
            &shape[..20.min(shape.len())].escape_debug()
        );
        assert!(found.set_aside.len() <= 21);
        assert!(
            found
                .set_aside
                .iter()
                .all(|aside| aside.to_string().len() < 600)
        );
        estimate(book(), &found.scenario);
    }
}

#[test]
fn change_is_how_a_fix_is_made() {
    let mut scenario = of("stage=a&n=4&stage=b&n=5&own.image=2&markup=7&budget=9&residency=1&uses=4&per=day&rates=2026-06-11").scenario;
    let mut change = |stage: usize, key: &str, value: &str| {
        link::change(book(), &mut scenario, stage, key, value).map_err(|aside| aside.to_string())
    };
    // Every key of the scenario goes back to its default by an empty value.
    for key in ["rates", "markup", "residency", "budget", "per", "uses", "v"] {
        assert_eq!(change(0, key, ""), Ok(()), "{key}");
    }
    assert_eq!(change(1, "own.image", ""), Ok(()));
    assert_eq!(change(1, "n", ""), Ok(()));
    assert_eq!(change(1, "driver", "gpt-5"), Ok(()));
    assert_eq!(change(1, "refs", "5x5"), Ok(()));
    assert_eq!(change(1, "refs", ""), Ok(()));
    assert_eq!(change(1, "driver", ""), Ok(()));
    assert_eq!(change(0, "stage", ""), Ok(()));
    assert_eq!(change(0, "rates", "2026-10-20"), Ok(()));
    // Outside a domain nothing changes.
    assert!(change(0, "n", "11").is_err());
    assert!(change(0, "rates", "2020-01-01").is_err());
    assert!(change(0, "theme", "dark").is_err());
    assert!(change(0, "colour", "red").is_err());
    assert!(change(2, "n", "1").is_err());
    let expected = of("rates=2026-10-14&stage=&n=4&stage=b&n=1");
    assert_eq!(scenario, expected.scenario);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Whatever stands in the address bar.
    #[test]
    fn reading_never_fails(query in "\\PC{0,120}", fragment in "[a-z0-9=&%.:@*,+ -]{0,200}") {
        let found = read(book(), &query, &fragment);
        prop_assert!((1..=12).contains(&found.scenario.stages.len()));
        prop_assert!(found.set_aside.len() <= 21);
        prop_assert_eq!(of(&write(&found.scenario)).scenario, found.scenario);
    }

    /// Keys that are known, with values of any kind.
    #[test]
    fn known_keys_with_any_value(pairs in prop::collection::vec((prop::sample::select(VALUES), "\\PC{0,20}|[0-9.]{1,12}|[0-9]{1,6}x[0-9]{1,6}"), 0..12)) {
        let link: Vec<String> = pairs.iter().map(|((key, _), value)| format!("{key}={value}")).collect();
        let found = of(&link.join("&"));
        let again = of(&write(&found.scenario));
        prop_assert_eq!(&again.set_aside, &[]);
        prop_assert_eq!(again.scenario, found.scenario);
    }
}

#[test]
fn pins_are_kept_as_they_stand() {
    let pin =
        write(&of("stage=Draft+1&quality=high&requests=20&stage=B%26C&size=2048x1152").scenario);
    let pins = vec![pin.clone(), "model=gpt-image-2".to_owned()];
    let found = of(&format!("requests=7&{}", write_pins(&pins)));
    assert_eq!(found.pins, pins);
    assert_eq!((found.set_aside.len(), found.scenario.stages.len()), (0, 1));
    assert_eq!(found.scenario.stages[0].requests, 7);
    assert_eq!(write_pins(&found.pins), write_pins(&pins));
    assert_eq!(of(&pin).scenario.stages[1].label, "B&C");
    assert_eq!(of("requests=7").pins, [""; 0]);
}

#[test]
fn a_fourth_pin_is_set_aside_with_a_notice() {
    let found = of("pin=a%3D1&pin=b%3D2&pin=&pin=c%3D3&pin=d%3D4&pin=e%3D5");
    assert_eq!(found.pins, ["a=1", "b=2", "c=3"]);
    let codes: Vec<_> = found.set_aside.iter().map(|aside| aside.code()).collect();
    assert_eq!(codes, ["link.bad_value", "link.too_many_pins"]);
    assert_eq!(
        found.set_aside[1].to_string(),
        "At most 3 scenarios are pinned; the others are set aside."
    );
}
