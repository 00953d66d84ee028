//! The stages as a list that a person arranges: each has a key for as long as the view stands, so
//! that its line keeps its place, its focus and its fold while others come and go.
//!
//! Knows how a plan is changed and where the focus goes on; must not know how a stage looks.

use super::keys::{after_move, fitted, fresh};
use super::undo::Undo;
use super::words;
use crate::scenario::{Scenario, Stage};
use crate::ui::browser::page;
use crate::ui::state::State;
use leptos::prelude::*;
use std::time::Duration;

/// The stages of the plan on screen.
#[derive(Clone, Copy)]
pub struct Stages {
    state: State,
    /// Keys in order, as they were when a person last arranged them.
    order: RwSignal<Vec<u32>>,
    /// The same for the stages that there are now: a link may have brought others.
    keys: Memo<Vec<u32>>,
    /// Whether the stage on screen is unfolded.
    open: RwSignal<bool>,
    /// What was done last, and the plan before it.
    pub undo: Undo,
    /// What a screen reader hears of the last change.
    pub said: RwSignal<String>,
}

/// The id of the line of a stage, where the keyboard goes on.
pub fn line_id(key: u32) -> String {
    format!("stage-{key}")
}

/// Names of a change to the history, which takes changes of one name that follow one another for
/// one step: used in turns, each is a step of its own.
type Turns = [&'static str; 2];

impl Stages {
    /// The stages of a state; the first stands unfolded where it is alone.
    pub fn new(state: State) -> Self {
        let count = move || state.workspace.with(|now| now.scenario.stages.len());
        let order = RwSignal::new(Vec::new());
        let keys = Memo::new(move |_| order.with(|order: &Vec<u32>| fitted(order, count())));
        Self {
            state,
            order,
            keys,
            open: RwSignal::new(untrack(count) == 1),
            undo: Undo::new(state),
            said: RwSignal::new(String::new()),
        }
    }

    /// The keys in order.
    pub fn keys(self) -> Memo<Vec<u32>> {
        self.keys
    }

    /// Where the stage of a key stands; none when it has gone.
    pub fn place(self, key: u32) -> Option<usize> {
        self.keys
            .with(|keys| keys.iter().position(|one| *one == key))
    }

    /// A slice of a stage; follows the workspace.
    pub fn stage<T>(self, key: u32, part: impl FnOnce(&Stage) -> T) -> Option<T> {
        let at = self.place(key)?;
        let workspace = self.state.workspace;
        workspace.with(|now| now.scenario.stages.get(at).map(part))
    }

    /// The name of a stage; empty when it has gone.
    pub fn name(self, key: u32) -> String {
        let Some(at) = self.place(key) else {
            return String::new();
        };
        self.state
            .workspace
            .with(|now| words::name(&now.scenario, at))
    }

    /// Whether a stage is unfolded.
    pub fn is_open(self, key: u32) -> bool {
        let on_screen = self.state.workspace.with(|now| now.stage);
        self.open.get() && self.place(key) == Some(on_screen)
    }

    /// The id of the line of the stage on screen.
    pub fn line_on_screen(self) -> String {
        let at = self.state.workspace.with_untracked(|now| now.stage);
        let key = self.keys.with_untracked(|keys| keys.get(at).copied());
        key.map(line_id).unwrap_or_default()
    }

    /// Unfolds a stage, which puts it on screen, or folds it.
    pub fn turn(self, key: u32) {
        if untrack(|| self.is_open(key)) {
            self.open.set(false);
        } else if let Some(at) = untrack(|| self.place(key)) {
            self.show(at);
        }
    }

    /// Folds the stage on screen.
    pub fn fold(self) {
        self.open.set(false);
    }

    /// Unfolds the stage at a place.
    pub fn show(self, at: usize) {
        self.state.workspace.update(|now| now.stage = at);
        self.open.set(true);
    }

    /// Adds a stage at the end and unfolds it.
    pub fn add(self) {
        let added = self.arrange(["add", "add again"], |plan, keys| {
            let at = plan.add_stage()?;
            keys.push(fresh(keys));
            Some(at)
        });
        self.begin(added, "added");
    }

    /// Puts a copy behind a stage and unfolds it.
    pub fn duplicate(self, key: u32) {
        let Some(at) = untrack(|| self.place(key)) else {
            return;
        };
        let added = self.arrange(["duplicate", "duplicate again"], |plan, keys| {
            let copy = plan.duplicate_stage(at)?;
            keys.insert(copy, fresh(keys));
            Some(copy)
        });
        self.begin(added, "added");
    }

    /// A stage that was made is unfolded, and its name can be typed.
    fn begin(self, added: Option<usize>, done: &str) {
        if let Some(at) = added {
            self.show(at);
            self.tell(at, done);
            go_on("label".into());
        }
    }

    /// Moves a stage so many places down, or up; the focus stays with it.
    pub fn shift(self, key: u32, by: isize) {
        let Some(from) = untrack(|| self.place(key)) else {
            return;
        };
        let Some(to) = from.checked_add_signed(by) else {
            return;
        };
        let on_screen = self.state.workspace.with_untracked(|now| now.stage);
        let moved = self.arrange(["move", "move"], |plan, keys| {
            plan.move_stage(from, to).then(|| {
                let key = keys.remove(from);
                keys.insert(to, key);
                after_move(on_screen, from, to)
            })
        });
        if moved.is_some() {
            self.tell(to, "moved");
        }
    }

    /// Takes a stage out; the focus goes to the one that stands in its place.
    pub fn remove(self, key: u32) {
        let Some(at) = untrack(|| self.place(key)) else {
            return;
        };
        let name = untrack(|| self.name(key));
        let before = self.undo.before();
        let left = self.arrange(["remove", "remove again"], |plan, keys| {
            plan.remove_stage(at)?;
            keys.remove(at);
            Some(at.min(keys.len() - 1))
        });
        if let Some(next) = left {
            self.open.set(false);
            self.undo.offer(before, format!("Removed {name}."));
            let key = self.keys.with_untracked(|keys| keys.get(next).copied());
            go_on(key.map(line_id).unwrap_or_default());
        }
    }

    /// Puts another plan in the place of this one, and says what was replaced.
    pub fn replace(self, by: &'static str, plan: Scenario, words: String) {
        let before = self.undo.before();
        self.state.change(by, |now| {
            now.stage = 0;
            now.scenario = plan;
        });
        self.open.set(false);
        self.undo.offer(before, words);
    }

    /// Changes plan and keys together; `change` says which stage is on screen afterwards, or that
    /// nothing was changed.
    fn arrange(
        self,
        [by, in_turn]: Turns,
        change: impl FnOnce(&mut Scenario, &mut Vec<u32>) -> Option<usize>,
    ) -> Option<usize> {
        let mut keys = self.keys.get_untracked();
        let before = self.state.workspace.with_untracked(|now| now.changed_by);
        let mut plan = self
            .state
            .workspace
            .with_untracked(|now| now.scenario.clone());
        let on_screen = change(&mut plan, &mut keys)?;
        self.state
            .change(if before == by { in_turn } else { by }, |now| {
                now.scenario = plan;
                now.stage = on_screen;
            });
        self.order.set(keys);
        Some(on_screen)
    }

    /// `Drafts moved, 2 of 3.`
    fn tell(self, at: usize, done: &str) {
        let words = self.state.workspace.with_untracked(|now| {
            let name = words::name(&now.scenario, at);
            format!(
                "{name} {done}, {} of {}.",
                at + 1,
                now.scenario.stages.len()
            )
        });
        self.said.set(words);
    }
}

/// Puts the focus on an element once the page has followed the change.
pub fn go_on(id: String) {
    set_timeout(move || page::go_to(&id), Duration::ZERO);
}
