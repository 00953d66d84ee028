//! Sizes, aspect ratios and classes: what a person can wish for, before any model judges it.
//!
//! Knows pixels; must not know models, tokens, prices or the page. Which sizes a model takes is
//! judged in [`crate::sizing`].

use std::fmt;
use std::str::FromStr;

/// Width and height in pixels, written `1536x1024`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Size {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// The longest edge that can be written down, in pixels (the most a PNG or JPEG header can say
/// for a JPEG; no API takes as much).
pub const LONGEST_EDGE: u32 = 65_535;

/// What was given is not a size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SizeError;

impl fmt::Display for SizeError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(
            f,
            "a size is written WIDTHxHEIGHT, each 1 to {LONGEST_EDGE} pixels, such as 1536x1024"
        )
    }
}

impl std::error::Error for SizeError {}

impl Size {
    /// A size of `width` x `height` pixels.
    pub const fn new(width: u32, height: u32) -> Self {
        Self { width, height }
    }

    /// The longer edge, in pixels.
    pub const fn long(self) -> u32 {
        if self.width > self.height {
            self.width
        } else {
            self.height
        }
    }

    /// The shorter edge, in pixels.
    pub const fn short(self) -> u32 {
        if self.width > self.height {
            self.height
        } else {
            self.width
        }
    }

    /// All pixels.
    pub const fn pixels(self) -> u64 {
        self.width as u64 * self.height as u64
    }

    /// Width and height exchanged.
    pub const fn turned(self) -> Self {
        Self {
            width: self.height,
            height: self.width,
        }
    }

    /// As people read it: `1536 × 1024`.
    pub fn in_words(self) -> String {
        format!("{} × {}", self.width, self.height)
    }

    /// Width to height in lowest terms.
    pub const fn ratio(self) -> AspectRatio {
        AspectRatio::new(self.width, self.height)
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}x{}", self.width, self.height)
    }
}

impl FromStr for Size {
    type Err = SizeError;

    fn from_str(text: &str) -> Result<Self, SizeError> {
        let (width, height) = text.split_once(['x', 'X', '×']).ok_or(SizeError)?;
        Ok(Self {
            width: edge(width)?,
            height: edge(height)?,
        })
    }
}

/// Reads an edge: digits only, 1 to [`LONGEST_EDGE`].
fn edge(text: &str) -> Result<u32, SizeError> {
    let text = text.trim();
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(SizeError);
    }
    let pixels = text.parse().map_err(|_| SizeError)?;
    if (1..=LONGEST_EDGE).contains(&pixels) {
        Ok(pixels)
    } else {
        Err(SizeError)
    }
}

/// Width to height, in lowest terms, written `16:9`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AspectRatio {
    /// The share of the width.
    pub width: u32,
    /// The share of the height.
    pub height: u32,
}

impl AspectRatio {
    /// The ratios that the page offers, wide ones first; each has its portrait.
    pub const COMMON: [Self; 7] = [
        Self::new(1, 1),
        Self::new(5, 4),
        Self::new(4, 3),
        Self::new(3, 2),
        Self::new(16, 9),
        Self::new(21, 9),
        Self::new(3, 1),
    ];

    /// The ratio of `width` to `height`, both at least 1.
    pub const fn new(width: u32, height: u32) -> Self {
        let (mut a, mut b) = (width, height);
        while b != 0 {
            (a, b) = (b, a % b);
        }
        let divisor = if a == 0 { 1 } else { a };
        Self {
            width: width / divisor,
            height: height / divisor,
        }
    }

    /// The upright form of a wide ratio, and the other way round.
    pub const fn turned(self) -> Self {
        Self {
            width: self.height,
            height: self.width,
        }
    }

    /// The size of this ratio at a class: the class's long edge, and the multiple of `step` that
    /// is nearest to the short edge, the smaller of two equally near, never below one step.
    pub fn at(self, class: SizeClass, step: u32) -> Size {
        self.at_long_edge(class.long_edge(), step)
    }

    /// The size of this ratio with a long edge of `long` pixels; the short one as in [`Self::at`].
    pub fn at_long_edge(self, long: u32, step: u32) -> Size {
        let (wide, part, whole) = if self.width >= self.height {
            (true, self.height, self.width)
        } else {
            (false, self.width, self.height)
        };
        let short = nearest_multiple(u64::from(long) * u64::from(part), u64::from(whole), step);
        let size = Size::new(long, short.max(step));
        if wide { size } else { size.turned() }
    }
}

/// The multiple of `step` nearest to `numerator / denominator`, the smaller of two equally near.
fn nearest_multiple(numerator: u64, denominator: u64, step: u32) -> u32 {
    let unit = denominator * u64::from(step);
    let below = numerator / unit;
    let rest = numerator - below * unit;
    let steps = if rest * 2 > unit { below + 1 } else { below };
    u32::try_from(steps * u64::from(step)).unwrap_or(u32::MAX)
}

impl fmt::Display for AspectRatio {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}:{}", self.width, self.height)
    }
}

impl FromStr for AspectRatio {
    type Err = SizeError;

    /// Reads `16:9` as it stands, without reducing it (21:9 stays the name people know).
    fn from_str(text: &str) -> Result<Self, SizeError> {
        let (width, height) = text.split_once(':').ok_or(SizeError)?;
        Ok(Self {
            width: edge(width)?,
            height: edge(height)?,
        })
    }
}

/// A class of resolution, named by its long edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SizeClass {
    /// A long edge of 1024 pixels.
    K1,
    /// A long edge of 2048 pixels.
    K2,
    /// A long edge of 3840 pixels.
    K4,
}

impl SizeClass {
    /// Every class, smallest first.
    pub const ALL: [Self; 3] = [Self::K1, Self::K2, Self::K4];

    /// The long edge, in pixels.
    pub const fn long_edge(self) -> u32 {
        match self {
            Self::K1 => 1024,
            Self::K2 => 2048,
            Self::K4 => 3840,
        }
    }

    /// As people and links write it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::K1 => "1K",
            Self::K2 => "2K",
            Self::K4 => "4K",
        }
    }

    /// Reads `2K` in any case.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|class| class.as_str().eq_ignore_ascii_case(text))
    }

    /// The smallest class whose long edge is at or above that of `size`; the largest otherwise.
    pub fn of(size: Size) -> Self {
        Self::ALL
            .into_iter()
            .find(|class| size.long() <= class.long_edge())
            .unwrap_or(Self::K4)
    }
}

/// What a request asks for: an exact size, or the API's choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SizeChoice {
    /// Just this size.
    Exact(Size),
    /// The API chooses.
    Auto,
}

impl fmt::Display for SizeChoice {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Exact(size) => size.fmt(f),
            Self::Auto => f.write_str("auto"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_round_trips() {
        assert_eq!("1536x1024".parse(), Ok(Size::new(1536, 1024)));
        assert_eq!("1536×1024".parse(), Ok(Size::new(1536, 1024)));
        assert_eq!(Size::new(1536, 1024).to_string(), "1536x1024");
    }

    #[test]
    fn what_is_no_size_is_refused() {
        for text in [
            "",
            "x",
            "1024",
            "0x10",
            "65536x1",
            "-1x5",
            "1e3x5",
            "99999999999x1",
            "1x2x3",
        ] {
            assert_eq!(text.parse::<Size>(), Err(SizeError), "{text}");
        }
    }

    #[test]
    fn a_ratio_at_a_class_takes_the_nearest_multiple() {
        let at = |w, h, class| AspectRatio::new(w, h).at(class, 16).to_string();
        assert_eq!(at(16, 9, SizeClass::K2), "2048x1152");
        assert_eq!(at(9, 16, SizeClass::K4), "2160x3840");
        // 2048 / 3 = 682.67: 688 is 5.33 away, 672 is 10.67 away
        assert_eq!(at(3, 1, SizeClass::K2), "2048x688");
        // 1024 x 9/21 = 438.86: 432 is nearer than 448
        assert_eq!(at(21, 9, SizeClass::K1), "1024x432");
        // 1024 x 5/8 = 640 exactly; 1024 x 55/128 = 440 lies between 432 and 448: the smaller
        assert_eq!(at(128, 55, SizeClass::K1), "1024x432");
        assert_eq!(at(1000, 1, SizeClass::K1), "1024x16");
    }
}
