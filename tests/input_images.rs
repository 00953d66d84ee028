//! A list of input images: typed, joined, and what each one adds to a request.

use pixelbill::estimate::{InputPrice, What, estimate, price_input};
use pixelbill::image_file::{File, LONGEST_PREFIX, PREFIX};
use pixelbill::interval::Interval;
use pixelbill::link;
use pixelbill::rates::RateBook;
use pixelbill::scenario::{InputImages, Scenario, Task};
use pixelbill::size::Size;
use pixelbill::typed::sizes::sizes;

/// As a link writes them.
#[track_caller]
fn typed(text: &str) -> String {
    link::write_refs(&sizes(text).expect(text))
}

#[test]
fn sizes_are_taken_as_people_type_them() {
    for (text, written) in [
        ("1024x1024", "1024x1024"),
        ("1024x1024*3", "1024x1024*3"),
        ("1024x1024*3,512x768", "1024x1024*3,512x768"),
        (" 1024 x 1024 * 3 ; 512 × 768 ", "1024x1024*3,512x768"),
        ("1024X768 640x480", "1024x768,640x480"),
        ("1024px × 768px", "1024x768"),
        ("3*1024x1024", "1024x1024*3"),
        ("4032x3024\n640x480,", "4032x3024,640x480"),
        ("1x65535*1500", "1x65535*1500"),
    ] {
        assert_eq!(typed(text), written, "{text}");
    }
}

#[test]
fn what_is_no_size_is_named_with_its_bound() {
    for (text, sentence) in [
        ("", "A size is missing, such as 1024x1024*3."),
        (" , ", "A size is missing, such as 1024x1024*3."),
        (
            "1024",
            "“1024” is not a size. Write 1024x1024, or 1024x1024*3 for three images of it.",
        ),
        (
            "512x512, big",
            "“big” is not a size. Write 1024x1024, or 1024x1024*3 for three images of it.",
        ),
        (
            "0x1024",
            "“0x1024” has an edge outside 1 to 65,535 pixels. Write the width and height of the image as it is sent.",
        ),
        (
            "100000x100000",
            "“100000x100000” has an edge outside 1 to 65,535 pixels. Write the width and height of the image as it is sent.",
        ),
        (
            "1024x1024*0",
            "“1024x1024*0” is not taken: behind the * stands how many images there are, 1 to 1,500.",
        ),
        (
            "1024x1024*99999999999999999999",
            "“1024x1024*9999999999999…” is not taken: behind the * stands how many images there are, 1 to 1,500.",
        ),
        (
            "1024x1024*",
            "“1024x1024*” is not taken: behind the * stands how many images there are, 1 to 1,500.",
        ),
        (
            "1x1*1500,2x2",
            "These are 1,501 input images: one request names at most 1,500. Add fewer.",
        ),
    ] {
        assert_eq!(sizes(text).expect_err(text).to_string(), sentence, "{text}");
    }
}

#[test]
fn images_of_one_size_stand_together() {
    let list = |text| sizes(text).expect(text);
    let joined = InputImages::with(&list("512x512,1024x1024*2"), &list("1024x1024,64x64"));
    let joined = joined.expect("five images");
    assert_eq!(link::write_refs(&joined), "512x512,1024x1024*3,64x64");
    assert_eq!(InputImages::count_of(&joined), 5);
    assert_eq!(InputImages::with(&list("1x1*1500"), &list("2x2")), None);
    assert!(InputImages::with(&list("1x1*1499"), &list("1x1")).is_some());
}

fn asked(text: &str) -> Scenario {
    link::read(RateBook::embedded(), "", text).scenario
}

fn one(link: &str, size: Size) -> Option<InputPrice> {
    let scenario = asked(link);
    price_input(RateBook::embedded(), &scenario, &scenario.stages[0], size)
}

/// 1024x1024 on gpt-image-2: 32 x 32 patches = 1,024 tokens x $8/M = $0.008192, whether the stage
/// is a generation still or an edit with others, and however many images it makes.
#[test]
fn an_image_is_priced_alone() {
    for link in [
        "#rates=2026-11-20&model=gpt-image-2",
        "#rates=2026-11-20&model=gpt-image-2&task=edit&refs=512x512*15&n=4&requests=70",
    ] {
        let price = one(link, Size::new(1024, 1024)).expect(link);
        assert_eq!(price.tokens, Interval::point(1024), "{link}");
        assert_eq!(price.driver, Interval::point(0), "{link}");
        assert_eq!(price.usd.each_in_words(), "$0.008192", "{link}");
    }
    // Half of it on the Batch API: 1,024 x $4/M; a markup of 25 % on top: x 1.25.
    let batch = "#rates=2026-11-20&model=gpt-image-2&tier=batch&markup=25";
    let price = one(batch, Size::new(1024, 1024)).expect("it is sold there");
    assert_eq!(price.usd.each_in_words(), "$0.005120");
}

/// The same from the totals: two images cost one more than one image does.
#[test]
fn an_image_adds_what_it_says_on_every_route() {
    for link in [
        "#rates=2026-11-20&model=gpt-image-2.5-flare&task=edit",
        "#rates=2026-11-20&model=gpt-image-1.5&task=edit&fidelity=high",
        "#rates=2026-11-20&model=gpt-image-2&route=responses&driver=gpt-5.4&task=edit",
        "#rates=2026-11-20&task=analyze&driver=gpt-5.4",
    ] {
        let cost = |refs: &str| {
            let estimate = estimate(RateBook::embedded(), &asked(&format!("{link}&refs={refs}")));
            assert_eq!(estimate.problems, [], "{link}");
            let lines = estimate.stages[0].line_items.clone();
            let images = [What::InputImages, What::AnalysisImages, What::DriverImages];
            let mine = lines.into_iter().filter(|line| images.contains(&line.what));
            mine.map(|line| line.per_request).sum()
        };
        let (one_image, two): (pixelbill::money::UsdRange, _) =
            (cost("800x600"), cost("800x600*2"));
        let added = one(link, Size::new(800, 600)).expect(link).usd;
        assert_eq!(one_image.low + added.low, two.low, "{link}");
        assert_eq!(one_image.high + added.high, two.high, "{link}");
    }
}

#[test]
fn an_image_without_a_rate_has_no_price() {
    for link in [
        "#rates=2026-11-20&model=dall-e-3",
        "#rates=2026-11-20&model=gpt-image-2.6-flare&tier=batch",
        "#rates=2026-11-20&model=gpt-image-2&own.image=0.04",
        "#rates=2026-11-20&task=analyze",
    ] {
        assert_eq!(one(link, Size::new(1024, 1024)), None, "{link}");
    }
}

/// A JPEG whose dimensions stand behind a long preview is read on, four times as far each time.
#[test]
fn a_long_header_is_read_on_up_to_a_bound() {
    let file = File {
        name: "photo.jpg",
        bytes: 40_000_000,
    };
    let segment = [&[0xFF, 0xE2, 0xFF, 0xFF], [0; 65_533].as_slice()].concat();
    let endless: Vec<u8> = [0xFF, 0xD8]
        .into_iter()
        .chain(segment.repeat(100))
        .collect();
    let more = |read: usize| file.more(&endless[..read], Task::Edit);
    assert_eq!(more(PREFIX), Some(4 * PREFIX));
    assert_eq!(more(4 * PREFIX), Some(16 * PREFIX));
    assert_eq!(16 * PREFIX, LONGEST_PREFIX);
    assert_eq!(more(LONGEST_PREFIX), None, "that is enough");
    assert_eq!(file.more(b"notes", Task::Edit), None, "no image");
    let whole = File {
        bytes: PREFIX as u64,
        ..file
    };
    assert_eq!(
        whole.more(&endless[..PREFIX], Task::Edit),
        None,
        "cut short"
    );
}
