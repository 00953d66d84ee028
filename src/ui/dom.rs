//! Elements of the page, made by plain calls, that follow Leptos signals.
//!
//! Knows the DOM; must not know Pixelbill. Leptos' `view!` writes its machinery anew for the type
//! of every view: the page came to 186 KB brotli that way and must fit in 110, since every reader
//! of a docs page that embeds it pays. Here everything is of one type (docs/performance.md).
//! Signals, memos, owners and effects are Leptos' own.

#[cfg(feature = "whole")]
use super::browser::children;
use super::browser::element::{self, Element, Listener, Text};
use super::browser::page;
use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use std::cell::RefCell;

/// An element that is being made.
pub struct El(Element);

/// An element of a class; no class where it is empty.
pub fn el(tag: &str, class: &str) -> El {
    let element = El(element::create(tag));
    if class.is_empty() {
        element
    } else {
        element.attr("class", class)
    }
}

/// A button that does something and leaves forms alone.
pub fn button(class: &str, text: &str, pressed: impl FnMut() + 'static) -> El {
    el("button", class)
        .attr("type", "button")
        .text(text)
        .on_click(pressed)
}

/// A link to a place on the page. It leaves the address alone, which holds the estimate.
pub fn jump(place: &'static str, text: &str) -> El {
    let go = move |event: element::Event| {
        event.prevent_default();
        page::show(place);
    };
    el("a", "")
        .attr("href", &format!("#{place}"))
        .text(text)
        .on("click", go)
}

/// A fold: its heading, and what is inside.
pub fn fold(class: &str, heading: El) -> El {
    el("details", class).child(heading)
}

impl El {
    /// Sets an attribute for good.
    pub fn attr(self, name: &str, value: &str) -> Self {
        element::set_attribute(&self.0, name, value);
        self
    }

    /// Appends a text.
    pub fn text(self, text: &str) -> Self {
        element::append_text(&self.0, text);
        self
    }

    /// Appends a child.
    pub fn child(self, child: Self) -> Self {
        element::append(&self.0, &child.0);
        self
    }

    /// Appends children.
    pub fn children(self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    /// Appends a text that stays empty until someone sets it: see [`follow_each`].
    pub fn slot(&self) -> Text {
        element::append_text(&self.0, "")
    }

    /// Appends a text that follows the state.
    pub fn live(self, text: impl Fn() -> String + 'static) -> Self {
        let node = self.slot();
        follow(Box::new(text), Box::new(move |text| node.set_data(text)));
        self
    }

    /// An attribute that follows the state.
    pub fn live_attr(self, name: &'static str, value: impl Fn() -> String + 'static) -> Self {
        let target = self.0.clone();
        let set = move |value: &str| element::set_attribute(&target, name, value);
        follow(Box::new(value), Box::new(set));
        self
    }

    /// What a field holds, a property rather than an attribute, following the state.
    pub fn live_value(self, value: impl Fn() -> String + 'static) -> Self {
        let target = self.0.clone();
        follow(
            Box::new(value),
            Box::new(move |value| element::set_value(&target, value)),
        );
        self
    }

    /// Whether a radio button is chosen, an option selected or a fold open, following the state.
    pub fn live_flag(self, name: &'static str, holds: impl Fn() -> bool + 'static) -> Self {
        let target = self.0.clone();
        let set = move |holds: &str| element::set_flag(&target, name, !holds.is_empty());
        follow(Box::new(move || flag(holds())), Box::new(set));
        self
    }

    /// A property of its style, following the state.
    #[cfg(feature = "whole")]
    pub fn live_style(self, name: &'static str, value: impl Fn() -> String + 'static) -> Self {
        let target = self.0.clone();
        let set = move |value: &str| element::set_style(&target, name, value);
        follow(Box::new(value), Box::new(set));
        self
    }

    /// Its children, made anew whenever what `made` reads changes.
    pub fn fill(self, made: impl Fn() -> Vec<Self> + 'static) -> Self {
        let target = self.0.clone();
        fill(target, Box::new(made));
        self
    }

    /// Its children, made anew only when `read` finds something else.
    pub fn fill_by<T: PartialEq + 'static>(
        self,
        read: impl Fn() -> T + 'static,
        made: impl Fn(&T) -> Vec<Self> + 'static,
    ) -> Self {
        let make = move |place: &Element, found: &T| append_all(place, made(found));
        let make = remade(self.0.clone(), make);
        let shown = RefCell::new(None);
        effect(move || {
            let now = Some(read());
            if *shown.borrow() != now {
                now.as_ref().map(&make);
                shown.replace(now);
            }
        });
        self
    }

    /// Its children, one for each key and in the keys' order. A child is made once and stays, with
    /// its focus and what was typed into it, for as long as its key is there; when the order
    /// changes, the child that holds the focus is the one that is not moved.
    #[cfg(feature = "whole")]
    pub fn each(
        self,
        keys: impl Fn() -> Vec<u32> + 'static,
        made: impl Fn(u32) -> Self + 'static,
    ) -> Self {
        each(self.0.clone(), Box::new(keys), Box::new(made));
        self
    }

    /// Hears an event.
    pub fn on(self, event: &str, heard: impl FnMut(element::Event) + 'static) -> Self {
        keep(element::listen(&self.0, event, Box::new(heard)));
        self
    }

    /// Hears a click, or the key that stands for one.
    pub fn on_click(self, mut heard: impl FnMut() + 'static) -> Self {
        self.on("click", move |_| heard())
    }

    /// The element itself, for what is changed apart from it.
    pub const fn element(&self) -> &Element {
        &self.0
    }

    /// Hears an event for as long as the page stands; no part of it has to own the listener.
    #[cfg(any(feature = "whole", feature = "embed"))]
    pub fn hear(self, event: &str, heard: impl FnMut(element::Event) + 'static) -> Self {
        element::listen(&self.0, event, Box::new(heard)).forget();
        self
    }

    /// Puts the element at the end of a place that stands already.
    pub fn mount(self, place: &Element) {
        element::append(place, &self.0);
    }
}

/// Applies a text now and whenever it changes; an equal text is applied once.
fn follow(text: Box<dyn Fn() -> String>, set: Box<dyn Fn(&str)>) {
    follow_each(move || vec![text()], move |_, text| set(text));
}

/// Applies each text of a list now and whenever it changes; what stays equal is left alone.
///
/// One effect for the whole list: following the state costs far more than comparing two texts, and
/// a page of prices that all change with one slider has a hundred of them (docs/performance.md).
pub fn follow_each(texts: impl Fn() -> Vec<String> + 'static, set: impl Fn(usize, &str) + 'static) {
    follow_list(Box::new(texts), Box::new(set));
}

type Texts = Box<dyn Fn() -> Vec<String>>;
type SetText = Box<dyn Fn(usize, &str)>;

fn follow_list(texts: Texts, set: SetText) {
    let effect = RenderEffect::new(move |before: Option<Vec<String>>| {
        let before = before.unwrap_or_default();
        let now = texts();
        for (at, text) in now.iter().enumerate() {
            if before.get(at) != Some(text) {
                set(at, text);
            }
        }
        now
    });
    StoredValue::new_local(effect);
}

/// Texts that follow one reading of the state.
pub fn texts(slots: Vec<Text>, read: impl Fn() -> Vec<String> + 'static) {
    follow_each(read, move |at, text| {
        if let Some(slot) = slots.get(at) {
            slot.set_data(text);
        }
    });
}

/// Whether something holds, as a text.
fn flag(holds: bool) -> String {
    String::from(if holds { "1" } else { "" })
}

fn fill(target: Element, made: Box<dyn Fn() -> Vec<El>>) {
    let effect = RenderEffect::new(move |_: Option<()>| {
        let children = made();
        element::clear(&target);
        append_all(&target, children);
    });
    StoredValue::new_local(effect);
}

fn append_all(target: &Element, children: Vec<El>) {
    for child in children {
        element::append(target, &child.0);
    }
}

/// A child of [`El::each`], and all that it follows.
#[cfg(feature = "whole")]
struct Kept {
    key: u32,
    element: Element,
    owner: Owner,
}

#[cfg(feature = "whole")]
fn each(target: Element, keys: Box<dyn Fn() -> Vec<u32>>, made: Box<dyn Fn(u32) -> El>) {
    // The children outlive one run of the effect, so they belong to what is around it.
    let around = Owner::current().unwrap_or_default();
    let make = move |key: u32| {
        let owner = around.child();
        let El(element) = owner.with(|| untrack(|| made(key)));
        Kept {
            key,
            element,
            owner,
        }
    };
    let effect = RenderEffect::new(move |before: Option<Vec<Kept>>| {
        let mut before = before.unwrap_or_default();
        let mut kept = |key: u32| {
            let at = before.iter().position(|child| child.key == key)?;
            Some(before.swap_remove(at))
        };
        let keys = keys();
        let now: Vec<Kept> = keys
            .into_iter()
            .map(|key| kept(key).unwrap_or_else(|| make(key)))
            .collect();
        for gone in before {
            gone.owner.cleanup();
        }
        let elements: Vec<Element> = now.iter().map(|child| child.element.clone()).collect();
        children::arrange(&target, &elements);
        now
    });
    StoredValue::new_local(effect);
}

/// A listener lives as long as the part of the page that it belongs to.
fn keep(listener: Listener) {
    StoredValue::new_local(listener);
}

/// Fills a place with parts that outlive one run of the effect that makes them: they belong to what
/// is around it, and go, with all that they hear and follow, when others take their place.
pub fn remade<A: ?Sized, R>(place: Element, make: impl Fn(&Element, &A) -> R) -> impl Fn(&A) -> R {
    // Known to what is around it, and not the other way, or neither would ever go.
    let owner = Owner::new();
    move |of| {
        // First the elements, while what hears them is alive: a field that goes is left.
        element::clear(&place);
        owner.with_cleanup(|| untrack(|| make(&place, of)))
    }
}

/// Does something outside the page's elements now, and whenever what it reads changes.
pub fn effect(act: impl Fn() + 'static) {
    let act: Box<dyn Fn()> = Box::new(act);
    let effect = RenderEffect::new(move |_: Option<()>| act());
    StoredValue::new_local(effect);
}
