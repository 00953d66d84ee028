//! What is on screen and what follows it: after each change every part looks again.
//!
//! The page's signals would weigh more than all that the embed shows (docs/performance.md), and
//! here is little to follow. Must not know what the parts are.

use crate::estimate::{Estimate, estimate};
use crate::rates::RateBook;
use crate::ui::browser::element::{self, Element};
use crate::ui::dom::El;
use crate::ui::state::Workspace;
use std::cell::RefCell;
use std::rc::Rc;

/// What the parts look at.
pub struct Shown {
    /// The rate book.
    pub book: &'static RateBook,
    /// What is priced, and how it is shown.
    pub workspace: Workspace,
    /// What it costs.
    pub estimate: Estimate,
}

type Part = Box<dyn Fn(&Shown)>;

/// A handle, kept by whatever makes a change.
#[derive(Clone)]
pub struct Live(Rc<(RefCell<Shown>, RefCell<Vec<Part>>)>);

impl Live {
    /// What is shown first.
    pub fn new(book: &'static RateBook, workspace: Workspace) -> Self {
        let estimate = estimate(book, &workspace.scenario);
        let shown = Shown {
            book,
            workspace,
            estimate,
        };
        Self(Rc::new((RefCell::new(shown), RefCell::default())))
    }

    /// Changes anything; every part follows.
    pub fn change(&self, change: impl FnOnce(&mut Workspace)) {
        // A change that comes while the parts look, as from a field that is removed, is none.
        let Ok(mut shown) = self.0.0.try_borrow_mut() else {
            return;
        };
        change(&mut shown.workspace);
        shown.estimate = estimate(shown.book, &shown.workspace.scenario);
        drop(shown);
        let shown = self.0.0.borrow();
        for part in self.0.1.borrow().iter() {
            part(&shown);
        }
    }

    /// Another program takes over: nothing follows any more.
    pub fn end(&self) {
        self.0.1.borrow_mut().clear();
    }

    /// Whether another program has taken over.
    pub fn is_over(&self) -> bool {
        self.0.1.borrow().is_empty()
    }

    /// Looks at what is on screen.
    pub fn read<T>(&self, read: impl FnOnce(&Shown) -> T) -> T {
        read(&self.0.0.borrow())
    }

    /// Does something now and after every change.
    pub fn follow(&self, part: Part) {
        self.read(&part);
        self.0.1.borrow_mut().push(part);
    }

    /// Applies a text now and whenever it is another.
    pub fn apply(&self, text: Box<dyn Fn(&Shown) -> String>, apply: Box<dyn Fn(&str)>) {
        let before = RefCell::new(None);
        self.follow(Box::new(move |shown| {
            let now = Some(text(shown));
            if *before.borrow() != now {
                now.as_deref().map(&apply);
                *before.borrow_mut() = now;
            }
        }));
    }

    /// A text that follows, at the end of an element.
    pub fn text(&self, of: El, text: impl Fn(&Shown) -> String + 'static) -> El {
        let node = element::append_text(of.element(), "");
        self.apply(Box::new(text), Box::new(move |text| node.set_data(text)));
        of
    }

    /// An attribute that follows.
    pub fn attr(
        &self,
        of: El,
        name: &'static str,
        text: impl Fn(&Shown) -> String + 'static,
    ) -> El {
        let target = of.element().clone();
        let set = move |text: &str| element::set_attribute(&target, name, text);
        self.apply(Box::new(text), Box::new(set));
        of
    }

    /// Hides an element wherever this does not hold.
    pub fn shown_where(&self, of: &El, holds: fn(&Workspace) -> bool) {
        let target = of.element().clone();
        self.follow(Box::new(move |shown| {
            element::set_flag(&target, "hidden", !holds(&shown.workspace));
        }));
    }

    /// Children that are made anew whenever `key` says something else.
    pub fn fill(
        &self,
        of: El,
        key: impl Fn(&Shown) -> String + 'static,
        made: impl Fn(&Shown) -> Vec<El> + 'static,
    ) -> El {
        let target: Element = of.element().clone();
        let before = RefCell::new(None);
        self.follow(Box::new(move |shown| {
            let now = Some(key(shown));
            if *before.borrow() != now {
                *before.borrow_mut() = now;
                element::clear(&target);
                for child in made(shown) {
                    child.mount(&target);
                }
            }
        }));
        of
    }
}
