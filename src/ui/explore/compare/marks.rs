//! A drawing on the page: the same marks as in a file, in the colours of the theme.

use crate::compare::chart::{Mark, WIDTH};
use crate::rates::Meter;
use crate::ui::browser::clipboard;
use crate::ui::dom::{El, button, el};
use leptos::prelude::*;

/// Marks as a picture, so high; `spoken` is what a screen reader hears instead.
pub fn drawing(marks: &[Mark], height: f64, spoken: &str) -> El {
    el("svg", "")
        .attr("viewBox", &format!("0 0 {WIDTH} {height}"))
        .attr("role", "img")
        .attr("aria-label", spoken)
        .children(marks.iter().map(mark))
}

fn mark(mark: &Mark) -> El {
    match mark {
        Mark::Grid(ends) => path("grid-line", *ends),
        Mark::Curve(at, ends) => path("curve", *ends).attr("data-line", &at.to_string()),
        Mark::Band(at, corners) => {
            let points: Vec<String> = corners.iter().map(|(x, y)| format!("{x},{y}")).collect();
            el("polyline", "band")
                .attr("data-line", &at.to_string())
                .attr("points", &points.join(" "))
        }
        Mark::Part(meter, [x, y, width, height]) => el("rect", "part")
            .attr("data-meter", meter.map_or("flat", Meter::as_str))
            .attr("x", &x.to_string())
            .attr("y", &y.to_string())
            .attr("width", &width.to_string())
            .attr("height", &height.to_string()),
        Mark::Dot(x, y) => el("circle", "met")
            .attr("cx", &x.to_string())
            .attr("cy", &y.to_string())
            .attr("r", "4"),
        Mark::Text {
            at: (x, y),
            anchor,
            text,
            of,
        } => {
            let made = el("text", "")
                .attr("x", &x.to_string())
                .attr("y", &y.to_string())
                .attr("text-anchor", anchor)
                .text(text);
            of.iter()
                .fold(made, |made, at| made.attr("data-line", &at.to_string()))
        }
    }
}

fn path(class: &str, [x, y, to_x, to_y]: [f64; 4]) -> El {
    el("path", class).attr("d", &format!("M{x} {y}L{to_x} {to_y}"))
}

/// A button that copies a drawing as a file.
pub fn copy(file: Callback<(), String>) -> El {
    let copied = RwSignal::new("");
    let copy = move || {
        clipboard::copy(file.run(()), move |done| {
            copied.set(if done {
                "Copied"
            } else {
                "The browser did not allow copying"
            });
        });
    };
    let said = el("span", "hint")
        .attr("role", "status")
        .live(move || copied.get().into());
    el("div", "tools-map")
        .child(button("quiet", "Copy as SVG", copy))
        .child(said)
}
