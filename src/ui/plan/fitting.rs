//! What would fit a budget: the plan at each quality, and the cheapest single change that brings it
//! under.
//!
//! Searching for that change prices many plans, so it waits until the hand rests.

use super::budget::known;
use crate::budget::{AtQuality, Fit, Suggestion, qualities, suggestion};
use crate::money::UsdRange;
use crate::scenario::Scenario;
use crate::ui::calm::Calm;
use crate::ui::dom::{El, button, effect, el};
use crate::ui::state::State;
use leptos::prelude::*;
use std::time::Duration;

/// How long the plan has to stand still before the search.
const CALM: Duration = Duration::from_millis(200);

/// What the search found.
#[derive(Clone, PartialEq, Default)]
struct Found {
    /// The plan it was looked for.
    plan: Option<Scenario>,
    at: Vec<AtQuality>,
    change: Option<Suggestion>,
    over: bool,
}

fn search(state: State) -> Found {
    let plan = state.workspace.with_untracked(|now| now.scenario.clone());
    let Some((budget, total)) = untrack(|| known(state)) else {
        return Found::default();
    };
    Found {
        at: qualities(state.book, &plan, budget),
        change: suggestion(state.book, &plan, budget),
        over: total.high > budget,
        plan: Some(plan),
    }
}

/// Qualities that fit, and the change; made anew when the hand rests.
pub fn searched(state: State) -> [El; 2] {
    let found = RwSignal::new(untrack(|| search(state)));
    let again = Calm::new(CALM, move || found.set(search(state)));
    effect(move || {
        let changed = state
            .workspace
            .with(|now| found.with_untracked(|f| f.plan.as_ref() != Some(&now.scenario)));
        if changed {
            again.ask();
        }
    });
    // Each is made anew only when it is another, so that a button stays where it is pointed at.
    let least = move || {
        let total = state
            .estimate
            .with_untracked(|estimate| estimate.totals.map(|totals| totals.total));
        let found = found.get();
        found.over.then_some((found, total))
    };
    let at = move || found.with(|found| found.at.clone());
    let part = || el("div", "budget-found");
    [
        part().fill_by(least, move |least| {
            least
                .iter()
                .map(|(found, total)| change(state, found, *total))
                .collect()
        }),
        part().fill_by(at, move |at| {
            let table = (!at.is_empty()).then(|| table(state, at));
            table.into_iter().collect()
        }),
    ]
}

/// The cheapest single change, with a button that makes it.
fn change(state: State, found: &Found, total: Option<UsdRange>) -> El {
    let (Some(plan), Some(found)) = (&found.plan, found.change.clone()) else {
        return el("p", "").text("No single change brings the plan under this budget.");
    };
    let words = total.map_or_else(String::new, |total| found.sentence(plan, total));
    let make = move || {
        let stages = found.scenario.stages.clone();
        state.change("suggestion", |now| now.scenario.stages = stages);
        super::stages::go_on("budget".into());
    };
    el("div", "suggestion")
        .child(el("h3", "").text("The least change that fits"))
        .child(el("p", "").text(&words))
        .child(button("fix", "Make this change", make).attr("id", "make-change"))
}

/// The whole plan at each quality.
fn table(state: State, at: &[AtQuality]) -> El {
    let head = |words: &str| el("th", "").attr("scope", "col").text(words);
    let row = |at: &AtQuality| {
        let quality = at.quality;
        let fits = match at.fit {
            Fit::Surely => "fits",
            Fit::Perhaps => "may fit",
            Fit::No => "too much",
        };
        let name = el("th", "").attr("scope", "row").text(quality.as_str());
        let take = button("link", "Use", move || {
            state.change("quality of all", |now| {
                let stages = now.scenario.stages.iter_mut();
                stages
                    .filter(|stage| stage.makes_images())
                    .for_each(|stage| stage.quality = quality);
            });
            super::stages::go_on("budget".into());
        });
        let take = take.attr("aria-label", &format!("Make every image at {quality}"));
        el("tr", "")
            .attr("data-fit", fits)
            .child(name)
            .child(el("td", "").text(&at.total.in_words()))
            .child(el("td", "").text(fits))
            .child(el("td", "").child(take))
    };
    let heads = el("tr", "")
        .child(head("Quality"))
        .child(head("The plan"))
        .child(head("Budget"))
        .child(el("td", ""));
    el("table", "qualities")
        .child(el("caption", "").text("With every image at one quality"))
        .child(el("thead", "").child(heads))
        .child(el("tbody", "").children(at.iter().map(row)))
}
