//! Scenarios of any kind: every key anywhere within its domain.

use crate::common::book;
use pixelbill::estimate::{Estimate, Problem, estimate};
use pixelbill::link;
use pixelbill::rates::{Background, Detail, Fidelity, Format, Quality, Tier};
use pixelbill::scenario::{InputImages, OwnRates, Per, Percent, Route, Scenario, Stage, Task};
use pixelbill::size::{Size, SizeChoice};
use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::Decimal;

fn word<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    select(all)
}

/// Mostly `usual`, now and then anything within the bounds, ends included.
fn number(
    usual: std::ops::RangeInclusive<u32>,
    bounds: std::ops::RangeInclusive<u32>,
) -> impl Strategy<Value = u32> {
    let ends = select(vec![*bounds.start(), *bounds.end()]);
    prop_oneof![6 => usual, 1 => bounds, 1 => ends]
}

fn percent(low: i32, high: i32) -> impl Strategy<Value = Percent> {
    let ends = select(vec![low * 100, high * 100, 0]);
    prop_oneof![3 => ends, 1 => low * 100..=high * 100].prop_map(Percent::hundredths)
}

fn size() -> impl Strategy<Value = Size> {
    let usual = select(vec![
        "1024x1024",
        "1536x1024",
        "1024x1536",
        "2048x1152",
        "3840x2160",
        "512x512",
        "1024x1792",
    ]);
    prop_oneof![
        5 => usual.prop_map(crate::common::size),
        1 => (1_u32..=240, 1_u32..=240).prop_map(|(width, height)| Size::new(width * 16, height * 16)),
        1 => (1_u32..=65_535, 1_u32..=65_535).prop_map(|(width, height)| Size::new(width, height)),
    ]
}

fn size_choice() -> impl Strategy<Value = SizeChoice> {
    prop_oneof![6 => size().prop_map(SizeChoice::Exact), 1 => Just(SizeChoice::Auto)]
}

/// Input images of several sizes, at most 1,500 in all.
pub fn refs() -> impl Strategy<Value = Vec<InputImages>> {
    let some = (size(), prop_oneof![4 => 1_u16..=3, 1 => 1_u16..=375]);
    let images = some.prop_map(|(size, count)| InputImages { size, count });
    prop_oneof![1 => Just(Vec::new()), 1 => prop::collection::vec(images, 1..=4)]
}

fn usd() -> impl Strategy<Value = Decimal> {
    let micros = prop_oneof![3 => 0_i64..=50_000_000, 1 => 0_i64..=1_000_000_000_000_000];
    micros.prop_map(|micros| Decimal::new(micros, 6))
}

fn own() -> impl Strategy<Value = OwnRates> {
    let some = || prop::option::weighted(0.1, usd());
    let rates = [some(), some(), some(), some(), some(), some()];
    let whole = (some(), some(), some(), [some(), some(), some()]);
    let given = (rates, whole).prop_map(
        |(usd_per_mtok, (image, plan, credits, credits_per_image))| OwnRates {
            usd_per_mtok,
            image,
            plan,
            credits,
            credits_per_image,
        },
    );
    prop_oneof![4 => Just(OwnRates::default()), 1 => given]
}

fn image_models() -> Vec<&'static str> {
    book()
        .newest()
        .image_models
        .iter()
        .map(|model| model.id)
        .collect()
}

fn text_models() -> Vec<&'static str> {
    book()
        .newest()
        .text_models
        .iter()
        .map(|model| model.id)
        .collect()
}

/// What is asked for: task, model, route, driver, tier, looks.
fn asked() -> impl Strategy<Value = Stage> {
    let what = (
        word(Task::ALL),
        select(image_models()),
        word(Route::ALL),
        prop::option::of(select(text_models())),
        word(Tier::ALL),
    );
    let how = (
        size_choice(),
        word(Quality::ALL),
        word(Fidelity::ALL),
        word(Detail::ALL),
        any::<bool>(),
    );
    let usual = prop_oneof![4 => Just((Background::Auto, Format::Png)), 1 => (word(Background::ALL), word(Format::ALL))];
    (what, how, usual).prop_map(
        |(
            (task, model, route, driver, tier),
            (size, quality, fidelity, detail, mask),
            (background, format),
        )| Stage {
            task,
            model,
            route,
            driver,
            tier,
            size,
            quality,
            fidelity,
            detail,
            mask: mask && task == Task::Edit,
            background,
            format,
            ..Stage::default()
        },
    )
}

/// How much of it: every count.
fn counted(asked: Stage) -> impl Strategy<Value = Stage> {
    let small = (1_u8..=10, 0_u8..=3, 1_u8..=50, 1_u8..=10);
    let large = (
        number(1..=5000, 1..=1_000_000_000),
        number(0..=500, 0..=1_000_000),
        number(0..=500, 0..=100_000),
        number(0..=5000, 0..=1_000_000),
    );
    let shares = (
        percent(0, 100),
        percent(0, 100),
        percent(0, 100),
        percent(0, 100),
    );
    let label = prop_oneof![
        Just(String::new()),
        "[A-Za-z0-9é漢&=#%+]([ A-Za-z0-9]{0,20}[a-z!?])?"
    ];
    (small, large, shares, refs(), own(), label, any::<bool>()).prop_map(
        move |(
            (n, partials, turns, tries),
            (requests, prompt, answer, context),
            shares,
            refs,
            own,
            label,
            deliver,
        )| Stage {
            label,
            deliver,
            n,
            partials,
            turns,
            tries,
            requests,
            prompt,
            answer,
            context,
            cached: shares.0,
            retries: shares.1,
            blocked: shares.2,
            accept: shares.3,
            refs,
            own,
            ..asked.clone()
        },
    )
}

/// One stage, every key anywhere within its domain.
pub fn stage() -> impl Strategy<Value = Stage> {
    asked().prop_flat_map(counted)
}

/// A scenario, most of them with problems.
pub fn scenario() -> impl Strategy<Value = Scenario> {
    let dates: Vec<_> = book()
        .snapshots
        .iter()
        .map(|snapshot| snapshot.date)
        .collect();
    let newest = book().newest().date;
    let rates = prop_oneof![2 => Just(newest), 1 => select(dates)];
    let whole = (
        rates,
        percent(-100, 1000),
        any::<bool>(),
        prop::option::of(usd()),
        word(Per::ALL),
        1_u16..=1000,
    );
    let stages = prop_oneof![3 => prop::collection::vec(stage(), 1..=2), 1 => prop::collection::vec(stage(), 3..=12)];
    (whole, stages).prop_map(
        |((rates, markup, residency, budget, per, uses), stages)| Scenario {
            rates,
            markup,
            residency,
            budget,
            per,
            uses,
            stages,
        },
    )
}

/// A scenario without problems: each is taken out by its first fix, until none is left.
pub fn sound() -> impl Strategy<Value = Scenario> {
    scenario().prop_map(|mut scenario| {
        for _ in 0..400 {
            let Some(problem) = priced(&scenario).problems.into_iter().next() else {
                return scenario;
            };
            mend(&mut scenario, &problem, 0);
        }
        panic!("fixes that lead nowhere: {}", link::write(&scenario))
    })
}

pub fn priced(scenario: &Scenario) -> Estimate {
    estimate(book(), scenario)
}

/// Makes the changes of one fix.
pub fn mend(scenario: &mut Scenario, problem: &Problem, fix: usize) {
    for change in &problem.fixes[fix].0 {
        link::change(book(), scenario, problem.stage, change.key, &change.value).unwrap_or_else(
            |refused| panic!("{} {}: {refused}", problem.code(), link::write(scenario)),
        );
    }
}
