//! What the build publishes beside the program: prices.json and the table within index.html. Both
//! are the estimate's own figures.

mod common;

use common::{book, decimal, estimated};
use pixelbill::publish::{SIZES, front, head, prices};
use serde_json::Value;

const SITE: &str = "https://example.com/pixelbill/";

fn published() -> Value {
    serde_json::from_str(&prices(book(), SITE)).expect("JSON")
}

fn list<'a>(value: &'a Value, key: &str) -> &'a Vec<Value> {
    value[key]
        .as_array()
        .unwrap_or_else(|| panic!("{key} is a list"))
}

fn image_models(file: &Value) -> impl Iterator<Item = &Value> {
    list(file, "image_models").iter()
}

/// 1,756 x $30 / 1,000,000 = $0.05268; with 56 tokens of text at $5, $0.05296; at Batch rates half.
#[test]
fn one_price_with_its_tokens() {
    let file = published();
    assert_eq!(
        (&file["v"], &file["rates"]),
        (&1.into(), &"2026-11-20".into())
    );
    let model = image_models(&file)
        .find(|model| model["id"] == "gpt-image-2")
        .expect("it is sold");
    let image = list(model, "images")
        .iter()
        .find(|image| image["size"] == "1024x1024" && image["quality"] == "medium");
    let image = image.expect("it is priced");
    assert_eq!(image["output_tokens"]["low"], 1756);
    assert_eq!(image["output_usd"]["high"], "0.05268");
    assert_eq!(image["request"]["standard"]["low"], "0.05296");
    assert_eq!(image["request"]["batch"]["high"], "0.02648");
    assert_eq!(model["tiers"][0]["usd_per_mtok"]["image_output"], "30");
    assert_eq!(image["basis"], "calculator");
}

/// Every price is what its own link opens.
#[test]
fn every_price_is_what_its_link_says() {
    let file = published();
    let mut count = 0;
    for model in image_models(&file) {
        for image in list(model, "images") {
            let link = image["link"]
                .as_str()
                .and_then(|link| link.strip_prefix(SITE));
            let link = link
                .and_then(|link| link.strip_prefix('#'))
                .expect("a link");
            let totals = estimated(link).totals.expect("a price");
            let end =
                |name: &str| decimal(image["request"]["standard"][name].as_str().expect("text"));
            assert_eq!(
                (end("low"), end("high")),
                (totals.total.low.0, totals.total.high.0),
                "{link}"
            );
            count += 1;
        }
    }
    // Two models of 2.6 and 2.5 each, five qualities at seven sizes; 2 has three; four older ones
    // have three qualities at three sizes, of which gpt-image-1 has ended.
    assert_eq!(count, 4 * 5 * 7 + 3 * 7 + 3 * 3 * 3);
    assert_eq!(SIZES.len(), 7);
}

/// Nothing that has ended is offered, and every text model that drives is there.
#[test]
fn what_is_sold_is_listed() {
    let file = published();
    let ids: Vec<&str> = image_models(&file)
        .filter_map(|model| model["id"].as_str())
        .collect();
    assert!(ids.contains(&"gpt-image-2.6-sunburst") && ids.contains(&"gpt-image-1.5"));
    assert!(
        ids.iter()
            .all(|id| !id.starts_with("dall-e") && *id != "gpt-image-1"),
        "{ids:?}"
    );
    assert_eq!(
        list(&file, "text_models").len(),
        book().newest().text_models.len()
    );
}

/// The table has a row for each model and quality, and the figure that the page's card shows.
#[test]
fn the_table_has_the_prices() {
    let html = front(book());
    let row = html
        .split("<tr>")
        .find(|row| row.starts_with("<th>medium<td>$0.05296"));
    assert_eq!(
        row,
        Some("<th>medium<td>$0.05296<td>$0.04144<td>$0.04144<td>$0.1004")
    );
    let groups = html.matches("colspan").count();
    assert_eq!(
        (groups, html.matches("<tr>").count()),
        (5, 1 + 5 + 5 + 5 + 3 + 3 + 3)
    );
    for model in image_models(&published()) {
        let id = model["id"].as_str().expect("text");
        assert!(html.contains(id), "{id}");
    }
    assert!(
        html.len() < 2500,
        "every reader pays for it: {}",
        html.len()
    );
}

/// Without a site there is no address, rather than a wrong one.
#[test]
fn machines_read_the_site_where_it_is_set() {
    let (with, without) = (head(SITE), head(""));
    assert!(with.contains("<link rel=canonical href=\"https://example.com/pixelbill/\">"));
    assert!(with.contains("https://example.com/pixelbill/social.png"));
    assert!(!without.contains("canonical") && !without.contains("og:image"));
    for text in [with, without] {
        let data = text
            .split("ld+json>")
            .nth(1)
            .and_then(|rest| rest.split("</script>").next());
        let read: Value = serde_json::from_str(data.expect("JSON-LD")).expect("JSON");
        assert_eq!(read["@type"], "WebApplication");
    }
}

/// All of the document's example is in the file, and every key of the file is explained.
#[test]
fn the_document_says_what_is_published() {
    let text = include_str!("../docs/prices.md");
    let block = text
        .split("```json")
        .nth(1)
        .and_then(|rest| rest.split("```").next());
    let example: Value = serde_json::from_str(block.expect("a block of JSON")).expect("JSON");
    let file = published();
    assert!(within(&example, &file, ""));
    explained(&file, text);
}

/// A list of the example may leave parts out; each of its own is somewhere in the file's.
fn within(part: &Value, whole: &Value, path: &str) -> bool {
    match (part, whole) {
        (Value::Object(part), Value::Object(whole)) => part.iter().all(|(key, value)| {
            let found = whole
                .get(key)
                .unwrap_or_else(|| panic!("{path}/{key} is not published"));
            within(value, found, &format!("{path}/{key}"))
        }),
        (Value::Array(part), Value::Array(whole)) => part.iter().all(|value| {
            let found = whole.iter().any(|candidate| within(value, candidate, path));
            assert!(found || path.contains("images/"), "{path}: {value}");
            found
        }),
        (part, whole) => part == whole,
    }
}

fn explained(value: &Value, text: &str) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                assert!(
                    text.contains(&format!("`{key}`")) || text.contains(&format!("`{key}[]`")),
                    "{key}"
                );
                if !matches!(key.as_str(), "usd_per_mtok" | "request") {
                    explained(value, text);
                }
            }
        }
        Value::Array(list) => list.iter().for_each(|value| explained(value, text)),
        _ => {}
    }
}
