//! Quality and size as menus, each choice with the price of an image.

use super::live::{Live, Shown};
use crate::estimate::snapshot_of;
use crate::rates::{FlexibleSizes, Model, SizeKind};
use crate::scenario::Stage;
use crate::size::{AspectRatio, SizeChoice, SizeClass};
use crate::ui::browser::element::{self, Element, value_of};
use crate::ui::dom::{El, el};
use crate::ui::{quality, size, state};
use std::cell::RefCell;

/// One choice: its name, what it changes, and whether it is the one on screen.
type Choice = (String, Box<dyn Fn(&mut Stage)>, bool);

/// What the model has; the asked one too, where it does not.
pub fn quality(live: &Live) -> El {
    menu(live, "Quality", "quality", |shown| {
        let asked = shown.workspace.asked().quality;
        let mut all = model(shown).map_or_else(Vec::new, quality::of);
        if !all.contains(&asked) {
            all.push(asked);
        }
        let choice = |quality| -> Choice {
            let set = move |stage: &mut Stage| stage.quality = quality;
            (quality.to_string(), Box::new(set), quality == asked)
        };
        all.into_iter().map(choice).collect()
    })
}

/// The standard sizes, larger ones where the model takes them, and the one that is asked.
pub fn size(live: &Live) -> El {
    menu(live, "Size", "size", |shown| {
        let asked = shown.workspace.asked().size;
        let kind = model(shown).map(|model| model.sizes.kind);
        let mut all = size::standard_of(kind);
        if let Some(SizeKind::Flexible(rule)) = kind {
            all.extend(larger(rule));
        }
        if !all.contains(&asked) {
            all.push(asked);
        }
        let choice = |size| -> Choice {
            let set = move |stage: &mut Stage| stage.size = size;
            (size::name(size), Box::new(set), size == asked)
        };
        all.into_iter().map(choice).collect()
    })
}

fn model(shown: &Shown) -> Option<&'static Model> {
    let now = &shown.workspace;
    snapshot_of(shown.book, &now.scenario).image_model(now.asked().model)
}

fn larger(rule: FlexibleSizes) -> impl Iterator<Item = SizeChoice> {
    let wide = AspectRatio::new(16, 9);
    [SizeClass::K2, SizeClass::K4]
        .into_iter()
        .flat_map(move |class| {
            [AspectRatio::new(1, 1), wide, wide.turned()].map(|ratio| ratio.at(class, rule.step))
        })
        .filter(move |size| rule.takes(*size))
        .map(SizeChoice::Exact)
}

/// A menu of choices; hidden where a reader may change nothing, or no image is made.
fn menu(live: &Live, label: &str, id: &str, choices: fn(&Shown) -> Vec<Choice>) -> El {
    let changing = live.clone();
    let choose = move |event| {
        let at = value_of(&event).parse::<usize>().ok();
        let chosen = at.and_then(|at| changing.read(|shown| choices(shown).into_iter().nth(at)));
        if let Some((_, set, _)) = chosen {
            changing.change(|now| {
                let stage = now.stage;
                set(&mut now.scenario.stages[stage]);
            });
        }
    };
    let select = el("select", "").attr("id", id).hear("change", choose);
    fill(live, &select, choices);
    let name = el("span", "").text(label);
    let field = el("label", "menu").child(name).child(select);
    live.shown_where(&field, |now| {
        now.display.controls && now.asked().makes_images()
    });
    field
}

/// Keeps the options of a menu: made anew when there are more or fewer, otherwise only renamed.
fn fill(live: &Live, select: &El, choices: fn(&Shown) -> Vec<Choice>) {
    let (target, made) = (select.element().clone(), RefCell::new(Vec::new()));
    live.follow(Box::new(move |shown| {
        let (all, mut made) = (choices(shown), made.borrow_mut());
        if made.len() != all.len() {
            element::clear(&target);
            *made = (0..all.len()).map(option).collect();
            made.iter()
                .for_each(|option| element::append(&target, option));
        }
        let priced = state::pricing(&shown.workspace);
        for (option, (name, set, chosen)) in made.iter().zip(all) {
            let price = state::price(shown.book, &priced, set);
            option.set_text_content(Some(&format!("{name} · {price}")));
            element::set_flag(option, "selected", chosen);
        }
    }));
}

fn option(at: usize) -> Element {
    let option = element::create("option");
    element::set_attribute(&option, "value", &at.to_string());
    option
}
