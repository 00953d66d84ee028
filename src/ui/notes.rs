//! Problems with their fixes as buttons, notices, and what of a link was set aside.

use super::live::{all, nothing, part};
use super::state::State;
use crate::estimate::{Change, Fix, Problem};
use crate::link::SetAside;
use leptos::prelude::*;

/// The problems of these fields of the stage on screen.
pub fn problems_of(state: State, fields: &'static [&'static str]) -> AnyView {
    problem_part(state, move |problem, stage| {
        problem.stage == stage && fields.contains(&problem.field)
    })
}

/// Every problem of the scenario.
pub fn problems(state: State) -> AnyView {
    problem_part(state, |_, _| true)
}

fn problem_part(state: State, mine: impl Fn(&Problem, usize) -> bool + Send + Sync + 'static) -> AnyView {
    let found = Memo::new(move |_| {
        let stage = state.workspace.with(|now| now.stage);
        state.estimate.with(|estimate| {
            let mine = estimate.problems.iter().filter(|problem| mine(problem, stage));
            mine.cloned().collect::<Vec<Problem>>()
        })
    });
    part(move || problem_list(state, found.get()))
}

/// Problems that the same fixes mend stand together above them.
fn problem_list(state: State, problems: Vec<Problem>) -> AnyView {
    let mut groups: Vec<Vec<Problem>> = Vec::new();
    for problem in problems {
        let same = |group: &&mut Vec<Problem>| {
            group[0].stage == problem.stage && group[0].fixes == problem.fixes
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.push(problem),
            None => groups.push(vec![problem]),
        }
    }
    all(groups.into_iter().map(|group| problem_group(state, &group)))
}

fn problem_group(state: State, group: &[Problem]) -> AnyView {
    let said = all(group.iter().map(|problem| view! { <p>{problem.message()}</p> }.into_any()));
    let (stage, fixes) = (group[0].stage, &group[0].fixes);
    let ways = all(fixes.iter().cloned().map(|fix| button(state, stage, fix)));
    view! { <div class="problem">{said}<div class="fixes">{ways}</div></div> }.into_any()
}

fn button(state: State, stage: usize, fix: Fix) -> AnyView {
    let words = fix_words(&fix);
    view! { <button type="button" class="fix" on:click=move |_| state.mend(stage, &fix)>{words}</button> }
        .into_any()
}

/// A fix as its button says it: `size 1024x1008`, `without refs`.
fn fix_words(fix: &Fix) -> String {
    let change = |Change { key, value }: &Change| match value.as_str() {
        "" => format!("without {key}"),
        value => format!("{key} {value}"),
    };
    fix.0.iter().map(change).collect::<Vec<_>>().join(", ")
}

/// Notices.
pub fn notices(state: State) -> AnyView {
    let told = Memo::new(move |_| {
        state.estimate.with(|estimate| {
            let words = estimate.notices.iter().map(|notice| notice.kind.to_string());
            words.collect::<Vec<String>>()
        })
    });
    part(move || match told.get() {
        told if told.is_empty() => nothing(),
        told => view! { <ul class="notices">{items(told)}</ul> }.into_any(),
    })
}

fn items(words: Vec<String>) -> AnyView {
    all(words.into_iter().map(|words| view! { <li>{words}</li> }.into_any()))
}

/// What of the link was set aside, in one place, until it is put away.
pub fn set_aside(state: State) -> AnyView {
    let words = Memo::new(move |_| {
        state.workspace.with(|now| {
            now.set_aside.iter().map(SetAside::to_string).collect::<Vec<String>>()
        })
    });
    let close = move |_| state.workspace.update(|now| now.set_aside.clear());
    part(move || match words.get() {
        words if words.is_empty() => nothing(),
        words => view! {
            <aside class="set-aside" aria-label="Parts of the link that were set aside">
                <p><strong>"Not all of this link could be read."</strong>" The rest is kept."</p>
                <ul>{items(words)}</ul>
                <button type="button" class="quiet" on:click=close>"Understood"</button>
            </aside>
        }
        .into_any(),
    })
}
