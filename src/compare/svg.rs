//! A drawing as an SVG file of its own, with its colours in it, for documents and slides.

use super::bars::colour;
use super::chart::{Mark, WIDTH};
use std::fmt::Write;

/// Colours of up to four scenarios, apart for colour-blind eyes (Okabe and Ito), with dashes that
/// tell them apart in black and white.
pub const STROKES: [(&str, &str); 4] = [
    ("#0072b2", ""),
    ("#d55e00", "6 3"),
    ("#009e73", "2 3"),
    ("#7a5195", "8 3 2 3"),
];

/// Marks on a white ground, so high; `title` says what they show.
pub fn svg(marks: &[Mark], height: f64, title: &str) -> String {
    let mut file = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" \
         width=\"{WIDTH}\" height=\"{height}\" font-family=\"system-ui, sans-serif\" \
         font-size=\"12\" role=\"img\">\n<title>{}</title>\n\
         <rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n",
        escaped(title)
    );
    for mark in marks {
        // Writing to a String cannot fail.
        let _ = writeln!(file, "{}", element(mark));
    }
    file.push_str("</svg>\n");
    file
}

fn element(mark: &Mark) -> String {
    match mark {
        Mark::Grid([x, y, to_x, to_y]) => {
            format!("<path d=\"M{x} {y}L{to_x} {to_y}\" stroke=\"#ddd\"/>")
        }
        Mark::Band(at, corners) => {
            let points: Vec<String> = corners.iter().map(|(x, y)| format!("{x},{y}")).collect();
            let (colour, _) = stroke(*at);
            format!(
                "<polygon points=\"{}\" fill=\"{colour}\" fill-opacity=\"0.15\"/>",
                points.join(" ")
            )
        }
        Mark::Curve(at, [x, y, to_x, to_y]) => {
            let (colour, dash) = stroke(*at);
            format!(
                "<path d=\"M{x} {y}L{to_x} {to_y}\" stroke=\"{colour}\" stroke-width=\"2\" stroke-dasharray=\"{dash}\"/>"
            )
        }
        Mark::Part(meter, [x, y, width, height]) => {
            let colour = colour(*meter);
            format!(
                "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{colour}\"/>"
            )
        }
        Mark::Dot(x, y) => {
            format!(
                "<circle cx=\"{x}\" cy=\"{y}\" r=\"4\" fill=\"#fff\" stroke=\"#222\" stroke-width=\"2\"/>"
            )
        }
        Mark::Text {
            at: (x, y),
            anchor,
            text,
            of,
        } => {
            let colour = of.map_or("#555", |at| stroke(at).0);
            format!(
                "<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\" fill=\"{colour}\">{}</text>",
                escaped(text)
            )
        }
    }
}

/// The colour and the dashes of a scenario.
pub fn stroke(at: usize) -> (&'static str, &'static str) {
    STROKES[at % STROKES.len()]
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
