//! The cost map: what every width and height costs at one quality, as a picture sees it.
//!
//! Knows tokens by cell, and how far a cell lies between the least and the most; must not know
//! colours, canvases or dollars. Where a count is an interval the map shows its high end.

use super::Counter;
use crate::rates::words::words;
use crate::rates::{FlexibleSizes, Model, Quality, SizeKind};
use crate::size::Size;

words! {
    /// What the map is coloured by.
    Lens {
        /// What an image costs.
        Cost = "cost",
        /// How many pixels a dollar buys.
        Pixels = "pixels",
    }
}

/// Output tokens for every width and height that a flexible rule could take.
#[derive(Clone, Debug, PartialEq)]
pub struct CostMap {
    /// The bounds it was made for.
    pub rule: FlexibleSizes,
    /// How many cells there are across, and as many down: one for each multiple of the step.
    pub edge: u32,
    /// Tokens at the high end, row by row from the smallest height; 0 where the size is not valid.
    tokens: Vec<u32>,
    /// Fewest and most tokens of a valid size.
    cost: (u32, u32),
    /// Fewest and most pixels a token.
    pixels: (f32, f32),
    /// The sizes of all four.
    extremes: [Size; 4],
}

impl CostMap {
    /// The map of a model at a quality. None where the model takes a list of sizes, or the quality
    /// does not name one count (`auto`, or one that it does not have).
    pub fn new(model: &Model, quality: Quality) -> Option<Self> {
        let SizeKind::Flexible(rule) = model.sizes.kind else {
            return None;
        };
        let counter = Counter::new(model.output, quality)?;
        let step = rule.step.max(1);
        let edge = rule.max_edge / step;
        let mut map = Self {
            rule,
            edge,
            tokens: vec![0; (edge * edge) as usize],
            cost: (u32::MAX, 0),
            pixels: (f32::INFINITY, 0.0),
            extremes: [Size::new(step, step); 4],
        };
        // A size counts the same turned over: each pair is counted once.
        for row in 0..edge {
            for column in row..edge {
                map.add(&counter, column, row);
            }
        }
        Some(map)
    }

    fn add(&mut self, counter: &Counter, column: u32, row: u32) {
        let size = self.size_at(column, row);
        if !self.rule.takes(size) {
            return;
        }
        let counted = counter.tokens(size);
        let tokens = counted.map_or(0, |tokens| u32::try_from(tokens.high).unwrap_or(u32::MAX));
        self.tokens[(row * self.edge + column) as usize] = tokens;
        self.tokens[(column * self.edge + row) as usize] = tokens;
        if tokens > 0 {
            self.reach(size, tokens);
        }
    }

    /// Takes a size into the ends of both lenses.
    fn reach(&mut self, size: Size, tokens: u32) {
        let each = size.pixels() as f32 / tokens as f32;
        let further = [
            tokens < self.cost.0,
            tokens > self.cost.1,
            each < self.pixels.0,
            each > self.pixels.1,
        ];
        for (extreme, further) in self.extremes.iter_mut().zip(further) {
            if further {
                *extreme = size;
            }
        }
        self.cost = (self.cost.0.min(tokens), self.cost.1.max(tokens));
        self.pixels = (self.pixels.0.min(each), self.pixels.1.max(each));
    }

    /// The size of a cell, counted from 0 on both sides; it may not be valid.
    pub const fn size_at(&self, column: u32, row: u32) -> Size {
        Size::new((column + 1) * self.rule.step, (row + 1) * self.rule.step)
    }

    /// The cell of the largest size that is not above `size` on either edge; edges below one step
    /// are in the first cell, those beyond the longest in the last.
    pub fn cell_of(&self, size: Size) -> (u32, u32) {
        let at = |edge: u32| (edge / self.rule.step.max(1)).clamp(1, self.edge.max(1)) - 1;
        (at(size.width), at(size.height))
    }

    /// Tokens at the high end of a cell; none where its size is not valid or the cell is outside.
    pub fn tokens_at(&self, column: u32, row: u32) -> Option<u32> {
        if column >= self.edge {
            return None;
        }
        let at = (row * self.edge + column) as usize;
        self.tokens.get(at).copied().filter(|tokens| *tokens > 0)
    }

    /// The fewest and the most tokens of a valid size.
    pub const fn cost(&self) -> (u32, u32) {
        self.cost
    }

    /// The fewest and the most pixels that a token brings.
    pub const fn pixels(&self) -> (f32, f32) {
        self.pixels
    }

    /// The size at one end of a lens: of the least (or, with `last`, the most) tokens, or pixels a
    /// token.
    pub const fn extreme(&self, lens: Lens, last: bool) -> Size {
        self.extremes[match lens {
            Lens::Cost => 0,
            Lens::Pixels => 2,
        } + last as usize]
    }

    /// Tells the shade of every cell, row by row from the smallest height; see [`Self::shade`].
    pub fn shades(&self, lens: Lens, mut tell: impl FnMut(Option<u8>)) {
        for row in 0..self.edge {
            for column in 0..self.edge {
                tell(self.shade(lens, column, row));
            }
        }
    }

    /// Where a cell stands between the least (0) and the most (255) under a lens; none where its
    /// size is not valid.
    pub fn shade(&self, lens: Lens, column: u32, row: u32) -> Option<u8> {
        let tokens = self.tokens_at(column, row)? as f32;
        let (value, (least, most)) = match lens {
            Lens::Cost => (tokens, (self.cost.0 as f32, self.cost.1 as f32)),
            Lens::Pixels => {
                let pixels = self.size_at(column, row).pixels() as f32;
                (pixels / tokens, self.pixels)
            }
        };
        let span = (most - least).max(f32::MIN_POSITIVE);
        // Clamped by the conversion itself.
        Some(((value - least) / span * 255.0).round() as u8)
    }
}
