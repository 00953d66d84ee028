//! Which part of the map is in sight: all of it, or less of it the closer one looks.
//!
//! Pure arithmetic over cells (one for each step of both edges); must not know sizes, pixels of a
//! screen or pointers. Places in sight are fractions, from 0 at the left or the top to 1.

/// The part of a square map that is in sight, in cells.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sight {
    /// The first cell in sight from the left.
    pub left: f64,
    /// The first cell in sight from the top.
    pub top: f64,
    /// How many cells are in sight across, and as many down.
    pub span: f64,
    /// How many cells the map has across.
    edge: f64,
}

/// The fewest cells in sight: each is then large enough to be hit by a finger.
const CLOSEST: f64 = 12.0;

impl Sight {
    /// All of a map of so many cells across.
    pub fn whole(edge: u32) -> Self {
        let edge = f64::from(edge.max(1));
        Self {
            left: 0.0,
            top: 0.0,
            span: edge,
            edge,
        }
    }

    /// Whether all of it is in sight.
    pub fn is_whole(&self) -> bool {
        self.span >= self.edge
    }

    /// So many times closer (below 1: farther), about a place in sight that stays where it is.
    #[must_use]
    pub fn zoomed(self, times: f64, (across, down): (f64, f64)) -> Self {
        let times = if times.is_finite() {
            times.max(0.01)
        } else {
            1.0
        };
        let span = (self.span / times).clamp(CLOSEST.min(self.edge), self.edge);
        let less = self.span - span;
        let closer = Self { span, ..self };
        closer.at(self.left + less * across, self.top + less * down)
    }

    /// Moved by a part of what is in sight; it stays on the map.
    #[must_use]
    pub fn moved(self, (across, down): (f64, f64)) -> Self {
        self.at(self.left + across * self.span, self.top + down * self.span)
    }

    fn at(self, left: f64, top: f64) -> Self {
        let most = (self.edge - self.span).max(0.0);
        Self {
            left: left.clamp(0.0, most),
            top: top.clamp(0.0, most),
            ..self
        }
    }

    /// The cell at a place in sight; none beside the map.
    pub fn cell(&self, (across, down): (f64, f64)) -> Option<(u32, u32)> {
        let inside = (0.0..1.0).contains(&across) && (0.0..1.0).contains(&down);
        let last = self.edge - 1.0;
        let cell =
            |first: f64, part: f64| (first + part * self.span).floor().clamp(0.0, last) as u32;
        inside.then(|| (cell(self.left, across), cell(self.top, down)))
    }

    /// Where a point of the map is, in cells from its corner; beyond 0 to 1 where out of sight.
    pub fn place(&self, (column, row): (f64, f64)) -> (f64, f64) {
        (
            (column - self.left) / self.span,
            (row - self.top) / self.span,
        )
    }

    /// Moved no farther than it takes to have a cell in sight.
    #[must_use]
    pub fn showing(self, (column, row): (u32, u32)) -> Self {
        let shift = |first: f64, cell: u32| {
            let cell = f64::from(cell);
            first.clamp((cell + 1.0 - self.span).min(cell), cell)
        };
        self.at(shift(self.left, column), shift(self.top, row))
    }
}
