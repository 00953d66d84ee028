//! The stages of a scenario as a list: added, copied, moved, removed.
//!
//! Knows how many there may be; must not know what a stage costs. Nothing here fails: what cannot
//! be done is not done, and the answer says so. Whether a stage delivers is its own and moves with
//! it, so that the order of stages changes no total.

use super::{Scenario, Stage, bounds};

impl Scenario {
    /// Whether another stage may be added: there are at most [`bounds::STAGES`].
    pub fn has_room(&self) -> bool {
        self.stages.len() < bounds::STAGES
    }

    /// Whether any stage brings results.
    pub fn delivers(&self) -> bool {
        let delivers = |stage: &Stage| stage.deliver && stage.makes_images();
        self.stages.iter().any(delivers)
    }

    /// Adds a stage at the end, made by the model of the last one: drafts where the plan delivers
    /// already. Where it stands; none where there is no room.
    pub fn add_stage(&mut self) -> Option<usize> {
        if !self.has_room() {
            return None;
        }
        let model = self.stages.last().map(|last| last.model);
        self.stages.push(Stage {
            deliver: !self.delivers(),
            model: model.unwrap_or(super::DEFAULT_MODEL),
            ..Stage::default()
        });
        Some(self.stages.len() - 1)
    }

    /// Puts a copy of a stage behind it. Where the copy stands; none where there is no room or no
    /// such stage.
    pub fn duplicate_stage(&mut self, at: usize) -> Option<usize> {
        if !self.has_room() {
            return None;
        }
        let mut copy = self.stages.get(at)?.clone();
        copy.label = copy_of(&copy.label);
        self.stages.insert(at + 1, copy);
        Some(at + 1)
    }

    /// Moves a stage to another place. Whether it moved.
    pub fn move_stage(&mut self, from: usize, to: usize) -> bool {
        let there = |at: usize| at < self.stages.len();
        if from == to || !there(from) || !there(to) {
            return false;
        }
        let stage = self.stages.remove(from);
        self.stages.insert(to, stage);
        true
    }

    /// Takes a stage out; none where there is no such stage, or where it is the only one.
    pub fn remove_stage(&mut self, at: usize) -> Option<Stage> {
        let there = at < self.stages.len() && self.stages.len() > 1;
        there.then(|| self.stages.remove(at))
    }
}

/// The label of a copy, within the bound of a label; a stage without a label has none.
fn copy_of(label: &str) -> String {
    const COPY: &str = " copy";
    if label.is_empty() {
        return String::new();
    }
    let kept = bounds::LABEL - COPY.len();
    let start: String = label.chars().take(kept).collect();
    format!("{}{COPY}", start.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Date;

    fn plan(labels: &[&str]) -> Scenario {
        let mut plan = Scenario::new(Date::known(2026, 11, 20));
        let stage = |label: &&str| Stage {
            label: (*label).into(),
            ..Stage::default()
        };
        plan.stages = labels.iter().map(stage).collect();
        plan
    }

    fn labels(plan: &Scenario) -> Vec<&str> {
        plan.stages.iter().map(|stage| &*stage.label).collect()
    }

    #[test]
    fn twelve_stages_and_no_more() {
        let mut plan = plan(&["one"]);
        for at in 1..bounds::STAGES {
            assert_eq!(plan.add_stage(), Some(at));
        }
        let full = plan.clone();
        assert_eq!((plan.add_stage(), plan.duplicate_stage(0)), (None, None));
        assert_eq!(plan, full);
    }

    #[test]
    fn an_added_stage_drafts_unless_nothing_delivers() {
        let mut plan = plan(&["one"]);
        plan.stages[0].model = "gpt-image-2";
        assert_eq!(plan.add_stage(), Some(1));
        assert_eq!(
            (plan.stages[1].deliver, plan.stages[1].model),
            (false, "gpt-image-2")
        );
        plan.stages[0].deliver = false;
        assert_eq!(plan.add_stage(), Some(2));
        assert!(plan.stages[2].deliver);
    }

    #[test]
    fn a_copy_stands_behind_and_its_label_stays_within_bounds() {
        let long = "é".repeat(bounds::LABEL);
        let mut plan = plan(&["Drafts", &long, ""]);
        assert_eq!(plan.duplicate_stage(0), Some(1));
        assert_eq!(plan.stages[1].label, "Drafts copy");
        assert_eq!(plan.duplicate_stage(2), Some(3));
        assert_eq!(plan.stages[3].label.chars().count(), bounds::LABEL);
        assert!(plan.stages[3].label.ends_with(" copy"));
        assert_eq!(plan.duplicate_stage(4), Some(5));
        assert_eq!(plan.stages[5].label, "");
        assert_eq!(plan.duplicate_stage(99), None);
    }

    #[test]
    fn stages_move_and_leave_but_for_the_last() {
        let mut plan = plan(&["a", "b", "c"]);
        assert!(plan.move_stage(0, 2));
        assert_eq!(labels(&plan), ["b", "c", "a"]);
        assert!(!plan.move_stage(1, 1) && !plan.move_stage(3, 0) && !plan.move_stage(0, 3));
        assert_eq!(
            plan.remove_stage(1).map(|stage| stage.label).as_deref(),
            Some("c")
        );
        assert!(plan.remove_stage(2).is_none());
        assert!(plan.remove_stage(0).is_some() && plan.remove_stage(0).is_none());
        assert_eq!(labels(&plan), ["a"]);
    }
}
