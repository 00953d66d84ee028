//! The prompt's text tokens: by number, or from the prompt itself, which stays on this page.

use super::prices::priced;
use crate::estimate::explain::count;
use crate::estimate::{Charge, StageEstimate, What};
use crate::interval::Interval;
use crate::money::{Usd, UsdRange, grouped};
use crate::scenario::bounds;
use crate::tokens::text::{TextTokens, tokens};
use crate::ui::browser::element::value_of;
use crate::ui::browser::page;
use crate::ui::dom::{El, button, effect, el};
use crate::ui::prompt::prompt_fold;
use crate::ui::state::State;
use leptos::prelude::*;
use rust_decimal::Decimal;

/// A prompt that was pasted, and what it counts for.
#[derive(Clone, PartialEq)]
struct Pasted {
    text: String,
    characters: usize,
    tokens: TextTokens,
}

/// The fold, with a field for the prompt itself.
pub fn panel(state: State) -> El {
    prompt_fold(state).child(text_part(state))
}

/// A field for the prompt itself, and what it comes to.
fn text_part(state: State) -> El {
    let pasted = RwSignal::new(None::<Pasted>);
    let stage = Memo::new(move |_| state.workspace.with(|now| now.stage));
    effect(move || {
        let _ = stage.get(); // a memo that nobody reads follows nothing
        pasted.set(None);
    });
    let typing = move |event| {
        let text = value_of(&event);
        pasted.set((!text.is_empty()).then(|| Pasted::of(text)));
        if let Some(count) = pasted.with_untracked(|pasted| pasted.as_ref().map(Pasted::count)) {
            state.ask("prompt-text", |stage| stage.prompt = count);
        }
    };
    let text = move || pasted.with(|now| now.as_ref().map(|now| now.text.clone()));
    let area = el("textarea", "")
        .attr("id", "prompt-text")
        .attr("rows", "4")
        .attr("spellcheck", "false")
        .attr("aria-describedby", "prompt-text-hint prompt-estimate")
        .live_value(move || text().unwrap_or_default())
        .on("input", typing);
    let hint = "Counted on this page. The text is in no link and no export, and is gone when the \
                page is closed; the link keeps the count.";
    let estimate = move || {
        let now = pasted.get();
        now.map_or_else(Vec::new, |now| estimate_part(state, &now))
    };
    el("div", "pasted")
        .child(
            el("label", "")
                .attr("for", "prompt-text")
                .text("Or paste the prompt"),
        )
        .child(area)
        .child(el("p", "hint").attr("id", "prompt-text-hint").text(hint))
        .child(
            el("div", "estimated")
                .attr("id", "prompt-estimate")
                .fill(estimate),
        )
}

impl Pasted {
    fn of(text: String) -> Self {
        let tokens = tokens(&text);
        let characters = text.chars().count();
        Self {
            text,
            characters,
            tokens,
        }
    }

    /// The count that the stage is priced with: at most what a link can say.
    fn count(&self) -> u32 {
        let most = *bounds::PROMPT.end();
        u32::try_from(self.tokens.likely).map_or(most, |count| count.min(most))
    }
}

fn estimate_part(state: State, now: &Pasted) -> Vec<El> {
    let (count, shown) = (now.count(), now.clone());
    let differs = Memo::new(move |_| state.asked(|stage| stage.prompt) != count);
    let back = move || {
        let tokens = grouped(Decimal::from(count));
        let again = move || {
            page::go_to("prompt-text");
            state.ask("prompt-text", |stage| stage.prompt = count);
        };
        if differs.get() {
            vec![
                el("p", "hint").text("The number above was changed since."),
                button("fix", &format!("Use {tokens} tokens"), again),
            ]
        } else {
            Vec::new()
        }
    };
    vec![
        el("p", "").live(move || band_words(state, &shown)),
        el("div", "").fill(back),
        el("div", "").fill({
            let characters = now.characters;
            move || too_long(state, characters)
        }),
    ]
}

/// `About 412 tokens: nine prompts in ten lie between 370 and 478, $0.00185 – $0.00239 a request.`
fn band_words(state: State, now: &Pasted) -> String {
    let TextTokens { likely, band } = now.tokens;
    let cost = priced(state, |stage| band_cost(stage, band)).flatten();
    let cost = cost.map(|cost| format!(", {} a request", cost.each_in_words()));
    let unit = if likely == 1 { "token" } else { "tokens" };
    format!(
        "About {} {unit}: nine prompts in ten lie within {}{}. {} characters.",
        grouped(Decimal::from(likely)),
        count(band),
        cost.unwrap_or_default(),
        grouped(Decimal::from(now.characters))
    )
}

/// The band at the rate of the prompt's line, billed once.
fn band_cost(stage: &StageEstimate, band: Interval<u64>) -> Option<UsdRange> {
    let mut lines = stage.line_items.iter();
    let line = lines.find(|line| line.what == What::Prompt)?;
    let Charge::Tokens { usd_per_mtok, .. } = line.charge else {
        return None;
    };
    let low = Usd::of_tokens(band.low, usd_per_mtok.low);
    let high = Usd::of_tokens(band.high, usd_per_mtok.high);
    Some(Interval::new(low, high))
}

/// The Image API bounds a prompt in characters, which a count of tokens cannot tell. Each model's
/// bound is the same number: <https://pypi.org/project/openai/3.52.0/>.
fn too_long(state: State, characters: usize) -> Vec<El> {
    let Some(model) = state.model() else {
        return Vec::new();
    };
    let most = model.supports.prompt_tokens as usize;
    let Some(over) = characters.checked_sub(most).filter(|over| *over > 0) else {
        return Vec::new();
    };
    let number = |number: usize| grouped(Decimal::from(number));
    let words = format!(
        "The prompt has {} characters: the Image API takes at most {} on {}. Shorten it by {}.",
        number(characters),
        number(most),
        model.id,
        number(over)
    );
    vec![el("p", "refused").attr("role", "status").text(&words)]
}
