//! A slider with a field beside it that takes what people type.

use super::Scale;
use super::slider::{Slider, Stand, slider};
use crate::money::grouped;
use crate::typed::{self, TypedError};
use crate::ui::browser::element::{self, value_of};
use crate::ui::dom::{El, button, el};
use crate::ui::slice::Slice;
use leptos::prelude::*;
use rust_decimal::Decimal;
use std::cell::RefCell;
use std::ops::RangeInclusive;
use std::rc::Rc;

/// A number that a person can change.
#[derive(Clone, Copy)]
pub struct Number {
    /// What it is, as its label says.
    pub label: &'static str,
    /// The id of its field.
    pub id: &'static str,
    /// What is counted, as a screen reader says it: "requests".
    pub unit: &'static str,
    /// What it can be.
    pub bounds: &'static RangeInclusive<u32>,
    /// Where it stands on its slider.
    pub scale: Scale,
}

/// What was typed while the number was `number`: shown until the number changes otherwise.
struct Draft {
    text: String,
    number: u32,
}

/// The draft of a field, and a signal that turns whenever there is another.
#[derive(Clone)]
struct Drafts(Rc<RefCell<Option<Draft>>>, RwSignal<bool>);

impl Drafts {
    fn set(&self, draft: Option<Draft>) {
        self.0.replace(draft);
        self.1.update(|turn| *turn = !*turn);
    }

    /// What the field reads for a number. What was typed for another one is forgotten, or it
    /// would come back with that number.
    fn text(&self, number: u32) -> String {
        self.1.track();
        let mut draft = self.0.borrow_mut();
        if draft.as_ref().is_some_and(|draft| draft.number != number) {
            *draft = None;
        }
        draft
            .as_ref()
            .map_or_else(|| shown(number), |draft| draft.text.clone())
    }
}

/// A label, a slider and a field for one number.
pub fn number_field(of: Number, value: Slice<u32>, set: Callback<u32>) -> El {
    let Number {
        label,
        id,
        unit,
        bounds,
        scale,
    } = of;
    let stand = move || {
        let number = value.get();
        Stand {
            last: scale.last(),
            position: scale.position(number),
            spoken: format!("{} {unit}", shown(number)),
        }
    };
    let track = Slider {
        label,
        page: scale.page(),
        stand: Rc::new(stand),
        moved: Callback::new(move |position| set.run(scale.number(position))),
    };
    el("div", "number")
        .child(el("label", "").attr("for", id).text(label))
        .children(typed_field(id, bounds, value, set))
        .child(slider(track))
}

/// A field alone, and what explains what it refuses, with its readings as buttons.
pub fn typed_field(
    id: &str,
    bounds: &'static RangeInclusive<u32>,
    value: Slice<u32>,
    set: Callback<u32>,
) -> [El; 2] {
    let drafts = Drafts(Rc::default(), RwSignal::new(false));
    let now = drafts.clone();
    let text = move || now.text(value.get());
    let typing = {
        let drafts = drafts.clone();
        move |event| {
            let text = value_of(&event);
            let number =
                typed::count(&text, bounds).unwrap_or_else(|_| value.with_untracked(|now| *now));
            drafts.set(Some(Draft { text, number }));
            set.run(number);
        }
    };
    let left = {
        let (drafts, text) = (drafts.clone(), text.clone());
        move |_| {
            if typed::count(&untrack(&text), bounds).is_ok() {
                drafts.set(None);
            }
        }
    };
    let explained = format!("{id}-refused");
    let field = el("input", "typed")
        .attr("type", "text")
        .attr("id", id)
        .attr("inputmode", "decimal")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("aria-describedby", &explained)
        .on("input", typing)
        .on("change", left);
    let target = field.element().clone();
    let written = RefCell::new(String::new());
    let read = move || {
        let text = text();
        if *written.borrow() != text {
            element::set_value(&target, &text);
        }
        let refused = typed::count(&text, bounds).err();
        written.replace(text);
        refused
    };
    let target = field.element().clone();
    let why = move |refused: &Option<TypedError>| {
        element::set_attribute(&target, "aria-invalid", &refused.is_some().to_string());
        let why = |error| explain(error, &drafts, set);
        refused.as_ref().map_or_else(Vec::new, why)
    };
    let refused = el("div", "refused")
        .attr("id", &explained)
        .attr("role", "status")
        .fill_by(read, why);
    [field, refused]
}

fn explain(error: &TypedError, drafts: &Drafts, set: Callback<u32>) -> Vec<El> {
    let reading = |&number: &u32| {
        let drafts = drafts.clone();
        button("fix", &shown(number), move || {
            drafts.set(None);
            set.run(number);
        })
    };
    let readings = el("div", "fixes").children(error.readings.iter().map(reading));
    vec![el("p", "").text(&error.to_string()), readings]
}

fn shown(number: u32) -> String {
    grouped(Decimal::from(number))
}
