//! Where a number stands on a slider: evenly, or by decades where the range is wide.
//!
//! Pure arithmetic over positions 0, 1, 2, …; must not know the page.

/// How positions of a slider become numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Each number from the first to the last.
    Even(u32, u32),
    /// By decades: 1 to 9 singly, then two leading digits (10, 11, … 99, 100, 110, …) up to the
    /// given power of ten. The flag puts a 0 before the 1.
    Decades {
        /// The last number is ten to this power.
        powers: u32,
        /// Whether the first number is 0.
        zero: bool,
    },
}

/// Positions within a decade above 10.
const IN_DECADE: u32 = 90;

impl Scale {
    /// The last position.
    pub const fn last(self) -> u32 {
        match self {
            Self::Even(first, last) => last - first,
            Self::Decades { powers, zero } => 10 + (powers - 1) * IN_DECADE - !zero as u32,
        }
    }

    /// The number at a position.
    pub const fn number(self, position: u32) -> u32 {
        match self {
            Self::Even(first, _) => first + position,
            Self::Decades { zero, .. } => {
                let at = position + !zero as u32;
                if at < 10 {
                    return at;
                }
                let decade = (at - 10) / IN_DECADE;
                (10 + (at - 10) % IN_DECADE) * 10_u32.pow(decade)
            }
        }
    }

    /// The position of the largest number on the scale that is not above `number`.
    pub fn position(self, number: u32) -> u32 {
        let (mut low, mut high) = (0, self.last());
        while low < high {
            let middle = (low + high).div_ceil(2);
            if self.number(middle) <= number {
                low = middle
            } else {
                high = middle - 1
            }
        }
        low
    }

    /// How far Page Up and Page Down go.
    pub const fn page(self) -> u32 {
        match self {
            Self::Even(first, last) => {
                if last - first > 20 {
                    10
                } else {
                    2
                }
            }
            Self::Decades { .. } => 30,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decades_go_by_two_digits() {
        let scale = Scale::Decades {
            powers: 6,
            zero: false,
        };
        let numbers = |positions: [u32; 6]| positions.map(|position| scale.number(position));
        assert_eq!(numbers([0, 8, 9, 10, 98, 99]), [1, 9, 10, 11, 99, 100]);
        assert_eq!(scale.number(100), 110);
        assert_eq!(scale.number(scale.last()), 1_000_000);
        let with_zero = Scale::Decades {
            powers: 4,
            zero: true,
        };
        assert_eq!(
            (with_zero.number(0), with_zero.number(with_zero.last())),
            (0, 10_000)
        );
    }

    #[test]
    fn a_number_finds_its_position() {
        for scale in [
            Scale::Decades {
                powers: 6,
                zero: false,
            },
            Scale::Decades {
                powers: 5,
                zero: true,
            },
            Scale::Even(1, 10),
        ] {
            for position in 0..=scale.last() {
                assert_eq!(scale.position(scale.number(position)), position);
            }
        }
        let scale = Scale::Decades {
            powers: 6,
            zero: false,
        };
        assert_eq!(scale.number(scale.position(1234)), 1200);
        assert_eq!(scale.position(1_000_000_000), scale.last());
    }
}
