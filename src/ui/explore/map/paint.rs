//! Draws the map: cells, then what is laid over them.
//!
//! The cells are painted as one point each on a hidden canvas, anew only when the map, the lens or
//! the theme changes; moving about and reading out copies that picture enlarged.

use super::Look;
use crate::explore::{CostMap, Lens, Sight, ramp};
use crate::size::{AspectRatio, SizeClass};
use crate::ui::browser::canvas::{Canvas, Place};
use crate::ui::browser::element::Element;
use crate::ui::browser::frames::{is_dark, style};
use crate::ui::shape;
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;

/// Room for figures and names at the left, the top, the right and the bottom, in CSS pixels.
const MARGIN: [f64; 4] = [38.0, 22.0, 36.0, 22.0];

/// A map below this, in CSS pixels, names fewer rays.
const SMALL: f64 = 420.0;

/// The place of the picture within a canvas of a width and a height: a square.
pub fn plot((width, height): (f64, f64)) -> Place {
    let [left, top, right, bottom] = MARGIN;
    let edge = (width - left - right).min(height - top - bottom).max(1.0);
    [left, top, edge, edge]
}

/// All that drawing needs.
pub struct Paint {
    canvas: Canvas,
    cells: Canvas,
    element: Element,
    look: Look,
    /// Counts the maps: another number is another map.
    version: Rc<Cell<u32>>,
    /// What the cells were painted for: which map, which lens, whether in the dark.
    painted: Cell<Option<(u32, Lens, bool)>>,
}

/// Colours of the theme in force.
struct Inks {
    ink: String,
    soft: String,
    accent: String,
    ground: String,
    ray: String,
}

impl Paint {
    pub fn new(
        canvas: Canvas,
        element: Element,
        look: Look,
        version: Rc<Cell<u32>>,
    ) -> Option<Self> {
        let edge = look.map.with_untracked(|map| Some(map.as_ref()?.edge))?;
        Some(Self {
            canvas,
            cells: Canvas::hidden(edge)?,
            element,
            look,
            version,
            painted: Cell::new(None),
        })
    }

    /// Draws everything as it is now.
    pub fn draw(&self) {
        let dark = is_dark();
        let size = self.canvas.fit();
        let lens = self.look.lens.try_get_untracked();
        let sight = self.look.sight.try_get_untracked();
        let (Some(lens), Some(sight)) = (lens, sight) else {
            return; // the view was left before this frame
        };
        let inks = Inks {
            ink: style(&self.element, "color"),
            soft: style(&self.element, "outline-color"),
            accent: style(&self.element, "caret-color"),
            ground: style(&self.element, "text-emphasis-color"),
            ray: style(&self.element, "text-decoration-color"),
        };
        self.look.map.with_untracked(|map| {
            if let Some(map) = map {
                self.paint_cells(map, lens, dark);
                self.lay_out(map, sight, plot(size), &inks);
            }
        });
    }

    fn paint_cells(&self, map: &CostMap, lens: Lens, dark: bool) {
        let now = (self.version.get(), lens, dark);
        if self.painted.replace(Some(now)) == Some(now) {
            return;
        }
        let colours = ramp(dark != (lens == Lens::Pixels));
        let mut points = vec![0; (map.edge * map.edge * 4) as usize];
        let mut places = points.chunks_exact_mut(4);
        map.shades(lens, |shade| {
            let place = places.next();
            if let (Some(shade), Some(place)) = (shade, place) {
                let [red, green, blue] = colours[usize::from(shade)];
                place.copy_from_slice(&[red, green, blue, 255]);
            }
        });
        self.cells.set_points(&points, map.edge);
    }

    fn lay_out(&self, map: &CostMap, sight: Sight, plot: Place, inks: &Inks) {
        let canvas = &self.canvas;
        let part = [sight.left, sight.top, sight.span, sight.span];
        canvas.fill(plot, &inks.ground);
        canvas.picture(&self.cells, part, plot);
        let over = Over {
            canvas,
            map,
            sight,
            plot,
            inks,
        };
        canvas.within(plot);
        over.regions();
        over.rays();
        over.classes();
        over.present(self.look);
        canvas.everywhere();
        over.figures();
        canvas.frame(plot, &inks.soft, 1.0);
    }
}

/// What is laid over the cells.
struct Over<'a> {
    canvas: &'a Canvas,
    map: &'a CostMap,
    sight: Sight,
    plot: Place,
    inks: &'a Inks,
}

impl Over<'_> {
    /// Where a width and a height are, in CSS pixels.
    fn at(&self, width: f64, height: f64) -> (f64, f64) {
        let step = f64::from(self.map.rule.step);
        let (x, y) = self.sight.place((width / step, height / step));
        let [left, top, across, down] = self.plot;
        (left + x * across, top + y * down)
    }

    fn longest(&self) -> f64 {
        f64::from(self.map.rule.max_edge)
    }

    /// Why there is nothing where there is nothing.
    fn regions(&self) {
        let rule = &self.map.rule;
        let longest = self.longest();
        let few = f64::from(rule.min_pixels).sqrt() * 0.52;
        let beyond = format!("beyond {}:1", rule.max_ratio);
        let [few_words, many] = if self.plot[2] < SMALL {
            ["too few", "too many"]
        } else {
            ["too few pixels", "too many pixels"]
        };
        let labels = [
            (few, few, few_words),
            (longest * 0.82, longest * 0.1, beyond.as_str()),
            (longest * 0.125, longest * 0.8, beyond.as_str()),
            (longest * 0.86, longest * 0.82, many),
        ];
        for (width, height, text) in labels {
            let place = self.at(width, height);
            self.canvas.text(text, place, "center", &self.inks.soft);
        }
    }

    /// A ray for each common ratio, as far as its sizes are valid.
    fn rays(&self) {
        for ratio in all_ratios() {
            let (from, to) = self.reach(ratio);
            self.canvas.line(&[from, to], &self.inks.ray, 0.75, 0.0);
        }
    }

    /// Where the valid sizes of a ratio begin and end.
    fn reach(&self, ratio: AspectRatio) -> ((f64, f64), (f64, f64)) {
        let rule = &self.map.rule;
        let (width, height) = (f64::from(ratio.width), f64::from(ratio.height));
        let least = (f64::from(rule.min_pixels) / (width * height)).sqrt();
        let most = (f64::from(rule.max_pixels) / (width * height)).sqrt();
        let most = most.min(self.longest() / width.max(height));
        (
            self.at(width * least, height * least),
            self.at(width * most, height * most),
        )
    }

    /// The long edges of the classes: a corner each, with its name.
    fn classes(&self) {
        for class in SizeClass::ALL {
            let edge = f64::from(class.long_edge());
            let corner = [self.at(edge, 0.0), self.at(edge, edge), self.at(0.0, edge)];
            self.canvas.line(&corner, &self.inks.ray, 1.0, 4.0);
            let (x, y) = corner[0];
            let place = (x - 5.0, y + 10.0);
            self.canvas
                .text(class.as_str(), place, "right", &self.inks.ink);
        }
    }

    /// The size on screen as the image it makes, and the cell that is read out.
    fn present(&self, look: Look) {
        let size = untrack(|| look.state.present_size());
        if let Some(size) = size {
            let (left, top) = self.at(0.0, 0.0);
            let (right, bottom) = self.at(size.width.into(), size.height.into());
            let place = [left, top, right - left, bottom - top];
            self.canvas.frame(place, &self.inks.ground, 4.0);
            self.canvas.frame(place, &self.inks.accent, 2.0);
            let knob = [right - 5.0, bottom - 5.0, 10.0, 10.0];
            self.canvas.fill(knob, &self.inks.accent);
            self.canvas.frame(knob, &self.inks.ground, 2.0);
        }
        if let Some((column, row)) = look.cursor.get_untracked() {
            self.cursor(column, row);
        }
    }

    fn cursor(&self, column: u32, row: u32) {
        let size = self.map.size_at(column, row);
        let (right, bottom) = self.at(size.width.into(), size.height.into());
        let (left, top) = self.at(0.0, 0.0);
        let lines = [(left, bottom), (right, bottom), (right, top)];
        self.canvas.line(&lines, &self.inks.ground, 3.0, 0.0);
        self.canvas.line(&lines, &self.inks.ink, 1.0, 0.0);
        let ring = [right - 6.0, bottom - 6.0, 12.0, 12.0];
        self.canvas.frame(ring, &self.inks.ground, 4.0);
        self.canvas.frame(ring, &self.inks.ink, 1.5);
    }

    /// Edges in pixels along the top and the left, and the names of the rays where they leave.
    fn figures(&self) {
        let [left, top, across, down] = self.plot;
        let shown = self.sight.span * f64::from(self.map.rule.step);
        let step = [64.0, 128.0, 256.0, 512.0]
            .into_iter()
            .find(|step| shown / step <= 8.0)
            .unwrap_or(1024.0);
        let mut edge = step;
        while edge <= self.longest() {
            let (x, y) = self.at(edge, edge);
            if (left..=left + across).contains(&x) {
                self.canvas.text(
                    &edge.to_string(),
                    (x, top - 11.0),
                    "center",
                    &self.inks.soft,
                );
            }
            if (top..=top + down).contains(&y) {
                self.canvas
                    .text(&edge.to_string(), (left - 6.0, y), "right", &self.inks.soft);
            }
            edge += step;
        }
        if self.sight.is_whole() {
            self.names();
        }
    }

    /// Names of the rays, where their valid sizes end.
    fn names(&self) {
        let few = self.plot[2] < SMALL;
        let told = |ratio: &AspectRatio| !few || matches!(ratio.width + ratio.height, 2 | 4 | 25);
        for ratio in all_ratios().filter(told) {
            let (_, (x, y)) = self.reach(ratio);
            let at_the_foot = y + 1.0 >= self.plot[1] + self.plot[3];
            let (place, align) = if at_the_foot {
                ((x, y + 12.0), "center")
            } else {
                ((x + 6.0, y + 6.0), "left")
            };
            self.canvas
                .text(&shape::name(ratio), place, align, &self.inks.ink);
        }
    }
}

/// The common ratios, wide and upright.
fn all_ratios() -> impl Iterator<Item = AspectRatio> {
    let common = AspectRatio::COMMON.into_iter();
    let turned = common.clone().skip(1).map(AspectRatio::turned);
    common.chain(turned)
}
