//! Cost against the number of images as a drawing: marks on a plane, and the same as an SVG file.
//!
//! Knows lines and places; must not know the page. Floating point is for places alone: every figure
//! that is read comes from [`Line`].

use super::{Crossing, Line, crossing};
use crate::money::{Usd, grouped};
use crate::rates::Meter;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// Width of the drawing, in its own units.
pub const WIDTH: f64 = 640.0;
/// Height of the drawing.
pub const HEIGHT: f64 = 320.0;

/// The part of the drawing within its figures: left, top, right, bottom.
const FRAME: [f64; 4] = [64.0, 16.0, 568.0, 280.0];

/// A mark of the drawing.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A line of the grid.
    Grid([f64; 4]),
    /// A scenario's cost, as an area where it is an interval.
    Band(usize, Vec<(f64, f64)>),
    /// A scenario's cost at one end.
    Curve(usize, [f64; 4]),
    /// A part of a bar: left, top, width and height; without a meter, flat prices.
    Part(Option<Meter>, [f64; 4]),
    /// Where two scenarios cost the same.
    Dot(f64, f64),
    /// A text; the scenario that it names, where it names one.
    Text {
        /// Its place.
        at: (f64, f64),
        /// `start`, `middle` or `end` of it.
        anchor: &'static str,
        /// What it says.
        text: String,
        /// The scenario that it names.
        of: Option<usize>,
    },
}

/// The drawing of so many images at most.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// The most images.
    pub images: Decimal,
    /// What the drawing is made of, the lowest first.
    pub marks: Vec<Mark>,
    /// Every pair that crosses within it.
    pub crossings: Vec<(usize, usize, Crossing)>,
}

/// The drawing of lines, each with a short name, up to `images`.
pub fn chart(lines: &[(String, Line)], images: Decimal) -> Chart {
    let most = lines.iter().map(|(_, line)| line.at(images).high.0).max();
    let plane = Plane {
        images: places(images),
        usd: places(nice(most.unwrap_or_default())),
    };
    let mut marks = plane.grid();
    for (at, (_, line)) in lines.iter().enumerate() {
        marks.extend(plane.line(at, line, images));
    }
    let crossings = crossings(lines, images);
    marks.extend(
        crossings
            .iter()
            .map(|(one, _, met)| plane.dot(&lines[*one].1, met)),
    );
    marks.extend(plane.names(lines, images));
    Chart {
        images,
        marks,
        crossings,
    }
}

/// Every pair of lines that crosses at no more than so many images.
fn crossings(lines: &[(String, Line)], images: Decimal) -> Vec<(usize, usize, Crossing)> {
    let pairs = (0..lines.len()).flat_map(|one| (one + 1..lines.len()).map(move |two| (one, two)));
    let met =
        pairs.filter_map(|(one, two)| Some((one, two, crossing(&lines[one].1, &lines[two].1)?)));
    met.filter(|(_, _, met)| met.images.low <= images).collect()
}

/// Images enough to see what matters: the most that is asked for and every crossing, rounded up.
pub fn reach(lines: &[(String, Line)], asked: Decimal) -> Decimal {
    let pairs = (0..lines.len()).flat_map(|one| (one + 1..lines.len()).map(move |two| (one, two)));
    let met = pairs.filter_map(|(one, two)| crossing(&lines[one].1, &lines[two].1));
    // A crossing so far out that the rest would be a point is left to the words.
    let far = asked.max(Decimal::TEN) * Decimal::ONE_HUNDRED;
    let most = met
        .map(|met| met.images.high * Decimal::new(15, 1))
        .filter(|images| *images <= far)
        .fold(asked.max(Decimal::TEN), Decimal::max);
    nice(most)
}

/// The next number above whose fifths read well: 1, 1.5, 2, 2.5, 3, 4, 5, 6 or 8 times a power of
/// ten.
fn nice(number: Decimal) -> Decimal {
    let mut power = Decimal::ONE;
    while power < number && power < Decimal::from(10_u64.pow(18)) {
        power *= Decimal::TEN;
    }
    while power > Decimal::new(1, 6) && power / Decimal::TEN >= number && !number.is_zero() {
        power /= Decimal::TEN;
    }
    let parts = [100, 150, 200, 250, 300, 400, 500, 600, 800];
    let parts = parts.map(|part| Decimal::new(part, 3));
    let nice = parts.into_iter().map(|part| part * power);
    nice.chain([power])
        .find(|nice| *nice >= number)
        .unwrap_or(power)
        .normalize()
}

fn places(number: Decimal) -> f64 {
    number
        .to_f64()
        .filter(|number| *number > 0.0)
        .unwrap_or(1.0)
}

/// From images and dollars to places.
struct Plane {
    images: f64,
    usd: f64,
}

impl Plane {
    fn x(&self, images: f64) -> f64 {
        tenth(FRAME[0] + images / self.images * (FRAME[2] - FRAME[0]))
    }

    fn y(&self, usd: Usd) -> f64 {
        let usd = usd.0.to_f64().unwrap_or_default();
        tenth(FRAME[3] - usd / self.usd * (FRAME[3] - FRAME[1]))
    }

    /// Five parts along either side, with their figures.
    fn grid(&self) -> Vec<Mark> {
        let part = |of: f64, at: u32| Decimal::from_f64_retain(of * f64::from(at) / 5.0);
        let words = |number: Option<Decimal>| grouped(number.unwrap_or_default().round_dp(4));
        let mut marks = Vec::new();
        for at in 0..=5 {
            let share = f64::from(at) / 5.0;
            let y = tenth(FRAME[3] - share * (FRAME[3] - FRAME[1]));
            let x = self.x(self.images * share);
            marks.push(Mark::Grid([FRAME[0], y, FRAME[2], y]));
            let usd = format!("${}", words(part(self.usd, at)));
            marks.push(text((FRAME[0] - 8.0, y + 4.0), "end", usd, None));
            let images = words(part(self.images, at));
            marks.push(text((x, FRAME[3] + 18.0), "middle", images, None));
        }
        marks.push(text((FRAME[2], HEIGHT - 6.0), "end", "images".into(), None));
        marks
    }

    fn line(&self, at: usize, line: &Line, images: Decimal) -> Vec<Mark> {
        let (from, to) = (line.at(Decimal::ZERO), line.at(images));
        let (left, right) = (FRAME[0], self.x(self.images));
        let curve = |from, to| Mark::Curve(at, [left, self.y(from), right, self.y(to)]);
        if from.is_point() && to.is_point() {
            return vec![curve(from.high, to.high)];
        }
        let corners = vec![
            (left, self.y(from.low)),
            (right, self.y(to.low)),
            (right, self.y(to.high)),
            (left, self.y(from.high)),
        ];
        vec![
            Mark::Band(at, corners),
            curve(from.low, to.low),
            curve(from.high, to.high),
        ]
    }

    fn dot(&self, line: &Line, met: &Crossing) -> Mark {
        let images = met.images.high;
        Mark::Dot(
            self.x(places(images).min(self.images)),
            self.y(line.at(images).high),
        )
    }

    /// The names at the right end of the lines, apart from one another.
    fn names(&self, lines: &[(String, Line)], images: Decimal) -> Vec<Mark> {
        let mut ends: Vec<(f64, usize)> = lines
            .iter()
            .enumerate()
            .map(|(at, (_, line))| (self.y(line.at(images).high), at))
            .collect();
        ends.sort_by(|one, other| one.0.total_cmp(&other.0));
        let mut lowest = f64::NEG_INFINITY;
        let names = ends.into_iter().map(|(y, at)| {
            lowest = y.max(lowest + 14.0);
            text(
                (FRAME[2] + 6.0, lowest + 4.0),
                "start",
                lines[at].0.clone(),
                Some(at),
            )
        });
        names.collect()
    }
}

fn text(at: (f64, f64), anchor: &'static str, text: String, of: Option<usize>) -> Mark {
    Mark::Text {
        at,
        anchor,
        text,
        of,
    }
}

/// Tenths are fine enough, and keep files small.
fn tenth(place: f64) -> f64 {
    (place * 10.0).round() / 10.0
}
