//! A group of choices drawn as cards: a name, and under it what it would cost.

use crate::ui::live::{all, flag, live, part};
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

/// A radio group: `group` names it for the browser, `legend` for people. `choose` is told the
/// position of a card.
pub fn choices(
    group: &'static str,
    legend: &'static str,
    cards: Memo<Vec<Card>>,
    choose: impl Fn(usize) + Copy + Send + Sync + 'static,
) -> AnyView {
    let choose: Callback<usize> = Callback::new(choose);
    // The cards are made anew only when their names change, not with each price.
    let names = Memo::new(move |_| {
        cards.with(|cards| cards.iter().map(|card| card.name.clone()).collect::<Vec<String>>())
    });
    let made = part(move || {
        let count = names.with(Vec::len);
        all((0..count).map(|index| card(group, index, cards, choose)))
    });
    view! {
        <fieldset class="choices" data-group=group>
            <legend>{legend}</legend>
            <div class="cards">{made}</div>
        </fieldset>
    }
    .into_any()
}

fn card(
    group: &'static str,
    index: usize,
    cards: Memo<Vec<Card>>,
    choose: Callback<usize>,
) -> AnyView {
    let text = move |of: fn(&Card) -> &str| {
        live(move || {
            cards.with(|cards| cards.get(index).map(of).unwrap_or_default().to_owned())
        })
    };
    let chosen = flag(move || cards.with(|cards| cards.get(index).is_some_and(|card| card.chosen)));
    view! {
        <label class="card">
            <input type="radio" name=group prop:checked=chosen on:change=move |_| choose.run(index)/>
            <span class="name">{text(|card| &card.name)}</span>
            <span class="price">{text(|card| &card.price)}</span>
        </label>
    }
    .into_any()
}
