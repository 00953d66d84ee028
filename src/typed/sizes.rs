//! Input images as people type them: `1024x1024*3, 512x768`.
//!
//! Knows how people write sizes and counts; must not know which sizes a model takes.

use super::shortened;
use crate::money::grouped;
use crate::scenario::{InputImages, bounds};
use crate::size::{LONGEST_EDGE, Size};
use rust_decimal::Decimal;
use std::fmt;

/// Why typed sizes are not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SizesError {
    /// The part that is not taken, shortened.
    pub given: String,
    /// What is wrong with it.
    pub fault: SizesFault,
}

/// What is wrong with typed sizes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SizesFault {
    /// Nothing was typed.
    Empty,
    /// Not a size.
    NotASize,
    /// An edge of 0, or above [`LONGEST_EDGE`].
    Edge,
    /// A number of images outside 1 to 1,500, or none at all.
    Count,
    /// More images than a request can name: so many.
    TooMany(u64),
}

impl fmt::Display for SizesError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let given = &self.given;
        let count = |number: u64| grouped(Decimal::from(number));
        let most = count((*bounds::INPUT_IMAGES.end()).into());
        match self.fault {
            SizesFault::Empty => f.write_str("A size is missing, such as 1024x1024*3."),
            SizesFault::NotASize => write!(
                f,
                "“{given}” is not a size. Write 1024x1024, or 1024x1024*3 for three images of it."
            ),
            SizesFault::Edge => write!(
                f,
                "“{given}” has an edge outside 1 to {} pixels. Write the width and height of the image as it is sent.",
                count(LONGEST_EDGE.into())
            ),
            SizesFault::Count => write!(
                f,
                "“{given}” is not taken: behind the * stands how many images there are, 1 to {most}."
            ),
            SizesFault::TooMany(images) => write!(
                f,
                "These are {} input images: one request names at most {most}. Add fewer.",
                count(images)
            ),
        }
    }
}

/// Reads sizes with counts, parted by commas, semicolons or spaces: `1024x1024*3, 512 × 768`.
///
/// # Errors
/// The first part that is no size, has an edge outside 1 to 65,535 or a count outside 1 to 1,500;
/// or all parts, where they are more than 1,500 images together.
pub fn sizes(text: &str) -> Result<Vec<InputImages>, SizesError> {
    let plain = without_spaces(text);
    let parts = plain.split([',', ';', ' ']).filter(|part| !part.is_empty());
    let all: Vec<InputImages> = parts.map(images).collect::<Result<_, _>>()?;
    let total: u64 = all.iter().map(|images| u64::from(images.count)).sum();
    if all.is_empty() {
        return refused("", SizesFault::Empty);
    }
    if total > u64::from(*bounds::INPUT_IMAGES.end()) {
        return refused(text, SizesFault::TooMany(total));
    }
    Ok(all)
}

fn refused<T>(given: &str, fault: SizesFault) -> Result<T, SizesError> {
    let given = shortened(given);
    Err(SizesError { given, fault })
}

/// In lower case with one sign for "by", without units, and with spaces between sizes only.
fn without_spaces(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut plain = words
        .join(" ")
        .to_lowercase()
        .replace('×', "x")
        .replace("px", "");
    for sign in ["x", "*"] {
        plain = plain.replace(&format!(" {sign}"), sign);
        plain = plain.replace(&format!("{sign} "), sign);
    }
    plain
}

fn images(part: &str) -> Result<InputImages, SizesError> {
    let (size, count) = match part.split_once('*') {
        Some((count, size)) if size.contains('x') && !count.contains('x') => (size, count),
        Some(parts) => parts,
        None => (part, "1"),
    };
    let Some((width, height)) = size.split_once('x') else {
        return refused(part, SizesFault::NotASize);
    };
    if ![width, height].into_iter().all(is_number) {
        return refused(part, SizesFault::NotASize);
    }
    let Ok(size) = size.parse::<Size>() else {
        return refused(part, SizesFault::Edge);
    };
    match count.parse::<u16>() {
        Ok(count) if bounds::INPUT_IMAGES.contains(&count.into()) => {
            Ok(InputImages { size, count })
        }
        _ => refused(part, SizesFault::Count),
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
