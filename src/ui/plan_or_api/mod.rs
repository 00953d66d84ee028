//! Plan or API: a ChatGPT plan, a workspace, a tool or the API, side by side for the person's own
//! numbers.
//!
//! Knows the fields and how paths are laid out; must not know what a path costs
//! (`crate::plan_or_api`). The numbers stay on the page: they are no part of the link.

mod desk;
mod fields;
mod paths;

pub use desk::Desk;

use super::browser::page;
use super::dom::{El, el};
use std::sync::Once;

/// Its look, put on once.
static LOOK: Once = Once::new();

/// The panel, for the end of a view.
pub fn panel(desk: Desk) -> El {
    LOOK.call_once(|| page::adopt(include_str!("style.css")));
    let bills = "API and ChatGPT are two separate bills: a plan is no API credit, and no free \
                 credit is assumed here. OpenAI prints no number of images for any plan, so only \
                 prices are compared.";
    el("section", "plan-or-api")
        .attr("id", "plan-or-api")
        .child(el("h2", "").text("Plan or API"))
        .child(el("p", "hint").text(bills))
        .child(
            el("div", "beside")
                .child(fields::fields(desk))
                .child(paths::list(desk)),
        )
}
