//! Plan or API: what each path costs a month, and from how many images on.

use pixelbill::interval::Interval;
use pixelbill::money::{Usd, UsdRange};
use pixelbill::plan_or_api::{Around, BreakEven, Needs, Path, Tool, break_even, paths};
use pixelbill::rates::SideTable;
use proptest::prelude::*;
use rust_decimal::Decimal;

fn usd(text: &str) -> Decimal {
    text.parse().expect("a decimal")
}

fn needs(images: u64, each: &str) -> Needs {
    Needs {
        images,
        seats: 1,
        yearly: false,
        each: Some(Interval::point(Usd(usd(each)))),
        around: Around::default(),
        tool: None,
    }
}

fn of(needs: &Needs, name: &str) -> Path {
    let paths = paths(SideTable::embedded(), needs).into_iter();
    let mut named = paths.filter(|path| path.kind.name() == name);
    named.next().unwrap_or_else(|| panic!("no path {name}"))
}

fn monthly(needs: &Needs, name: &str) -> Option<String> {
    of(needs, name).monthly.map(|it| it.in_words())
}

#[track_caller]
fn says(needs: &Needs, name: &str, sentence: &str) {
    let said = of(needs, name).break_even.map(|it| it.in_words());
    assert_eq!(said.as_deref(), Some(sentence));
}

#[test]
fn plans_cost_their_seats() {
    let one = needs(1000, "0.05");
    assert_eq!(monthly(&one, "ChatGPT Plus").as_deref(), Some("$20.00"));
    assert_eq!(monthly(&one, "ChatGPT Free").as_deref(), Some("$0.0000"));
    // A Business workspace has at least two seats: 2 x 25, or 2 x 20 paid for a year.
    assert_eq!(monthly(&one, "ChatGPT Business").as_deref(), Some("$50.00"));
    let yearly = Needs {
        yearly: true,
        ..one
    };
    assert_eq!(
        monthly(&yearly, "ChatGPT Business").as_deref(),
        Some("$40.00")
    );
    let five = Needs { seats: 5, ..one };
    assert_eq!(monthly(&five, "ChatGPT Plus").as_deref(), Some("$100.00"));
    // No price is published, so none is shown, and nothing is compared.
    for name in ["ChatGPT Edu", "ChatGPT Enterprise"] {
        assert_eq!(
            (monthly(&one, name), of(&one, name).break_even),
            (None, None)
        );
    }
}

#[test]
fn the_api_costs_its_images_and_what_is_around_them() {
    let around = Around {
        engineering_once: usd("6000"),
        months: 12,
        engineering: usd("100"),
        storage: usd("5"),
        monitoring: usd("15"),
    };
    let needs = Needs {
        around,
        ..needs(1000, "0.05")
    };
    // 6000 / 12 + 100 + 5 + 15 = 620, and 1,000 x 0.05 = 50
    assert_eq!(monthly(&needs, "API").as_deref(), Some("$670.00"));
    assert_eq!(
        of(&needs, "API")
            .per_image
            .map(|it| it.each_in_words())
            .as_deref(),
        Some("$0.6700")
    );
    says(
        &needs,
        "ChatGPT Plus",
        "The API costs more from the first image on.",
    );
}

#[test]
fn break_even_of_a_plan() {
    // 20 / 0.05 = 400
    let one = needs(1000, "0.05");
    says(
        &one,
        "ChatGPT Plus",
        "Up to 400 images a month the API costs no more; above, it does.",
    );
    // 20 / 0.06 = 333.3; 20 / 0.03 = 666.7
    let each = Some(Interval::new(Usd(usd("0.03")), Usd(usd("0.06"))));
    let spread = Needs { each, ..one };
    says(
        &spread,
        "ChatGPT Plus",
        "Up to 333–666 images a month the API costs no more; above, it does.",
    );
    says(
        &needs(1, "0"),
        "ChatGPT Plus",
        "The API costs no more, whatever the number of images.",
    );
}

#[test]
fn break_even_of_a_tool() {
    let tool = |further: Option<&str>| Tool {
        price: usd("30"),
        included: 1000,
        further: further.map(usd),
    };
    let with = |each: &str, further| Needs {
        tool: Some(tool(further)),
        ..needs(2000, each)
    };
    // 30 / 0.05 = 600; beyond 1,000: 30 + (n - 1,000) x 0.10 = n x 0.05 at n = 1,400
    let dear = with("0.05", Some("0.10"));
    assert_eq!(
        monthly(&dear, "Specialist tool").as_deref(),
        Some("$130.00")
    );
    says(
        &dear,
        "Specialist tool",
        "Up to 600 images a month the API costs no more; above, it does. Above 1,400 the API \
         costs less again.",
    );
    // 0.02 x 1,000 = 20 is below 30 all along, and further images cost less on the tool:
    // 30 + (n - 1,000) x 0.01 = n x 0.02 at n = 2,000
    says(
        &with("0.02", Some("0.01")),
        "Specialist tool",
        "Up to 2,000 images a month the API costs no more; above, it does.",
    );
    says(
        &with("0.02", Some("0.05")),
        "Specialist tool",
        "The API costs no more, whatever the number of images.",
    );
    // No further images to buy: 2,000 are not to be had.
    assert_eq!(monthly(&with("0.05", None), "Specialist tool"), None);
}

#[test]
fn break_even_at_the_last_image_that_is_included() {
    let tool = |further: &str| Tool {
        price: usd("10.02"),
        included: 100,
        further: Some(usd(further)),
    };
    let ends = |further| {
        let each = UsdRange::point(Usd(usd("0.10")));
        let found = break_even(Usd(Decimal::ZERO), each, &tool(further));
        (
            found.api_up_to.map(|it| it.low),
            found.api_again_above.map(|it| it.low),
        )
    };
    // 10.02 / 0.10 = 100 whole images; the 101st is 10.10 on the API and 10.22 on the tool.
    assert_eq!(ends("0.20"), (None, None));
    // 10.02 + (n - 100) x 0.09 = n x 0.10 at n = 102.
    assert_eq!(ends("0.09"), (Some(102), None));
}

#[test]
fn without_an_estimate_only_the_api_has_no_price() {
    let needs = Needs {
        each: None,
        ..needs(1000, "1")
    };
    assert_eq!(of(&needs, "API").monthly, None);
    assert_eq!(of(&needs, "ChatGPT Plus").break_even, None);
    assert_eq!(monthly(&needs, "ChatGPT Plus").as_deref(), Some("$20.00"));
}

proptest! {
    /// At the break-even the API costs no more, one image above it does.
    #[test]
    fn both_sides_of_a_break_even(
        price in 0_i64..100_000, fixed in 0_i64..100_000, each in 1_i64..10_000,
        included in 0_u64..100_000, further in prop::option::of(1_i64..10_000),
    ) {
        let tool = Tool {
            price: Decimal::new(price, 2),
            included,
            further: further.map(|it| Decimal::new(it, 4)),
        };
        let fixed = Usd(Decimal::new(fixed, 2));
        let each = Usd(Decimal::new(each, 4));
        let BreakEven { api_up_to, api_again_above } =
            break_even(fixed, UsdRange::point(each), &tool);
        let api = |images: u64| fixed + each * Decimal::from(images);
        let dearer = |images: u64| tool.monthly(images).map(|tool| api(images) > tool);
        if let Some(up_to) = api_up_to {
            prop_assert!(up_to.is_point());
            prop_assert!(up_to.low == 0 || dearer(up_to.low) != Some(true), "{up_to:?}");
            prop_assert!(dearer(up_to.low + 1) != Some(false), "{up_to:?}");
        }
        if let Some(above) = api_again_above {
            prop_assert!(dearer(above.low + 1) == Some(false), "{above:?}");
        }
        if api_up_to.is_none() {
            for images in [0, 1, included, included + 1, 10_000_000] {
                prop_assert!(dearer(images) != Some(true), "{images}");
            }
        }
    }
}
