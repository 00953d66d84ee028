//! What a successor refuses of a stage, and what is asked instead.
//!
//! Every problem is mended by its first fix, as the page's button would; what cannot be mended
//! that way stays a problem and has no price.

use crate::estimate::{Fix, estimate};
use crate::rates::RateBook;
use crate::scenario::Scenario;
use crate::ways::with;

/// Something that the new model refuses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The link key that is at fault.
    pub field: &'static str,
    /// What is refused, in a sentence.
    pub message: String,
    /// What is asked instead; none where there is no way out.
    pub fix: Option<Fix>,
}

/// A stage is mended at most so often: each fix settles one key.
const MOST_FIXES: usize = 12;

/// The scenario with every problem of one stage mended, what was refused on the way, and the
/// changes that were made.
pub(super) fn mended(
    book: &RateBook,
    scenario: Scenario,
    stage: usize,
) -> (Scenario, Vec<Refusal>) {
    let mut now = scenario;
    let mut refused: Vec<Refusal> = Vec::new();
    for _ in 0..MOST_FIXES {
        let problems = estimate(book, &now).problems;
        let Some(problem) = problems.into_iter().find(|problem| problem.stage == stage) else {
            break;
        };
        // A way out that leaves the successor, or its date, is no way to it.
        let stays = |fix: &&Fix| {
            fix.0
                .iter()
                .all(|it| it.key != "model" && it.key != "rates")
        };
        let fix = problem.fixes.iter().find(stays).cloned();
        let known = refused.iter().any(|known| known.field == problem.field);
        refused.push(Refusal {
            field: problem.field,
            message: problem.message(),
            fix: fix.clone(),
        });
        // The same key twice: its fix did not help, and another round would not either.
        let next = fix.and_then(|fix| with(book, &now, stage, &fix));
        match next {
            Some(next) if !known => now = next,
            _ => break,
        }
    }
    (now, refused)
}
