//! What index.html says to machines: Open Graph and JSON-LD. Both need the site's address.
//!
//! Knows the one setting PIXELBILL_SITE (docs/hosting.md); without it there is no canonical link
//! and no picture, which both need a whole address.

use serde_json::json;

const TITLE: &str = "Pixelbill: what a GPT Image API request costs";
const ABOUT: &str = "Every figure shows its tokens, its rate and its source.";

/// The picture of a link in a chat, beside index.html.
pub const PICTURE: &str = "social.png";

/// The elements for the head. `site` is the page's address with a slash at its end; empty where
/// none is set.
pub fn head(site: &str) -> String {
    let mut about = json!({
        "@context": "https://schema.org",
        "@type": "WebApplication",
        "name": "Pixelbill",
        "description": ABOUT,
        "applicationCategory": "DeveloperApplication",
        "operatingSystem": "Any",
        "isAccessibleForFree": true,
    });
    let mut head = String::new();
    if !site.is_empty() {
        about["url"] = site.into();
        head.push_str(&format!("<link rel=canonical href=\"{site}\">"));
        head.push_str(&property("url", site));
        head.push_str(&property("image", &format!("{site}{PICTURE}")));
        head.push_str("<meta name=twitter:card content=summary_large_image>");
    }
    let said =
        property("type", "website") + &property("title", TITLE) + &property("description", ABOUT);
    format!("{head}{said}<script type=application/ld+json>{about}</script>")
}

/// The words hold neither quotes nor brackets, and the address was checked.
fn property(name: &str, value: &str) -> String {
    format!("<meta property=og:{name} content=\"{value}\">")
}
