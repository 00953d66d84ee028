//! Below the figure: which rates, on what they rest, and the way to the whole page.

use super::live::{Live, Shown};
use super::words;
use crate::estimate::snapshot_of;
use crate::link;
use crate::ui::browser::{address, clock};
use crate::ui::dom::{El, el};
use crate::ui::result::OLD_AFTER_DAYS;

/// Rates, basis, and a link that opens the estimate as it stands.
pub fn foot(live: &Live) -> El {
    let open = el("a", "open")
        .attr("target", "_blank")
        .attr("rel", "noopener")
        .text("Open in Pixelbill");
    el("div", "foot")
        .child(live.text(el("p", ""), rates))
        .child(live.attr(open, "href", target))
}

fn target(shown: &Shown) -> String {
    let parameters = link::write(&shown.workspace.scenario);
    format!("{}#{parameters}", address::site())
}

/// `Rates of 20 Nov 2026 · counts of OpenAI’s calculator`.
fn rates(shown: &Shown) -> String {
    let date = snapshot_of(shown.book, &shown.workspace.scenario).date;
    let newest = shown.book.newest().date;
    let days = clock::today().map_or(0, |today| date.days_until(today));
    let words = date.in_words();
    let mut line = if pinned() || date != newest {
        format!("Rates of {words}")
    } else {
        format!("Newest rates, {words}")
    };
    if date != newest {
        line.push_str(", newer exist");
    } else if days > OLD_AFTER_DAYS {
        line.push_str(&format!(", {days} days old"));
    }
    if let Some(basis) = shown.estimate.totals.and_then(|totals| totals.basis) {
        line.push_str(" · ");
        line.push_str(words::basis(basis));
    }
    line
}

/// Whether the link names its rates; otherwise they are the newest of each day.
fn pinned() -> bool {
    let (query, fragment) = address::read();
    let link = if fragment.contains('=') {
        fragment
    } else {
        query
    };
    link.to_ascii_lowercase().contains("rates=")
}
