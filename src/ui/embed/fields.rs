//! What a reader may change: quality, size, how many. Each choice shows the price of an image.

use crate::rates::{FlexibleSizes, SizeKind};
use crate::scenario::bounds;
use crate::size::{AspectRatio, SizeChoice, SizeClass};
use crate::ui::browser::element::value_of;
use crate::ui::controls::{Card, Number, Scale, cards, number_field};
use crate::ui::dom::{El, el};
use crate::ui::state::State;
use crate::ui::{quality, size};
use leptos::prelude::*;

/// The fields; none where the link says `controls=0`, no size and quality where no image is made.
pub fn fields(state: State) -> El {
    let shown = Memo::new(move |_| {
        state
            .workspace
            .with(|now| (now.display.controls, now.asked().makes_images()))
    });
    el("div", "fields").fill(move || match shown.get() {
        (false, _) => Vec::new(),
        (true, false) => vec![count(state)],
        (true, true) => vec![qualities(state), sizes(state), count(state)],
    })
}

fn qualities(state: State) -> El {
    let (cards, choose) = quality::offered(state);
    menu("Quality", "quality", cards, choose)
}

fn sizes(state: State) -> El {
    let offered = Memo::new(move |_| offered_sizes(state));
    let cards = cards(Box::new(move || {
        let chosen = state.priced(|stage| stage.size);
        let card = |size: SizeChoice| Card {
            name: size::name(size),
            price: state.size_price(size),
            chosen: size == chosen,
        };
        offered.get().into_iter().map(card).collect()
    }));
    let choose = Callback::new(move |at: usize| {
        if let Some(size) = offered.with_untracked(|sizes| sizes.get(at).copied()) {
            state.ask("size", |stage| stage.size = size);
        }
    });
    menu("Size", "size", cards, choose)
}

/// The standard sizes, larger ones where the model takes them, and the one that is asked.
fn offered_sizes(state: State) -> Vec<SizeChoice> {
    let mut sizes = size::standard_sizes(state);
    let rule = state.model().map(|model| model.sizes.kind);
    if let Some(SizeKind::Flexible(rule)) = rule {
        sizes.extend(larger(rule));
    }
    let asked = state.priced(|stage| stage.size);
    if !sizes.contains(&asked) {
        sizes.push(asked);
    }
    sizes
}

fn larger(rule: FlexibleSizes) -> impl Iterator<Item = SizeChoice> {
    let square = AspectRatio::new(1, 1);
    let wide = AspectRatio::new(16, 9);
    [SizeClass::K2, SizeClass::K4]
        .into_iter()
        .flat_map(move |class| [square, wide, wide.turned()].map(|ratio| ratio.at(class, rule.step)))
        .filter(move |size| rule.faults(*size).is_empty())
        .map(SizeChoice::Exact)
}

/// How many requests: images, where a request makes one.
fn count(state: State) -> El {
    let images = untrack(|| state.asked(|stage| stage.n == 1 && stage.makes_images()));
    let (label, unit) = if images {
        ("Images", "images")
    } else {
        ("Requests", "requests")
    };
    let field = Number {
        label,
        id: "requests",
        unit,
        bounds: &bounds::REQUESTS,
        scale: Scale::Decades {
            powers: 6,
            zero: false,
        },
    };
    let set = Callback::new(move |count| state.ask("requests", |stage| stage.requests = count));
    number_field(field, state.number(|stage| stage.requests), set)
}

/// A menu of choices, each with its price.
fn menu(label: &str, id: &'static str, cards: Memo<Vec<Card>>, choose: Callback<usize>) -> El {
    let names = Memo::new(move |_| {
        cards.with(|cards| {
            let names = cards.iter().map(|card| card.name.clone());
            names.collect::<Vec<String>>()
        })
    });
    let options = move || {
        (0..names.with(Vec::len))
            .map(|at| option(at, cards))
            .collect()
    };
    let select = el("select", "").attr("id", id).fill(options);
    let select = select.on("change", move |event| {
        if let Ok(at) = value_of(&event).parse() {
            choose.run(at);
        }
    });
    el("label", "menu")
        .child(el("span", "").text(label))
        .child(select)
}

fn option(at: usize, cards: Memo<Vec<Card>>) -> El {
    let words = move || {
        cards.with(|cards| {
            let words = |card: &Card| format!("{} · {}", card.name, card.price);
            cards.get(at).map(words).unwrap_or_default()
        })
    };
    let chosen = move || cards.with(|cards| cards.get(at).is_some_and(|card| card.chosen));
    el("option", "")
        .attr("value", &at.to_string())
        .live(words)
        .live_flag("selected", chosen)
}
