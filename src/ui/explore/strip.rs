//! The scenario in one line: model, quality, size, requests, and what it comes to.

use super::table::{Choice, select};
use crate::budget::stage_name;
use crate::rates::{OutputKind, Quality};
use crate::scenario::bounds;
use crate::size::{Size, SizeChoice};
use crate::ui::browser::clock;
use crate::ui::controls::typed_field;
use crate::ui::dom::{El, el};
use crate::ui::state::State;
use leptos::prelude::*;

/// The stage on screen in one line.
pub fn strip(state: State) -> El {
    let several = Memo::new(move |_| state.workspace.with(|now| now.scenario.stages.len() > 1));
    let requests = typed_field(
        "requests",
        &bounds::REQUESTS,
        state.number(|stage| stage.requests),
        Callback::new(move |requests| state.ask("requests", |stage| stage.requests = requests)),
    );
    let label = el("label", "").attr("for", "requests").text("Requests");
    let figure = el("output", "")
        .attr("data-total", "")
        .attr("aria-live", "off")
        .live(move || totals(state, |totals| totals.total.in_words(), "No price yet"));
    let each = el("span", "").live(move || {
        let each = |totals: &crate::estimate::Totals| {
            let each = totals.per_image.map(|each| each.each_in_words());
            each.map_or_else(String::new, |each| format!("{each} an image"))
        };
        totals(state, each, "")
    });
    el("section", "strip")
        .attr("id", "cost")
        .attr("aria-label", "What is priced")
        .child(el("div", "which").fill(move || which(state, several.get())))
        .child(model(state))
        .child(quality(state))
        .child(size(state))
        .child(el("div", "field").child(label).children(requests))
        .child(el("p", "sum").child(figure).child(each))
}

/// Which stage it is, where there are several.
fn which(state: State, several: bool) -> Vec<El> {
    if !several {
        return Vec::new();
    }
    let choices = Memo::new(move |_| {
        state.workspace.with(|now| {
            let choice = |at: usize| Choice {
                value: at.to_string(),
                words: stage_name(&now.scenario, at),
                chosen: at == now.stage,
            };
            (0..now.scenario.stages.len()).map(choice).collect()
        })
    });
    let choose = Callback::new(move |at: String| {
        if let Ok(at) = at.parse() {
            state.change("stage", |now| now.stage = at);
        }
    });
    vec![select("explore-stage", "Stage", choices, choose)]
}

fn totals(
    state: State,
    read: impl Fn(&crate::estimate::Totals) -> String,
    otherwise: &str,
) -> String {
    state.estimate.with(|estimate| {
        let totals = estimate.totals.as_ref();
        totals.map_or_else(|| otherwise.to_owned(), read)
    })
}

fn model(state: State) -> El {
    let today = clock::today();
    let choices = Memo::new(move |_| {
        let chosen = state.priced(|stage| stage.model);
        let choice = |model: &&'static crate::rates::Model| Choice {
            value: model.id.to_owned(),
            words: match model.lifecycle.shutdown {
                Some(end) if today.is_some_and(|today| end <= today) => {
                    format!("{} · ended", model.id)
                }
                Some(end) => format!("{} · ends {}", model.id, end.in_words()),
                None => model.id.to_owned(),
            },
            chosen: model.id == chosen,
        };
        state.snapshot().image_models.iter().map(choice).collect()
    });
    let choose = Callback::new(move |id: String| {
        if let Some(model) = untrack(|| state.snapshot()).image_model(&id) {
            state.ask("model", |stage| stage.model = model.id);
        }
    });
    select("explore-model", "Model", choices, choose)
}

fn quality(state: State) -> El {
    let choices = Memo::new(move |_| {
        let chosen = state.priced(|stage| stage.quality);
        let Some(model) = state.model() else {
            return Vec::new();
        };
        let flat = matches!(model.output.kind, OutputKind::Flat(_));
        let mut known: Vec<Quality> = model.qualities().collect();
        known.extend((!flat).then_some(Quality::Auto));
        if !known.contains(&chosen) {
            known.push(chosen);
        }
        let choice = |quality: Quality| Choice {
            value: quality.to_string(),
            words: format!(
                "{quality} · {}",
                state.price_with(|stage| stage.quality = quality)
            ),
            chosen: quality == chosen,
        };
        known.into_iter().map(choice).collect()
    });
    let choose = Callback::new(move |word: String| {
        if let Some(quality) = Quality::parse(&word) {
            state.ask("quality", |stage| stage.quality = quality);
        }
    });
    select("explore-quality", "Quality", choices, choose)
}

/// Sizes that most people ask for; the map and the tables offer all others.
const SIZES: [Size; 5] = [
    Size::new(1024, 1024),
    Size::new(1536, 1024),
    Size::new(1024, 1536),
    Size::new(2048, 1152),
    Size::new(3840, 2160),
];

fn size(state: State) -> El {
    let choices = Memo::new(move |_| {
        let chosen = state.priced(|stage| stage.size);
        let taken = |size: &Size| state.model().is_none_or(|model| model.sizes.takes(*size));
        let known = SIZES.into_iter().filter(taken).map(SizeChoice::Exact);
        let mut known: Vec<SizeChoice> = known.collect();
        if !known.contains(&chosen) {
            known.insert(0, chosen);
        }
        let choice = |size: SizeChoice| Choice {
            value: size.to_string(),
            words: match size {
                SizeChoice::Exact(size) => size.in_words(),
                SizeChoice::Auto => "auto".into(),
            },
            chosen: size == chosen,
        };
        known.into_iter().map(choice).collect()
    });
    let choose = Callback::new(move |word: String| {
        if let Ok(size) = word.parse() {
            state.ask("size", |stage| stage.size = SizeChoice::Exact(size));
        }
    });
    select("explore-size", "Size", choices, choose)
}
