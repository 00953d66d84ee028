//! What models support and refuse, on each date.

use pixelbill::date::Date;
use pixelbill::rates::{Background, Fidelity, Format, Model, Quality, RateBook, Residency};

/// An image model as a snapshot knows it.
#[track_caller]
pub fn model(date: &str, id: &str) -> &'static Model {
    let date: Date = date.parse().expect("tests write dates well");
    let snapshot = RateBook::embedded()
        .snapshot(date)
        .expect("the snapshot exists");
    snapshot
        .image_model(id)
        .expect("the snapshot knows the model")
}

pub const DATES: [&str; 6] = [
    "2026-05-06",
    "2026-06-11",
    "2026-09-08",
    "2026-10-14",
    "2026-11-04",
    "2026-11-20",
];

#[test]
fn transparent_background_on_gpt_image_2_came_in_august() {
    let takes = DATES.map(|date| {
        model(date, "gpt-image-2")
            .supports
            .background
            .contains(&Background::Transparent)
    });
    assert_eq!(takes, [false, false, true, true, true, true]);
}

#[test]
fn gif_and_svg_came_with_2_6() {
    for known in RateBook::embedded().newest().image_models {
        let drawn =
            [Format::Gif, Format::Svg].map(|format| known.supports.format.contains(&format));
        assert_eq!(drawn, [known.generation == "2.6"; 2], "{}", known.id);
    }
}

#[test]
fn the_image_tool_took_2_6_after_its_launch() {
    assert!(
        !model("2026-11-04", "gpt-image-2.6-sunburst")
            .supports
            .responses
    );
    assert!(
        model("2026-11-20", "gpt-image-2.6-sunburst")
            .supports
            .responses
    );
    assert!(!model("2026-11-20", "dall-e-3").supports.responses);
}

#[test]
fn fidelity_is_taken_where_it_is_documented() {
    let takes = |id: &str| model("2026-11-20", id).supports.fidelity;
    assert_eq!(takes("gpt-image-1"), [Fidelity::Low, Fidelity::High]);
    assert_eq!(
        takes("chatgpt-image-latest"),
        [Fidelity::Low, Fidelity::High]
    );
    assert_eq!(takes("gpt-image-1-mini"), [Fidelity::Low]);
    for id in [
        "gpt-image-2",
        "gpt-image-2.5-sunburst",
        "gpt-image-2.6-sunburst",
    ] {
        assert_eq!(takes(id), [], "{id}");
    }
}

#[test]
fn qualities_are_those_of_the_output_rule() {
    use Quality::{High, Low, Max, Medium, Xhigh};
    let of = |id: &str| model("2026-11-20", id).qualities().collect::<Vec<_>>();
    assert_eq!(of("gpt-image-1-mini"), [Low, Medium, High]);
    assert_eq!(of("gpt-image-2"), [Low, Medium, High]);
    assert_eq!(of("gpt-image-2.5-flare"), [Low, Medium, High, Xhigh, Max]);
    assert_eq!(of("gpt-image-2.6-flare"), [Low, Medium, High, Xhigh, Max]);
    assert_eq!(of("dall-e-3"), [Medium, High]);
    assert_eq!(of("dall-e-2"), [Medium]);
}

#[test]
fn regional_processing_touches_what_came_since_march_2026() {
    let newest = RateBook::embedded().newest();
    let uplift = newest.regional.expect("the pricing page shows it");
    assert_eq!(uplift.times.to_string(), "1.1");
    assert!(RateBook::embedded().snapshots[1].regional.is_none());
    let march: Date = Date::known(2026, 3, 5);
    for (id, released, residency) in newest
        .image_models
        .iter()
        .map(|model| (model.id, model.lifecycle.released, model.residency))
        .chain(
            newest
                .text_models
                .iter()
                .map(|m| (m.id, m.lifecycle.released, m.residency)),
        )
    {
        match residency {
            Residency::Unknown => assert!(id.starts_with("gpt-image-2.6"), "{id}"),
            Residency::Applies => assert!(released.is_none_or(|day| day >= march), "{id}"),
            Residency::Exempt => assert!(released.is_none_or(|day| day < march), "{id}"),
        }
    }
}
