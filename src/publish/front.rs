//! What stands in index.html until the program has started: the current price of every model and
//! quality at common sizes, as real HTML.
//!
//! Knows HTML without closing tags that may be left out, since every reader pays for the bytes;
//! the look is `src/ui/style.css`. The head of the page stands where the program puts its own.

use super::{one_image, sold};
use crate::rates::{Model, Quality, RateBook, Tier};
use crate::size::Size;

/// The columns: more would not fit on a phone.
const COLUMNS: [Size; 4] = [
    Size::new(1024, 1024),
    Size::new(1536, 1024),
    Size::new(1024, 1536),
    Size::new(3840, 2160),
];

/// The inside of `#app`, until the program replaces it.
pub fn front(book: &RateBook) -> String {
    let date = book.newest().date.in_words();
    let heads: String = COLUMNS.map(|size| format!("<th>{size}")).concat();
    let rows: String = groups(book).iter().map(|group| rows(book, group)).collect();
    format!(
        "<header class=head><h1 class=brand><span class=mark></span>Pixelbill<span class=claim>what a GPT Image API request costs</span></h1></header>\
         <main class=front><h2>What an image costs</h2>\
         <p>In USD, with a prompt of 50 tokens, at the standard rates of {date}. Two figures stand where OpenAI publishes no count. <a href=prices.json>All as JSON</a>.</p>\
         <table><tr><td>{heads}{rows}</table></main>"
    )
}

/// Models that cost the same stand together; newest first, as the snapshot has them.
fn groups(book: &RateBook) -> Vec<Vec<&'static Model>> {
    let mut groups: Vec<Vec<&'static Model>> = Vec::new();
    for model in sold(book.newest()) {
        let same = |group: &&mut Vec<&'static Model>| cells(book, group[0]) == cells(book, model);
        match groups.iter_mut().find(same) {
            Some(group) => group.push(model),
            None => groups.push(vec![model]),
        }
    }
    groups
}

/// Every price of a model by quality.
fn cells(book: &RateBook, model: &Model) -> Vec<(Quality, Vec<String>)> {
    let row = |quality| {
        let cell = |size: &Size| cell(book, model, quality, *size);
        (quality, COLUMNS.iter().map(cell).collect())
    };
    model.qualities().map(row).collect()
}

/// The price as a card of the page has it; none where the size is refused.
fn cell(book: &RateBook, model: &Model, quality: Quality, size: Size) -> String {
    let (_, priced) = one_image(book, model, quality, size, Tier::Standard);
    let each = priced.and_then(|priced| priced.totals?.per_image);
    // A phone breaks an interval behind its dash.
    each.map_or_else(
        || "–".to_owned(),
        |each| each.brief().replace('–', "–<wbr>"),
    )
}

fn rows(book: &RateBook, group: &[&'static Model]) -> String {
    let names: Vec<&str> = group.iter().map(|model| model.id).collect();
    let mut rows = format!("<tr><th colspan=5>{}", names.join(", "));
    for (quality, cells) in cells(book, group[0]) {
        rows.push_str(&format!("<tr><th>{quality}"));
        rows.extend(cells.iter().map(|cell| format!("<td>{cell}")));
    }
    rows
}
