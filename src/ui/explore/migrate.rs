//! Away from a model that ends: its successors, what they cost, and what changes with them.

use crate::date::Date;
use crate::migration::{Mapped, Migration, Successor, ending, migration};
use crate::money::UsdRange;
use crate::rates::Model;
use crate::ui::browser::clock;
use crate::ui::dom::{El, button, el};
use crate::ui::explore::table::against;
use crate::ui::state::State;
use leptos::prelude::*;

/// The panel.
pub fn section(state: State) -> El {
    let today = clock::today();
    let day = move || today.unwrap_or(untrack(|| state.snapshot()).date);
    let found = Memo::new(move |_| {
        state
            .workspace
            .with(|now| migration(state.book, &now.scenario, now.stage, day()))
    });
    let body = el("div", "migration").fill(move || match found.get() {
        Some(found) => plan(state, &found),
        None => vec![el("p", "").live(move || lasting(state))],
    });
    el("section", "")
        .attr("aria-labelledby", "migrate-title")
        .child(
            el("h2", "")
                .attr("id", "migrate-title")
                .text("Away from a model that ends"),
        )
        .child(el("div", "ending").fill(move || vec![ends(state, day())]))
        .child(body)
}

fn lasting(state: State) -> String {
    let model = state.priced(|stage| stage.model);
    match state.model() {
        Some(_) => format!(
            "No end of {model} is announced. Choose one of the models above to see where to go from it."
        ),
        None => format!("The rates of this date do not know {model}."),
    }
}

/// Every model that ends, as a button.
fn ends(state: State, today: Date) -> El {
    let one = |model: &'static Model| {
        let chosen = move || state.priced(|stage| stage.model == model.id).to_string();
        let choose = move || state.ask("model", |stage| stage.model = model.id);
        button("pick", model.id, choose)
            .live_attr("aria-pressed", chosen)
            .child(el("small", "").text(&when(model.lifecycle.shutdown, today)))
    };
    el("div", "picks")
        .attr("role", "group")
        .attr("aria-label", "Models that end")
        .children(ending(state.snapshot()).into_iter().map(one))
}

/// `ends 1 Dec 2026, in 10 days`.
fn when(end: Option<Date>, today: Date) -> String {
    let Some(end) = end else {
        return "deprecated, no day named".into();
    };
    let date = end.in_words();
    match today.days_until(end) {
        days if days < 0 => format!("ended {date}"),
        0 => format!("ends today, {date}"),
        1 => format!("ends tomorrow, {date}"),
        days => format!("ends {date}, in {days} days"),
    }
}

fn plan(state: State, found: &Migration) -> Vec<El> {
    let before = found.before.map_or_else(
        || "It cannot be priced as asked, so there is nothing to compare with.".into(),
        |before| format!("The scenario costs {} with it.", before.in_words()),
    );
    let days = match (found.days_left, found.ends) {
        (Some(days), Some(end)) if days > 1 => format!(
            "{} ends on {}: {days} days are left. ",
            found.model.id,
            end.in_words()
        ),
        (Some(1), Some(_)) => format!("{} ends tomorrow. ", found.model.id),
        (Some(0), Some(_)) => format!("{} ends today. ", found.model.id),
        (_, Some(end)) => format!("{} ended on {}. ", found.model.id, end.in_words()),
        _ => format!("{} is deprecated; no last day is named. ", found.model.id),
    };
    let words = el("p", "lead").text(&days).text(&before);
    let cards = found
        .successors
        .iter()
        .map(|successor| card(state, found, successor));
    vec![words, el("div", "successors").children(cards)]
}

fn card(state: State, found: &Migration, successor: &Successor) -> El {
    let ids: Vec<&str> = successor.models.iter().map(|model| model.id).collect();
    let named = found
        .model
        .lifecycle
        .replacement
        .is_some_and(|id| ids.contains(&id));
    let mut title = el("h3", "").text(&ids.join(" or "));
    if named {
        title = title.child(el("small", "").text("named by OpenAI"));
    }
    let same = successor.by_effort.as_ref().map(|mapped| mapped.quality)
        == successor.by_name.as_ref().map(|mapped| mapped.quality);
    let mut maps = el("dl", "maps");
    if let Some(mapped) = &successor.by_effort {
        let name = if same {
            "nearest effort and same name"
        } else {
            "nearest effort"
        };
        maps = maps.child(map(state, found, name, mapped));
    }
    if let Some(mapped) = successor.by_name.as_ref().filter(|_| !same) {
        maps = maps.child(map(state, found, "same name", mapped));
    }
    let model = successor.models.first().copied();
    let sizes = model.map_or_else(String::new, |model| successor.sizes.words(model));
    el("article", "successor")
        .child(title)
        .child(maps)
        .child(el("p", "hint").text(&sizes))
        .child(refusals(successor))
}

fn refusals(successor: &Successor) -> El {
    let item = |refusal: &crate::migration::Refusal| {
        let instead = refusal.fix.as_ref().map_or_else(String::new, |fix| {
            let changes = fix.0.iter().map(|change| match change.value.as_str() {
                "" => format!("without {}", change.key),
                value => format!("{} {value}", change.key),
            });
            format!(" Priced {}.", changes.collect::<Vec<_>>().join(", "))
        });
        el("li", "").text(&format!("{}{instead}", refusal.message))
    };
    if successor.refused.is_empty() {
        return el("p", "hint").text("It takes every parameter that is asked for.");
    }
    el("ul", "refusals").children(successor.refused.iter().map(item))
}

fn map(state: State, found: &Migration, name: &str, mapped: &Mapped) -> El {
    let cost = mapped.after.map_or_else(
        || "no price as asked".into(),
        |after: UsdRange| after.in_words(),
    );
    let change = found
        .before
        .zip(mapped.after)
        .map(|(before, after)| against(after, before));
    let effort = mapped.effort.map_or_else(String::new, |(now, before)| {
        let percent = (now * 100 + before / 2) / before.max(1);
        format!("{percent} % of the effort")
    });
    let (stage, fix) = (found.stage, mapped.fix.clone());
    let to = fix
        .0
        .first()
        .map_or_else(String::new, |change| change.value.clone());
    let label = format!("Move to {to} at quality {}", mapped.quality);
    let go = button("fix", "Move", move || state.mend(stage, &fix)).attr("aria-label", &label);
    let figures = el("dd", "")
        .child(el("strong", "").text(&cost))
        .child(el("span", "").text(&change.unwrap_or_default()))
        .child(el("span", "effort").text(&effort));
    el("div", "")
        .child(
            el("dt", "")
                .text(&format!("{name}: "))
                .child(el("code", "").text(mapped.quality.as_str())),
        )
        .child(figures)
        .child(go)
}
