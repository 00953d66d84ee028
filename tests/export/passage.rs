//! Links with their words: Markdown, HTML and plain text, and the line they say.

use super::common::{book, estimated, priced, scenario};
use super::{SCENARIOS, SITE};
use pixelbill::export::{html_link, markdown_link, summary, text_link};
use pixelbill::link;

const FIRST: &str = "https://example.com/pixelbill/#v=1&rates=2026-11-20&model=gpt-image-2&size=1024x1024&quality=medium&requests=1000";

fn said(link: &str) -> String {
    summary(&scenario(link), &estimated(link))
}

#[test]
fn the_first_example_in_each_form() {
    let (asked, priced) = (scenario(SCENARIOS[0]), priced(SCENARIOS[0]));
    assert_eq!(
        markdown_link(&asked, &priced, SITE),
        format!("[1,000 x gpt-image-2 medium 1024x1024, about $52.96]({FIRST})")
    );
    assert_eq!(
        html_link(&asked, &priced, SITE),
        format!(
            "<a href=\"{}\">1,000 x gpt-image-2 medium 1024x1024, about $52.96</a>",
            FIRST.replace('&', "&amp;")
        )
    );
    assert_eq!(
        text_link(&asked, &priced, SITE),
        format!(
            "1,000 x gpt-image-2 medium 1024x1024, about $52.96 (rates of 20 Nov 2026)\n{FIRST}"
        )
    );
}

#[test]
fn every_kind_of_scenario_in_a_line() {
    let lines = SCENARIOS.map(said);
    assert_eq!(
        lines[1..],
        [
            "21 x gpt-image-2.6-flare low 1024x1024, about $0.3373 to $0.6797",
            "Drafts: 20 x gpt-image-2.5-sunburst low 1024x1024; Finals: 2 x gpt-image-2.5-sunburst high 3840x2160, about $0.3239",
            "look: 1 x gpt-5.6-sol reading 2 images at detail high; make: 10 x gpt-image-2.5-sunburst medium 1024x1024, called by gpt-6-astra in 2 turns, about $0.8785 to $1.48",
            "2,000 x gpt-image-2.5-flare medium 1024x1024, edited from 1 image, Batch API, about $21.64 to $21.65",
            "25 x dall-e-3 high 1792x1024, about $3.00",
            "4,000 x gpt-image-2 medium 1024x1024, about $100.00",
            "1 x gpt-image-2 medium 1000x1000, no price yet",
            "good: 1 x gpt-image-2 medium 1024x1024; bad: 1 x gpt-image-2 medium 1024x1000, no price yet",
        ]
    );
    assert!(said("rates=2026-11-20&per=day").ends_with(" a day"));
}

/// A label that tries to leave its place does not, and the link still opens the same scenario.
#[test]
fn a_label_stays_a_label() {
    let link = "rates=2026-11-20&stage=%22%3E%3Cscript%3E](javascript:x)&model=gpt-image-2&stage=b&model=gpt-image-2";
    let (asked, priced) = (scenario(link), priced(link));
    let html = html_link(&asked, &priced, SITE);
    assert!(
        html.contains("&quot;&gt;&lt;script&gt;](javascript:x)"),
        "{html}"
    );
    assert_eq!(html.matches('<').count(), 2, "{html}");
    let markdown = markdown_link(&asked, &priced, SITE);
    assert!(markdown.contains("\\]"), "{markdown}");
    assert_eq!(
        markdown.matches("](").count() - markdown.matches("\\](").count(),
        1,
        "{markdown}"
    );
    let address = markdown
        .rsplit("](")
        .next()
        .and_then(|rest| rest.strip_suffix(')'));
    let (_, parameters) = address
        .and_then(|address| address.split_once('#'))
        .expect("a link");
    assert_eq!(link::read(book(), "", parameters).scenario, asked);
}

/// Five stages with everything that can be said of each stay under 2,000 characters.
#[test]
fn five_full_stages_are_a_short_link() {
    let stage = |number: u8| {
        format!(
            "&stage=Stage+{number}+of+the+workflow+for+this+plan&deliver=1&task=edit&model=gpt-image-2.5-sunburst&route=images&tier=batch\
             &size=3840x2160&quality=medium&requests=1000000&n=10&prompt=32000&refs=1024x1024*3,1536x1024*2,4032x3024\
             &mask=1&background=transparent&format=webp&retries=12.5&tries=3&blocked=2.25&accept=66.5\
             &own.text_input=3.75&own.image_input=6.25&own.image_output=22.5"
        )
    };
    let stages: String = (1..=5).map(stage).collect();
    let link = format!(
        "rates=2026-11-20&markup=12.5&residency=1&budget=250000.75&per=month&uses=12{stages}"
    );
    let written = link::write(&scenario(&link));
    let address = format!("{SITE}#{written}");
    assert!(address.len() < 2000, "{}", address.len());
    assert_eq!(scenario(&written), scenario(&link));
    priced(&written);
}
