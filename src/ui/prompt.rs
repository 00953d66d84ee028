//! The prompt's text tokens, folded, with their cost in the heading.

use super::controls::{Number, Scale, number_field};
use super::dom::{El, el, fold};
use super::notes;
use super::state::State;
use crate::estimate::{What, explain};
use crate::money::{UsdRange, grouped};
use crate::scenario::bounds;
use leptos::prelude::*;
use rust_decimal::Decimal;

/// The prompt, folded.
pub fn prompt_fold(state: State) -> El {
    let heading = move || {
        let tokens = grouped(Decimal::from(state.asked(|stage| stage.prompt)));
        match cost(state) {
            Some(cost) => format!(
                "Prompt · {tokens} tokens · {} a request",
                cost.each_in_words()
            ),
            None => format!("Prompt · {tokens} tokens"),
        }
    };
    let field = Number {
        label: "Prompt tokens",
        id: "prompt",
        unit: "tokens",
        bounds: &bounds::PROMPT,
        scale: Scale::Decades {
            powers: 5,
            zero: true,
        },
    };
    let asked = state.number(|stage| stage.prompt);
    let set = Callback::new(move |count| state.ask("prompt", |stage| stage.prompt = count));
    let hint = el("p", "hint")
        .text("An English prompt of 100 words is about 130 tokens. ")
        .live(move || overhead(state));
    let fold = fold("", el("summary", "").live(heading))
        .attr("id", "prompt-fold")
        .child(number_field(field, asked, set))
        .child(hint)
        .child(notes::problems_of(state, &["prompt"]));
    // The field for the text itself comes with the whole program.
    #[cfg(not(feature = "whole"))]
    let fold = fold.child(super::dom::button("link", "Or paste the prompt", || {
        super::late::go_to("prompt-fold");
    }));
    fold
}

/// What the prompt and its overhead cost in one request.
fn cost(state: State) -> Option<UsdRange> {
    state.estimate.with(|estimate| {
        let stage = estimate.stages.get(state.workspace.with(|now| now.stage))?;
        let text = |what| {
            use What::{AnalysisInput, Prompt, PromptOverhead, RevisedPrompt};
            matches!(
                what,
                Prompt | PromptOverhead | RevisedPrompt | AnalysisInput
            )
        };
        let lines = stage.line_items.iter().filter(|item| text(item.what));
        (!stage.line_items.is_empty()).then(|| lines.map(|item| item.per_request).sum())
    })
}

fn overhead(state: State) -> String {
    let rule = state.model().and_then(|model| model.overhead);
    rule.map_or_else(String::new, |rule| {
        format!(
            "Bills show {} more on a generation.",
            explain::count(rule.generate)
        )
    })
}
