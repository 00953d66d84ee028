//! A group of choices drawn as cards: a name, and under it what it would cost.

use crate::ui::browser::element::{self, Element, Text};
use crate::ui::dom::{El, effect, el, remade};
use leptos::prelude::*;
use std::cell::RefCell;

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

/// A card on screen.
struct Drawn {
    card: Card,
    radio: Element,
    price: Text,
}

/// A radio group: `group` names it for the browser, `legend` for people; `cards` is asked again
/// whenever what it reads changes. `choose` is told the position of a card.
pub fn choices(
    group: &'static str,
    legend: &str,
    cards: impl Fn() -> Vec<Card> + 'static,
    choose: Callback<usize>,
) -> El {
    el("fieldset", "choices")
        .attr("data-group", group)
        .child(el("legend", "").text(legend))
        .child(grid(group, Box::new(cards), choose))
}

/// The cards; made anew only when their names change, so that the keyboard's focus stays, and
/// otherwise touched only where they differ.
fn grid(group: &'static str, cards: Box<dyn Fn() -> Vec<Card>>, choose: Callback<usize>) -> El {
    let place = el("div", "cards");
    let make = move |place: &Element, cards: &[Card]| {
        let draw = |(at, card): (usize, &Card)| draw(place, group, &card.name, at, choose);
        cards.iter().enumerate().map(draw).collect::<Vec<Drawn>>()
    };
    let make = remade(place.element().clone(), make);
    let drawn = RefCell::new(Vec::new());
    effect(move || {
        let now = cards();
        let mut drawn = drawn.borrow_mut();
        if !now
            .iter()
            .map(|card| &card.name)
            .eq(drawn.iter().map(|one: &Drawn| &one.card.name))
        {
            *drawn = make(&now);
        }
        drawn
            .iter_mut()
            .zip(now)
            .for_each(|(one, card)| one.show(card));
    });
    place
}

fn draw(place: &Element, group: &str, name: &str, at: usize, choose: Callback<usize>) -> Drawn {
    let radio = el("input", "")
        .attr("type", "radio")
        .attr("name", group)
        .on("change", move |_| choose.run(at));
    let price = el("span", "price");
    let drawn = Drawn {
        card: Card {
            name: name.to_owned(),
            ..Card::default()
        },
        radio: radio.element().clone(),
        price: price.slot(),
    };
    el("label", "card")
        .child(radio)
        .child(el("span", "name").text(name))
        .child(price)
        .mount(place);
    drawn
}

impl Drawn {
    fn show(&mut self, card: Card) {
        if self.card.price != card.price {
            self.price.set_data(&card.price);
        }
        if self.card.chosen != card.chosen {
            element::set_flag(&self.radio, "checked", card.chosen);
        }
        self.card = card;
    }
}
