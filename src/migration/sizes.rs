//! Which sizes a successor no longer takes, and which it newly does.

use crate::explore::every;
use crate::money::grouped;
use crate::rates::{Model, SizeKind};
use crate::size::Size;
use rust_decimal::Decimal;

/// How the sizes of two models differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SizeChange {
    /// Sizes of the old model's list that the new one refuses. Of a flexible rule, which has too
    /// many to list, just how many are counted.
    pub no_longer: Vec<Size>,
    /// How many sizes of the old model the new one refuses.
    pub lost: usize,
    /// How many sizes the new model takes that the old one refuses.
    pub gained: usize,
}

/// So many sizes are worth a list.
const A_LIST: usize = 12;

/// How the sizes of a model differ from those of the one before it.
pub fn size_change(before: &Model, after: &Model) -> SizeChange {
    let (old, new) = (every(before.sizes), every(after.sizes));
    let lost = || old.iter().filter(|size| !after.sizes.takes(**size));
    SizeChange {
        no_longer: lost().take(A_LIST).copied().collect(),
        lost: lost().count(),
        gained: new
            .iter()
            .filter(|size| !before.sizes.takes(**size))
            .count(),
    }
}

impl SizeChange {
    /// In a sentence or two; `after` is the new model.
    pub fn words(&self, after: &Model) -> String {
        let gone: Vec<String> = self.no_longer.iter().map(ToString::to_string).collect();
        let lost = match self.lost {
            0 => "Every size is still taken.".into(),
            count if count > gone.len() => {
                format!(
                    "{} sizes are no longer taken.",
                    grouped(Decimal::from(count))
                )
            }
            1 => format!("{} is no longer taken.", gone.concat()),
            _ => format!("{} are no longer taken.", gone.join(", ")),
        };
        let gained = grouped(Decimal::from(self.gained));
        match (self.gained, after.sizes.kind) {
            (0, _) => lost,
            (_, SizeKind::Flexible(rule)) => format!(
                "{lost} {gained} more are: any multiple of {} up to {} pixels an edge and {}:1.",
                rule.step, rule.max_edge, rule.max_ratio
            ),
            _ => format!("{lost} {gained} more are."),
        }
    }
}
