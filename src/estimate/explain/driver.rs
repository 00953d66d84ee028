//! The words of what is billed to a text model: as driver of the image tool, or as analyst.

use super::{as_given, each_turn};
use crate::estimate::What;
use crate::estimate::explain::count;
use crate::rates::{AnalysisRule, RateSnapshot, ResponsesRule};
use crate::scenario::Stage;

/// What is billed to the text model.
pub(super) fn words(snapshot: &RateSnapshot, stage: &Stage, what: What) -> Option<String> {
    Some(match what {
        What::DriverInput => driver_input(stage, snapshot.responses?),
        What::DriverImages => {
            "input images in both passes, the finished image in the second, the last one in every \
             later turn"
                .into()
        }
        What::DriverOutput => {
            let each = count(snapshot.responses?.output);
            each_turn(stage, &format!("{each} tokens, as seen on bills"))
        }
        What::AnalysisInput => analysis_input(stage, snapshot.analysis?),
        What::AnalysisImages => {
            let detail = stage.detail;
            each_turn(
                stage,
                &format!("vision tokens of the images at detail {detail}"),
            )
        }
        What::Answer => each_turn(stage, &as_given(stage.answer)),
        _ => return None,
    })
}

fn driver_input(stage: &Stage, rule: &ResponsesRule) -> String {
    let (framing, tool, reread) = (rule.framing, count(rule.tool), count(rule.reread));
    let words = format!(
        "context and prompt, {framing} of framing and {tool} for the tool’s description, in both \
         passes; {reread} more in the second"
    );
    let words = each_turn(stage, &words);
    let later = "; later turns read what was said before";
    words + if stage.turns > 1 { later } else { "" }
}

fn analysis_input(stage: &Stage, rule: &AnalysisRule) -> String {
    let words = format!("context and prompt, and {} of framing", rule.framing);
    let words = each_turn(stage, &words);
    let later = "; later turns read what was said before";
    words + if stage.turns > 1 { later } else { "" }
}
