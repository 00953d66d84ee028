//! The most that a stage can come to: beyond it sums would no longer be exact, so it is a problem
//! with its way out, and never a figure that stopped growing.
//!
//! Only rates of one's own reach it; must not know how a stage is priced.

use super::judge::without_own;
use super::problem::{Fix, Problem, ProblemKind};
use super::{StageEstimate, Totals};
use crate::money::{Usd, product};
use crate::scenario::{Scenario, Stage};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// 10^18 USD: with ten decimals behind them, 28 digits, which is what a Decimal holds.
const MOST: Usd = Usd(Decimal::from_parts(0xA764_0000, 0x0DE0_B6B3, 0, false, 0));

/// Whether a total can be counted exactly.
pub(super) fn fits(totals: &Totals) -> bool {
    totals.total.high <= MOST
}

/// Takes the figures of every stage away that cannot be exact, and says so.
pub(super) fn problems(scenario: &Scenario, stages: &mut [StageEstimate]) -> Vec<Problem> {
    let asked = scenario.stages.iter().zip(stages).enumerate();
    let found = asked.map(|(index, (asked, priced))| problem(index, asked, priced));
    found.flatten().collect()
}

fn problem(index: usize, asked: &Stage, priced: &mut StageEstimate) -> Option<Problem> {
    let one = priced.per_request?;
    priced.totals.filter(|totals| !fits(totals))?;
    let fixes = fixes(asked, product(one.high.0, priced.sends_per_request));
    priced.totals = None;
    priced.per_request = None;
    priced.line_items.clear();
    let kind = ProblemKind::TotalTooLarge { most: MOST };
    Some(Problem {
        stage: index,
        field: "requests",
        kind,
        fixes,
    })
}

/// As many requests as fit, or the sourced rates; `one` is what a request costs at most.
fn fixes(asked: &Stage, one: Decimal) -> Vec<Fix> {
    let requests = (MOST.0.checked_div(one)).and_then(|requests| requests.floor().to_u64());
    let fewer = requests.filter(|requests| *requests > 0);
    fewer
        .map(|requests| Fix::one("requests", requests))
        .into_iter()
        .chain(without_own(&asked.own))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_is_a_quintillion() {
        assert_eq!(MOST.to_string(), "1000000000000000000");
    }
}
