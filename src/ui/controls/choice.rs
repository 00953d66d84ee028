//! A group of choices drawn as cards: a name, and under it what it would cost.

use leptos::prelude::*;

/// One card.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice<T> {
    /// What is chosen.
    pub value: T,
    /// Its name.
    pub name: String,
    /// What it would cost, or why it cannot be chosen; may be empty.
    pub price: String,
}

/// A radio group: `group` names it for the browser, `legend` for people.
pub fn choices<T>(
    group: &'static str,
    legend: &'static str,
    options: Memo<Vec<Choice<T>>>,
    chosen: Memo<T>,
    choose: impl Fn(T) + Copy + Send + Sync + 'static,
) -> AnyView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    // The cards are made anew only when the values change, not with each price.
    let values = Memo::new(move |_| {
        options.with(|options| {
            options
                .iter()
                .map(|option| option.value)
                .collect::<Vec<_>>()
        })
    });
    let card_of = move |value: T| {
        let part = move |part: fn(&Choice<T>) -> String| {
            let find = |options: &Vec<Choice<T>>| {
                options
                    .iter()
                    .find(|option| option.value == value)
                    .map(part)
            };
            options.with(find).unwrap_or_default()
        };
        let name = move || part(|option| option.name.clone());
        let price = move || part(|option| option.price.clone());
        card(
            group,
            move || chosen.get() == value,
            name,
            price,
            move || choose(value),
        )
    };
    let cards = move || values.get().into_iter().map(card_of).collect_view();
    view! {
        <fieldset class="choices">
            <legend>{legend}</legend>
            <div class="cards">{cards}</div>
        </fieldset>
    }
    .into_any()
}

fn card(
    group: &'static str,
    checked: impl Fn() -> bool + Send + Sync + 'static,
    name: impl Fn() -> String + Send + Sync + 'static,
    price: impl Fn() -> String + Send + Sync + 'static,
    choose: impl Fn() + Send + Sync + 'static,
) -> AnyView {
    view! {
        <label class="card">
            <input type="radio" name=group prop:checked=checked on:change=move |_| choose()/>
            <span class="name">{name}</span>
            <span class="price">{price}</span>
        </label>
    }
    .into_any()
}
