//! Problems with their ways out; and folded away, notices and what of the link was set aside.

use super::live::{Live, Shown};
use crate::estimate::{Fix, Problem};
use crate::link;
use crate::ui::dom::{El, el, fold};
use crate::ui::notes;

/// Every problem, its fixes as buttons.
pub fn problems(live: &Live) -> El {
    let place = el("div", "problems").attr("role", "status");
    let key = |shown: &Shown| {
        let said = shown.estimate.problems.iter().map(Problem::message);
        said.collect::<String>()
    };
    let changing = live.clone();
    let made = move |shown: &Shown| {
        let groups = notes::grouped(shown.estimate.problems.clone());
        groups
            .iter()
            .map(|group| problem(&changing, group))
            .collect()
    };
    live.fill(place, key, made)
}

fn problem(live: &Live, group: &[Problem]) -> El {
    let said = group
        .iter()
        .map(|problem| el("p", "").text(&problem.message()));
    let stage = group[0].stage;
    let ways = group[0].fixes.iter().map(|fix| way(live, stage, fix));
    el("div", "problem")
        .children(said)
        .child(el("div", "fixes").children(ways))
}

fn way(live: &Live, stage: usize, fix: &Fix) -> El {
    let (live, fix) = (live.clone(), fix.clone());
    let button = el("button", "fix").attr("type", "button");
    button
        .text(&notes::fix_words(&fix))
        .hear("click", move |_| {
            let book = live.read(|shown| shown.book);
            live.change(|now| {
                for change in &fix.0 {
                    // A fix comes from the judge and is within its key's domain.
                    drop(link::change(
                        book,
                        &mut now.scenario,
                        stage,
                        change.key,
                        &change.value,
                    ));
                }
            });
        })
}

/// What is worth knowing, folded.
pub fn notes(live: &Live) -> El {
    let key = |shown: &Shown| told(shown).concat();
    live.fill(el("div", "notes"), key, |shown| {
        let words = told(shown);
        let heading = match words.len() {
            0 => return Vec::new(),
            1 => String::from("1 note"),
            many => format!("{many} notes"),
        };
        let items = words.iter().map(|words| el("li", "").text(words));
        let list = el("ul", "").children(items);
        vec![fold("", el("summary", "").text(&heading)).child(list)]
    })
}

fn told(shown: &Shown) -> Vec<String> {
    let notices = shown.estimate.notices.iter();
    let aside = shown.workspace.set_aside.iter();
    notices
        .map(|notice| notice.kind.to_string())
        .chain(aside.map(ToString::to_string))
        .collect()
}
