//! Drawing in step with the screen, and telling when what is drawn no longer fits.

use leptos::prelude::{document, window};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, MediaQueryList, ResizeObserver};

/// A picture that is drawn before the next frame, once, however often that is asked.
#[derive(Clone)]
pub struct Drawing {
    asked: Rc<Cell<bool>>,
    draw: Rc<dyn Fn()>,
}

impl Drawing {
    /// What to draw.
    pub fn new(draw: impl Fn() + 'static) -> Self {
        Self {
            asked: Rc::default(),
            draw: Rc::new(draw),
        }
    }

    /// Asks for it to be drawn.
    pub fn ask(&self) {
        if self.asked.replace(true) {
            return;
        }
        let this = self.clone();
        let frame = Closure::once_into_js(move || {
            this.asked.set(false);
            (this.draw)();
        });
        drop(window().request_animation_frame(frame.unchecked_ref()));
    }
}

/// Watches as long as it lives.
pub struct Watch {
    observer: ResizeObserver,
    _resized: Closure<dyn FnMut()>,
    scheme: Option<MediaQueryList>,
    turned: Closure<dyn FnMut()>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
        if let Some(scheme) = &self.scheme {
            let turned = self.turned.as_ref().unchecked_ref();
            drop(scheme.remove_event_listener_with_callback("change", turned));
        }
    }
}

/// Calls `then` when an element has another size or the system turns light or dark.
pub fn watch(element: &Element, then: impl Fn() + Clone + 'static) -> Option<Watch> {
    let also = then.clone();
    let resized = Closure::<dyn FnMut()>::new(then);
    let turned = Closure::<dyn FnMut()>::new(also);
    let observer = ResizeObserver::new(resized.as_ref().unchecked_ref()).ok()?;
    observer.observe(element);
    let scheme = scheme();
    if let Some(scheme) = &scheme {
        let turned = turned.as_ref().unchecked_ref();
        drop(scheme.add_event_listener_with_callback("change", turned));
    }
    Some(Watch {
        observer,
        _resized: resized,
        scheme,
        turned,
    })
}

fn scheme() -> Option<MediaQueryList> {
    window().match_media("(prefers-color-scheme: dark)").ok()?
}

/// Whether the page is dark now: as chosen, or as the system has it.
pub fn is_dark() -> bool {
    let root = document().document_element();
    let chosen = root.and_then(|root| root.get_attribute("data-theme"));
    match chosen.as_deref() {
        Some("dark") => true,
        Some("light") => false,
        _ => scheme().is_some_and(|scheme| scheme.matches()),
    }
}

/// A property of an element's style as it is in force.
pub fn style(element: &Element, property: &str) -> String {
    let style = window().get_computed_style(element).ok().flatten();
    let value = style.and_then(|style| style.get_property_value(property).ok());
    value.unwrap_or_default()
}
