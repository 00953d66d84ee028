//! The share of the money that went into what was thrown away.
//!
//! Knows which part of a stage is kept; must not know what anything costs.
//!
//! Kept is what paid the one good send of each accepted image of a delivering stage (a request
//! whose images are accepted in part is kept in that part), and one good send of each analysis.
//! All else is thrown away: drafts, sends that were repeated or brought nothing, blocked requests,
//! and images that were not accepted. Earlier turns of a conversation belong to its send. Both are
//! taken at the high end of the interval, where blocked requests are billed.

use crate::estimate::{Estimate, StageEstimate};
use crate::money::{Usd, product, quotient};
use crate::scenario::{Scenario, Stage};
use rust_decimal::Decimal;

/// What was thrown away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Discarded {
    /// USD, at the high end of the interval.
    pub usd: Usd,
    /// Its share of the total's high end, from 0 to 1, with ten decimal places.
    pub share: Decimal,
}

/// What of an estimate was thrown away; none with problems, or where nothing is spent.
pub fn discarded(scenario: &Scenario, estimate: &Estimate) -> Option<Discarded> {
    let total = estimate.totals?.total.high;
    let stages = scenario.stages.iter().zip(&estimate.stages);
    let kept = stages
        .map(|(asked, priced)| kept(asked, priced))
        .try_fold(Decimal::ZERO, |sum, kept| sum.checked_add(kept?))?;
    let usd = (total.0 - kept).max(Decimal::ZERO);
    let share = quotient(usd, total.0)?;
    Some(Discarded {
        usd: Usd(usd),
        share,
    })
}

/// USD of a stage that were kept, at the high end of the interval.
pub(super) fn kept(asked: &Stage, priced: &StageEstimate) -> Option<Decimal> {
    let one = priced.per_request?.high.0;
    Some(product(one, kept_requests(asked, priced)?))
}

/// Requests whose one good send was kept; a part of a request where a part of its images was.
pub(super) fn kept_requests(asked: &Stage, priced: &StageEstimate) -> Option<Decimal> {
    if !asked.makes_images() {
        let answered = product(Decimal::from(asked.requests), asked.blocked.rest());
        return Some(product(answered, answered_share(asked)));
    }
    if !asked.deliver {
        return Some(Decimal::ZERO);
    }
    let accepted = priced.totals?.accepted_images.high;
    accepted.checked_div(Decimal::from(asked.n))
}

/// The share of requests that one of their tries answers: `1 - p^tries`.
pub(super) fn answered_share(asked: &Stage) -> Decimal {
    let p = asked.retries.share();
    let failed = (0..asked.tries).fold(Decimal::ONE, |chance, _| product(chance, p));
    Decimal::ONE - failed
}
