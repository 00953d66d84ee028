//! Problems with their fixes as buttons, notices, and what of a link was set aside.

use super::state::State;
use crate::estimate::{Fix, Problem};
use leptos::prelude::*;

/// The problems of these fields of the stage on screen.
pub fn problems_of(state: State, fields: &'static [&'static str]) -> AnyView {
    let found = Memo::new(move |_| {
        let stage = state.workspace.with(|now| now.stage);
        state.estimate.with(|estimate| {
            let mine =
                |problem: &&Problem| problem.stage == stage && fields.contains(&problem.field);
            estimate
                .problems
                .iter()
                .filter(mine)
                .cloned()
                .collect::<Vec<_>>()
        })
    });
    (move || problem_list(state, found.get())).into_any()
}

/// Every problem of the scenario.
pub fn problems(state: State) -> AnyView {
    let found = Memo::new(move |_| state.estimate.with(|estimate| estimate.problems.clone()));
    (move || problem_list(state, found.get())).into_any()
}

/// The same fixes stand once below all problems that they mend.
fn problem_list(state: State, problems: Vec<Problem>) -> Option<AnyView> {
    if problems.is_empty() {
        return None;
    }
    let mut groups: Vec<(Vec<String>, usize, Vec<Fix>)> = Vec::new();
    for problem in problems {
        let message = problem.message();
        match groups
            .iter_mut()
            .find(|(_, stage, fixes)| *stage == problem.stage && *fixes == problem.fixes)
        {
            Some((messages, _, _)) => messages.push(message),
            None => groups.push((vec![message], problem.stage, problem.fixes)),
        }
    }
    let group = |(messages, stage, fixes): (Vec<String>, usize, Vec<Fix>)| {
        let said = messages
            .into_iter()
            .map(|message| view! { <p>{message}</p> })
            .collect_view();
        let ways = fixes
            .into_iter()
            .map(|fix| button(state, stage, fix))
            .collect_view();
        view! { <div class="problem">{said}<div class="fixes">{ways}</div></div> }
    };
    Some(groups.into_iter().map(group).collect_view().into_any())
}

fn button(state: State, stage: usize, fix: Fix) -> AnyView {
    let words = fix_words(&fix);
    view! { <button type="button" class="fix" on:click=move |_| state.mend(stage, &fix)>{words}</button> }
        .into_any()
}

/// A fix as its button says it: `size 1024x1008`, `without refs`.
fn fix_words(fix: &Fix) -> String {
    let change = |change: &crate::estimate::Change| {
        if change.value.is_empty() {
            format!("without {}", change.key)
        } else {
            format!("{} {}", change.key, change.value)
        }
    };
    fix.0.iter().map(change).collect::<Vec<_>>().join(", ")
}

/// Notices, and what was set aside of the link.
pub fn notices(state: State) -> AnyView {
    let told = Memo::new(move |_| {
        state.estimate.with(|estimate| {
            estimate
                .notices
                .iter()
                .map(|notice| notice.kind.to_string())
                .collect::<Vec<_>>()
        })
    });
    (move || {
        let told = told.get();
        let item = |text: String| view! { <li>{text}</li> };
        (!told.is_empty())
            .then(|| view! { <ul class="notices">{told.into_iter().map(item).collect_view()}</ul> })
    })
    .into_any()
}

/// What of the link was set aside, in one place, until it is put away.
pub fn set_aside(state: State) -> AnyView {
    let parts = Memo::new(move |_| state.workspace.with(|now| now.set_aside.clone()));
    (move || {
        let parts = parts.get();
        let item = |part: &crate::link::SetAside| view! { <li>{part.to_string()}</li> };
        let close = move |_| state.workspace.update(|now| now.set_aside.clear());
        (!parts.is_empty()).then(|| {
            view! {
                <aside class="set-aside" aria-label="Parts of the link that were set aside">
                    <p><strong>"Not all of this link could be read."</strong>" The rest is kept."</p>
                    <ul>{parts.iter().map(item).collect_view()}</ul>
                    <button type="button" class="quiet" on:click=close>"Understood"</button>
                </aside>
            }
        })
    })
    .into_any()
}
