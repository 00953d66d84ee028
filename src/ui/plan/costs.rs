//! What each stage costs and which part of the plan that is, as its line shows it.

use super::words;
use crate::estimate::Estimate;
use crate::money::{Usd, UsdRange};
use crate::ui::lines;
use crate::ui::state::State;
use leptos::prelude::*;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// The cost of a stage.
#[derive(Clone, PartialEq, Default)]
pub struct Cost {
    /// What it comes to; why it has none, where it cannot be priced.
    pub words: String,
    /// Its share of the plan at the high end, in tenths of a percent; none without a total.
    pub permille: Option<u32>,
}

impl Cost {
    /// `21.3 %`; a dash without a total.
    pub fn share(&self) -> String {
        self.permille.map_or_else(|| "–".into(), words::share)
    }
}

/// The costs of all stages, in order.
pub fn costs(state: State) -> Memo<Vec<Cost>> {
    Memo::new(move |_| state.estimate.with(of_all))
}

fn of_all(estimate: &Estimate) -> Vec<Cost> {
    let rounded = lines::of_stages(estimate);
    let total = estimate.totals.map(|totals| totals.total);
    let cost = |at: usize| {
        let own = estimate.stages[at].totals.map(|totals| totals.total);
        let in_words = || own.map_or_else(|| "no price".into(), |own: UsdRange| own.in_words());
        Cost {
            words: rounded.get(at).cloned().unwrap_or_else(in_words),
            permille: own
                .zip(total)
                .map(|(own, all)| permille(own.high, all.high)),
        }
    };
    (0..estimate.stages.len()).map(cost).collect()
}

/// A part of a total in tenths of a percent; nothing of nothing.
fn permille(part: Usd, total: Usd) -> u32 {
    let share = part.0.checked_div(total.0).unwrap_or_default();
    let permille = (share * Decimal::ONE_THOUSAND).round().to_u32();
    permille.unwrap_or_default().min(1000)
}
