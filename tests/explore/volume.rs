//! Cost against the number of images, and where lines cross.

use crate::common::{book, decimal, scenario, span};
use pixelbill::compare::bars::{bars, height};
use pixelbill::compare::chart::{HEIGHT, Mark, WIDTH, chart, reach};
use pixelbill::compare::{Line, Side, by_meter, crossing, line, svg};

fn of(link: &str) -> Line {
    line(&Side::new(book(), scenario(link))).expect(link)
}

#[test]
fn one_stage_is_a_line_through_nothing() {
    let one = of("model=gpt-image-2&requests=1000");
    assert_eq!(
        (span(one.once), span(one.each)),
        ("0".into(), "0.05296".into())
    );
    assert_eq!(span(one.at(decimal("5000"))), "264.8");
}

#[test]
fn drafts_are_made_once_and_results_grow() {
    let plan = of(
        "stage=Drafts&deliver=0&model=gpt-image-2&requests=100&stage=Finals&deliver=1&model=gpt-image-2&quality=low&requests=10",
    );
    // 100 x $0.05296; a low image: 196 x $30 + 56 x $5, a million of each = $0.00616.
    assert_eq!(
        (span(plan.once), span(plan.each)),
        ("5.296".into(), "0.00616".into())
    );
}

#[test]
fn lines_cross_where_both_cost_the_same() {
    let plan = of(
        "stage=Drafts&deliver=0&model=gpt-image-2&requests=100&stage=Finals&deliver=1&model=gpt-image-2&quality=low&requests=10",
    );
    let plain = of("model=gpt-image-2&quality=medium");
    // 5.296 + 0.00616 x = 0.05296 x, so x = 5.296 / 0.0468 = 113.1623931624
    let met = crossing(&plan, &plain).expect("they cross");
    assert_eq!(span(met.images), "113.1623931624");
    assert!(!met.first_below, "below it the plan with drafts costs more");
    let other_way = crossing(&plain, &plan).expect("they cross");
    assert!(other_way.first_below && other_way.images == met.images);
}

#[test]
fn lines_that_do_not_meet_above_nothing_do_not_cross() {
    let cheap = of("model=gpt-image-2&quality=low");
    let dear = of("model=gpt-image-2&quality=high");
    assert_eq!(crossing(&cheap, &dear), None);
    assert_eq!(crossing(&cheap, &cheap), None);
}

#[test]
fn an_interval_crosses_between_its_ends() {
    let once = "stage=D&deliver=0&model=gpt-image-2&requests=100&stage=F&deliver=1&requests=10";
    let plan = of(&format!("{once}&model=gpt-image-2&quality=low"));
    let open = of("model=gpt-image-2.6-flare&quality=medium");
    // 2.6 at medium: 439 x 3 = 1,317 to 439 x 4.25, rounded up, 1,866: $0.03979 to $0.05626.
    // 5.296 / (0.05626 - 0.00616) = 105.7085828343; 5.296 / (0.03979 - 0.00616) = 157.4784418674
    let met = crossing(&plan, &open).expect("they cross");
    assert_eq!(span(met.images), "105.7085828343..157.4784418674");
}

#[test]
fn what_delivers_nothing_has_no_line() {
    let side = |link: &str| Side::new(book(), scenario(link));
    assert_eq!(
        line(&side("task=analyze&driver=gpt-6-sol&refs=640x480")),
        None
    );
    assert_eq!(line(&side("model=gpt-image-2&size=1000x1000")), None);
}

fn pair() -> Vec<(String, Line)> {
    let plan = "stage=D&deliver=0&model=gpt-image-2&requests=100&stage=F&deliver=1&model=gpt-image-2&quality=low&requests=10";
    vec![
        ("A".to_owned(), of(plan)),
        (
            "B & <C>".to_owned(),
            of("model=gpt-image-2.6-flare&quality=medium"),
        ),
    ]
}

#[test]
fn a_chart_reaches_beyond_what_is_asked_and_every_crossing() {
    let lines = pair();
    // The crossing lies at 157.5 at most; half as much again is 236.2, so 250.
    assert_eq!(reach(&lines, decimal("10")), decimal("250"));
    assert_eq!(reach(&lines, decimal("4100")), decimal("5000"));
    assert_eq!(reach(&lines[..1], decimal("1")), decimal("10"));
}

#[test]
fn a_chart_keeps_every_mark_within_its_frame() {
    let lines = pair();
    let drawn = chart(&lines, decimal("250"));
    assert_eq!(drawn.crossings.len(), 1);
    let inside = |(x, y): (f64, f64)| (0.0..=WIDTH).contains(&x) && (0.0..=HEIGHT).contains(&y);
    for mark in &drawn.marks {
        match mark {
            Mark::Grid([x, y, to_x, to_y]) | Mark::Curve(_, [x, y, to_x, to_y]) => {
                assert!(inside((*x, *y)) && inside((*to_x, *to_y)), "{mark:?}");
            }
            Mark::Band(_, corners) => assert!(corners.iter().all(|corner| inside(*corner))),
            Mark::Part(..) => panic!("no bars in a chart of lines"),
            Mark::Dot(x, y) => assert!(inside((*x, *y))),
            Mark::Text { at, .. } => assert!(inside(*at), "{mark:?}"),
        }
    }
    let bands = drawn
        .marks
        .iter()
        .filter(|mark| matches!(mark, Mark::Band(..)));
    assert_eq!(bands.count(), 1, "one of the two is an interval");
}

#[test]
fn a_chart_as_a_file_is_well_formed_and_escaped() {
    let file = svg(
        &chart(&pair(), decimal("250")).marks,
        HEIGHT,
        "Cost of \"A\" & B",
    );
    assert!(file.starts_with("<svg xmlns=") && file.ends_with("</svg>\n"));
    assert!(file.contains("B &amp; &lt;C&gt;") && file.contains("&quot;A&quot; &amp; B"));
    assert!(
        !file.contains("style="),
        "a strict policy refuses inline styles"
    );
}

#[test]
fn bars_are_as_long_as_what_is_spent() {
    let side = |link: &str| Side::new(book(), scenario(link));
    let bar = |name: &str, link: &str| {
        let side = side(link);
        let spent = by_meter(&side.scenario, &side.estimate).expect(link);
        (name.to_owned(), spent, String::new())
    };
    let both = [
        bar("A", "model=gpt-image-2&quality=medium&requests=1000"),
        bar("B", "model=gpt-image-2&quality=medium&requests=500"),
    ];
    let marks = bars(&both);
    let width = |of: usize| -> f64 {
        let parts = marks.iter().filter_map(|mark| match mark {
            Mark::Part(_, [_, top, width, _]) => Some((*top, *width)),
            _ => None,
        });
        let tops = [8.0, 44.0];
        parts
            .filter(|(top, _)| *top == tops[of])
            .map(|(_, width)| width)
            .sum()
    };
    assert!(
        (width(0) / width(1) - 2.0).abs() < 0.01,
        "{} {}",
        width(0),
        width(1)
    );
    let file = svg(&marks, height(2), "bars");
    assert_eq!(file.matches("<rect x=").count(), 4, "two meters each");
}
