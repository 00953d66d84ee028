//! The code to copy, and the policy lines of both pages.

use super::Builder;
use crate::export::{EmbedForm, EmbedWish, origin};
use crate::ui::browser::{address, page};
use crate::ui::dom::{El, el, fold};
use crate::ui::result::{copy_button, shown_by_hand};
use leptos::prelude::*;

/// Code and policy, each with its button.
pub fn code(builder: Builder) -> El {
    let made = move || written(builder, EmbedWish::code);
    el("div", "builder-code")
        .child(copied("Code for the page", "Copy code", made))
        .child(policy(builder))
}

/// Written from what is on screen; follows it.
fn written(
    builder: Builder,
    write: impl FnOnce(
        &EmbedWish,
        &crate::scenario::Scenario,
        &crate::estimate::Estimate,
        &str,
    ) -> String,
) -> String {
    let wish = builder.wish.get();
    let site = address::site();
    builder.state.workspace.with(|now| {
        let state = builder.state;
        state
            .estimate
            .with(|estimate| write(&wish, &now.scenario, estimate, &site))
    })
}

/// A text, and a button that copies it; where the browser refuses, it is shown to be copied.
fn copied(
    label: &'static str,
    action: &'static str,
    words: impl Fn() -> String + Copy + Send + Sync + 'static,
) -> El {
    let by_hand = RwSignal::new(None::<String>);
    let now = Callback::new(move |()| untrack(words));
    let text = el("pre", "scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", label)
        .live(words);
    el("div", "")
        .child(text)
        .child(el("div", "actions small").child(copy_button(action, now, by_hand)))
        .child(shown_by_hand(by_hand))
}

/// What a page with a Content-Security-Policy has to allow, and what this one does.
fn policy(builder: Builder) -> El {
    let lines = move || {
        let wish = builder.wish.get();
        wish.policy(&address::site()).join("\n")
    };
    let form = move || {
        let form = builder.wish.with(|wish| wish.form);
        String::from(match form {
            EmbedForm::Element => "The page it stands on has to allow the script and the frame:",
            EmbedForm::Frame => "The page it stands on has to allow the frame:",
        })
    };
    let site = address::site();
    let own = format!(
        "This page sends the policy below and may stand in any frame. Whoever hosts it can limit \
         that with frame-ancestors, which has to be a header: frame-ancestors {} https://docs.example.com",
        origin(&site)
    );
    fold("", el("summary", "").text("Content-Security-Policy"))
        .child(el("p", "hint").live(form))
        .child(copied("Policy of the other page", "Copy lines", lines))
        .child(el("p", "hint").text(&own))
        .child(copied("Policy of this page", "Copy policy", page::policy))
}
