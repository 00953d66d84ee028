//! The cost map: a picture of every width and height, coloured by what it costs.
//!
//! A point is a size: its corner lies at the top left, so that a size is drawn as the image is.
//! Knows what is looked at and how; `paint` draws it, `hands` hears pointers and keys, `readout`
//! says it in words.

mod hands;
mod paint;
mod readout;

use crate::explore::{CostMap, Lens, Sight};
use crate::size::Size;
use crate::ui::browser::canvas::Canvas;
use crate::ui::browser::element::Element;
use crate::ui::browser::frames::{self, Drawing};
use crate::ui::dom::{El, button, effect, el};
use crate::ui::state::State;
use leptos::prelude::*;
use paint::Paint;
use std::cell::Cell;
use std::rc::Rc;

/// What is looked at.
#[derive(Clone, Copy)]
pub(super) struct Look {
    state: State,
    map: Memo<Option<CostMap>>,
    lens: RwSignal<Lens>,
    sight: RwSignal<Sight>,
    /// The cell that is read out; none for the size on screen.
    cursor: RwSignal<Option<(u32, u32)>>,
    /// What a screen reader hears; set by keys alone.
    spoken: RwSignal<String>,
}

impl Look {
    fn new(state: State) -> Self {
        let map = Memo::new(move |_| {
            let quality = state.priced(|stage| stage.quality);
            CostMap::new(state.model()?, quality)
        });
        let edge = map.with_untracked(|map| map.as_ref().map_or(1, |map| map.edge));
        Self {
            state,
            map,
            lens: RwSignal::new(Lens::Cost),
            sight: RwSignal::new(Sight::whole(edge)),
            cursor: RwSignal::new(None),
            spoken: RwSignal::new(String::new()),
        }
    }

    /// The cell that is read out; follows it.
    fn cell(self) -> Option<(u32, u32)> {
        let cursor = self.cursor.get();
        let size = self.state.present_size();
        self.map
            .with(|map| cursor.or(Some(map.as_ref()?.cell_of(size?))))
    }

    /// The size that is read out.
    fn size(self) -> Option<Size> {
        let cursor = self.cursor.get();
        let present = self.state.present_size();
        let at = |(column, row)| {
            self.map
                .with(|map| Some(map.as_ref()?.size_at(column, row)))
        };
        cursor.map_or(present, at)
    }

    fn zoom(self, times: f64) {
        self.sight
            .update(|sight| *sight = sight.zoomed(times, (0.5, 0.5)));
    }

    fn all(self) {
        let edge = self
            .map
            .with_untracked(|map| map.as_ref().map_or(1, |map| map.edge));
        self.sight.set(Sight::whole(edge));
    }
}

/// The map with its controls, its legend and its readout.
pub fn section(state: State) -> El {
    let look = Look::new(state);
    let there = Memo::new(move |_| look.map.with(Option::is_some));
    // A model with fewer cells, or more, begins with all of them in sight.
    let edge = Memo::new(move |_| look.map.with(|map| map.as_ref().map_or(1, |map| map.edge)));
    effect(move || {
        edge.track();
        look.cursor.set(None);
        look.all();
    });
    let body = el("div", "map").fill(move || {
        if there.get() {
            untrack(|| vec![picture(look), aside(look)])
        } else {
            vec![el("p", "hint").live(move || without_map(state))]
        }
    });
    el("section", "")
        .attr("aria-labelledby", "map-title")
        .child(
            el("h2", "")
                .attr("id", "map-title")
                .text("What every size costs"),
        )
        .child(body)
}

fn without_map(state: State) -> String {
    let (model, quality) = state.priced(|stage| (stage.model, stage.quality));
    match state.model() {
        None => format!("The rates of this date do not know {model}."),
        Some(known) if known.output.has(quality) => {
            format!("{model} takes a list of sizes, not any: the table below has them all.")
        }
        Some(_) => format!("Quality {quality} has no single price a size: choose a named one."),
    }
}

fn picture(look: Look) -> El {
    let canvas = el("canvas", "")
        .attr("id", "map")
        .attr("tabindex", "0")
        .attr("role", "application")
        .attr("aria-roledescription", "map of sizes")
        .attr("aria-describedby", "map-keys")
        .live_attr("aria-label", move || readout::label(look));
    let element = canvas.element().clone();
    let canvas = hands::heard(canvas, look);
    let version = Rc::new(Cell::new(0));
    if let Some(drawing) = drawing(&element, look, Rc::clone(&version)) {
        follow(&element, look, drawing, version);
    }
    el("figure", "picture").child(canvas).child(
        el("p", "unseen")
            .attr("aria-live", "polite")
            .live(move || look.spoken.get()),
    )
}

fn drawing(element: &Element, look: Look, version: Rc<Cell<u32>>) -> Option<Drawing> {
    let canvas = Canvas::of(element.clone())?;
    let paint = Paint::new(canvas, element.clone(), look, version)?;
    Some(Drawing::new(move || paint.draw()))
}

/// Draws anew whenever what is looked at changes, or the place it has on the page.
fn follow(element: &Element, look: Look, drawing: Drawing, version: Rc<Cell<u32>>) {
    let again = drawing.clone();
    StoredValue::new_local(frames::watch(element, move || again.ask()));
    effect(move || {
        look.map.track();
        version.set(version.get().wrapping_add(1));
    });
    effect(move || {
        look.map.track();
        look.lens.track();
        look.sight.track();
        look.cursor.track();
        look.state.workspace.track();
        drawing.ask();
    });
}

fn aside(look: Look) -> El {
    let keys = "A wheel or a pinch zooms, a drag moves, a click chooses. Arrow keys move by 16 \
                pixels, with Shift by 128; Enter chooses, plus and minus zoom, 0 shows \
                everything, Home returns to the size on screen.";
    el("div", "aside-map")
        .child(lenses(look))
        .child(legend(look))
        .child(readout::readout(look))
        .child(tools(look))
        .child(el("p", "hint").attr("id", "map-keys").text(keys))
}

fn lenses(look: Look) -> El {
    let lens = |lens: Lens, name: &str| {
        let pressed = move || (look.lens.get() == lens).to_string();
        button("", name, move || look.lens.set(lens)).live_attr("aria-pressed", pressed)
    };
    el("div", "segments")
        .attr("role", "group")
        .attr("aria-label", "Coloured by")
        .child(lens(Lens::Cost, "Cost"))
        .child(lens(Lens::Pixels, "Pixels per dollar"))
}

fn legend(look: Look) -> El {
    let end =
        move |last: bool| el("span", "").live(move || readout::end(look, last).unwrap_or_default());
    el("div", "legend")
        .live_attr("data-lens", move || look.lens.get().to_string())
        .child(el("span", "ramp").attr("aria-hidden", "true"))
        .child(el("div", "ends").child(end(false)).child(end(true)))
}

fn tools(look: Look) -> El {
    let zoom = move |name: &'static str, label: &str, times: f64| {
        button("quiet", name, move || look.zoom(times)).attr("aria-label", label)
    };
    let copied = RwSignal::new("");
    let copy = move || {
        let done = move |done| {
            copied.set(if done {
                "Copied"
            } else {
                "The browser did not allow copying"
            })
        };
        match crate::ui::browser::canvas::by_id("map") {
            Some(canvas) => canvas.copy(done),
            None => done(false),
        }
    };
    el("div", "tools-map")
        .child(zoom("+", "Closer", 2.0))
        .child(zoom("−", "Farther", 0.5))
        .child(button("quiet", "All", move || look.all()).attr("aria-label", "Show everything"))
        .child(button("quiet", "Copy as PNG", copy))
        .child(
            el("span", "hint")
                .attr("role", "status")
                .live(move || copied.get().into()),
        )
}
