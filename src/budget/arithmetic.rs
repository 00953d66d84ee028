//! The arithmetic behind a plan's figures, in words: so many requests of what a request costs, so
//! many images of them accepted, one divided by the other.
//!
//! Knows the semantics of docs/billing.md; must not compute a figure of its own: what it writes
//! behind the last `=` is the estimate's.

use super::discarded::{answered_share, kept, kept_requests};
use super::{discarded, stage_name};
use crate::estimate::{Estimate, StageEstimate};
use crate::interval::Interval;
use crate::money::{Usd, UsdRange, grouped};
use crate::scenario::{Percent, Scenario, Stage};
use rust_decimal::Decimal;

/// How a figure comes about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arithmetic {
    /// Its parts, stage by stage: the stage, and the multiplication.
    pub parts: Vec<(String, String)>,
    /// What is made of the parts.
    pub whole: String,
}

/// What the whole plan comes to: every stage's sends times one request.
pub fn whole_plan(scenario: &Scenario, estimate: &Estimate) -> Option<Arithmetic> {
    let total = estimate.totals?.total;
    let parts = named(scenario, estimate, |asked, priced| {
        let cost = priced.totals?.total;
        let one = dollars(priced.per_request?);
        Some(format!(
            "{} × {one}{} = {}",
            sends(asked, priced),
            billed(asked),
            dollars(cost)
        ))
    });
    Some(Arithmetic {
        parts,
        whole: format!("together {}", dollars(total)),
    })
}

/// How many images survive review: those of the delivering stages.
pub fn accepted_images(scenario: &Scenario, estimate: &Estimate) -> Option<Arithmetic> {
    let images = estimate.totals?.accepted_images;
    let parts = named(scenario, estimate, |asked, priced| {
        let counts = asked.deliver && asked.makes_images();
        let accepted = priced.totals?.accepted_images.high;
        counts.then(|| format!("{} = {}", survivors(asked), number(accepted)))
    });
    Some(Arithmetic {
        parts,
        whole: format!("together {} accepted", number(images.high)),
    })
}

/// What an accepted image costs: the whole plan, drafts included, by the images accepted.
pub fn per_accepted_image(scenario: &Scenario, estimate: &Estimate) -> Option<Arithmetic> {
    let totals = estimate.totals?;
    let each = dollars(totals.per_accepted_image?);
    let images = number(totals.accepted_images.high);
    let plural = if images == "1" { "" } else { "s" };
    let total = dollars(totals.total);
    Some(Arithmetic {
        whole: format!("{total} / {images} accepted image{plural} = {each}"),
        ..accepted_images(scenario, estimate)?
    })
}

/// What a use costs, where an accepted image serves several channels or crops.
pub fn per_use(scenario: &Scenario, estimate: &Estimate) -> Option<Arithmetic> {
    let totals = estimate.totals?;
    let each = dollars(totals.per_use(scenario.uses)?);
    let image = dollars(totals.per_accepted_image?);
    let uses = grouped(Decimal::from(scenario.uses));
    let plural = if scenario.uses == 1 { "" } else { "s" };
    Some(Arithmetic {
        parts: Vec::new(),
        whole: format!("{image} / {uses} use{plural} = {each}"),
    })
}

/// What was thrown away: all that was paid, but for one good send of each accepted image.
pub fn thrown_away(scenario: &Scenario, estimate: &Estimate) -> Option<Arithmetic> {
    let total = estimate.totals?.total.high;
    let thrown = discarded(scenario, estimate)?;
    let parts = named(scenario, estimate, |asked, priced| {
        let requests = kept_requests(asked, priced)?;
        let (one, kept) = (priced.per_request?.high, Usd(kept(asked, priced)?));
        let words = format!("{} × {} = {} kept", number(requests), usd(one), usd(kept));
        Some(if kept == Usd::ZERO {
            "nothing kept".into()
        } else {
            words
        })
    });
    let share = percent(thrown.share);
    let (total, thrown) = (usd(total), usd(thrown.usd));
    Some(Arithmetic {
        parts,
        whole: format!("{total} less what is kept: {thrown}, {share} % of all"),
    })
}

/// The words of every stage that has any.
fn named(
    scenario: &Scenario,
    estimate: &Estimate,
    words: impl Fn(&Stage, &StageEstimate) -> Option<String>,
) -> Vec<(String, String)> {
    let stages = scenario.stages.iter().zip(&estimate.stages).enumerate();
    stages
        .filter_map(|(at, (asked, priced))| Some((stage_name(scenario, at), words(asked, priced)?)))
        .collect()
}

/// `1,000 requests`, or with repeats `1,000 requests × 1.03 sends (1 + 0.03)`.
fn sends(asked: &Stage, priced: &StageEstimate) -> String {
    let requests = requests(asked);
    if asked.retries == Percent::ZERO || asked.tries == 1 {
        return requests;
    }
    let p = number(asked.retries.share());
    let series = match asked.tries {
        2 => format!("1 + {p}"),
        3 => format!("1 + {p} + {p}²"),
        tries => format!("1 + {p} + … + {p}^{}", tries - 1),
    };
    let each = number(priced.sends_per_request);
    format!("{requests} × {each} sends ({series})")
}

fn requests(asked: &Stage) -> String {
    let plural = if asked.requests == 1 { "" } else { "s" };
    format!("{} request{plural}", grouped(Decimal::from(asked.requests)))
}

/// Blocked requests are billed, or they are not.
fn billed(asked: &Stage) -> String {
    match asked.blocked {
        Percent::ZERO => String::new(),
        blocked => format!(
            ", {} % of it at the low end, as blocked requests may be free,",
            percent(blocked.rest())
        ),
    }
}

/// The images of a stage that survive review, factor by factor; factors of one are left out.
fn survivors(asked: &Stage) -> String {
    let mut words = requests(asked);
    let mut times = |factor: String| words.push_str(&format!(" × {factor}"));
    if asked.blocked != Percent::ZERO {
        times(format!("{} % not blocked", percent(asked.blocked.rest())));
    }
    let answered = answered_share(asked);
    if answered != Decimal::ONE {
        let tries = if asked.tries == 1 {
            "1 try".into()
        } else {
            format!("{} tries", asked.tries)
        };
        times(format!("{} % answered within {tries}", percent(answered)));
    }
    if asked.n > 1 {
        times(format!("{} images", asked.n));
    }
    times(format!("{} % accepted", asked.accept));
    words
}

/// A share as a percentage: two decimals, and as many more as keep it from looking like nothing
/// or like all.
fn percent(share: Decimal) -> String {
    let all = share * Decimal::ONE_HUNDRED;
    let fits = |places: &u32| {
        let shown = all.round_dp(*places);
        (shown.is_zero() == all.is_zero())
            && ((shown == Decimal::ONE_HUNDRED) == (share == Decimal::ONE))
    };
    let places = (2..=20).find(fits).unwrap_or(20);
    grouped(all.round_dp(places))
}

/// A number with at most eight decimals: expected values may have as many as a Decimal holds.
fn number(value: Decimal) -> String {
    grouped(value.round_dp(8))
}

fn usd(amount: Usd) -> String {
    format!("${}", grouped(amount.0))
}

fn dollars(amount: UsdRange) -> String {
    let Interval { low, high } = amount;
    if low == high {
        usd(low)
    } else {
        format!("{} to {}", usd(low), usd(high))
    }
}
