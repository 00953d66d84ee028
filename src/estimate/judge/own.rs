//! Problems of rates of the person's own: two flat prices, credits half given.

use super::{Fix, Judge, ProblemKind};
use crate::rates::Meter;
use crate::scenario::{OwnRates, Task};
use crate::size::SizeClass;
use rust_decimal::Decimal;

/// The keys of credits by class, in the order of [`SizeClass::ALL`].
const BY_CLASS: [&str; 3] = ["own.credits_1k", "own.credits_2k", "own.credits_4k"];

/// The keys of rates by meter, in the order of [`Meter::ALL`].
const BY_METER: [&str; Meter::ALL.len()] = [
    "own.text_input",
    "own.cached_text_input",
    "own.image_input",
    "own.cached_image_input",
    "own.image_output",
    "own.text_output",
];

impl Judge<'_> {
    pub(super) fn own_rates(&mut self) {
        let own = self.stage.own;
        let flat = flat_keys(&own);
        if self.stage.task == Task::Analyze {
            if let Some(field) = flat.first() {
                self.report(field, ProblemKind::OwnOnAnalysis, vec![cleared(&flat)]);
            }
        } else if own.image.is_some() && own.has_credits() {
            let fixes = vec![cleared(&credit_keys(&own)), Fix::one("own.image", "")];
            self.report("own.image", ProblemKind::OwnConflict, fixes);
        } else if own.has_credits() {
            self.credits(&own);
        }
    }

    fn credits(&mut self, own: &OwnRates) {
        let fixes = vec![cleared(&credit_keys(own))];
        if let Some(missing) = self.missing_credit(own) {
            let kind = ProblemKind::CreditsIncomplete { missing };
            self.report(missing, kind, fixes);
        } else if own.credits.is_some_and(|credits| credits.is_zero()) {
            self.report("own.credits", ProblemKind::CreditsZero, fixes);
        }
    }

    /// The first key that a price in credits needs and that is not given; with `auto` each class
    /// that the size may become is needed.
    fn missing_credit(&self, own: &OwnRates) -> Option<&'static str> {
        if own.plan.is_none() {
            return Some("own.plan");
        }
        if own.credits.is_none() {
            return Some("own.credits");
        }
        let model = self.snapshot.image_model(self.stage.model)?;
        let sizes = model.sizes.stands_for(self.stage.size).into_iter();
        let missing = sizes.filter(|size| own.credits_for(*size).is_none());
        let class = missing.map(SizeClass::of).min()?;
        Some(BY_CLASS[class as usize])
    }
}

/// Every rate and price of the person's own taken back; none where there is none.
pub(in super::super) fn without_own(own: &OwnRates) -> Option<Fix> {
    let mut keys = given(BY_METER.into_iter().zip(own.usd_per_mtok));
    keys.extend(flat_keys(own));
    (!keys.is_empty()).then(|| cleared(&keys))
}

fn flat_keys(own: &OwnRates) -> Vec<&'static str> {
    let mut keys = given([("own.image", own.image)]);
    keys.extend(credit_keys(own));
    keys
}

fn credit_keys(own: &OwnRates) -> Vec<&'static str> {
    let mut keys = given([("own.plan", own.plan), ("own.credits", own.credits)]);
    keys.extend(given(BY_CLASS.into_iter().zip(own.credits_per_image)));
    keys
}

fn given(keys: impl IntoIterator<Item = (&'static str, Option<Decimal>)>) -> Vec<&'static str> {
    let given = keys.into_iter().filter(|(_, value)| value.is_some());
    given.map(|(key, _)| key).collect()
}

fn cleared(keys: &[&'static str]) -> Fix {
    keys.iter()
        .fold(Fix(Vec::new()), |fix, key| fix.and(key, ""))
}
