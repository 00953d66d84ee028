//! The view Bill: what was really charged, from pasted usage.
//!
//! Knows where each part stands; `desk` knows what was pasted. Must not know how usage is read or
//! priced (`crate::usage`).

mod desk;
mod difference;
mod lines;
mod paste;
mod records;
mod save;
mod terms;
mod total;
mod tried;

pub use desk::Desk;

use super::browser::page;
use super::dom::{El, el};
use std::sync::Once;

/// Its look, put on once.
static LOOK: Once = Once::new();

/// The view, in the two columns of the page and a third part below them.
pub fn view(desk: Desk) -> Vec<El> {
    LOOK.call_once(|| page::adopt(include_str!("style.css")));
    let asked = el("div", "asked")
        .child(paste::section(desk))
        .child(terms::section(desk))
        .child(tried::section(desk));
    let cost = el("section", "cost")
        .attr("id", "cost")
        .attr("aria-label", "What was charged")
        .children(total::headline(desk))
        .child(total::flags(desk))
        .child(lines::lines(desk))
        .child(difference::section(desk))
        .child(total::remarks(desk))
        .children(save::actions(desk));
    vec![asked, cost, records::section(desk), total::bottom_bar(desk)]
}
