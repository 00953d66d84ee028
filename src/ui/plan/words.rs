//! What a stage is, in a few words, for its folded line and the headings inside it.

use crate::money::grouped;
use crate::rates::Tier;
use crate::scenario::{Percent, Route, Stage};
use crate::size::SizeChoice;
use rust_decimal::Decimal;

pub use crate::ui::lines::stage_title as name;

/// `20 requests · low · 1024 × 640 · gpt-image-2.5-sunburst`.
pub fn what(stage: &Stage) -> String {
    let mut said = vec![requests(stage)];
    if stage.makes_images() {
        said.extend([stage.quality.to_string(), size(stage), stage.model.into()]);
    }
    if stage.route == Route::Responses || !stage.makes_images() {
        said.push(stage.driver.unwrap_or("no text model yet").into());
    }
    let images = stage.input_images();
    if images > 0 {
        let plural = if images == 1 { "" } else { "s" };
        let count = grouped(Decimal::from(images));
        said.push(format!("{count} input image{plural}"));
    }
    if stage.tier == Tier::BatchApi {
        said.push("Batch API".into());
    }
    if !stage.own.is_empty() {
        said.push("own rates".into());
    }
    said.join(" · ")
}

fn requests(stage: &Stage) -> String {
    let count = grouped(Decimal::from(stage.requests));
    let unit = match (stage.makes_images(), stage.requests) {
        (true, 1) => "request",
        (true, _) => "requests",
        (false, 1) => "analysis",
        (false, _) => "analyses",
    };
    match stage.n {
        1 => format!("{count} {unit}"),
        n => format!("{count} {unit} × {n} images"),
    }
}

/// The size as people read it.
pub fn size(stage: &Stage) -> String {
    match stage.size {
        SizeChoice::Exact(size) => size.in_words(),
        SizeChoice::Auto => "auto size".into(),
    }
}

/// What repeats and review do to a stage: `3 % sent again · 80 % accepted`.
pub fn review(stage: &Stage) -> String {
    let mut said = Vec::new();
    if stage.retries != Percent::ZERO {
        said.push(format!("{} % sent again", stage.retries));
    }
    if stage.blocked != Percent::ZERO {
        said.push(format!("{} % blocked", stage.blocked));
    }
    if stage.makes_images() {
        said.push(match stage.accept {
            Percent::HUNDRED => "all accepted".into(),
            accept => format!("{accept} % accepted"),
        });
    } else if said.is_empty() {
        said.push("none".into());
    }
    said.join(" · ")
}

/// Whether the images of a stage are results, in a word.
pub fn kind(stage: &Stage) -> &'static str {
    match (stage.makes_images(), stage.deliver) {
        (false, _) => "reads",
        (true, true) => "delivers",
        (true, false) => "draft",
    }
}

/// Tenths of a percent: `21.3 %`.
pub fn share(permille: u32) -> String {
    format!("{}.{} %", permille / 10, permille % 10)
}
