//! Problems with their fixes as buttons, notices, and what of a link was set aside.

use super::dom::{El, button, el};
use super::slice::slice;
use super::state::State;
use crate::estimate::{Change, Fix, Problem};
use leptos::prelude::*;

/// The problems of these fields of the stage on screen.
pub fn problems_of(state: State, fields: &'static [&'static str]) -> El {
    let mine = move |problem: &Problem, stage: usize| {
        problem.stage == stage && fields.contains(&problem.field)
    };
    problem_part(state, Box::new(mine))
}

/// Every problem of the scenario.
pub fn problems(state: State) -> El {
    problem_part(state, Box::new(|_, _| true))
}

/// Which problems, given the stage on screen too.
pub type Mine = Box<dyn Fn(&Problem, usize) -> bool + Send + Sync>;

/// The problems that are `mine`.
pub fn problem_part(state: State, mine: Mine) -> El {
    let found = move || {
        let mut found = state.problems.get();
        if !found.is_empty() {
            let stage = state.workspace.with(|now| now.stage);
            found.retain(|problem| mine(problem, stage));
        }
        found
    };
    el("div", "problems")
        .attr("role", "status")
        .fill_by(found, move |found| problem_list(state, found))
}

fn problem_list(state: State, problems: &[Problem]) -> Vec<El> {
    grouped(problems.to_vec())
        .iter()
        .map(|group| problem_group(state, group))
        .collect()
}

/// Problems that the same fixes mend stand together above them.
pub fn grouped(problems: Vec<Problem>) -> Vec<Vec<Problem>> {
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
    groups
}

fn problem_group(state: State, group: &[Problem]) -> El {
    let said = group
        .iter()
        .map(|problem| el("p", "").text(&problem.message()));
    let stage = group[0].stage;
    let ways = group[0]
        .fixes
        .iter()
        .cloned()
        .map(|fix| button("fix", &fix_words(&fix), move || state.mend(stage, &fix)));
    el("div", "problem")
        .children(said)
        .child(el("div", "fixes").children(ways))
}

/// A fix as its button says it: `size 1024x1008`, `without refs`.
pub fn fix_words(fix: &Fix) -> String {
    let change = |Change { key, value }: &Change| match value.as_str() {
        "" => format!("without {key}"),
        value => format!("{key} {value}"),
    };
    fix.0.iter().map(change).collect::<Vec<_>>().join(", ")
}

/// Notices.
pub fn notices(state: State) -> El {
    let told = move || {
        state.estimate.with(|estimate| {
            let words = estimate
                .notices
                .iter()
                .map(|notice| notice.kind.to_string());
            words.collect::<Vec<String>>()
        })
    };
    el("ul", "notices").fill_by(told, |told| items(told))
}

fn items(words: &[String]) -> Vec<El> {
    words.iter().map(|words| el("li", "").text(words)).collect()
}

/// What of the link was set aside, in one place, until it is put away.
pub fn set_aside(state: State) -> El {
    let place = el("div", "aside").attr("role", "status");
    // The lean program leaves such a link to the whole one.
    if !cfg!(feature = "whole") {
        return place;
    }
    let words = slice(move || {
        state.workspace.with(|now| {
            now.set_aside
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<String>>()
        })
    });
    place.fill(move || {
        let words = words.get();
        if words.is_empty() {
            Vec::new()
        } else {
            vec![set_aside_box(state, &words)]
        }
    })
}

fn set_aside_box(state: State, words: &[String]) -> El {
    let close = move || state.workspace.update(|now| now.set_aside.clear());
    el("aside", "set-aside")
        .attr("aria-label", "Parts of the link that were set aside")
        .child(el("p", "").text("Not all of this link could be read. The rest is kept."))
        .child(el("ul", "").children(items(words)))
        .child(button("quiet", "Understood", close))
}
