//! A list of input images: those of one size stand together.

use super::bounds;
use crate::size::Size;

/// Input images of one size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InputImages {
    /// Their size, before any resizing.
    pub size: Size,
    /// How many, at least 1.
    pub count: u16,
}

impl InputImages {
    /// How many images these are together.
    pub fn count_of(all: &[Self]) -> u32 {
        all.iter().map(|images| u32::from(images.count)).sum()
    }

    /// The list with more images behind it: those of a size that it has join the first of that
    /// size. None where they are more than any request can name, 1,500.
    pub fn with(all: &[Self], more: &[Self]) -> Option<Vec<Self>> {
        if Self::count_of(all) + Self::count_of(more) > *bounds::INPUT_IMAGES.end() {
            return None;
        }
        let mut joined = all.to_vec();
        for images in more {
            match joined.iter_mut().find(|known| known.size == images.size) {
                Some(known) => known.count += images.count,
                None => joined.push(*images),
            }
        }
        Some(joined)
    }
}
