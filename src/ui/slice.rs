//! A memo of any type whose machinery is written once.
//!
//! `Memo<T>` brings about 1.5 KB for every `T`, and the page has fifteen of them. Here the value
//! is kept behind a pointer, so that each further type costs its comparison alone.

use leptos::prelude::*;
use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

/// A value that follows the state, and tells only when it changes.
pub struct Slice<T>(Memo<Kept>, PhantomData<fn() -> T>);

impl<T> Clone for Slice<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Slice<T> {}

/// What any value can do that is kept.
trait Value: Send + Sync {
    fn same(&self, other: &dyn Value) -> bool;
    fn any(&self) -> &dyn Any;
}

impl<T: PartialEq + Send + Sync + 'static> Value for T {
    fn same(&self, other: &dyn Value) -> bool {
        other.any().downcast_ref() == Some(self)
    }

    fn any(&self) -> &dyn Any {
        self
    }
}

#[derive(Clone)]
struct Kept(Arc<dyn Value>);

impl PartialEq for Kept {
    fn eq(&self, other: &Self) -> bool {
        self.0.same(&*other.0)
    }
}

/// A slice of the state: `made` is run when what it reads has changed.
pub fn slice<T: PartialEq + Send + Sync + 'static>(
    made: impl Fn() -> T + Send + Sync + 'static,
) -> Slice<T> {
    let kept = Box::new(move || Kept(Arc::new(made())));
    Slice(memo(kept), PhantomData)
}

fn memo(made: Box<dyn Fn() -> Kept + Send + Sync>) -> Memo<Kept> {
    Memo::new(move |_| made())
}

fn seen<T: 'static, R>(kept: &Kept, look: impl FnOnce(&T) -> R) -> R {
    match kept.0.any().downcast_ref() {
        Some(value) => look(value),
        None => unreachable!("a slice keeps values of its own type alone"),
    }
}

impl<T: 'static> Slice<T> {
    /// Looks at the value, and follows it.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        seen(&self.0.get(), look)
    }

    /// Looks at the value as it is now.
    pub fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        seen(&self.0.get_untracked(), look)
    }

    /// Follows the value without looking.
    pub fn track(self) {
        // Read, not only tracked: a memo that nobody reads follows nothing.
        drop(self.0.get());
    }
}

impl<T: Clone + 'static> Slice<T> {
    /// The value, followed.
    pub fn get(self) -> T {
        self.with(T::clone)
    }
}

impl<T: Clone + Send + Sync + 'static> From<Slice<T>> for Signal<T> {
    fn from(slice: Slice<T>) -> Self {
        Signal::derive(move || slice.get())
    }
}
