//! Contract 2: an estimate as JSON. Numbers that are not token counts are decimal strings; an
//! interval always has both ends; with problems there are no totals, and they are null.

use crate::compare::Side;
use crate::estimate::{Estimate, Fix};
use crate::link::{self, SetAside};
use crate::rates::RateBook;
use crate::scenario::Scenario;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

mod compared;
mod stage;

use compared::ComparedOut;
pub(in crate::export) use stage::{Range, range, usd};
use stage::{StageOut, TotalsOut};

/// The estimate of a scenario as JSON, indented. `site` is the address of the page, without a
/// fragment; `set_aside` is what reading the link set aside.
pub fn json(
    book: &RateBook,
    scenario: &Scenario,
    estimate: &Estimate,
    site: &str,
    set_aside: &[SetAside],
) -> String {
    json_beside(book, scenario, estimate, site, set_aside, &[])
}

/// The same with the scenarios pinned beside it, each with what it costs more; `compared` is left
/// out where there are none.
pub fn json_beside(
    book: &RateBook,
    scenario: &Scenario,
    estimate: &Estimate,
    site: &str,
    set_aside: &[SetAside],
    beside: &[Side],
) -> String {
    let mut file = File::of(book, scenario, estimate, site, set_aside);
    if !beside.is_empty() {
        let base = Side {
            scenario: scenario.clone(),
            estimate: estimate.clone(),
        };
        let others = beside.iter();
        file.compared = others
            .map(|other| ComparedOut::of(&base, other, site))
            .collect();
    }
    // Strings, numbers and maps with string keys only: writing them cannot fail.
    serde_json::to_string_pretty(&file).unwrap_or_default()
}

#[derive(Serialize)]
struct File {
    v: u8,
    rates: String,
    link: String,
    #[serde(flatten)]
    totals: TotalsOut,
    stages: Vec<StageOut>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    compared: Vec<ComparedOut>,
    problems: Vec<ProblemOut>,
    notices: Vec<NoticeOut>,
}

impl File {
    fn of(
        book: &RateBook,
        scenario: &Scenario,
        estimate: &Estimate,
        site: &str,
        set_aside: &[SetAside],
    ) -> Self {
        let snapshot = crate::estimate::snapshot_of(book, scenario);
        let stages = scenario.stages.iter().zip(&estimate.stages);
        let told = estimate.notices.iter().map(|notice| NoticeOut {
            stage: notice.stage,
            code: notice.kind.code(),
            message: notice.kind.to_string(),
        });
        let aside = set_aside.iter().map(|aside| NoticeOut {
            stage: None,
            code: aside.code(),
            message: aside.to_string(),
        });
        Self {
            v: 1,
            rates: estimate.rates.to_string(),
            link: format!("{site}#{}", link::write(scenario)),
            totals: TotalsOut::of(estimate.totals.as_ref()),
            stages: stages
                .map(|(asked, priced)| StageOut::of(snapshot, asked, priced))
                .collect(),
            compared: Vec::new(),
            problems: estimate.problems.iter().map(ProblemOut::of).collect(),
            notices: told.chain(aside).collect(),
        }
    }
}

#[derive(Serialize)]
struct ProblemOut {
    stage: usize,
    field: &'static str,
    code: &'static str,
    message: String,
    fixes: Vec<FixOut>,
}

struct FixOut(Fix);

impl Serialize for FixOut {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let changes = &self.0.0;
        let mut map = serializer.serialize_map(Some(changes.len()))?;
        for change in changes {
            map.serialize_entry(change.key, &change.value)?;
        }
        map.end()
    }
}

impl ProblemOut {
    fn of(problem: &crate::estimate::Problem) -> Self {
        Self {
            stage: problem.stage,
            field: problem.field,
            code: problem.code(),
            message: problem.message(),
            fixes: problem.fixes.iter().cloned().map(FixOut).collect(),
        }
    }
}

#[derive(Serialize)]
struct NoticeOut {
    #[serde(skip_serializing_if = "Option::is_none")]
    stage: Option<usize>,
    code: &'static str,
    message: String,
}
