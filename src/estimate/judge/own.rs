//! Problems of rates of the person's own: two flat prices, credits half given.

use super::{Fix, Judge, ProblemKind};
use crate::scenario::{OwnRates, Task};
use crate::size::{SizeChoice, SizeClass};

/// The keys of credits by class, in the order of [`SizeClass::ALL`].
const BY_CLASS: [&str; 3] = ["own.credits_1k", "own.credits_2k", "own.credits_4k"];

impl Judge<'_> {
    pub(super) fn own_rates(&mut self) {
        let own = &self.stage.own;
        let flat = own.image.is_some();
        if self.stage.task == Task::Analyze {
            if flat || own.has_credits() {
                self.report("own", ProblemKind::OwnOnAnalysis, vec![without_flat(own)]);
            }
        } else if flat && own.has_credits() {
            let fixes = vec![without_credits(own), Fix::one("own.image", "")];
            self.report("own", ProblemKind::OwnConflict, fixes);
        } else if own.has_credits() {
            self.credits();
        }
    }

    fn credits(&mut self) {
        let own = self.stage.own;
        if let Some(missing) = self.missing_credit() {
            let kind = ProblemKind::CreditsIncomplete { missing };
            self.report(missing, kind, vec![without_credits(&own)]);
        } else if own.credits.is_some_and(|credits| credits.is_zero()) {
            self.report(
                "own.credits",
                ProblemKind::CreditsZero,
                vec![without_credits(&own)],
            );
        }
    }

    /// The first key that a price in credits needs and that is not given.
    fn missing_credit(&self) -> Option<&'static str> {
        let own = &self.stage.own;
        if own.plan.is_none() {
            return Some("own.plan");
        }
        if own.credits.is_none() {
            return Some("own.credits");
        }
        let needed = match self.stage.size {
            SizeChoice::Exact(size) => SizeClass::of(size) as usize,
            SizeChoice::Auto => SizeClass::K2 as usize,
        };
        own.credits_per_image[needed]
            .is_none()
            .then_some(BY_CLASS[needed])
    }
}

fn without_credits(own: &OwnRates) -> Fix {
    let given = [("own.plan", own.plan), ("own.credits", own.credits)];
    let by_class = BY_CLASS.into_iter().zip(own.credits_per_image);
    let keys = given
        .into_iter()
        .chain(by_class)
        .filter(|(_, value)| value.is_some());
    keys.fold(Fix(Vec::new()), |fix, (key, _)| fix.and(key, ""))
}

fn without_flat(own: &OwnRates) -> Fix {
    let fix = without_credits(own);
    if own.image.is_some() {
        fix.and("own.image", "")
    } else {
        fix
    }
}
