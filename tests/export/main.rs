//! What leaves the page: tables, links with their words, requests. Each says what is on screen.

#[path = "../common/mod.rs"]
mod common;

mod embeds;
mod passage;
mod requests;
mod schema;
mod spreadsheet;
mod words;

/// The address of the page in these tests.
pub const SITE: &str = "https://example.com/pixelbill/";

/// Scenarios of every kind: one line, several stages, both routes, intervals, flat prices, problems.
pub const SCENARIOS: [&str; 9] = [
    "rates=2026-11-20&model=gpt-image-2&requests=1000",
    "rates=2026-11-20&model=gpt-image-2.6-flare&quality=low&n=3&partials=2&requests=7&retries=3.5&blocked=12.5&accept=60",
    "rates=2026-11-20&stage=Drafts&quality=low&requests=20&stage=Finals&size=3840x2160&quality=high&requests=2",
    "rates=2026-11-20&stage=look&task=analyze&driver=gpt-5.6-sol&refs=4032x3024*2&detail=high&cached=25&stage=make&route=responses&driver=gpt-6-astra&turns=2&context=500&requests=10",
    "rates=2026-11-20&task=edit&model=gpt-image-2.5-flare&tier=batch&refs=1024x1024&requests=2000",
    "rates=2026-05-06&model=dall-e-3&quality=high&size=1792x1024&requests=25",
    "rates=2026-11-20&model=gpt-image-2&own.image=0.025&n=4&requests=1000",
    "rates=2026-11-20&model=gpt-image-2&size=1000x1000",
    "rates=2026-11-20&stage=good&model=gpt-image-2&stage=bad&model=gpt-image-2&size=1024x1000",
];
