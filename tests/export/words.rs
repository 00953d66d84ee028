//! The Markdown table: the figures of the page, rounded as the page rounds them.

use super::common::{estimated, scenario};
use super::{SCENARIOS, SITE};
use pixelbill::export;

fn markdown(link: &str) -> String {
    export::markdown(&scenario(link), &estimated(link), SITE)
}

#[test]
fn the_first_example() {
    assert_eq!(
        markdown(SCENARIOS[0]),
        "| Item | One request | Rate | Total |\n\
         | --- | ---: | ---: | ---: |\n\
         | output images | 1,756 tokens | $30 / M | $52.68 |\n\
         | prompt | 50 tokens | $5 / M | $0.25 |\n\
         | prompt overhead | 6 tokens | $5 / M | $0.03 |\n\
         | **Total** |  |  | **$52.96** |\n\
         \n\
         1,000 images, $0.05296 each.\n\
         \n\
         Priced with the rates of 20 Nov 2026, USD before tax: [open the estimate](https://example.com/pixelbill/#v=1&rates=2026-11-20&model=gpt-image-2&size=1024x1024&quality=medium&requests=1000).\n"
    );
}

/// Every row of every table has as many cells as its heads; both ends of the total are there.
#[test]
fn every_table_is_whole() {
    for link in SCENARIOS {
        let (text, estimate) = (markdown(link), estimated(link));
        let rows: Vec<&str> = text
            .lines()
            .take_while(|line| line.starts_with('|'))
            .collect();
        let cells = |row: &&str| row.replace("\\|", "").matches('|').count();
        assert!(
            rows.iter().all(|row| cells(row) == cells(&rows[0])),
            "{text}"
        );
        let lines: usize = estimate
            .stages
            .iter()
            .map(|stage| stage.line_items.len())
            .sum();
        assert_eq!(rows.len(), lines + 3, "{link}");
        let total = estimate
            .totals
            .map_or("no price yet".into(), |totals| totals.total.in_words());
        assert!(rows[rows.len() - 1].contains(&total), "{link}");
    }
}

#[test]
fn a_label_is_text_only() {
    let text =
        markdown("rates=2026-11-20&stage=a%7Cb](x)&model=gpt-image-2&stage=c&model=gpt-image-2");
    assert!(text.contains("| a\\|b\\](x) | output images |"), "{text}");
}

#[test]
fn problems_are_said() {
    let text = markdown(SCENARIOS[7]);
    assert!(text.contains("**Total** |  |  | no price yet |"), "{text}");
    assert!(text.contains("- 1000 px"), "{text}");
}
