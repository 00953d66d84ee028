//! Judges a size by a size rule, and finds the valid ones near a wish.
//!
//! Knows the rules as the rate book states them; must not know tokens, prices or the page.
//! The flexible rule: <https://developers.openai.com/api/docs/guides/image-generation>.

use crate::order::sort_few;
use crate::rates::{FlexibleSizes, SizeKind, SizeRule};
use crate::size::{AspectRatio, Size, SizeChoice};
use std::ops::RangeInclusive;

/// One way in which a size breaks a rule. All that apply are reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SizeFault {
    /// The model takes a list of sizes, and this is not on it.
    NotListed,
    /// The model does not choose a size by itself.
    NoAuto,
    /// An edge is not a multiple of this many pixels.
    Step(u32),
    /// An edge is longer than this.
    Edge(u32),
    /// The long edge is more than this many times the short one.
    Ratio(u32),
    /// Fewer pixels than this.
    TooFewPixels(u32),
    /// More pixels than this.
    TooManyPixels(u32),
}

impl SizeFault {
    /// The part of a problem's code after `size.`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotListed => "size.not_listed",
            Self::NoAuto => "size.no_auto",
            Self::Step(_) => "size.step",
            Self::Edge(_) => "size.edge",
            Self::Ratio(_) => "size.ratio",
            Self::TooFewPixels(_) => "size.too_few_pixels",
            Self::TooManyPixels(_) => "size.too_many_pixels",
        }
    }
}

impl SizeRule {
    /// Every way in which `choice` breaks the rule; none where it is valid.
    pub fn faults(&self, choice: SizeChoice) -> Vec<SizeFault> {
        match (self.kind, choice) {
            (SizeKind::Fixed { auto: false, .. }, SizeChoice::Auto) => vec![SizeFault::NoAuto],
            (_, SizeChoice::Auto) => Vec::new(),
            (SizeKind::Fixed { sizes, .. }, SizeChoice::Exact(size)) => {
                if sizes.contains(&size) {
                    Vec::new()
                } else {
                    vec![SizeFault::NotListed]
                }
            }
            (SizeKind::Flexible(rule), SizeChoice::Exact(size)) => rule.faults(size),
        }
    }

    /// Whether the rule takes this size.
    pub fn takes(&self, size: Size) -> bool {
        match self.kind {
            SizeKind::Fixed { sizes, .. } => sizes.contains(&size),
            SizeKind::Flexible(rule) => rule.takes(size),
        }
    }

    /// The exact sizes that a choice stands for: itself, or those that `auto` may become.
    pub fn stands_for(&self, choice: SizeChoice) -> Vec<Size> {
        match (choice, self.kind) {
            (SizeChoice::Exact(size), _) => vec![size],
            (SizeChoice::Auto, SizeKind::Fixed { sizes, .. }) => sizes.to_vec(),
            (SizeChoice::Auto, SizeKind::Flexible(rule)) => vec![rule.auto.0, rule.auto.1],
        }
    }

    /// The valid sizes nearest to a wish, best first, at most four: the next smaller and larger
    /// of the same shape, and the nearest by its edges on either side. Empty only for an empty
    /// list of sizes.
    pub fn nearest(&self, wish: Size) -> Vec<Size> {
        match self.kind {
            SizeKind::Fixed { sizes, .. } => {
                let mut sizes = sizes.to_vec();
                sort_few(&mut sizes, |size| apart(*size, wish));
                sizes.truncate(3);
                sizes
            }
            SizeKind::Flexible(rule) => rule.nearest(wish),
        }
    }

    /// The step that edges are multiples of: 16 under the flexible rule and for lists.
    pub const fn step(&self) -> u32 {
        match self.kind {
            SizeKind::Flexible(rule) => rule.step,
            SizeKind::Fixed { .. } => 16,
        }
    }

    /// Whether OpenAI calls output of this size experimental.
    pub fn is_experimental(&self, size: Size) -> bool {
        match self.kind {
            SizeKind::Flexible(rule) => size.pixels() > u64::from(rule.experimental_above),
            SizeKind::Fixed { .. } => false,
        }
    }
}

impl FlexibleSizes {
    /// Whether every bound is kept.
    pub const fn takes(&self, size: Size) -> bool {
        let pixels = size.pixels();
        size.width.is_multiple_of(self.step)
            && size.height.is_multiple_of(self.step)
            && size.short() > 0
            && size.long() <= self.max_edge
            && size.long() as u64 <= size.short() as u64 * self.max_ratio as u64
            && pixels >= self.min_pixels as u64
            && pixels <= self.max_pixels as u64
    }

    /// Every bound that a size breaks; none where it is valid.
    pub fn faults(&self, size: Size) -> Vec<SizeFault> {
        let on_step = size.width.is_multiple_of(self.step) && size.height.is_multiple_of(self.step);
        let too_long = u64::from(size.long()) > u64::from(size.short()) * u64::from(self.max_ratio);
        [
            (!on_step, SizeFault::Step(self.step)),
            (size.long() > self.max_edge, SizeFault::Edge(self.max_edge)),
            (too_long, SizeFault::Ratio(self.max_ratio)),
            (
                size.pixels() < u64::from(self.min_pixels),
                SizeFault::TooFewPixels(self.min_pixels),
            ),
            (
                size.pixels() > u64::from(self.max_pixels),
                SizeFault::TooManyPixels(self.max_pixels),
            ),
        ]
        .into_iter()
        .filter_map(|(broken, fault)| broken.then_some(fault))
        .collect()
    }

    /// Every valid size, by width, then by height: 29,146 under OpenAI's bounds.
    pub fn all(&self) -> impl Iterator<Item = Size> + use<> {
        let rule = *self;
        let edges = move || (1..=rule.max_edge / rule.step.max(1)).map(move |n| n * rule.step);
        edges()
            .flat_map(move |width| edges().map(move |height| Size::new(width, height)))
            .filter(move |size| rule.takes(*size))
    }

    /// The valid sizes along a ratio, smallest first: for each long edge the short one is the
    /// nearest multiple of the step.
    pub fn along(&self, ratio: AspectRatio) -> Vec<Size> {
        (1..=self.max_edge / self.step)
            .map(|n| ratio.at_long_edge(n * self.step, self.step))
            .filter(|size| self.takes(*size))
            .collect()
    }

    fn nearest(&self, wish: Size) -> Vec<Size> {
        let mut found = self.same_shape(wish);
        found.extend(self.by_edges(wish));
        sort_few(&mut found, |size| (apart(*size, wish), *size));
        found.dedup();
        found.truncate(4);
        found
    }

    /// The next smaller and the next larger valid size along the ratio of the wish, or along the
    /// longest ratio that is taken where the wish is longer.
    fn same_shape(&self, wish: Size) -> Vec<Size> {
        let along = self.along(self.nearest_ratio(wish));
        let above = along.partition_point(|size| size.long() < wish.long());
        let below = above.checked_sub(1).and_then(|index| along.get(index));
        below.into_iter().chain(along.get(above)).copied().collect()
    }

    fn nearest_ratio(&self, wish: Size) -> AspectRatio {
        let longest = AspectRatio::new(self.max_ratio, 1);
        let within = u64::from(wish.long()) <= u64::from(wish.short()) * u64::from(self.max_ratio);
        match (within, wish.width >= wish.height) {
            (true, _) => wish.ratio(),
            (false, true) => longest,
            (false, false) => longest.turned(),
        }
    }

    /// The nearest valid size with no more pixels than the wish, and that with no fewer.
    fn by_edges(&self, wish: Size) -> Vec<Size> {
        let (least, most) = (u64::from(self.min_pixels), u64::from(self.max_pixels));
        let below = self.nearest_within(wish, least..=most.min(wish.pixels()));
        let above = self.nearest_within(wish, least.max(wish.pixels())..=most);
        below.into_iter().chain(above).collect()
    }

    /// The valid size nearest to a wish among those of so many pixels. Of each width only the
    /// heights on either side of the wished one can be it.
    fn nearest_within(&self, wish: Size, pixels: RangeInclusive<u64>) -> Option<Size> {
        let widths = (1..=self.max_edge / self.step).map(|n| n * self.step);
        let near = widths.filter_map(|width| {
            let (lowest, highest) = self.heights(width, &pixels)?;
            let below = wish.height / self.step * self.step;
            [below, below + self.step]
                .map(|height| Size::new(width, height.clamp(lowest, highest)))
                .into_iter()
                .min_by_key(|size| apart(*size, wish))
        });
        near.min_by_key(|size| apart(*size, wish))
    }

    /// The lowest and the highest valid height of a width, for so many pixels.
    fn heights(&self, width: u32, pixels: &RangeInclusive<u64>) -> Option<(u32, u32)> {
        let (width, step) = (u64::from(width), u64::from(self.step));
        let ratio = u64::from(self.max_ratio);
        let least = width.div_ceil(ratio).max(pixels.start().div_ceil(width));
        let most = (width * ratio).min(pixels.end() / width);
        let lowest = least.max(1).div_ceil(step) * step;
        let highest = most.min(u64::from(self.max_edge)) / step * step;
        let fits = lowest <= highest;
        fits.then_some((u32::try_from(lowest).ok()?, u32::try_from(highest).ok()?))
    }
}

/// How far a size is from a wish: the relative change of both edges, in parts of the wish's area.
fn apart(size: Size, wish: Size) -> u64 {
    u64::from(size.width.abs_diff(wish.width)) * u64::from(wish.height)
        + u64::from(size.height.abs_diff(wish.height)) * u64::from(wish.width)
}
