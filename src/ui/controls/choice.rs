//! A group of choices drawn as cards: a name, and under it what it would cost.

use crate::ui::dom::{El, el};
use crate::ui::slice::{Slice, slice};
use leptos::prelude::*;

/// One card.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Card {
    /// Its name, unlike any other of the group.
    pub name: String,
    /// What it would cost, or why it cannot be chosen; may be empty.
    pub price: String,
    /// Whether it is the chosen one.
    pub chosen: bool,
}

/// Cards that follow the state. Boxed, so that the memo's machinery is written once.
pub fn cards(made: Box<dyn Fn() -> Vec<Card> + Send + Sync>) -> Slice<Vec<Card>> {
    slice(made)
}

/// A radio group: `group` names it for the browser, `legend` for people. `choose` is told the
/// position of a card.
pub fn choices(
    group: &'static str,
    legend: &str,
    cards: Slice<Vec<Card>>,
    choose: Callback<usize>,
) -> El {
    // The cards are made anew only when their names change, not with each price.
    let names = slice(move || {
        cards.with(|cards| {
            cards
                .iter()
                .map(|card| card.name.clone())
                .collect::<Vec<String>>()
        })
    });
    let made = move || {
        (0..names.with(Vec::len))
            .map(|at| card(group, at, cards, choose))
            .collect()
    };
    el("fieldset", "choices")
        .attr("data-group", group)
        .child(el("legend", "").text(legend))
        .child(el("div", "cards").fill(made))
}

fn card(group: &str, at: usize, cards: Slice<Vec<Card>>, choose: Callback<usize>) -> El {
    let read = move |of: fn(&Card) -> &str| {
        move || cards.with(|cards| cards.get(at).map(of).unwrap_or_default().to_owned())
    };
    let chosen = move || cards.with(|cards| cards.get(at).is_some_and(|card| card.chosen));
    let radio = el("input", "")
        .attr("type", "radio")
        .attr("name", group)
        .live_flag("checked", chosen)
        .on("change", move |_| choose.run(at));
    el("label", "card")
        .child(radio)
        .child(el("span", "name").live(read(|card| &card.name)))
        .child(el("span", "price").live(read(|card| &card.price)))
}
