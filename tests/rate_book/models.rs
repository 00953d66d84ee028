//! What models support, refuse and cost beside their rates, on each date.

use pixelbill::date::Date;
use pixelbill::rates::{
    Background, Basis, Detail, Fidelity, Format, Meter, Model, OutputKind, Quality, RateBook,
    Residency, Tier, VisionLevel,
};

/// An image model as a snapshot knows it.
#[track_caller]
fn model(date: &str, id: &str) -> &'static Model {
    let date: Date = date.parse().expect("tests write dates well");
    let snapshot = RateBook::embedded()
        .snapshot(date)
        .expect("the snapshot exists");
    snapshot
        .image_model(id)
        .expect("the snapshot knows the model")
}

const DATES: [&str; 6] = [
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
fn batch_rates_stand_where_a_source_shows_them() {
    let first = |id: &str| {
        DATES.map(|date| {
            let date = date.parse().expect("tests write dates well");
            let known = RateBook::embedded()
                .snapshot(date)
                .and_then(|all| all.image_model(id));
            known.is_some_and(|model| model.on(Tier::BatchApi).is_some())
        })
    };
    assert_eq!(first("gpt-image-2"), [false, false, true, true, true, true]);
    assert_eq!(
        first("gpt-image-2.5-flare"),
        [false, false, false, true, true, true]
    );
    assert_eq!(first("gpt-image-2.6-flare"), [false; 6]);
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
fn dall_e_has_flat_prices_and_no_tokens() {
    let prices = |id: &str| match model("2026-05-06", id).output.kind {
        OutputKind::Flat(rows) => rows
            .iter()
            .map(|(_, size, usd)| format!("{size} {usd}"))
            .collect(),
        _ => Vec::new(),
    };
    assert_eq!(
        prices("dall-e-3"),
        [
            "1024x1024 0.04",
            "1792x1024 0.08",
            "1024x1792 0.08",
            "1024x1024 0.08",
            "1792x1024 0.12",
            "1024x1792 0.12",
        ]
    );
    assert_eq!(
        prices("dall-e-2"),
        ["256x256 0.016", "512x512 0.018", "1024x1024 0.02"]
    );
    assert!(model("2026-11-20", "dall-e-3").rates.is_empty());
}

#[test]
fn printed_prices_of_1_mini_do_not_follow_from_its_tokens() {
    let printed = model("2026-11-20", "gpt-image-1-mini")
        .printed
        .expect("they are printed");
    let usd: Vec<String> = printed
        .usd
        .iter()
        .map(|(_, _, usd)| usd.to_string())
        .collect();
    let held = [
        "0.005", "0.006", "0.006", "0.011", "0.015", "0.015", "0.036", "0.052", "0.052",
    ];
    assert_eq!(usd, held);
    let others = RateBook::embedded().newest().image_models.iter();
    assert_eq!(others.filter(|model| model.printed.is_some()).count(), 1);
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

#[test]
fn the_promotion_of_5_6_sol_ends() {
    let newest = RateBook::embedded().newest();
    for model in newest.text_models {
        for rates in model.rates {
            let until = rates.promotion.map(|promotion| promotion.until.to_string());
            let held = (model.id == "gpt-5.6-sol").then(|| "2026-11-21".to_owned());
            assert_eq!(until, held, "{}", model.id);
        }
    }
}

#[test]
fn vision_rules_are_assumed_where_no_row_is_published() {
    let newest = RateBook::embedded().newest();
    let assumed: Vec<&str> = newest
        .text_models
        .iter()
        .filter(|model| model.vision.basis == Basis::Assumed)
        .map(|model| model.id)
        .collect();
    assert_eq!(
        assumed,
        [
            "gpt-6.2-astra",
            "gpt-6.2-sol",
            "gpt-6.1-terra",
            "gpt-6.1-sol",
            "gpt-6-sol",
            "gpt-6-luna",
            "gpt-5-mini",
            "gpt-5-nano",
        ]
    );
}

/// The levels of a text model: name, then edge/budget of patches, base+tile of tiles, or tokens.
fn levels(id: &str) -> Vec<String> {
    let model = RateBook::embedded()
        .text_model(id)
        .expect("the book knows it");
    let level = |(detail, level): &(Detail, VisionLevel)| match level {
        VisionLevel::Patches {
            max_edge,
            budget,
            multiplier: (over, under),
            reject_above,
        } => {
            assert_eq!(*reject_above, 30_000);
            let budget = budget.map_or("-".to_owned(), |budget| budget.to_string());
            format!("{detail} {max_edge}/{budget} x{over}:{under}")
        }
        VisionLevel::Tiles {
            base,
            per_tile,
            fit: 2048,
            short: 768,
            tile: 512,
        } => {
            format!("{detail} {base}+{per_tile}")
        }
        VisionLevel::Tiles { .. } => format!("{detail} other tiles"),
        VisionLevel::Flat { tokens } => format!("{detail} {tokens}"),
    };
    model.vision.levels.iter().map(level).collect()
}

#[test]
fn vision_levels_are_as_published() {
    let all = |level: &str| ["low", "high", "auto"].map(|detail| format!("{detail} {level}"));
    let astra = [
        "low 512/- x6:5",
        "high 65535/2500 x6:5",
        "original 65535/- x6:5",
        "auto 65535/- x6:5",
    ];
    assert_eq!(levels("gpt-6-astra"), astra);
    assert_eq!(levels("gpt-6.2-sol"), astra);
    assert_eq!(
        levels("gpt-5.6"),
        [
            "low 512/- x6:5",
            "high 2048/2500 x6:5",
            "original 65535/- x6:5",
            "auto 65535/- x6:5"
        ]
    );
    assert_eq!(
        levels("gpt-5.5"),
        [
            "low 512/- x6:5",
            "high 2048/2500 x6:5",
            "original 6000/10000 x6:5",
            "auto 6000/10000 x6:5"
        ]
    );
    assert_eq!(
        levels("gpt-5.4-nano"),
        [
            "low 2048/6144 x6:5",
            "high 2048/2500 x6:5",
            "original 6000/10000 x6:5",
            "auto 2048/2500 x6:5"
        ]
    );
    assert_eq!(levels("gpt-5.2"), all("2048/6144 x6:5"));
    assert_eq!(levels("gpt-5-mini"), all("2048/1536 x6:5"));
    assert_eq!(levels("gpt-5-nano"), all("2048/1536 x3:2"));
    assert_eq!(levels("gpt-4.1-mini"), all("2048/6144 x81:50"));
    assert_eq!(
        levels("gpt-5.1"),
        ["low 70", "high 70+140", "original 70+140", "auto 70+140"]
    );
    assert_eq!(levels("gpt-5"), ["low 70", "high 70+140", "auto 70+140"]);
    assert_eq!(levels("gpt-4.1"), ["low 85", "high 85+170", "auto 85+170"]);
    assert_eq!(
        levels("gpt-4o-mini"),
        ["low 2833", "high 2833+5667", "auto 2833+5667"]
    );
}

#[test]
fn every_rate_has_a_source_and_a_positive_amount() {
    for snapshot in RateBook::embedded().snapshots {
        let images = snapshot.image_models.iter().flat_map(|model| model.rates);
        let texts = snapshot.text_models.iter().flat_map(|model| model.rates);
        for rates in images.chain(texts) {
            assert!(
                rates.source.url.starts_with("https://"),
                "{:?}",
                rates.source
            );
            assert!(!rates.source.title.is_empty());
            assert!(rates.rate(Meter::TextInput).is_some());
            assert!(
                rates
                    .usd_per_mtok
                    .iter()
                    .all(|(_, usd)| usd.is_sign_positive() && !usd.is_zero())
            );
        }
    }
}
