//! Scenarios pinned beside the one that is exported, and how each differs from it.

use super::stage::{Range, TotalsOut, range, usd};
use crate::compare::{Difference, Side, difference};
use crate::link;
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
pub(super) struct ComparedOut {
    link: String,
    #[serde(flatten)]
    totals: TotalsOut,
    difference: Option<DifferenceOut>,
}

#[derive(Serialize)]
struct DifferenceOut {
    usd: Range,
    percent: Option<Range>,
    by_meter: BTreeMap<&'static str, Range>,
}

impl ComparedOut {
    pub(super) fn of(base: &Side, other: &Side, site: &str) -> Self {
        Self {
            link: format!("{site}#{}", link::write(&other.scenario)),
            totals: TotalsOut::of(other.estimate.totals.as_ref()),
            difference: difference(base, other).map(|found| DifferenceOut::of(&found)),
        }
    }
}

impl DifferenceOut {
    fn of(found: &Difference) -> Self {
        let meters = found.by_meter.iter();
        Self {
            usd: usd(found.usd),
            percent: found.percent.map(range),
            by_meter: meters
                .map(|(meter, amount)| (meter.map_or("flat", |meter| meter.as_str()), usd(*amount)))
                .collect(),
        }
    }
}
