//! Scenarios side by side, and every model by every quality.

use crate::common::{book, scenario, span};
use pixelbill::compare::{Cell, Side, by_meter, difference, matrix, pin, read_pins};
use pixelbill::date::Date;
use pixelbill::export;
use pixelbill::rates::{Meter, Quality};
use rust_decimal::Decimal;

fn side(link: &str) -> Side {
    Side::new(book(), scenario(link))
}

#[test]
fn a_difference_in_dollars_in_percent_and_by_meter() {
    let base = side("model=gpt-image-2&quality=medium&requests=1000");
    let other = side("model=gpt-image-2&quality=high&requests=1000");
    let found = difference(&base, &other).expect("both priced");
    // (7,024 - 1,756) x $30 / 1,000,000 x 1,000 = $158.04, on top of $52.68 + $0.28 = $52.96.
    assert_eq!(span(found.usd), "158.04");
    // 158.04 / 52.96 = 2.98413897280..., to ten places, times a hundred
    assert_eq!(found.percent.map(span).as_deref(), Some("298.41389728"));
    let meters: Vec<_> = found
        .by_meter
        .iter()
        .map(|(meter, usd)| (*meter, span(*usd)))
        .collect();
    assert_eq!(meters, [(Some(Meter::ImageOutput), "158.04".to_owned())]);
    let (cause, usd) = found.cause().expect("a cause");
    assert_eq!(
        (cause, span(usd)),
        (Some(Meter::ImageOutput), "158.04".into())
    );
}

#[test]
fn a_cheaper_scenario_has_a_negative_difference_and_an_equal_one_none() {
    let base = side("model=gpt-image-2&quality=high");
    let found = difference(&base, &side("model=gpt-image-2&quality=low")).expect("priced");
    assert!(found.usd.high.0.is_sign_negative());
    let same = difference(&base, &base).expect("priced");
    assert!(same.usd.high.0.is_zero() && same.by_meter.is_empty());
    assert_eq!(same.cause(), None);
}

#[test]
fn a_scenario_with_problems_is_compared_with_nothing() {
    let base = side("model=gpt-image-2");
    assert_eq!(
        difference(&base, &side("model=gpt-image-2&size=1000x1000")),
        None
    );
}

#[test]
fn meters_add_up_to_the_total() {
    for link in [
        "model=gpt-image-2.6-flare&quality=low&task=edit&refs=1024x1024*3&n=2&blocked=5&retries=10",
        "stage=A&model=gpt-image-2&requests=7&stage=B&task=analyze&driver=gpt-6-sol&refs=640x480",
        "model=gpt-image-2&route=responses&driver=gpt-6-astra&turns=3&cached=40",
        "model=gpt-image-2&own.image=0.02&requests=10",
    ] {
        let side = side(link);
        let meters = by_meter(&side.scenario, &side.estimate).expect(link);
        let sum: pixelbill::money::UsdRange = meters.iter().map(|(_, usd)| *usd).sum();
        let total = side.estimate.totals.expect(link).total;
        let apart = (sum.high.0 - total.high.0)
            .abs()
            .max((sum.low.0 - total.low.0).abs());
        assert!(apart < Decimal::new(1, 20), "{link}: {sum:?} {total:?}");
    }
}

#[test]
fn pins_are_links_within_a_link() {
    let pinned =
        scenario("stage=Draft+1&quality=high&requests=20&stage=B&size=2048x1152&rates=2026-09-08");
    let read = read_pins(book(), &[pin(&pinned), "no key at all".into()]);
    assert_eq!(read, [pinned]);
}

#[test]
fn the_matrix_marks_the_cheapest_of_each_column() {
    let asked = scenario("model=gpt-image-2&quality=high");
    let today = Date::known(2026, 11, 21);
    let found = matrix(book(), &asked, &asked.stages[0], today);
    assert_eq!(
        found.qualities,
        [
            Quality::Low,
            Quality::Medium,
            Quality::High,
            Quality::Xhigh,
            Quality::Max
        ]
    );
    let row = |id: &str| found.rows.iter().find(|row| row.model.id == id).expect(id);
    let marked = |id: &str| -> Vec<bool> {
        let cells = row(id).cells.iter();
        cells
            .map(|cell| matches!(cell, Cell::Priced { cheapest: true, .. }))
            .collect()
    };
    // gpt-image-1-mini still answers until 2026-12-01: 272, 1,056 and 4,160 tokens at $8.
    // Low: 272 x 8 = 2,176 against 196 x 30 = 5,880. High: 33,280 against 1,756 x 30 = 52,680.
    assert_eq!(marked("gpt-image-1-mini"), [true, true, true, false, false]);
    // Both names of 2.5 cost the same.
    assert_eq!(
        marked("gpt-image-2.5-sunburst"),
        [false, false, false, true, true]
    );
    assert_eq!(
        marked("gpt-image-2.5-flare"),
        [false, false, false, true, true]
    );
    assert!(row("gpt-image-1").ended && !row("gpt-image-1.5").ended);
    assert_eq!(row("gpt-image-2").cells[4], Cell::NoQuality);
    // After the end of gpt-image-1-mini the mark goes to a model that answers.
    let later = matrix(book(), &asked, &asked.stages[0], Date::known(2026, 12, 1));
    let mini = later
        .rows
        .iter()
        .find(|row| row.model.id == "gpt-image-1-mini")
        .expect("mini");
    assert!(
        mini.ended
            && !mini
                .cells
                .iter()
                .any(|cell| matches!(cell, Cell::Priced { cheapest: true, .. }))
    );
}

#[test]
fn the_matrix_says_why_a_cell_is_empty() {
    let asked = scenario("model=gpt-image-2&size=2048x1152&tier=batch");
    let found = matrix(book(), &asked, &asked.stages[0], Date::known(2026, 11, 21));
    let row = |id: &str| found.rows.iter().find(|row| row.model.id == id).expect(id);
    assert_eq!(row("gpt-image-1.5").cells[0], Cell::NoSize);
    // Without Batch API rates.
    assert_eq!(row("gpt-image-2.6-flare").cells[0], Cell::Refused);
    assert!(matches!(row("gpt-image-2").cells[0], Cell::Priced { .. }));
}

#[test]
fn an_export_holds_what_is_pinned_beside_it() {
    let base = side("model=gpt-image-2&quality=medium&requests=1000");
    let others = [
        side("model=gpt-image-2&quality=high&requests=1000"),
        side("model=gpt-image-2&size=1000x1000"),
    ];
    let (site, none) = ("https://example.com/", &[]);
    let text = export::json_beside(book(), &base.scenario, &base.estimate, site, none, &others);
    let json: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let first = &json["compared"][0];
    assert_eq!(
        first["link"],
        format!("{site}#{}", pin(&others[0].scenario))
    );
    assert_eq!(first["total"]["high"], "211");
    assert_eq!(first["difference"]["usd"]["low"], "158.04");
    assert_eq!(first["difference"]["percent"]["high"], "298.41389728");
    assert_eq!(
        first["difference"]["by_meter"]["image_output"]["high"],
        "158.04"
    );
    assert!(json["compared"][1]["difference"].is_null() && json["compared"][1]["total"].is_null());
    let plain = export::json(book(), &base.scenario, &base.estimate, site, none);
    assert!(!plain.contains("compared"));
}
