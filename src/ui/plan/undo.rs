//! One way back from what takes something away: the plan as it was before.
//!
//! Offered only while the plan is as the change left it, so that taking it never loses anything
//! that was done since. The browser's own way back leads further.

use crate::scenario::Scenario;
use crate::ui::dom::{El, button, el};
use crate::ui::state::State;
use leptos::prelude::*;

/// What was done last, and the plan before it.
#[derive(Clone, Copy)]
pub struct Undo {
    state: State,
    offer: RwSignal<Option<Offer>>,
}

/// A plan, and which of its stages was on screen.
type Before = (Scenario, usize);

#[derive(Clone, PartialEq)]
struct Offer {
    words: String,
    before: Before,
    after: Scenario,
}

impl Undo {
    /// Nothing to undo yet.
    pub fn new(state: State) -> Self {
        Self {
            state,
            offer: RwSignal::new(None),
        }
    }

    /// The plan as it is, before it is changed.
    pub fn before(self) -> Before {
        self.state
            .workspace
            .with_untracked(|now| (now.scenario.clone(), now.stage))
    }

    /// Offers the way back to a plan, saying what was done.
    pub fn offer(self, before: Before, words: String) {
        let after = self.before().0;
        self.offer.set(Some(Offer {
            words,
            before,
            after,
        }));
    }

    /// What was done, and a button that takes it back.
    pub fn bar(self) -> El {
        let standing = Memo::new(move |_| {
            let now = self.state.workspace.with(|now| now.scenario.clone());
            self.offer.get().filter(|offer| offer.after == now)
        });
        let made = move || {
            standing
                .get()
                .map_or_else(Vec::new, |offer| self.made(offer))
        };
        el("div", "undo").attr("role", "status").fill(made)
    }

    fn made(self, offer: Offer) -> Vec<El> {
        let words = el("p", "").text(&offer.words);
        let back = move || {
            let (plan, stage) = offer.before.clone();
            self.state.change("undo", |now| {
                now.scenario = plan;
                now.stage = stage;
            });
            self.offer.set(None);
            super::stages::go_on("stages".into());
        };
        vec![words, button("fix", "Undo", back).attr("id", "undo")]
    }
}
